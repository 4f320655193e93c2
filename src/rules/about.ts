import { aboutOf } from "../domain/concern.ts";
import { isScore, type Metric } from "../domain/metric.ts";
import type { Reading } from "../domain/reading.ts";
import type { Rule } from "../domain/rule.ts";
import { news2Parameters } from "./news2-points.ts";

/** The metrics that make a rule look at a reading; none for one that looks at answers. */
export function judgedMetrics(rule: Rule): readonly Metric[] {
  if (rule.kind === "news2") return news2Parameters;
  const { metric } = aboutOf(rule);
  return isScore(metric) ? [] : [metric];
}

/** Whether a rule has anything to say of a reading. */
export const isAbout = (rule: Rule, reading: Pick<Reading, "values" | "answers">): boolean =>
  rule.kind === "symptoms"
    ? reading.answers?.questionnaire === rule.questionnaire
    : judgedMetrics(rule).some((metric) => reading.values[metric] !== undefined);

/** The metrics whose values in other readings a rule compares with; a rule that has any must know a reading's time. */
export function lookBack(rule: Rule): readonly Metric[] {
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
