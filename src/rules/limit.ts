import type { Compared, Inside } from "../domain/finding.ts";
import { type Direction, stepOf } from "../domain/metric.ts";
import { quantityToScaled } from "../domain/quantity.ts";
import type { LimitRule } from "../domain/rule.ts";
import { daily, type KindPage } from "./page.ts";
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

export const limitPage: KindPage = {
  title: "Fixed limit",
  definition: "A value strictly above, or strictly below, a fixed limit.",
  formula: "value > limit, or value < limit",
  needs: "Nothing but the reading. An uncertain time is accepted and said.",
  back: "The value is inside the limit by at least the metric's step.",
  edges: ['A value equal to the limit is inside: a source that says "from 95" is written as above 94.'],
  source:
    "BEAT-HF (Trials 15:124, table 1), Viss.nu and Läkemedelsverket 2023 (COPD); which limit of which source stands beside " +
    "each preset.",
  examples: (
    [
      ["A pulse of 112 with a limit of 110.", 112, "finding"],
      ["At the limit it is inside.", 110, "inside"],
    ] as const
  ).map(([story, pulse, expected]) => ({
    story,
    rule: {
      id: "pulse-high",
      kind: "limit",
      metric: "pulse",
      direction: "above",
      limit: { value: 110, unit: "/min" },
      severity: "yellow",
    },
    days: daily("pulse", "2026-11-22", [pulse]),
    expected,
  })),
};
