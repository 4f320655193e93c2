import { aboutOf } from "../domain/concern.ts";
import { type Kind, kindsOf } from "../domain/kind.ts";
import { isScore, type Metric } from "../domain/metric.ts";
import type { Reading } from "../domain/reading.ts";
import type { CombinationRule, Rule } from "../domain/rule.ts";
import { news2Parameters } from "./news2-points.ts";

/** The rules that a combination combines. @param rules the plan's */
export const partsOf = (rule: CombinationRule, rules: readonly Rule[]): Rule[] =>
  rules.filter(({ id, kind }) => kind !== "combination" && rule.of.includes(id));

/** The metrics that make a rule look at a reading; none for one that looks at answers or at other rules. */
function judgedMetrics(rule: Rule): readonly Metric[] {
  if (rule.kind === "news2") return news2Parameters;
  const { metric } = aboutOf(rule);
  return isScore(metric) ? [] : [metric];
}

/** Whether a rule has anything to say of a reading. @param rules the plan's */
export function isAbout(rule: Rule, reading: Pick<Reading, "values" | "answers">, rules: readonly Rule[]): boolean {
  switch (rule.kind) {
    case "symptoms":
      return reading.answers?.questionnaire === rule.questionnaire;
    case "combination":
      return partsOf(rule, rules).some((part) => isAbout(part, reading, rules));
    default:
      return judgedMetrics(rule).some((metric) => reading.values[metric] !== undefined);
  }
}

/** The kinds of reading that a rule has something to say of. @param rules the plan's */
export function judgedKinds(rule: Rule, rules: readonly Rule[]): Kind[] {
  if (rule.kind === "symptoms") return ["symptoms"];
  if (rule.kind === "combination") return unique(partsOf(rule, rules).flatMap((part) => judgedKinds(part, rules)));
  return unique(judgedMetrics(rule).flatMap((metric) => kindsOf(metric).map(({ kind }) => kind)));
}

/** The kinds whose other readings a rule compares with; a rule that has any must know a reading's time. */
export function comparedKinds(rule: Rule, rules: readonly Rule[]): Kind[] {
  if (rule.kind === "combination") {
    const parts = partsOf(rule, rules);
    return unique(parts.flatMap((part) => [...judgedKinds(part, rules), ...comparedKinds(part, rules)]));
  }
  return unique(lookBack(rule).flatMap((metric) => kindsOf(metric).map(({ kind }) => kind)));
}

const unique = (kinds: readonly Kind[]): Kind[] => [...new Set(kinds)];

function lookBack(rule: Exclude<Rule, CombinationRule>): readonly Metric[] {
  switch (rule.kind) {
    case "limit":
    case "reference":
    case "irregular-pulse":
    case "oxygen-excess":
    case "symptoms":
      return [];
    case "change":
    case "moving-average":
    case "n-of-m":
    case "baseline":
    case "cusum":
      return [rule.metric];
    case "oximetry-score":
      return ["oxygen-saturation", "pulse"];
    case "news2":
      return news2Parameters;
  }
}
