import { localDay } from "../domain/day.ts";
import { stepOf } from "../domain/metric.ts";
import { amountToScaled } from "../domain/quantity.ts";
import type { ChangeRule } from "../domain/rule.ts";
import type { DayValue } from "./history.ts";
import { daily, type Example, type KindPage } from "./page.ts";
import type { RuleInput, RuleVerdict } from "./rule.ts";

/**
 * A rise or fall over local days, in either named reading of "2 kg in 3 days" (ESC 2021, WISH): against the value of the
 * local date exactly `days` before, or against the extreme of the `days` dates before. Strictly more than the amount
 * counts. Three days are three local dates, never 72 hours.
 * `undefined` when the reading doesn't carry the metric; "no-reference" when no earlier value can be compared with.
 */
export function judgeChange(rule: Omit<ChangeRule, "id" | "severity">, input: RuleInput): RuleVerdict | undefined {
  const value = input.reading.values[rule.metric];
  if (value === undefined) return undefined;
  const today = localDay(input.reading.measuredAt, input.zone);
  const reference = rule.against === "day" ? onDay(rule, input, today) : extremeSince(rule, input, today);
  if (!reference) return { verdict: "not-evaluable", reason: "no-reference" };

  const limit = amountToScaled(rule.metric, rule.amount);
  const change = rule.direction === "rise" ? value - reference.value : reference.value - value;
  const compared = {
    value,
    limit,
    reference: reference.value,
    referenceDay: reference.day,
    days: rule.days,
    against: rule.against,
  };
  const readings = [input.reading.id, reference.reading];
  return change > limit
    ? { verdict: "finding", compared, readings }
    : { verdict: "inside", compared, readings, byStep: limit - change >= stepOf(rule.metric) };
}

type Reference = DayValue & { day: number };

function onDay(rule: Pick<ChangeRule, "metric" | "days">, input: RuleInput, today: number): Reference | undefined {
  const day = today - rule.days;
  const found = input.dayValues(rule.metric, day);
  return found && { ...found, day };
}

function extremeSince(
  rule: Pick<ChangeRule, "metric" | "days" | "direction">,
  input: RuleInput,
  today: number,
): Reference | undefined {
  let extreme: Reference | undefined;
  for (let day = today - rule.days; day < today; day += 1) {
    const found = input.dayValues(rule.metric, day);
    if (!found) continue;
    const further = !extreme || (rule.direction === "rise" ? found.value < extreme.value : found.value > extreme.value);
    if (further) extreme = { ...found, day };
  }
  return extreme;
}

const rise = (against: "day" | "extreme"): Example["rule"] => ({
  id: "weight-rise-3d",
  kind: "change",
  metric: "body-weight",
  direction: "rise",
  amount: { value: 2, unit: "kg" },
  days: 3,
  against,
  severity: "red",
});

export const changePage: KindPage = {
  title: "Change over local dates",
  definition:
    "A rise or fall of strictly more than an amount: against the value of the local date exactly that many days before " +
    "(`day`), or against the lowest (for a fall: highest) of the dates between (`extreme`).",
  formula: "w[today] - w[today - N] > amount, or w[today] - min(w[today - N .. today - 1]) > amount",
  needs: "A value on the date compared with, or on one of the dates. A certain time and a sound value.",
  back: "The change is below the amount by at least the metric's step.",
  edges: [
    "Three days are three local dates, never 72 hours: a weekend with 23 or 25 hours in a day changes nothing.",
    "The first valid value of a date stands for it.",
    "The two readings of the same sentence differ about twofold in how often they alert, so the plan says which.",
  ],
  source: "More than 2 kg in 3 days: ESC heart-failure guidelines 2021 (self-care), WISH trial protocol.",
  examples: [
    {
      story: "Greta gains 2.3 kg over three days.",
      rule: rise("day"),
      days: daily("body-weight", "2026-11-19", [82.4, 82.5, 82.3, 84.7]),
      expected: "finding",
    },
    {
      story: "Not on three days before, but since the lowest of them.",
      rule: rise("extreme"),
      days: daily("body-weight", "2026-11-19", [82.9, 82.3, 82.5, 84.7]),
      expected: "finding",
    },
    {
      story: "Exactly the amount is inside.",
      rule: rise("day"),
      days: daily("body-weight", "2026-11-19", [82.4, undefined, undefined, 84.4]),
      expected: "inside",
    },
    {
      story: "No weight three days before.",
      rule: rise("day"),
      days: daily("body-weight", "2026-11-20", [82.4, 82.5, 84.9]),
      expected: "no-reference",
    },
  ],
};
