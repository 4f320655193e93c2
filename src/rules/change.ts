import { localDay } from "../domain/day.ts";
import { stepOf } from "../domain/metric.ts";
import { amountToScaled, type ChangeRule } from "../domain/plan.ts";
import type { DayValue } from "./history.ts";
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
