import * as fc from "fast-check";
import { expect, test } from "vitest";
import { highestScore, questionnaireNames, questionnaires, scoreOf } from "../domain/questionnaire.ts";
import { judgeSymptoms } from "./symptoms.ts";

const judge = (
  questionnaire: (typeof questionnaireNames)[number],
  atLeast: number,
  given: Record<string, string | number | boolean>,
  version = "1",
) =>
  judgeSymptoms(
    { kind: "symptoms", questionnaire, atLeast },
    {
      reading: {
        id: "r1",
        kind: "symptoms",
        values: {},
        measuredAt: 0,
        receivedAt: 0,
        clock: "good",
        flags: [],
        answers: { questionnaire, version, given },
      },
    },
  );

const answer = fc.constantFrom<(string | number | boolean)[]>(
  true,
  false,
  "yes",
  "no",
  "same",
  "better",
  "worse",
  "much-worse",
  "perhaps",
  "constructor",
  0,
  4.9,
  5,
  10,
  11,
);
const answered = fc.constantFrom(...questionnaireNames).chain((name) =>
  fc.record({
    name: fc.constant(name),
    atLeast: fc.integer({ min: 1, max: highestScore(name) }),
    given: fc.dictionary(fc.constantFrom(...Object.keys(questionnaires[name].questions), "other"), answer),
  }),
);

test("whatever an open question would have been answered, what was said stands", () => {
  fc.assert(
    fc.property(answered, answer, ({ name, atLeast, given }, later) => {
      const now = judge(name, atLeast, given)?.verdict;
      const { unanswered } = scoreOf(name, given);
      const filled = { ...given, ...Object.fromEntries(unanswered.map((question) => [question, later])) };
      const then = judge(name, atLeast, filled)?.verdict;
      if (now !== "not-evaluable") expect(then).toBe(now);
    }),
  );
});

test("a finding is as many points as it takes; what is missing is named", () => {
  fc.assert(
    fc.property(answered, ({ name, atLeast, given }) => {
      const { score, unanswered } = scoreOf(name, given);
      const verdict = judge(name, atLeast, given);
      expect(verdict?.verdict === "finding").toBe(score >= atLeast);
      if (verdict?.verdict === "not-evaluable") expect(verdict.missing).toEqual(unanswered);
      if (unanswered.length === 0) expect(verdict?.verdict).not.toBe("not-evaluable");
    }),
  );
});

test("another version is not judged, another questionnaire is none of the rule's business", () => {
  expect(judge("anthonisen", 2, {}, "2")).toEqual({ verdict: "not-evaluable", reason: "other-version" });
  const reading = {
    id: "r1",
    kind: "symptoms" as const,
    values: {},
    measuredAt: 0,
    receivedAt: 0,
    clock: "good" as const,
    flags: [],
    answers: { questionnaire: "beat-hf", version: "1", given: { dizzy: true } },
  };
  expect(judgeSymptoms({ kind: "symptoms", questionnaire: "anthonisen", atLeast: 1 }, { reading })).toBeUndefined();
});
