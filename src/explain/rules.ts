import type { Severity } from "../domain/alert.ts";
import { aboutOf } from "../domain/concern.ts";
import type { Judgement } from "../domain/finding.ts";
import type { Kind } from "../domain/kind.ts";
import { kindsOf } from "../domain/kind.ts";
import type { Direction, Measure } from "../domain/metric.ts";
import type { Reading } from "../domain/reading.ts";
import type { Rule } from "../domain/rule.ts";
import { judgedKinds } from "../rules/about.ts";
import { evaluate, type Judging } from "../rules/evaluate.ts";
import { type Margin, marginOf, nearerOf } from "../rules/margin.ts";
import type { RuleInput } from "../rules/rule.ts";
import type { Surroundings } from "./lens.ts";

/** One of the things that a plan watches for: a rule or a safety limit. */
export type Watch = {
  readonly id: string;
  /** Absent for a safety limit. */
  readonly rule: Rule | undefined;
  readonly metric: Measure;
  readonly direction: Direction;
  readonly severity: Severity;
  /** What it looks at. */
  readonly kinds: readonly Kind[];
};

/** What a watch says of one reading of the day. */
export type Answer = {
  readonly reading: Reading;
  readonly judgement: Judgement;
  readonly input: RuleInput;
  /** How near the limit, where there is a distance. */
  readonly margin: Margin | undefined;
};

/** Everything that a plan watches for, the safety limits first. */
export const watchesOf = ({ rules, safetyLimits }: Judging): Watch[] => [
  ...safetyLimits.map(({ metric, direction }) => ({
    id: `safety-${metric}-${direction}`,
    rule: undefined,
    metric,
    direction,
    severity: "red" as const,
    kinds: kindsOf(metric).map(({ kind }) => kind),
  })),
  ...rules.map((rule) => {
    const { metric, direction } = aboutOf(rule);
    return { id: rule.id, rule, metric, direction, severity: rule.severity, kinds: judgedKinds(rule, rules) };
  }),
];

/** What a plan says of readings, each judged with what is around it. By the id of the rule or safety limit. */
export function judgeAll(
  readings: readonly Reading[],
  plan: Judging,
  around: Surroundings,
): ReadonlyMap<string, readonly Answer[]> {
  const answers = new Map<string, Answer[]>();
  for (const reading of readings) {
    const input = { ...around, reading };
    for (const judgement of evaluate(input, plan)) {
      const margin = judgement.verdict === "not-evaluable" ? undefined : marginOf(judgement);
      answers.getOrInsertComputed(judgement.rule, () => []).push({ reading, judgement, input, margin });
    }
  }
  return answers;
}

/** So many findings of one rule and day are told one by one. */
const MOST_FINDINGS = 5;

/**
 * The answers that say why a rule did, or did not, find anything that day: the findings; without any the one that came nearest;
 * and once for each reason why a reading could not be asked.
 */
export function telling(answers: readonly Answer[]): Answer[] {
  const findings = answers.filter(({ judgement }) => judgement.verdict === "finding");
  const inside = answers.filter(({ judgement }) => judgement.verdict === "inside");
  const nearest = inside.toSorted((a, b) =>
    a.margin && b.margin ? nearerOf(a.margin, b.margin) : a.margin ? 1 : b.margin ? -1 : 0,
  );
  const reasons = new Map<string, Answer>();
  for (const answer of answers) {
    if (answer.judgement.verdict === "not-evaluable" && !reasons.has(answer.judgement.reason)) {
      reasons.set(answer.judgement.reason, answer);
    }
  }
  return [...(findings.length > 0 ? findings.slice(0, MOST_FINDINGS) : nearest.slice(0, 1)), ...reasons.values()];
}
