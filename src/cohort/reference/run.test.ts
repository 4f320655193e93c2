import { describe, expect, test } from "vitest";
import { earlierCalculation } from "../published-reference.ts";
import { addReference, type ReferenceRow, referenceResults, simulateReference } from "./run.ts";

/** A few of the 4 000 patients: the whole simulation is `hemvakt cohort --reference`. */
const few = simulateReference(1, 0, 300);
const { rows } = referenceResults(few);
const furthest = (of: readonly ReferenceRow[]): number =>
  Math.max(...of.flatMap(({ figures }) => figures.map(({ apart }) => apart)));

describe("the reference simulation, in 300 of its patients", () => {
  test("gives the earlier calculation's figures within Monte-Carlo error, its terms read as they must have been meant", () => {
    // 48 figures: one beyond 4 standard errors comes about once in 300 such tables.
    expect(furthest(rows.last)).toBeLessThan(4);
  });

  test("doesn't give them with the terms as they were first read: the comparison can tell", () => {
    expect(furthest(rows.first)).toBeGreaterThan(10);
  });

  test("never counts more hits without a ramp than with one, or with a small one than with a large one", () => {
    for (const { figures } of rows.last) {
      expect(figures[1]!.value).toBeLessThanOrEqual(figures[2]!.value);
      expect(figures[2]!.value).toBeLessThanOrEqual(figures[3]!.value);
    }
  });

  test("covers each figure of the earlier table", () => {
    expect(
      rows.last.map(({ rule, noise, figures }) => [rule, noise, ...figures.map(({ earlier }) => earlier)]),
    ).toEqual(
      [0, 1].flatMap((level) =>
        Object.entries(earlierCalculation).map(([rule, levels]) => [rule, [0.5, 0.7][level], ...levels[level]!]),
      ),
    );
  });
});

test("the same patients in two parts come to the same", () => {
  expect(addReference([simulateReference(1, 0, 3), simulateReference(1, 3, 8)])).toEqual(simulateReference(1, 0, 8));
});

test("a few patients come to known numbers", () => {
  // By noise level, way to read and rule: alerts, then patients with a hit without a ramp, with one of 2 kg, of 3 kg.
  const rows = simulateReference("known", 0, 20).sums;
  expect(rows.join(" ")).toBe(
    "28 2 4 8 59 2 5 8 175 7 10 12 118 4 17 19 29 1 18 20 0 0 13 20 28 2 4 8 59 2 5 8 182 7 10 12 121 4 17 19 29 1 18 20 0 0 13 20 171 7 15 17 272 10 16 17 350 11 13 13 316 17 18 18 107 3 18 20 20 0 8 20 181 7 15 17 306 10 16 17 438 13 16 16 437 17 20 20 119 4 18 20 21 0 8 20",
  );
});
