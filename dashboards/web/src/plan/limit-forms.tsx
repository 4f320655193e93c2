import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import { type DraftReference, type MetricName, units, withAt } from "./body.ts";
import { Entry, NewEntry } from "./entry.tsx";
import { NumberField } from "./number-field.tsx";
import styles from "./plan.module.css";
import { NewSide } from "./rule-form.tsx";

type Limit = Schemas["SafetyLimit"];
/** Emptied until somebody has written the number. */
const empty = (metric: MetricName) => ({ value: null as unknown as number, unit: units[metric].unit });

/** The limits that always open a red alert. */
export function SafetyLimits({
  limits,
  onChange,
}: {
  limits: readonly Limit[];
  onChange: (limits: readonly Limit[]) => void;
}) {
  const { t } = useTranslation(["plan", "ui"]);
  const sideOf = ({ metric, direction }: Limit): string => `${metric}/${direction}`;
  return (
    <section id="part-safetyLimits" tabIndex={-1} className={styles["part"]}>
      <h2>{t("safety")}</h2>
      <p className="quiet">{t("safetyNote")}</p>
      <ul className={styles["entries"]}>
        {limits.map((limit) => (
          <Amount
            key={sideOf(limit)}
            name={`${t(`ui:signal.${limit.metric}`)} ${t(`side.${limit.direction}`)}`}
            label={t("field.limit")}
            quantity={limit.limit}
            onChange={(value) =>
              onChange(limits.map((one) => (one === limit ? withAt(limit, ["limit", "value"], value) : one)))
            }
            onRemove={() => onChange(limits.filter((one) => one !== limit))}
          />
        ))}
      </ul>
      <NewSide
        label={t("addSafety")}
        without={limits.map(sideOf)}
        onAdd={([metric, direction]) => onChange([...limits, { metric, direction, limit: empty(metric) }])}
      />
    </section>
  );
}

/** What is normal for this patient, for the rules that compare with it. */
export function References({
  references,
  onChange,
}: {
  references: readonly DraftReference[];
  onChange: (references: readonly DraftReference[]) => void;
}) {
  const { t } = useTranslation(["plan", "ui"]);
  const left = (Object.keys(units) as MetricName[]).filter(
    (metric) => metric !== "consciousness" && references.every((one) => one.metric !== metric),
  );
  const [chosen, setChosen] = useState<string>();
  const metric = left.find((one) => one === chosen) ?? left[0];
  return (
    <section id="part-references" tabIndex={-1} className={styles["part"]}>
      <h2>{t("references")}</h2>
      <p className="quiet">{t("referencesNote")}</p>
      <ul className={styles["entries"]}>
        {references.map((reference) => (
          <Amount
            key={reference.metric}
            name={t(`ui:signal.${reference.metric}`)}
            label={t("field.value")}
            quantity={reference.value}
            onChange={(value) =>
              // Another value has another author: whoever signs it.
              onChange(
                references.map((one) =>
                  one === reference ? { metric: one.metric, value: withAt(one.value, ["value"], value) } : one,
                ),
              )
            }
            onRemove={() => onChange(references.filter((one) => one !== reference))}
          />
        ))}
      </ul>
      <NewEntry
        label={t("addReference")}
        choices={left.map((value) => ({ value, label: t(`ui:signal.${value}`) }))}
        chosen={metric}
        onChoose={setChosen}
        onAdd={() => metric && onChange([...references, { metric, value: empty(metric) }])}
      />
    </section>
  );
}

type AmountGiven = {
  readonly name: string;
  readonly label: string;
  readonly quantity: Schemas["Quantity"];
  readonly onChange: (value: number | null) => void;
  readonly onRemove: () => void;
};

const Amount = ({ name, label, quantity, onChange, onRemove }: AmountGiven) => (
  <Entry name={name} onRemove={onRemove}>
    <NumberField label={label} unit={quantity.unit} value={quantity.value} onChange={onChange} />
  </Entry>
);
