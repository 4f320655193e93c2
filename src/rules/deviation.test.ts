import * as fc from "fast-check";
import { expect, test } from "vitest";
import { deviationOf, edgeOf, type Sample } from "./deviation.ts";

const sampleOf = (values: readonly number[]): Sample => ({
  count: values.length,
  sum: values.reduce((a, b) => a + b, 0),
  squares: values.reduce((a, b) => a + b * b, 0),
});
const values = fc.array(fc.integer({ min: -20_000, max: 350_000 }), { minLength: 2, maxLength: 60 });
const leastSd = fc.integer({ min: 1, max: 5000 });
const sds = fc.integer({ min: -10_000, max: 10_000 });

/** Whether a whole number lies strictly above mean + k SD, without any root: by squares on the side where both are positive. */
function isAbove({ count, sum, squares }: Sample, least: number, k: number, value: number): boolean {
  const [n, s, x] = [BigInt(count), BigInt(sum), BigInt(value)];
  const own = { num: n * BigInt(squares) - s * s, den: n * (n - 1n) };
  const floor = { num: BigInt(least) ** 2n, den: 1n };
  const variance = own.num * floor.den > floor.num * own.den ? own : floor;
  // n x - s > n k SD / 1000
  const left = 1000n * (n * x - s);
  const right = { square: n * n * BigInt(k) ** 2n * variance.num, den: variance.den };
  const leftSquare = left * left * right.den;
  if (k >= 0) return left > 0n && leftSquare > right.square;
  return left >= 0n || leftSquare < right.square;
}

test("the edge is the last whole number that is not above, whatever the sample, the SDs and the least SD", () => {
  fc.assert(
    fc.property(values, leastSd, sds, (values, least, k) => {
      const sample = sampleOf(values);
      const edge = edgeOf(sample, least, k, "above");
      expect(isAbove(sample, least, k, edge)).toBe(false);
      expect(isAbove(sample, least, k, edge + 1)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("below is the mirror image of above", () => {
  fc.assert(
    fc.property(values, leastSd, sds, (values, least, k) => {
      const mirrored = sampleOf(values.map((value) => -value));
      expect(edgeOf(sampleOf(values), least, k, "below") + edgeOf(mirrored, least, k, "above")).toBe(0);
    }),
  );
});

test("a deviation is nearest in thousandths of an SD, and changes sign about the mean", () => {
  fc.assert(
    fc.property(values, leastSd, fc.integer({ min: -20_000, max: 350_000 }), (values, least, value) => {
      const sample = sampleOf(values);
      const mean = sample.sum / sample.count;
      const own = values.reduce((total, each) => total + (each - mean) ** 2, 0) / (sample.count - 1);
      const expected = (1000 * (value - mean)) / Math.max(Math.sqrt(own), least);
      expect(Math.abs(deviationOf(sample, least, value) - expected)).toBeLessThan(0.501);
      expect(deviationOf(sampleOf(values.map((each) => -each)), least, -value)).toBeCloseTo(
        -deviationOf(sample, least, value),
      );
    }),
  );
});

test("equal values have the least SD, and the mean itself is none away", () => {
  const flat = sampleOf([930, 930, 930]);
  expect(edgeOf(flat, 10, 2000, "below")).toBe(910);
  expect(edgeOf(flat, 10, 2000, "above")).toBe(950);
  expect(deviationOf(flat, 10, 930)).toBe(0);
  expect(deviationOf(flat, 10, 905)).toBe(-2500);
});
