import { localDay } from "../domain/day.ts";
import { stepOf } from "../domain/metric.ts";
import { quantityToScaled } from "../domain/quantity.ts";
import type { NOfMRule } from "../domain/rule.ts";
import { excess } from "./limit.ts";
import { daily, type Example, type KindPage } from "./page.ts";
import type { RuleInput, RuleVerdict } from "./rule.ts";
import { restsOn } from "./window.ts";

/**
 * A value beyond a limit on at least n of the last m local dates, the judged reading standing for its own. The judged
 * reading must be beyond the limit itself: a good value never makes an alert of bad days that have gone by. Dates without
 * a value count as not beyond.
 * @returns `undefined` when the reading doesn't carry the metric
 */
export function judgeNOfM(
  rule: Omit<NOfMRule, "id" | "severity">,
  { reading, dayValues, zone }: RuleInput,
): RuleVerdict | undefined {
  const { metric, direction, days, atLeast } = rule;
  const value = reading.values[metric];
  if (value === undefined) return undefined;
  const limit = quantityToScaled(metric, rule.limit);
  const beyond = excess(value, limit, direction);
  if (beyond <= 0) {
    const compared = { value, limit, days, atLeast };
    return { verdict: "inside", compared, readings: [reading.id], byStep: -beyond >= stepOf(metric) };
  }
  const today = localDay(reading.measuredAt, zone);
  const others: string[] = [];
  for (let day = today - days + 1; day < today; day += 1) {
    const found = dayValues(metric, day);
    if (found && excess(found.value, limit, direction) > 0) others.push(found.reading);
  }
  const count = others.length + 1;
  const compared = { value, limit, days, atLeast, count };
  const readings = restsOn(reading.id, others);
  return count >= atLeast
    ? { verdict: "finding", compared, readings }
    : { verdict: "inside", compared, readings, byStep: false };
}

const rule: Example["rule"] = {
  id: "systolic-high-3-of-5",
  kind: "n-of-m",
  metric: "systolic-pressure",
  direction: "above",
  limit: { value: 150, unit: "mmHg" },
  atLeast: 3,
  days: 5,
  severity: "yellow",
};

export const nOfMPage: KindPage = {
  title: "On n of m dates",
  definition: "A value strictly beyond a limit, on at least n of the last m local dates; today must be one of them.",
  formula: "value today beyond limit, and the number of the last m dates with a value beyond limit >= n",
  needs: "A certain time and a sound value. No least history: a date without a value counts as not beyond.",
  back: "Today's value is inside the limit by at least the metric's step.",
  edges: [
    "The first valid value of each date counts, so that ten measurements in one anxious evening are one date.",
    "Too few dates beyond the limit is inside, but doesn't arm a resolved alert again: only a value inside the limit does.",
  ],
  source:
    "Persistence over dates instead of single values: HeartPhone calls a set number of consecutive deviations red " +
    "(US 2012/0330683). n, m and limits are for the professional who signs.",
  examples: [
    {
      story: "Above 150 mmHg on three of five dates, today included.",
      rule,
      days: daily("systolic-pressure", "2026-11-18", [152, 141, 158, undefined, 151]),
      expected: "finding",
    },
    {
      story: "Three such dates, but today is fine.",
      rule,
      days: daily("systolic-pressure", "2026-11-18", [152, 155, 158, undefined, 139]),
      expected: "inside",
    },
    {
      story: "The first of the three was six dates ago.",
      rule,
      days: daily("systolic-pressure", "2026-11-17", [152, 141, 158, undefined, 140, 151]),
      expected: "inside",
    },
  ],
};
