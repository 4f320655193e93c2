import type { Compared, Inside } from "../domain/finding.ts";
import { type Direction, stepOf } from "../domain/metric.ts";
import { type LimitRule, quantityToScaled } from "../domain/plan.ts";
import type { RuleInput, RuleVerdict } from "./rule.ts";

/** How far a value lies beyond a limit in its direction; 0 or less is inside. Strictly beyond counts, so equal is inside. */
export const excess = (value: number, limit: number, direction: Direction): number =>
  direction === "above" ? value - limit : limit - value;

/** A value strictly above or below a fixed limit. `undefined` when the reading doesn't carry the metric. */
export function judgeLimit(
  rule: Omit<LimitRule, "id" | "kind" | "severity">,
  input: RuleInput,
): RuleVerdict | undefined {
  const value = input.reading.values[rule.metric];
  if (value === undefined) return undefined;
  const limit = quantityToScaled(rule.metric, rule.limit);
  const beyond = excess(value, limit, rule.direction);
  const compared: Compared = { value, limit };
  const readings = [input.reading.id];
  return beyond > 0
    ? { verdict: "finding", compared, readings }
    : ({ verdict: "inside", compared, readings, byStep: -beyond >= stepOf(rule.metric) } satisfies Partial<Inside>);
}
