import { localDay } from "../domain/day.ts";
import { stepOf } from "../domain/metric.ts";
import { amountToScaled } from "../domain/quantity.ts";
import type { MovingAverageRule } from "../domain/rule.ts";
import { daily, type Example, type KindPage } from "./page.ts";
import type { RuleInput, RuleVerdict } from "./rule.ts";
import { restsOn, windowOf } from "./window.ts";

/**
 * The mean of the last few local dates against that of many (moving-average convergence-divergence, as tried on TEN-HMS
 * weights by Zhang et al., PMID 19252210). Both windows end with the judged reading's own date, for which it stands itself,
 * so that the long one takes in the short. Strictly more than the amount counts; means are compared by multiplying out.
 * @returns `undefined` when the reading doesn't carry the metric; "not-enough-history" when either window has too few dates
 *   with a value
 */
export function judgeMovingAverage(
  rule: Omit<MovingAverageRule, "id" | "severity">,
  { reading, dayValues, zone }: RuleInput,
): RuleVerdict | undefined {
  const { metric } = rule;
  const value = reading.values[metric];
  if (value === undefined) return undefined;
  const today = localDay(reading.measuredAt, zone);
  const averageOf = ({ days }: { days: number }) => {
    const before = windowOf(dayValues, metric, today - days + 1, today);
    return { days, count: before.count + 1, sum: before.sum + value, readings: before.readings };
  };
  const { readings: _within, ...short } = averageOf(rule.short);
  const { readings: earlier, ...long } = averageOf(rule.long);
  if (short.count < rule.short.minimum || long.count < rule.long.minimum) {
    return { verdict: "not-evaluable", reason: "not-enough-history" };
  }
  const limit = amountToScaled(metric, rule.amount);
  const away = short.sum * long.count - long.sum * short.count;
  // How far inside, times both counts.
  const left = limit * short.count * long.count - (rule.direction === "rise" ? away : -away);
  const compared = { value, limit, short, long };
  const readings = restsOn(reading.id, earlier);
  return left < 0
    ? { verdict: "finding", compared, readings }
    : { verdict: "inside", compared, readings, byStep: left >= stepOf(metric) * short.count * long.count };
}

const rule: Example["rule"] = {
  id: "weight-trend-up",
  kind: "moving-average",
  metric: "body-weight",
  direction: "rise",
  amount: { value: 1, unit: "kg" },
  short: { days: 3, minimum: 2 },
  long: { days: 28, minimum: 10 },
  severity: "yellow",
};
const tenDays = [82, 82.2, 81.8, 82, 82.1, 81.9, 82, 82.2, 81.8, 82];

export const movingAveragePage: KindPage = {
  title: "Short against long moving average",
  definition:
    "The mean of the last few local dates differs from the mean of many by strictly more than an amount: the trend has left " +
    "its usual course, though no single value may stand out.",
  formula: "mean(w over the last s dates) - mean(w over the last l dates) > amount; both end today, s < l",
  needs:
    "At least `minimum` dates with a value in each window, today's among them. A certain time and a sound value. Dates without " +
    "a value are left out, not filled in.",
  back: "The means differ by less than the amount by at least the metric's step.",
  edges: [
    "The long window takes in the short one, so that the difference is smaller than against the dates before.",
    "One wrong weight moves a mean of three by a third of its error: less than it moves a change over days.",
  ],
  source:
    "Zhang et al. 2009 (TEN-HMS, 168 patients; PMID 19252210) and Gyllensten et al. 2016 (PMC4777885). The windows and amount " +
    "used there were not seen: s = 3, l = 28 and 1.0 kg are a proposal.",
  examples: [
    {
      story:
        "Half a kilogram a day: on the fourth day the mean of three is more than a kilogram above that of four weeks.",
      rule,
      days: daily("body-weight", "2026-11-09", [...tenDays, 82.5, 83, 83.5, 84]),
      expected: "finding",
    },
    {
      story: "One heavy morning alone is not a trend.",
      rule,
      days: daily("body-weight", "2026-11-09", [...tenDays, 84.4]),
      expected: "inside",
    },
    {
      story: "Nine dates are too few for a long mean of at least ten.",
      rule,
      days: daily("body-weight", "2026-11-09", [82, 82, 82, 82, 82, 82, 84, 84, 84]),
      expected: "not-enough-history",
    },
  ],
};
