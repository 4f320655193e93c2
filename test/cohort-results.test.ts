import { describe, expect, test } from "vitest";
import { committedResults } from "../scripts/pages/cohort-parts.ts";
import { presentDigest } from "../src/cohort/committed.ts";
import { commonParameters, noiseParameters, referenceParameters } from "../src/cohort/parameters.ts";
import { ruleSets } from "../src/cohort/rule-sets/catalogue.ts";

const { digest, reference, cohorts, noise } = committedResults();

describe("the results in docs/clinical", () => {
  test("are of the parameters and rules as they are: run node scripts/run-cohort.ts && node scripts/generate-docs.ts", () => {
    expect(digest).toBe(presentDigest());
  });

  test("are of whole runs, every rule set in them", () => {
    expect(reference.patients).toBe(referenceParameters.patients.value);
    expect(cohorts.map(({ patients, condition, sets }) => [patients, condition, sets.map(({ id }) => id)])).toEqual(
      Object.entries(ruleSets).map(([condition, sets]) => [
        commonParameters.patients.value,
        condition,
        sets.map(({ id }) => id),
      ]),
    );
    expect(noise.map(({ weightNoise }) => weightNoise)).toEqual(noiseParameters.weightNoise.value);
  });

  test("agree with the earlier calculation in every figure, its terms read the second way, and not the first", () => {
    const furthest = (how: "first" | "last"): number =>
      Math.max(...reference.rows[how].flatMap(({ figures }) => figures.map(({ apart }) => apart)));
    expect(furthest("last")).toBeLessThan(3);
    expect(furthest("first")).toBeGreaterThan(3);
  });

  test("never lose an event by the event: nothing is found less often with it than without, beyond chance", () => {
    const worse = cohorts.flatMap(({ condition, sets }) =>
      sets
        .filter(({ windows }) => windows.some(({ difference }) => difference.high < 0))
        .map(({ id }) => `${condition} ${id}`),
    );
    expect(worse).toEqual([]);
  });
});
