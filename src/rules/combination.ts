import { aboutOf } from "../domain/concern.ts";
import type { FoundPart } from "../domain/finding.ts";
import type { Reading } from "../domain/reading.ts";
import type { CombinationRule, Rule } from "../domain/rule.ts";
import { judgedKinds } from "./about.ts";
import { compareReadings, isReference } from "./history.ts";
import { daily, type Example, type KindPage } from "./page.ts";
import type { RuleInput, RuleVerdict } from "./rule.ts";
import { restsOn } from "./window.ts";

const HOUR = 3_600_000;

/**
 * Other rules of the plan that find something on at least so many of them within some hours, the judged reading being one
 * that finds something now. Earlier readings are judged here and now by the same rules, from what is stored: nothing is
 * remembered of what was found before, so that it makes no difference in which order the readings came.
 * @param parts the rules that are combined
 * @param judgePart judges a reading by one of them
 * @returns `undefined` when no part is about the reading; what hinders the first part when none can be asked
 */
export function judgeCombination(
  rule: Pick<CombinationRule, "atLeast" | "hours">,
  { reading, recent }: Pick<RuleInput, "reading" | "recent">,
  parts: readonly Rule[],
  judgePart: (part: Rule, reading: Reading) => RuleVerdict | undefined,
): RuleVerdict | undefined {
  const now = parts.map((part) => judgePart(part, reading)).filter((verdict) => verdict !== undefined);
  const asked = now.filter((verdict) => verdict.verdict !== "not-evaluable");
  if (asked.length === 0) return now[0];
  const { atLeast, hours } = rule;
  if (asked.every(({ verdict }) => verdict === "inside")) {
    const byStep = asked.every((verdict) => verdict.verdict === "inside" && verdict.byStep);
    return { verdict: "inside", compared: { value: 0, atLeast, hours }, readings: [reading.id], byStep };
  }
  const found: FoundPart[] = [];
  const readings: (readonly string[])[] = [];
  for (const part of parts) {
    const latest = candidates(part, parts, reading, recent, hours)
      .map((candidate) => judgePart(part, candidate))
      .find((verdict) => verdict?.verdict === "finding");
    if (latest?.verdict !== "finding") continue;
    const { metric, direction } = aboutOf(part);
    found.push({ rule: part.id, ruleKind: part.kind, metric, direction, compared: latest.compared });
    readings.push(latest.readings);
  }
  const compared = { value: found.length, atLeast, hours, parts: found };
  return found.length >= atLeast
    ? { verdict: "finding", compared, readings: restsOn(reading.id, ...readings) }
    : { verdict: "inside", compared, readings: restsOn(reading.id, ...readings), byStep: false };
}

/** The readings that a part may find something on, the judged one first, then the latest of the hours before. */
function candidates(
  part: Rule,
  parts: readonly Rule[],
  reading: Reading,
  recent: RuleInput["recent"],
  hours: number,
): Reading[] {
  const { measuredAt } = reading;
  const before = judgedKinds(part, parts)
    .flatMap((kind) => recent(kind, measuredAt - hours * HOUR, measuredAt))
    .filter((other) => other.id !== reading.id && isReference(other))
    .toSorted((a, b) => b.measuredAt - a.measuredAt || compareReadings(a, b));
  return [reading, ...before];
}

const gain: Rule = {
  id: "gain",
  kind: "change",
  metric: "body-weight",
  direction: "rise",
  amount: { value: 1, unit: "kg" },
  days: 3,
  against: "day",
  severity: "info",
};
const breathless: Rule = {
  id: "breathless",
  kind: "symptoms",
  questionnaire: "beat-hf",
  atLeast: 1,
  severity: "info",
};
const rule: Example["rule"] = {
  id: "gain-and-breathless",
  kind: "combination",
  of: ["gain", "breathless"],
  atLeast: 2,
  hours: 48,
  severity: "red",
};
const alongside = [gain, breathless];
const answers = (present: boolean): NonNullable<Example["days"][number]["answers"]> => ({
  questionnaire: "beat-hf",
  version: "1",
  given: {
    "more-breathless": present,
    "more-swelling": false,
    dizzy: false,
    "woke-breathless": false,
    "slept-propped-up": false,
    "compared-with-yesterday": "same",
  },
});

export const combinationPage: KindPage = {
  title: "Combination",
  definition:
    "At least so many of some other rules of the plan find something within some hours, one of them now: all of them, any of " +
    "them, or k. For instance a value together with a symptom.",
  formula:
    "number of the rules in `of` with a finding in the last `hours` >= atLeast, and one of them on the judged reading",
  needs: "What its parts need. Earlier readings count where they are sound. A certain time.",
  back: "The reading is inside every part that can be asked of it, by as much as each part takes.",
  edges: [
    "Each part is also a rule of its own and tells of itself, in its own severity: give it `info` where it should say little.",
    "A good reading never completes a combination, however bad the hours before were.",
    "Parts are judged again from the readings that are stored, not remembered: a symptom that comes late counts.",
    "A combination has no combinations in it.",
  ],
  source:
    "Limits differ with and without symptoms in BEAT-HF (Trials 2014;15:124, table 1); Hurst et al. 2010 combine a score with " +
    "symptoms. Which rules and how many is for the professional who signs.",
  examples: [
    {
      story: "A gain of 1.4 kg, breathless the day before: either says little, together much.",
      rule,
      alongside,
      days: [
        ...daily("body-weight", "2026-11-19", [82, 82.2]),
        { on: "2026-11-21", values: {}, answers: answers(true) },
        ...daily("body-weight", "2026-11-22", [83.4]),
      ],
      expected: "finding",
    },
    {
      story: "The same gain without a symptom.",
      rule,
      alongside,
      days: [
        ...daily("body-weight", "2026-11-19", [82, 82.2]),
        { on: "2026-11-21", values: {}, answers: answers(false) },
        ...daily("body-weight", "2026-11-22", [83.4]),
      ],
      expected: "inside",
    },
    {
      story: "No weight three days before, so that the gain can't be asked about.",
      rule,
      alongside,
      days: daily("body-weight", "2026-11-22", [83.4]),
      expected: "no-reference",
    },
  ],
};
