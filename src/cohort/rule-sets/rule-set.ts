import type { Severity } from "../../domain/alert.ts";
import type { Direction, Metric } from "../../domain/metric.ts";
import type { PlanBody } from "../../domain/plan.ts";
import type { CombinationRule, Rule } from "../../domain/rule.ts";
import { unitsOf } from "../../domain/unit.ts";
import { preset } from "../../rules/presets.ts";
import type { CohortCondition } from "../virtual/case.ts";

/** What is compared: some rules as a care plan has them. */
export type RuleSet = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** What of the source couldn't be expressed, or had to be chosen. */
  readonly note?: string;
  readonly plan: Pick<PlanBody, "rules" | "safetyLimits" | "saturationTarget">;
};

/** A published rule that no rule kind expresses, and why. */
export type Inexpressible = { readonly condition: CohortCondition; readonly title: string; readonly why: string };

/** A rule set without safety limits, as studies have them. */
export const ruleSet = (id: string, title: string, source: string, rules: readonly Rule[], note?: string): RuleSet => ({
  id,
  title,
  source,
  ...(note === undefined ? {} : { note }),
  plan: { rules: [...rules], safetyLimits: [] },
});

/** The rules that plans for a condition begin with. */
export function presetRuleSet(condition: CohortCondition): RuleSet {
  const { rules, safetyLimits } = preset([condition]);
  const source = "src/rules/presets.ts, with the general safety limits";
  return { id: "preset", title: "Hemvakt's preset", source, plan: { rules, safetyLimits } };
}

const quantity = (metric: Metric, value: number) => ({ value, unit: unitsOf(metric)[0]! });

/** A fixed limit. Its name says its side, and its severity where it is only part of another rule. */
export const limit = (metric: Metric, direction: Direction, value: number, severity: Severity = "yellow"): Rule => ({
  id: `${metric}-${direction}-${String(value).replace(".", "-")}${severity === "info" ? "-part" : ""}`,
  kind: "limit",
  metric,
  direction,
  limit: quantity(metric, value),
  severity,
});

/** Limits on both sides of a metric. */
export const outside = (metric: Metric, low: number, high: number, severity: Severity = "yellow"): Rule[] => [
  limit(metric, "below", low, severity),
  limit(metric, "above", high, severity),
];

/** A gain of weight over some local dates. */
export const gain = (
  value: number,
  unit: "kg" | "lb",
  days: number,
  against: "day" | "extreme" = "day",
  severity: Severity = "yellow",
): Rule => ({
  id: `gain-${String(value).replace(".", "-")}-${unit}-${days}d-${against}`,
  kind: "change",
  metric: "body-weight",
  direction: "rise",
  amount: { value, unit },
  days,
  against,
  severity,
});

/** Some rules of which at least so many find something on one morning. The parts alone are information, which isn't counted. */
export const together = (id: string, of: readonly Rule[], atLeast: number): CombinationRule => ({
  id,
  kind: "combination",
  of: of.map((part) => part.id),
  atLeast,
  hours: 1,
  severity: "yellow",
});
