import { afterAll, describe, expect, test } from "vitest";
import { startOfDay } from "../domain/day.ts";
import type { CarePlan } from "../domain/plan.ts";
import type { Answers } from "../domain/questionnaire.ts";
import type { Reading } from "../domain/reading.ts";
import { createRunner } from "../rehearsal/run.ts";
import { evaluate } from "../rules/evaluate.ts";
import { type Call, follower } from "./follow.ts";
import { lookUpIn } from "./look-up.ts";
import { planFor } from "./measure.ts";
import { ruleSets } from "./rule-sets/catalogue.ts";
import type { RuleSet } from "./rule-sets/rule-set.ts";
import { makeCase } from "./simulate.ts";
import { cohortConditions, type VirtualCase, yearBegins, yearEnds, zone } from "./virtual/case.ts";

const runner = createRunner();
afterAll(() => runner.close());

const from = startOfDay(yearBegins, zone);
const to = startOfDay(yearEnds, zone);
const staff = { kind: "promise" } as const;

/** Answers as the store keeps them. */
const stored = ({ questionnaire, version, given }: Answers): string =>
  JSON.stringify({
    questionnaire,
    version,
    answers: Object.entries(given).map(([question, answer]) => ({ question, answer })),
  });

/** Whom the engine itself calls, over a store. */
function called(set: RuleSet, one: VirtualCase): Omit<Call, "alert">[] {
  const { rules, safetyLimits, references } = planFor(set, one);
  const plan: CarePlan = {
    conditions: [],
    zone,
    rules,
    safetyLimits,
    ...(references ? { references } : {}),
    patient: one.id,
    version: 1,
    signedBy: "cohort",
    signedAt: 0,
    validFrom: 0,
  };
  const arrivals = one.eventful.map(({ kind, values, measuredAt, receivedAt, flags, answers }) => ({
    at: receivedAt,
    readings: [{ kind, values, measuredAt, flags, detail: answers ? stored(answers) : null }],
  }));
  const { alerts, failures } = runner.run({ patient: one.id, zone, plans: [plan], arrivals, from, to, staff });
  expect(failures).toBe(0);
  return alerts
    .flatMap(({ events }) => events)
    .filter(({ event }) => event === "opened" || event === "worsened" || event === "reopened")
    .map(({ at, event, severity }) => ({ at, event, severity }));
}

/** Whom the cohort's own following of alerts calls. */
function followed(set: RuleSet, one: VirtualCase, readings: readonly Reading[] = one.eventful): Omit<Call, "alert">[] {
  const lookUp = lookUpIn(readings, zone);
  const alerts = follower(staff, zone);
  const plan = planFor(set, one);
  for (const reading of readings) {
    if (reading.measuredAt >= from) alerts.take(reading, evaluate({ reading, ...lookUp }, plan));
  }
  return alerts.calls.map(({ at, event, severity }) => ({ at, event, severity }));
}

const ordered = (calls: readonly Omit<Call, "alert">[]): string[] =>
  calls.map(({ at, event, severity }) => `${at} ${event} ${severity}`).toSorted();

describe.each(cohortConditions)("a virtual patient's alerts, %s", (condition) => {
  test.each(ruleSets[condition].map((set) => [set.id, set] as const))(
    "%s: are those of the engine over a store",
    (_, set) => {
      for (const number of [0, 1]) {
        const one = makeCase[condition]("follow", number);
        expect(ordered(followed(set, one))).toEqual(ordered(called(set, one)));
      }
    },
  );
});

test("a single weight changed is noticed: the comparison can tell", () => {
  const set = ruleSets["heart-failure"].find(({ id }) => id === "esc-day")!;
  const one = makeCase["heart-failure"]("follow", 0);
  const index = one.eventful.findIndex(({ kind, measuredAt }) => kind === "body-weight" && measuredAt > from + 1e9);
  const heavier = one.eventful.with(index, {
    ...one.eventful[index]!,
    values: { "body-weight": one.eventful[index]!.values["body-weight"]! + 9000 },
  });
  expect(ordered(followed(set, one, heavier))).not.toEqual(ordered(called(set, one)));
});
