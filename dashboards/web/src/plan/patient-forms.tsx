import { Checkbox, NativeSelect, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import type { Body, Rule } from "./body.ts";
import { Entry, NewEntry } from "./entry.tsx";
import { NumberField } from "./number-field.tsx";
import styles from "./plan.module.css";
import { useRuleName } from "./rule-name.ts";

/** What holds where the plan says nothing. */
const againByDefault: Schemas["MeasureAgain"] = { enabled: true, cap: 3 };
const languages = ["sv", "en"] as const;

type Part = Pick<Body, "patientLanguage" | "measureAgain" | "texts">;
type Given = {
  readonly part: Part;
  readonly rules: readonly Rule[];
  readonly onChange: (what: Partial<Part>) => void;
};

/** What the patient reads at home: in which language, when they are asked to measure again, and the clinic's own words. */
export function ForPatient({ part, rules, onChange }: Given) {
  const { t } = useTranslation("plan");
  const { patientLanguage, measureAgain, texts } = part;
  const again = measureAgain ?? againByDefault;
  const put = (what: Partial<Schemas["MeasureAgain"]>): void => onChange({ measureAgain: { ...again, ...what } });
  return (
    <section id="part-texts" tabIndex={-1} className={styles["part"]}>
      <h2>{t("forPatient")}</h2>
      <p className="quiet">{t("forPatientNote")}</p>
      <ul className={styles["entries"]}>
        <Entry name={t("again")}>
          <Checkbox
            label={t("againOn")}
            checked={again.enabled}
            onChange={(event) => put({ enabled: event.currentTarget.checked })}
          />
          {again.enabled && (
            <>
              <NumberField
                label={t("againCap")}
                wide
                value={again.cap}
                onChange={(cap) => put({ cap: cap as unknown as number })}
              />
              <Textarea
                className={styles["wide"]}
                label={t("againText")}
                description={t("againTextNote")}
                value={again.text ?? ""}
                maxLength={300}
                autosize
                minRows={2}
                onChange={(event) => {
                  const { text: _, ...rest } = again;
                  const text = event.currentTarget.value;
                  onChange({ measureAgain: text === "" ? rest : { ...rest, text } });
                }}
              />
            </>
          )}
        </Entry>
      </ul>
      <NativeSelect
        label={t("language")}
        value={patientLanguage ?? ""}
        onChange={(event) =>
          onChange({ patientLanguage: languages.find((one) => one === event.currentTarget.value) ?? null })
        }
        data={[
          { value: "", label: t("languageNone") },
          ...languages.map((value) => ({ value, label: t(`languages.${value}`) })),
        ]}
      />
      <Texts texts={texts} rules={rules} onChange={(changed) => onChange({ texts: changed })} />
    </section>
  );
}

type Text = Schemas["PatientText"];
type TextsGiven = {
  readonly texts: readonly Text[];
  readonly rules: readonly Rule[];
  readonly onChange: (texts: readonly Text[]) => void;
};

/** What the patient reads when a rule finds something. */
function Texts({ texts, rules, onChange }: TextsGiven) {
  const { t } = useTranslation("plan");
  const nameOf = useRuleName();
  const left = rules.filter(({ id }) => texts.every(({ rule }) => rule !== id));
  const [chosen, setChosen] = useState("");
  const next = left.find(({ id }) => id === chosen) ?? left[0];
  const called = (id: string): string => {
    const rule = rules.find((one) => one.id === id);
    return rule ? nameOf(rule) : id;
  };
  return (
    <>
      <ul className={styles["entries"]}>
        {texts.map((one) => (
          <Entry
            key={one.rule}
            name={t("textAt", { rule: called(one.rule) })}
            onRemove={() => onChange(texts.filter((other) => other !== one))}
          >
            <Textarea
              className={styles["wide"]}
              label={t("text")}
              value={one.text}
              maxLength={500}
              autosize
              minRows={2}
              error={one.text === ""}
              onChange={(event) => {
                const text = event.currentTarget.value;
                onChange(texts.map((other) => (other === one ? { ...one, text } : other)));
              }}
            />
          </Entry>
        ))}
      </ul>
      <NewEntry
        label={t("addText")}
        choices={left.map((rule) => ({ value: rule.id, label: nameOf(rule) }))}
        chosen={next?.id}
        onChoose={setChosen}
        onAdd={() => next && onChange([...texts, { rule: next.id, text: "" }])}
      />
    </>
  );
}
