import { questionnaires, scoreOf } from "../domain/questionnaire.ts";
import type { SymptomsRule } from "../domain/rule.ts";
import type { Example, KindPage } from "./page.ts";
import type { RuleInput, RuleVerdict } from "./rule.ts";

/**
 * Coded answers of a questionnaire that come to at least so many points: one for each symptom that is present, or the value
 * of a scale. A finding needs no more answers than make it one; without them, and with questions left open that could make
 * it one, nothing is said.
 * @returns `undefined` for other readings and other questionnaires; "other-version" for another version of this one;
 *   "missing" with the open questions
 */
export function judgeSymptoms(
  rule: Omit<SymptomsRule, "id" | "severity">,
  { reading }: Pick<RuleInput, "reading">,
): RuleVerdict | undefined {
  const { answers } = reading;
  if (answers?.questionnaire !== rule.questionnaire) return undefined;
  const { version, questions } = questionnaires[rule.questionnaire];
  if (answers.version !== version) return { verdict: "not-evaluable", reason: "other-version" };
  const { score, unanswered } = scoreOf(rule.questionnaire, answers.given);
  const compared = { value: score, atLeast: rule.atLeast, questionnaire: rule.questionnaire };
  const readings = [reading.id];
  if (score >= rule.atLeast) return { verdict: "finding", compared, readings };
  const possible = unanswered.reduce((sum, name) => {
    const question = questions[name]!;
    return sum + (question.kind === "scale" ? question.highest : 1);
  }, score);
  return possible >= rule.atLeast
    ? { verdict: "not-evaluable", reason: "missing", missing: unanswered }
    : { verdict: "inside", compared, readings, byStep: true };
}

const two: Example["rule"] = {
  id: "exacerbation",
  kind: "symptoms",
  questionnaire: "anthonisen",
  atLeast: 2,
  severity: "yellow",
};
const answered = (questionnaire: string, given: Record<string, string | number | boolean>): Example["days"] => [
  { on: "2026-11-22", values: {}, answers: { questionnaire, version: "1", given } },
];

export const symptomsPage: KindPage = {
  title: "Symptoms",
  definition:
    "The coded answers of a questionnaire come to at least so many points: one for each symptom that is present; on the " +
    "breathlessness scale, its value in whole points.",
  formula: "points >= atLeast",
  needs:
    "Answers to as many questions as decide it. A question without an answer that can be read is never a no: where it could " +
    "make a finding, the rule is not evaluable and names it. An uncertain time is accepted and said.",
  back: "Fewer points than make a finding.",
  edges: [
    "One more symptom than people were last told of is worse, and is told.",
    "\u201cWorse\u201d and \u201cmuch worse\u201d than yesterday count one each; \u201csame\u201d and \u201cbetter\u201d nothing.",
    "Each questionnaire has one version; answers to another are kept and not judged.",
    ...Object.entries(questionnaires).map(
      ([name, { version, questions }]) => `${name}, version ${version}: ${Object.keys(questions).join(", ")}.`,
    ),
  ],
  source:
    "beat-hf: the six daily questions of BEAT-HF (Trials 2014;15:124, table 1). anthonisen: two or more of three cardinal " +
    "symptoms (Ann Intern Med 1987;106:196). dyspnoea-vas: from 5 of 10 is a moderate exacerbation (Viss.nu and " +
    "L\u00e4kemedelsverket 2023).",
  examples: [
    {
      story: "More breathless and more sputum: two of three.",
      rule: two,
      days: answered("anthonisen", { "more-dyspnoea": true, "more-sputum": true, "sputum-purulent": false }),
      expected: "finding",
    },
    {
      story: "Only more breathless.",
      rule: two,
      days: answered("anthonisen", { "more-dyspnoea": true, "more-sputum": false, "sputum-purulent": false }),
      expected: "inside",
    },
    {
      story: "More breathless, and one question left open.",
      rule: two,
      days: answered("anthonisen", { "more-dyspnoea": true, "more-sputum": false }),
      expected: "missing",
    },
    {
      story: "Five of ten on the breathlessness scale.",
      rule: { ...two, id: "breathless", questionnaire: "dyspnoea-vas", atLeast: 5 },
      days: answered("dyspnoea-vas", { dyspnoea: 5 }),
      expected: "finding",
    },
    {
      story: "Much worse than yesterday, and woke up breathless.",
      rule: { ...two, id: "symptoms", questionnaire: "beat-hf" },
      days: answered("beat-hf", { "woke-breathless": true, "compared-with-yesterday": "much-worse" }),
      expected: "finding",
    },
  ],
};
