import { dayToIso, localDay } from "../domain/day.ts";
import type { Averaged, Inside, Judgement, NotEvaluable } from "../domain/finding.ts";
import type { Measure, Metric } from "../domain/metric.ts";
import { metricNames } from "../domain/metric.ts";
import type { Rule } from "../domain/rule.ts";
import { dayCount } from "./explain.ts";
import { type Margin, marginOf } from "./margin.ts";
import type { RuleInput } from "./rule.ts";
import { type WhyNotSituation, whyNotSentences } from "./why-not-sentences.ts";
import { windowOf } from "./window.ts";
import { beyondText, type Language, localNumber, metricName, roundedText, showValue } from "./wording.ts";

/** A judgement that found nothing, with what is needed to say why: the rule (none for a safety limit) and what it was given. */
export type Unfound = {
  readonly judgement: Inside | NotEvaluable;
  readonly rule: Rule | undefined;
  readonly input: RuleInput;
};

/** Whether a judgement found nothing. */
export const isUnfound = (judgement: Judgement): judgement is Inside | NotEvaluable => judgement.verdict !== "finding";

/**
 * Why a rule found nothing in a reading: how near it came, or what hindered it, in a sentence for nurses.
 * Example: "Vikten 84,398 kg, +1,998 kg på 3 dagar (då 82,4 kg), 2 g kvar till gränsen 2,0 kg."
 */
export function whyNot(unfound: Unfound, language: Language): string {
  const all = facts(unfound, language);
  return fill(situationOf(unfound), language, (name) => all[name]?.() ?? "");
}

/** A sentence of the table about a measure that nothing was measured of, or that no rule is about. */
export const sayNothing = (
  situation: "no-reading" | "no-reading-ever" | "no-rule",
  measure: Measure,
  language: Language,
  last = "",
): string => fill(situation, language, (name) => (name === "last" ? last : metricName(measure, language)));

const fill = (situation: WhyNotSituation, language: Language, fact: (name: string) => string): string =>
  whyNotSentences[situation][language].replace(/\{(\w+)\}/g, (_, name: string) => fact(name));

/** Which row of the table explains it. */
export function situationOf({
  judgement,
  rule,
}: Pick<Unfound, "judgement" | "rule"> & Partial<Unfound>): WhyNotSituation {
  if (judgement.verdict === "not-evaluable") return hindered(judgement, rule);
  const { ruleKind, compared, direction } = judgement;
  const beyond = marginOf(judgement)?.left === 0;
  switch (ruleKind) {
    case "limit":
    case "safety":
      return beyond ? "at-limit" : `limit/${direction}`;
    case "baseline":
      return beyond ? "at-limit" : `baseline/${direction}`;
    case "n-of-m":
      return compared.count !== undefined ? "n-of-m" : beyond ? "at-limit" : `limit/${direction}`;
    case "oxygen-excess":
      return compared.flow === 0 ? "room-air" : beyond ? "at-limit" : "limit/above";
    case "change":
      return compared.against === "extreme" ? `change-extreme/${direction}` : "change-day";
    default:
      return ruleKind;
  }
}

function hindered({ reason, missing = [] }: NotEvaluable, rule: Rule | undefined): WhyNotSituation {
  switch (reason) {
    case "no-reference":
      if (rule?.kind === "change") return rule.against === "day" ? "no-day-before" : "no-days-before";
      return rule?.kind === "combination" ? "no-reference" : "no-plan-reference";
    case "not-enough-history":
      return rule?.kind === "combination" ? "no-history" : "not-enough-history";
    case "missing":
      return missing.every((name) => (metricNames as readonly string[]).includes(name)) ? "missing" : "unanswered";
    default:
      return reason;
  }
}

/** A window that a rule needs values in, and on how many of its dates there are any. */
type History = { readonly have: number; readonly need: number; readonly days: number };

/** The first window of a rule that has too few dates with a value; `undefined` when all have enough. */
export function lackingHistory(rule: Rule | undefined, { reading, dayValues, zone }: RuleInput): History | undefined {
  const today = localDay(reading.measuredAt, zone);
  const windows = (): History[] => {
    const have = (metric: Metric, from: number, to: number) => windowOf(dayValues, metric, from, to).count;
    switch (rule?.kind) {
      case "baseline":
        return [{ have: have(rule.metric, today - rule.days, today), need: rule.minimum, days: rule.days }];
      case "oximetry-score":
        return (["oxygen-saturation", "pulse"] as const).map((metric) => ({
          have: have(metric, today - rule.days, today),
          need: rule.minimum,
          days: rule.days,
        }));
      case "moving-average":
        // The judged reading stands for its own date.
        return [rule.short, rule.long].map(({ days, minimum }) => ({
          have: have(rule.metric, today - days + 1, today) + 1,
          need: minimum,
          days,
        }));
      case "cusum": {
        if (rule.level === "reference") return [];
        const begins = today - rule.days + 1;
        const { days, minimum } = rule.level;
        return [{ have: have(rule.metric, begins - days, begins), need: minimum, days }];
      }
      default:
        return [];
    }
  };
  return windows().find(({ have, need }) => have < need);
}

const meanOf = ({ sum, count }: Averaged = { days: 0, count: 1, sum: 0 }): number => sum / count;

/** What stands for each word in braces. A row asks for those that its situation has. */
function facts({ judgement, rule, input }: Unfound, language: Language): Readonly<Record<string, () => string>> {
  const { metric } = judgement;
  const compared = judgement.verdict === "inside" ? judgement.compared : { value: 0 };
  const { value, limit = 0, reference = 0, short, long, level, score, total = 0 } = compared;
  const days = compared.days ?? (rule && "days" in rule ? rule.days : undefined);
  const history = () => lackingHistory(rule, input);
  return {
    name: () => metricName(metric, language),
    value: () => showValue(metric, value, language),
    /** The name, and what was measured of it where it is something measured: for judgements that say no numbers. */
    measured: () => {
      const measured = input.reading.values[metric as Metric];
      const name = metricName(metric, language);
      return measured === undefined ? name : `${name} ${showValue(metric, measured, language)}`;
    },
    limit: () => showValue(metric, limit, language),
    margin: () => marginText(metric, marginOf({ ...judgement, compared }), language),
    reference: () => showValue(metric, reference, language),
    setOn: () => compared.setOn ?? "",
    change: () => `${value > reference ? "+" : ""}${showValue(metric, value - reference, language)}`,
    days: () => dayCount(days, language),
    day: () => dayToIso(localDay(input.reading.measuredAt, input.zone) - (days ?? 0)),
    count: () => String(compared.count),
    atLeast: () => String(compared.atLeast),
    hours: () => String(compared.hours),
    mean: () => roundedText(metric, meanOf(short ?? level), language),
    longMean: () => roundedText(metric, meanOf(long), language),
    shortDays: () => dayCount(short?.days, language),
    longDays: () => dayCount(long?.days, language),
    total: () => roundedText(metric, total / (level?.count ?? 1), language),
    pulse: () => showValue("pulse", compared.pulse ?? 0, language),
    score: () => localNumber(score ? String(Number(((score.fall + score.rise) / 2000).toFixed(3))) : "", language),
    scoreLimit: () => localNumber(String((score?.atMost ?? 0) / 1000), language),
    have: () => String(history()?.have ?? 0),
    need: () => String(history()?.need ?? 0),
    window: () => dayCount(history()?.days, language),
    missing: () =>
      listed(
        missingIn(judgement).map((name) => lowered(metricName(name as Metric, language))),
        language,
      ),
    unanswered: () => String(missingIn(judgement).length),
  };
}

const missingIn = (judgement: Inside | NotEvaluable): readonly string[] =>
  judgement.verdict === "not-evaluable" ? (judgement.missing ?? []) : [];

/** A distance, exact where the numbers compared are whole: small weights in grams, as scales show them. */
export function marginText(metric: Measure, margin: Margin | undefined, language: Language): string {
  const { left, times } = margin ?? { left: 0, times: 1 };
  if (times !== 1) return beyondText(metric, left / times, 0, language);
  return metric === "body-weight" && Math.abs(left) < 100 ? `${left} g` : showValue(metric, left, language);
}

const lowered = (name: string): string =>
  /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

const and = { sv: "och", en: "and" } as const;
const listed = (names: readonly string[], language: Language): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${and[language]} ${names.at(-1)}`;
