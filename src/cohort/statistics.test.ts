import * as fc from "fast-check";
import { expect, test } from "vitest";
import { random } from "../../simulators/random.ts";
import { bootstrapMean, meanOf, quantile, shareOf } from "./statistics.ts";

// Wilson's interval as tabulated by Newcombe, Stat Med 1998;17:857, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("%d of %d is between %d and %d", (count, of, low, high) => {
  const share = shareOf(count, of);
  expect(share.low).toBeCloseTo(low, 4);
  expect(share.high).toBeCloseTo(high, 4);
});

test("a mean of 2, 4 and 6 is 4 give or take 2.26", () => {
  const { value, low, high } = meanOf(3, 12, 56);
  expect([value, low, high].map((one) => Number(one.toFixed(2)))).toEqual([4, 1.74, 6.26]);
});

test("the bootstrap's interval of many cases is the normal one", () => {
  const stream = random("bootstrap");
  const cases = Array.from({ length: 2000 }, () => stream.exponential(3));
  const normal = meanOf(
    cases.length,
    cases.reduce((sum, one) => sum + one, 0),
    cases.reduce((sum, one) => sum + one * one, 0),
  );
  const booted = bootstrapMean(cases, 1000, stream);
  expect(booted.low).toBeCloseTo(normal.low, 1);
  expect(booted.high).toBeCloseTo(normal.high, 1);
});

test("an interval holds its estimate, and the bootstrap's lies among the cases", () => {
  const cases = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(cases, fc.string(), (values, seed) => {
      const { value, low, high } = bootstrapMean(values, 50, random(seed));
      expect(low).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(Math.min(...values));
      expect(high).toBeLessThanOrEqual(Math.max(...values));
      expect(value).toBeCloseTo(values.reduce((sum, one) => sum + one, 0) / values.length, 9);
    }),
  );
});

test.each([
  [[1], 0.5, 1],
  [[1, 2], 0.5, 1.5],
  [[1, 2, 3, 4, 5], 0.25, 2],
  [[1, 2, 3, 4], 0.75, 3.25],
])("of %j the quantile %d is %d", (sorted, share, expected) => {
  expect(quantile(sorted, share)).toBe(expected);
});
