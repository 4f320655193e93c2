import type { Averaged, Compared, Finding } from "../domain/finding.ts";
import type { Metric } from "../domain/metric.ts";
import { highestScore } from "../domain/questionnaire.ts";
import { doubts, planSentences, type Situation, sentences } from "./sentences.ts";
import { beyondText, type Language, localNumber, metricName, roundedText, showValue } from "./wording.ts";

type Explained = Pick<Finding, "metric" | "direction" | "compared" | "ruleKind" | "uncertain" | "plan">;

/**
 * Why a finding is one, in a sentence a nurse can act on: the numbers compared, never a code.
 * Example: "Vikten upp 2,3 kg på 3 dagar, till 84,7 kg (gräns 2,0 kg)."
 */
export function explain(finding: Explained, language: Language): string {
  const row = sentences[situationOf(finding)];
  // A kind of one side has one row.
  const template = (row[finding.direction] ?? row.above ?? row.below)?.[language] ?? "";
  const all = facts(finding, language);
  const sentence = template.replace(/\{(\w+)\}/g, (_, name: string) => all[name]?.() ?? "");
  const under = finding.plan ? [planSentences[finding.plan.basis][language]] : [];
  return [sentence, ...under, ...finding.uncertain.map((what) => doubts[what][language])].join(" ");
}

/** Which row of the decision table a finding is explained by. */
export const situationOf = ({ ruleKind, compared }: Pick<Explained, "ruleKind" | "compared">): Situation =>
  ruleKind === "change" ? `change-${compared.against ?? "day"}` : ruleKind;

type Facts = Readonly<Record<string, () => string>>;

/** What stands for each word in braces. A row asks for those that its rule kind compares. */
const facts = ({ metric, compared }: Explained, language: Language): Facts => ({
  name: () => metricName(metric, language),
  /** What was measured, readable. */
  value: () => roundedText(metric, compared.value, language),
  /** What was measured, so that it is seen to be beyond the limit. */
  beyond: () => beyondText(metric, compared.value, compared.limit ?? 0, language),
  limit: () => showValue(metric, compared.limit ?? 0, language),
  reference: () => showValue(metric, compared.reference ?? 0, language),
  mean: () => roundedText(metric, meanOf(compared.short ?? compared.baseline ?? compared.level), language),
  /** The distance to what was compared with, seen to be beyond the allowed amount. */
  change: () => beyondText(metric, distance(compared), compared.limit ?? 0, language),
  days: () => dayCount(compared.days, language),
  shortDays: () => dayCount(compared.short?.days, language),
  longDays: () => dayCount(compared.long?.days, language),
  setOn: () => compared.setOn ?? "",
  count: () => String(compared.count),
  atLeast: () => String(compared.atLeast),
  highest: () => String(compared.questionnaire ? highestScore(compared.questionnaire) : ""),
  scale: () => String(compared.news2?.scale),
  points: () => pointsText(compared, language),
  alertsAt: () => [String(compared.atLeast), ...(compared.news2?.orRed ? [orRed[language]] : [])].join(" "),
  hours: () => String(compared.hours),
  /** Each part's own sentence, without its full stop. */
  parts: () =>
    (compared.parts ?? []).map((part) => explain({ ...part, uncertain: [] }, language).replace(/\.$/, "")).join("; "),
  sds: () => localNumber(String((compared.sds ?? 0) / 1000), language),
  pulse: () => showValue("pulse", compared.pulse ?? 0, language),
  flow: () => showValue("oxygen-flow", compared.flow ?? 0, language),
  /** So that it is seen to be above its limit. */
  score: () => localNumber(scoreText(compared.score), language),
  scoreLimit: () => localNumber(String((compared.score?.atMost ?? 0) / 1000), language),
});

const meanOf = ({ sum, count }: Averaged = { days: 0, count: 1, sum: 0 }): number => sum / count;

/** How far apart the compared numbers are, in stored integers and, of means, fractions of them. */
function distance({ value, reference, short, long, total, level }: Compared): number {
  if (total !== undefined && level) return total / level.count;
  return Math.abs(short && long ? meanOf(short) - meanOf(long) : value - (reference ?? 0));
}

/** Half the sum of both parts, with as few decimals as show it above the limit. */
function scoreText({ fall, rise, atMost } = { fall: 0, rise: 0, atMost: 0 }): string {
  const score = (fall + rise) / 2000;
  const digits = [1, 2, 3].find((digits) => Number(score.toFixed(digits)) > atMost / 1000) ?? 4;
  return score.toFixed(digits);
}

const orRed = { sv: "eller en enskild trea", en: "or a single 3" } as const;

/** The parameters that score anything, most points first. */
const pointsText = ({ news2 }: Compared, language: Language): string =>
  (Object.entries(news2?.points ?? {}) as [Metric, number][])
    .filter(([, points]) => points > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([metric, points]) => {
      const name = metricName(metric, language);
      return `${name.charAt(0).toLowerCase()}${name.slice(1)} ${points}`;
    })
    .join(", ");

const dayWords = { sv: ["dag", "dagar"], en: ["day", "days"] } as const;

/** "1 dag", "3 days". */
export const dayCount = (days: number | undefined, language: Language): string =>
  `${days} ${dayWords[language][days === 1 ? 0 : 1]}`;
