import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import { type DraftReference, type MetricName, units, withAt } from "./body.ts";
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
    <section className={styles["part"]}>
      <h2>{t("safety")}</h2>
      <p className="quiet">{t("safetyNote")}</p>
      <ul className={styles["entries"]}>
        {limits.map((limit) => (
          <Entry
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
    <section className={styles["part"]}>
      <h2>{t("references")}</h2>
      <p className="quiet">{t("referencesNote")}</p>
      <ul className={styles["entries"]}>
        {references.map((reference) => (
          <Entry
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
      {metric !== undefined && (
        <div className={styles["new"]}>
          <NativeSelect
            label={t("addReference")}
            value={metric}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={left.map((value) => ({ value, label: t(`ui:signal.${value}`) }))}
          />
          <Button
            variant="default"
            aria-label={`${t("add")}: ${t("addReference")}`}
            onClick={() => onChange([...references, { metric, value: empty(metric) }])}
          >
            {t("add")}
          </Button>
        </div>
      )}
    </section>
  );
}

function Entry({
  name,
  label,
  quantity,
  onChange,
  onRemove,
}: {
  name: string;
  label: string;
  quantity: Schemas["Quantity"];
  onChange: (value: number | null) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation("plan");
  return (
    <li>
      <fieldset className={styles["entry"]}>
        <legend>{name}</legend>
        <NumberField label={label} unit={quantity.unit} value={quantity.value} onChange={onChange} />
        <Button
          variant="subtle"
          aria-label={t("removeNamed", { name })}
          onClick={onRemove}
          className={styles["remove"]}
        >
          {t("remove")}
        </Button>
      </fieldset>
    </li>
  );
}
