import { localDay } from "../domain/day.ts";
import { stepOf } from "../domain/metric.ts";
import { amountToScaled } from "../domain/quantity.ts";
import { type OximetryScoreRule, thousandths } from "../domain/rule.ts";
import { deviationOf, edgeOf } from "./deviation.ts";
import type { Example, KindPage } from "./page.ts";
import type { RuleInput, RuleVerdict } from "./rule.ts";
import { restsOn, windowOf } from "./window.ts";

/**
 * The mean of how far saturation has fallen and pulse has risen, each in standard deviations of the patient's own last
 * local dates (Hurst et al., BMC Pulm Med 2010;10:52). Either may be negative and takes from the other. The pulse's part is
 * rounded to a thousandth of an SD; given that, the comparison is exact: `compared.limit` is the saturation below which the
 * score is strictly beyond its limit at this pulse.
 * @returns `undefined` for a reading without saturation; "missing" without the pulse measured with it; "not-enough-history"
 *   where either has values on fewer dates than the minimum
 */
export function judgeOximetryScore(
  rule: Omit<OximetryScoreRule, "id" | "severity">,
  { reading, dayValues, zone }: RuleInput,
): RuleVerdict | undefined {
  const { "oxygen-saturation": value, pulse } = reading.values;
  if (value === undefined) return undefined;
  if (pulse === undefined) return { verdict: "not-evaluable", reason: "missing", missing: ["pulse"] };
  const { days, minimum } = rule;
  const today = localDay(reading.measuredAt, zone);
  const saturations = windowOf(dayValues, "oxygen-saturation", today - days, today);
  const pulses = windowOf(dayValues, "pulse", today - days, today);
  if (Math.min(saturations.count, pulses.count) < minimum) {
    return { verdict: "not-evaluable", reason: "not-enough-history" };
  }
  const leastSd = amountToScaled("oxygen-saturation", rule.leastSd.saturation);
  const rise = deviationOf(pulses, amountToScaled("pulse", rule.leastSd.pulse), pulse);
  const atMost = thousandths(rule.limit);
  const limit = edgeOf(saturations, leastSd, 2 * atMost - rise, "below");
  const fall = -deviationOf(saturations, leastSd, value);
  const compared = { value, limit, days, pulse, score: { fall, rise, atMost } };
  const readings = restsOn(reading.id, saturations.readings, pulses.readings);
  return value < limit
    ? { verdict: "finding", compared, readings }
    : { verdict: "inside", compared, readings, byStep: value - limit >= stepOf("oxygen-saturation") };
}

const rule: Example["rule"] = {
  id: "oximetry-score",
  kind: "oximetry-score",
  limit: 1,
  leastSd: { saturation: { value: 1, unit: "%" }, pulse: { value: 3, unit: "/min" } },
  days: 14,
  minimum: 5,
  severity: "yellow",
};
const days = (pairs: readonly (readonly [saturation: number, pulse?: number])[]): Example["days"] =>
  pairs.map(([saturation, pulse], index) => ({
    on: Temporal.PlainDate.from("2026-11-14").add({ days: index }).toString(),
    values: { "oxygen-saturation": saturation, ...(pulse === undefined ? {} : { pulse }) },
  }));
const stable = [
  [93, 80],
  [92, 84],
  [93, 76],
  [94, 80],
  [93, 85],
  [93, 75],
] as const;

export const oximetryScorePage: KindPage = {
  title: "Oximetry score",
  definition:
    "The mean of how far saturation has fallen and pulse has risen from the patient's own baseline, in standard deviations, is " +
    "strictly above a limit. Each may be small: together they tell.",
  formula: "((m_sat - sat) / SD_sat + (pulse - m_pulse) / SD_pulse) / 2 > limit; m and SD of the N dates before today",
  needs:
    "Saturation and pulse in one reading; values of both on at least `minimum` of the N dates before today. A certain time and " +
    "a sound value. Without the pulse it is not evaluable, never taken as unchanged.",
  back: "Saturation is a step above what would be a finding at the same pulse.",
  edges: [
    "Each SD is taken as at least the plan's `leastSd`.",
    "A saturation above the baseline takes from a risen pulse, and the other way round.",
    'The source alerts from a score of 1 together with symptoms; "from 1" is written as above 0.99. Alone it is less specific.',
  ],
  source:
    "Hurst et al. 2010 (BMC Pulm Med 10:52; 40 patients with COPD, 2 705 days): AUC 0.832 (0.735\u20130.929); score of 1 or more with " +
    "symptoms: sensitivity 71 %, specificity 74 %.",
  examples: [
    {
      story: "Two per cent less and ten beats more than usual: neither beyond a limit, together a score above 2.",
      rule,
      days: days([...stable, [91, 90]]),
      expected: "finding",
    },
    {
      story: "As many beats more, with a better saturation than usual.",
      rule,
      days: days([...stable, [95, 90]]),
      expected: "inside",
    },
    { story: "The oximeter found no pulse.", rule, days: days([...stable, [91]]), expected: "missing" },
    {
      story: "Four dates are no baseline.",
      rule,
      days: days([...stable.slice(0, 4), [88, 110]]),
      expected: "not-enough-history",
    },
  ],
};
