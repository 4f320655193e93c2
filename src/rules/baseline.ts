import { localDay } from "../domain/day.ts";
import { stepOf } from "../domain/metric.ts";
import { amountToScaled } from "../domain/quantity.ts";
import { type BaselineRule, sideOf, thousandths } from "../domain/rule.ts";
import { edgeOf } from "./deviation.ts";
import { excess } from "./limit.ts";
import { daily, type Example, type KindPage } from "./page.ts";
import type { RuleInput, RuleVerdict } from "./rule.ts";
import { restsOn, windowOf } from "./window.ts";

/**
 * A value further from the patient's own mean than a number of the patient's own standard deviations, both of the local
 * dates before the judged one (n − 1 in the SD). `compared.limit` is the last stored integer inside, so that the comparison
 * is one of whole numbers.
 * @returns `undefined` when the reading doesn't carry the metric; "not-enough-history" with fewer dates than the minimum
 */
export function judgeBaseline(
  rule: Omit<BaselineRule, "id" | "severity">,
  { reading, dayValues, zone }: RuleInput,
): RuleVerdict | undefined {
  const { metric, days } = rule;
  const value = reading.values[metric];
  if (value === undefined) return undefined;
  const today = localDay(reading.measuredAt, zone);
  const before = windowOf(dayValues, metric, today - days, today);
  if (before.count < rule.minimum) return { verdict: "not-evaluable", reason: "not-enough-history" };
  const side = sideOf(rule);
  const sds = thousandths(rule.sds);
  const { count, sum, squares } = before;
  const limit = edgeOf(before, amountToScaled(metric, rule.leastSd), sds, side);
  const beyond = excess(value, limit, side);
  const compared = { value, limit, days, sds, baseline: { days, count, sum, squares } };
  const readings = restsOn(reading.id, before.readings);
  return beyond > 0
    ? { verdict: "finding", compared, readings }
    : { verdict: "inside", compared, readings, byStep: -beyond >= stepOf(metric) };
}

const rule: Example["rule"] = {
  id: "pulse-above-own",
  kind: "baseline",
  metric: "pulse",
  direction: "rise",
  sds: 2,
  leastSd: { value: 3, unit: "/min" },
  days: 14,
  minimum: 5,
  severity: "yellow",
};

export const baselinePage: KindPage = {
  title: "Against the patient's own baseline",
  definition:
    "A value further from the patient's own mean of the last dates than a number of the patient's own standard deviations. " +
    "What is normal for one is an alarm for another.",
  formula:
    "value > m + k * max(SD, least SD), or value < m - k * max(SD, least SD); m and SD of the N dates before today",
  needs: "Values on at least `minimum` of the N dates before today. A certain time and a sound value.",
  back: "The value is inside the patient's own limit by at least the metric's step.",
  edges: [
    "Equal values have an SD of nothing, and any other value would be infinitely many SDs away: the SD is taken as at least " +
      "`leastSd`, which the plan states.",
    "A value that stays high becomes the baseline: this rule sees what is new. Set a limit or a reference beside it.",
    "A limit that falls between two stored values is rounded towards the mean's far side: strictly beyond stays strictly beyond.",
  ],
  source:
    "14-day baseline in SDs: Al Rajeh et al. 2020 (JMIR mHealth 8(11):e17597). SD in stable COPD about 5/min of pulse and 1 % of " +
    "saturation: Hurst et al. 2010. At least five values in 14 days is a proposal.",
  examples: [
    {
      story: "A pulse of 84 in somebody whose mean is 72 and SD 4.",
      rule,
      days: daily("pulse", "2026-11-12", [68, 76, 72, 68, undefined, 76, 72, undefined, 70, 74, 84]),
      expected: "finding",
    },
    {
      story: "The same pulse in somebody who varies more.",
      rule,
      days: daily("pulse", "2026-11-12", [62, 84, 72, 64, undefined, 80, 72, undefined, 66, 78, 84]),
      expected: "inside",
    },
    {
      story: "Four dates are no baseline.",
      rule,
      days: daily("pulse", "2026-11-18", [68, 76, 72, 70, 95]),
      expected: "not-enough-history",
    },
  ],
};
