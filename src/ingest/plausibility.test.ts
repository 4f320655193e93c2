import { describe, expect, test } from "vitest";
import type { Values } from "../domain/measurement.ts";
import { implausibleBecause } from "./plausibility.ts";

const cuff = { "systolic-pressure": { low: 60, high: 279 }, pulse: { low: 10, high: 400 } };
const pressures = (systolic: number, pulse = 700): Values => ({
  "systolic-pressure": systolic,
  "diastolic-pressure": 300,
  pulse,
});

describe("what a living adult can have, and what the model measures: the narrower bound, ends included", () => {
  test.each([
    ["inside both", pressures(1320), undefined],
    ["the least that the model measures", pressures(600), undefined],
    ["less than the model measures", pressures(599), "systolic-pressure is below 60 mm[Hg]"],
    ["the most that the model measures", pressures(2790), undefined],
    ["more than the model measures", pressures(2791), "systolic-pressure is above 279 mm[Hg]"],
    ["what the model measures and no adult has", pressures(1320, 3001), "pulse is above 300 /min"],
    ["likewise below", pressures(1320, 199), "pulse is below 20 /min"],
    [
      "a metric of which the model says nothing",
      { "diastolic-pressure": 199 },
      "diastolic-pressure is below 20 mm[Hg]",
    ],
    [
      "no number outside, and impossible together",
      { "systolic-pressure": 700, "diastolic-pressure": 700 },
      "systolic-pressure is not above diastolic-pressure",
    ],
  ] as const)("%s", (_what, values, why) => {
    expect(implausibleBecause({ values }, cuff)).toBe(why);
  });

  test("without a model what an adult can have is the bound", () => {
    expect(implausibleBecause({ values: pressures(599) })).toBeUndefined();
    expect(implausibleBecause({ values: pressures(3001) })).toBe("systolic-pressure is above 300 mm[Hg]");
  });
});
