import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type MetricName, newRuleId, numbersIn, type Rule, sides, units, withAt } from "./body.ts";
import { Entry, NewEntry } from "./entry.tsx";
import { NumberField } from "./number-field.tsx";
import styles from "./plan.module.css";
import { has, useRuleName } from "./rule-name.ts";
import { TemplateRules } from "./template-rules.tsx";
import { sv } from "./words.ts";

const severities = ["red", "yellow", "info"] as const;

/** The limits: each with its numbers, its severity and a way to leave it out; and one more. */
export function Rules({
  rules,
  onChange,
  onLook,
}: {
  rules: readonly Rule[];
  onChange: (rules: readonly Rule[]) => void;
  /** Somebody is at a rule about this metric. */
  onLook: (metric: MetricName) => void;
}) {
  const { t } = useTranslation("plan");
  const replace = (id: string, by: Rule | undefined): void =>
    onChange(rules.flatMap((rule) => (rule.id === id ? (by ? [by] : []) : [rule])));
  return (
    <section id="part-rules" tabIndex={-1} className={styles["part"]}>
      <h2>{t("limits")}</h2>
      <ul className={styles["entries"]}>
        {rules.map((rule) => (
          <RuleEntry key={rule.id} rule={rule} onChange={(by) => replace(rule.id, by)} onLook={onLook} />
        ))}
      </ul>
      <TemplateRules rules={rules} onAdd={(added) => onChange([...rules, ...added])} />
      <NewSide
        label={t("addLimit")}
        onAdd={([metric, direction]) =>
          onChange([
            ...rules,
            {
              id: newRuleId(rules, `${metric}-${direction}`),
              kind: "limit",
              metric,
              direction,
              // Emptied until somebody has written the number; null is what the API sees of that, and says.
              limit: { value: null as unknown as number, unit: units[metric].unit },
              severity: "yellow",
            },
          ])
        }
      />
    </section>
  );
}

function RuleEntry({
  rule,
  onChange,
  onLook,
}: {
  rule: Rule;
  onChange: (rule: Rule | undefined) => void;
  onLook: (metric: MetricName) => void;
}) {
  const { t } = useTranslation(["plan", "ui"]);
  const name = useRuleName()(rule);
  const label = (path: readonly string[]): string => {
    const keys = path.filter((key) => key !== "value" || path.length === 1);
    const [first = "", last = first] = [keys[0], keys.at(-1)];
    const field = has(sv.field, last) ? t(`field.${last}`) : last;
    return keys.length > 1 && has(sv.window, first) ? t("fieldIn", { window: t(`window.${first}`), field }) : field;
  };
  return (
    <Entry name={name} onFocus={() => "metric" in rule && onLook(rule.metric)} onRemove={() => onChange(undefined)}>
      {numbersIn(rule).map(({ path, value, unit }) => (
        <NumberField
          key={path.join(".")}
          label={label(path)}
          unit={unit}
          value={value}
          onChange={(to) => onChange(withAt(rule, path, to))}
        />
      ))}
      <NativeSelect
        label={t("severity")}
        value={rule.severity}
        onChange={(event) => onChange(withAt(rule, ["severity"], event.currentTarget.value))}
        data={severities.map((value) => ({ value, label: t(`ui:severity.${value}`) }))}
      />
    </Entry>
  );
}

type Side = readonly [MetricName, "above" | "below"];

/** Chooses a metric and a side that a new limit is about. */
export function NewSide({
  label,
  without = [],
  onAdd,
}: {
  label: string;
  without?: readonly string[];
  onAdd: (side: Side) => void;
}) {
  const { t } = useTranslation(["plan", "ui"]);
  const offered = sides.filter(([metric, direction]) => !without.includes(`${metric}/${direction}`));
  const [chosen, setChosen] = useState("");
  const side = offered.find(([metric, direction]) => `${metric}/${direction}` === chosen) ?? offered[0];
  if (!side) return null;
  return (
    <NewEntry
      label={label}
      choices={offered.map(([metric, direction]) => ({
        value: `${metric}/${direction}`,
        label: `${t(`ui:signal.${metric}`)} ${t(`side.${direction}`)}`,
      }))}
      chosen={side.join("/")}
      onChoose={setChosen}
      onAdd={() => onAdd(side)}
    />
  );
}
