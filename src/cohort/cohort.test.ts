import { describe, expect, test } from "vitest";
import type { Rule } from "../domain/rule.ts";
import { runCohort, runReference } from "./cohort.ts";
import { type CohortResults, cohortResults } from "./results.ts";
import { ruleSets } from "./rule-sets/catalogue.ts";
import { simulate } from "./simulate.ts";
import { cohortConditions } from "./virtual/case.ts";

const few = 30;
const some = { "heart-failure": ["esc-day", "macd-3"], copd: ["saturation-90", "hurst"] } as const;
const setsOf = (condition: keyof typeof some) =>
  ruleSets[condition].filter(({ id }) => (some[condition] as readonly string[]).includes(id));

test.each(cohortConditions)("%s: the same whatever the number of threads", async (condition) => {
  const sets = setsOf(condition);
  const alone = await runCohort(condition, "threads", few, sets, { threads: 1 });
  const progress: number[] = [];
  const shared = await runCohort(condition, "threads", few, sets, {
    threads: 2,
    onProgress: (done) => progress.push(done),
  });
  expect(JSON.stringify(shared)).toBe(JSON.stringify(alone));
  expect(progress.at(-1)).toBe(few);
  expect(JSON.stringify(await runCohort(condition, "other", few, sets, { threads: 1 }))).not.toBe(
    JSON.stringify(alone),
  );
});

test("the reference simulation is the same whatever the number of threads", async () => {
  expect(await runReference("threads", 60, { threads: 2 })).toEqual(await runReference("threads", 60, { threads: 1 }));
});

test.each([1, 2])(
  "what fails in a patient fails the run, with %d threads, and leaves no thread behind",
  async (threads) => {
    const [set] = setsOf("copd");
    const broken = {
      ...set!,
      plan: { rules: [{ ...set!.plan.rules[0]!, limit: { value: 90, unit: "kg" } } as Rule], safetyLimits: [] },
    };
    await expect(runCohort("copd", "broken", few, [broken], { threads })).rejects.toThrow("UNIT_UNKNOWN");
  },
);

test("one more patient changes none of the others, and one more rule set no other's figures", () => {
  const sets = setsOf("copd");
  const [five, six] = [simulate("copd", "one more", sets, 0, 5), simulate("copd", "one more", sets, 0, 6)];
  expect(six.figures.map((patients) => patients.slice(0, 5))).toEqual(five.figures);
  const resultsOf = (which: typeof sets) =>
    cohortResults("copd", "one more", which, simulate("copd", "one more", which, 0, 6)).sets.at(-1);
  expect(resultsOf(sets.slice(-1))).toEqual(resultsOf(sets));
});

describe.each(cohortConditions)("a few virtual patients, %s", (condition) => {
  // The preset may change, and the committed report with it; what was published doesn't.
  const published = ruleSets[condition].filter(({ id }) => id !== "preset");
  const results: CohortResults = cohortResults(
    condition,
    "known",
    published,
    simulate(condition, "known", published, 0, few),
  );

  test("come to known numbers", async () => {
    const lines = results.sets.map(({ id, alertsPerYear, workload, windows: [first, last] }) =>
      [
        id,
        ...[alertsPerYear, workload, first.sensitivity, first.chance, first.difference].map(({ value }) => value),
        last.difference.value,
        first.lead?.median ?? "-",
      ].join(" "),
    );
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`known-${condition}.txt`);
  });

  test("have figures that fit together", () => {
    for (const { windows, alertsPerYear, callsPerYear } of results.sets) {
      expect(callsPerYear.value).toBeGreaterThanOrEqual(alertsPerYear.value);
      for (const { sensitivity, chance, difference } of windows) {
        expect(difference.value).toBeCloseTo(sensitivity.value - chance.value, 3);
        for (const { value, low, high } of [sensitivity, chance, difference]) {
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
        }
      }
    }
  });
});

test("where nothing is different there is no difference: events without any change are found by chance alone", () => {
  const sets = ruleSets["heart-failure"].filter(({ id }) => id === "terveyskyla");
  const { facts, figures } = simulate("heart-failure", "control", sets, 0, 150);
  const silent = figures[0]!.filter((_, index) => !facts[index]!.changes);
  const differences = silent.map(({ windows: [first] }) => first!.hit - first!.chance);
  expect(silent.length).toBeGreaterThan(30);
  // Weight alone sees nothing of them, so that every call is one that would have come anyway.
  expect(differences.filter((one) => one !== 0)).toEqual([]);
});
