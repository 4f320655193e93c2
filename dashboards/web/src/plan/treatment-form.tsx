import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import { type Rule, units } from "./body.ts";
import { Entry, NewEntry } from "./entry.tsx";
import { NumberField } from "./number-field.tsx";
import styles from "./plan.module.css";
import { useRuleName } from "./rule-name.ts";

type Treatments = Schemas["Treatments"];
type Treatment = Schemas["TreatmentText"];
type Unless = Treatment["unless"];

const none: Treatments = { enabled: false, texts: [] };
const empty = null as unknown as number;
const hindrances = ["dizziness", "weightBelowReference", "otherRedAlert"] as const satisfies readonly (keyof Unless)[];
/** Below this a loop diuretic is not stepped up without somebody looking: where the form begins, to be changed. */
const SYSTOLIC = { value: 100, unit: units["systolic-pressure"].unit };

type Given = {
  readonly treatments: Treatments | null;
  readonly rules: readonly Rule[];
  readonly onChange: (treatments: Treatments | null) => void;
};

/** Prescriptions given in advance: what the patient may do by themselves when a rule finds something, and what stands in the way. */
export function Prescriptions({ treatments, rules, onChange }: Given) {
  const { t } = useTranslation("plan");
  const nameOf = useRuleName();
  const { enabled, texts } = treatments ?? none;
  const [chosen, setChosen] = useState("");
  const next = rules.find(({ id }) => id === chosen) ?? rules[0];
  const called = (id: string): string => {
    const rule = rules.find((one) => one.id === id);
    return rule ? nameOf(rule) : id;
  };
  const put = (changed: readonly Treatment[]): void =>
    onChange(changed.length === 0 && !enabled ? null : { enabled, texts: [...changed] });
  return (
    <section id="part-treatments" tabIndex={-1} className={styles["part"]}>
      <h2>{t("prescriptions")}</h2>
      <p className="quiet">{t("prescriptionsNote")}</p>
      {texts.length > 0 && (
        <Checkbox
          label={t("prescriptionsOn")}
          checked={enabled}
          onChange={(event) => onChange({ enabled: event.currentTarget.checked, texts })}
        />
      )}
      <ul className={styles["entries"]}>
        {texts.map((one, index) => (
          <Prescription
            // Two may be about the same rule: they have nothing but their place.
            key={String(index)}
            name={t("prescriptionAt", { rule: called(one.rule) })}
            treatment={one}
            onChange={(by) => put(texts.map((other, at) => (at === index ? by : other)))}
            onRemove={() => put(texts.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      <NewEntry
        label={t("addPrescription")}
        choices={rules.map((rule) => ({ value: rule.id, label: nameOf(rule) }))}
        chosen={next?.id}
        onChoose={setChosen}
        onAdd={() =>
          next &&
          put([
            ...texts,
            {
              rule: next.id,
              text: "",
              drug: "",
              dose: "",
              maxDays: empty,
              expires: "",
              unless: { systolicBelow: SYSTOLIC, dizziness: true, weightBelowReference: true, otherRedAlert: true },
            },
          ])
        }
      />
    </section>
  );
}

type One = {
  readonly name: string;
  readonly treatment: Treatment;
  readonly onChange: (treatment: Treatment) => void;
  readonly onRemove: () => void;
};

function Prescription({ name, treatment, onChange, onRemove }: One) {
  const { t } = useTranslation("plan");
  const { text, drug, dose, maxDays, expires, unless } = treatment;
  const put = (what: Partial<Treatment>): void => onChange({ ...treatment, ...what });
  const hinder = (what: Partial<Unless>): void => put({ unless: { ...unless, ...what } });
  const { systolicBelow, ...others } = unless;
  return (
    <Entry name={name} onRemove={onRemove}>
      <TextInput
        label={t("drug")}
        value={drug}
        maxLength={100}
        error={drug === ""}
        onChange={(event) => put({ drug: event.currentTarget.value })}
      />
      <TextInput
        label={t("dose")}
        value={dose}
        maxLength={100}
        error={dose === ""}
        onChange={(event) => put({ dose: event.currentTarget.value })}
      />
      <NumberField
        label={t("maxDays")}
        wide
        value={maxDays}
        onChange={(value) => put({ maxDays: value as unknown as number })}
      />
      <TextInput
        type="date"
        label={t("expires")}
        value={expires}
        error={expires === ""}
        onChange={(event) => put({ expires: event.currentTarget.value })}
      />
      <Textarea
        className={styles["wide"]}
        label={t("text")}
        value={text}
        maxLength={500}
        autosize
        minRows={2}
        error={text === ""}
        onChange={(event) => put({ text: event.currentTarget.value })}
      />
      <fieldset className={styles["wide"]}>
        <legend>{t("unless.title")}</legend>
        <Checkbox
          label={t("unless.systolic")}
          checked={systolicBelow !== undefined}
          onChange={(event) =>
            put({ unless: event.currentTarget.checked ? { ...unless, systolicBelow: SYSTOLIC } : others })
          }
        />
        {systolicBelow && (
          <NumberField
            label={t("unless.systolicLimit")}
            unit={systolicBelow.unit}
            value={systolicBelow.value}
            onChange={(value) => hinder({ systolicBelow: { ...systolicBelow, value: value as unknown as number } })}
          />
        )}
        {hindrances.map((key) => (
          <Checkbox
            key={key}
            label={t(`unless.${key}`)}
            checked={unless[key]}
            onChange={(event) => hinder({ [key]: event.currentTarget.checked })}
          />
        ))}
      </fieldset>
    </Entry>
  );
}
