import { localDay } from "../domain/day.ts";
import { stepOf } from "../domain/metric.ts";
import type { Reference } from "../domain/plan.ts";
import { amountToScaled, quantityToScaled } from "../domain/quantity.ts";
import type { CusumRule } from "../domain/rule.ts";
import { daily, type Example, type KindPage } from "./page.ts";
import type { RuleInput, RuleVerdict } from "./rule.ts";
import { restsOn, windowOf } from "./window.ts";

/**
 * A cumulative sum (Page, Biometrika 1954;41:100): what each local date exceeds the patient's level by, less an allowance,
 * added up and never below 0; found when the sum strictly exceeds the limit. It begins at 0 on the first of `days` dates and
 * ends with the judged reading, so that it depends on stored values only and needs no memory. Dates without a value add
 * nothing. The level is the plan's signed reference, or the mean of the dates before the sum begins.
 * @returns `undefined` when the reading doesn't carry the metric; "no-reference" or "not-enough-history" without a level
 */
export function judgeCusum(
  rule: Omit<CusumRule, "id" | "severity">,
  input: RuleInput,
  references: readonly Reference[] = [],
): RuleVerdict | undefined {
  const { metric, days } = rule;
  const value = input.reading.values[metric];
  if (value === undefined) return undefined;
  const today = localDay(input.reading.measuredAt, input.zone);
  const level = levelOf(rule, input, today - days + 1, references);
  if (typeof level === "string") return { verdict: "not-evaluable", reason: level };
  const before = windowOf(input.dayValues, metric, today - days + 1, today);
  const [limit, allowance] = [amountToScaled(metric, rule.limit), amountToScaled(metric, rule.allowance)];
  // All times the number of values in the level's mean, which keeps them whole.
  let total = 0;
  for (const each of [...before.values, value]) {
    const away = level.count * each - level.sum;
    total = Math.max(0, total + (rule.direction === "rise" ? away : -away) - level.count * allowance);
  }
  const left = level.count * limit - total;
  const compared = { value, limit, days, total, level: { days: level.days, count: level.count, sum: level.sum } };
  const readings = restsOn(input.reading.id, before.readings, level.readings);
  return left < 0
    ? { verdict: "finding", compared, readings }
    : { verdict: "inside", compared, readings, byStep: left >= level.count * stepOf(metric) };
}

function levelOf(
  { metric, level }: Pick<CusumRule, "metric" | "level">,
  { dayValues }: RuleInput,
  begins: number,
  references: readonly Reference[],
) {
  if (level === "reference") {
    const signed = references.find((reference) => reference.metric === metric);
    return signed
      ? { days: 0, count: 1, sum: quantityToScaled(metric, signed.value), readings: [] }
      : ("no-reference" as const);
  }
  const { count, sum, readings } = windowOf(dayValues, metric, begins - level.days, begins);
  return count < level.minimum ? ("not-enough-history" as const) : { days: level.days, count, sum, readings };
}

const rule: Example["rule"] = {
  id: "weight-cusum",
  kind: "cusum",
  metric: "body-weight",
  direction: "rise",
  level: "reference",
  allowance: { value: 0.5, unit: "kg" },
  limit: { value: 3, unit: "kg" },
  days: 14,
  severity: "yellow",
};
const references = [
  { metric: "body-weight" as const, value: { value: 82, unit: "kg" }, setOn: "2026-11-02", setBy: "doris" },
];

export const cusumPage: KindPage = {
  title: "Cumulative sum",
  definition:
    "What each date lies above (or below) the patient's level by, less an allowance for ordinary variation, added up and never " +
    "below nothing, exceeds a limit. A small shift that stays is found, though no value stands out.",
  formula: "S = max(0, S + (w - level - allowance)) over the last N dates, from 0; a finding when S > limit",
  needs:
    'A signed reference for `level: "reference"`; or values on at least `minimum` of the `days` dates before the sum begins, ' +
    "whose mean is the level. A certain time and a sound value.",
  back: "The sum is below the limit by at least the metric's step.",
  edges: [
    "The sum begins at nothing N dates back, whatever came before: it follows from the stored values alone, in any order.",
    "Dates without a value add nothing and take nothing away.",
    "After a large shift the sum stays high for days after the value is back; that is how it is meant.",
  ],
  source:
    "Page 1954, Continuous inspection schemes (Biometrika 41:100). Allowance and limit are usually half of, and four to five " +
    "times, the standard deviation; the figures here are a proposal.",
  examples: [
    {
      story: "A kilogram above the dry weight, day after day: the seventh date takes the sum above 3 kg.",
      rule,
      references,
      days: daily("body-weight", "2026-11-16", [83, 83, 83, 83, 83, 83, 83]),
      expected: "finding",
    },
    {
      story: "Up and down by as much adds up to nothing.",
      rule,
      references,
      days: daily("body-weight", "2026-11-16", [83, 81, 83, 81, 83, 81, 83]),
      expected: "inside",
    },
    {
      story: "Against the mean of the two weeks before instead, with too few of their dates measured.",
      rule: { ...rule, level: { days: 14, minimum: 5 } },
      days: daily("body-weight", "2026-11-16", [83, 83, 83]),
      expected: "not-enough-history",
    },
  ],
};
