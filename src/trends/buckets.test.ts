import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDay, startOfDay } from "../domain/day.ts";
import { bucketEdges, bucketsOf, type Columns } from "./buckets.ts";

const DAY = 86_400_000;
const zone = "Europe/Stockholm";
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

describe("bucket edges", () => {
  it("follow local dates across the short day in March and the long one in October", () => {
    const march = bucketEdges(at("2026-03-28T00:00+01:00"), at("2026-03-31T00:00+02:00"), 3, zone);
    expect(march.map((edge) => new Date(edge).toISOString())).toEqual([
      "2026-03-27T23:00:00.000Z",
      "2026-03-28T23:00:00.000Z",
      "2026-03-29T22:00:00.000Z",
      "2026-03-30T22:00:00.000Z",
    ]);
    const october = bucketEdges(at("2026-10-25T00:00+02:00"), at("2026-10-27T00:00+01:00"), 2, zone);
    expect(october[1]! - october[0]!).toBe(25 * 3_600_000);
  });

  it("are equally long below a day", () => {
    expect(bucketEdges(0, DAY, 4, zone)).toEqual([0, DAY / 4, DAY / 2, (3 * DAY) / 4, DAY]);
  });

  it("begin and end with the period, ascend and give no more buckets than asked for", () => {
    const start = fc.integer({ min: 0, max: 2_000_000_000_000 });
    const span = fc.integer({ min: 1, max: 900 * DAY });
    fc.assert(
      fc.property(start, span, fc.integer({ min: 1, max: 400 }), (from, length, most) => {
        const edges = bucketEdges(from, from + length, most, zone);
        expect(edges[0]).toBe(from);
        expect(edges.at(-1)).toBe(from + length);
        expect(edges.length - 1).toBeLessThanOrEqual(most);
        for (let i = 1; i < edges.length; i += 1) expect(edges[i]!).toBeGreaterThan(edges[i - 1]!);
        if (Math.ceil(length / most) >= DAY - 3_600_000) {
          for (const edge of edges.slice(1, -1)) expect(edge).toBe(startOfDay(localDay(edge, zone), zone));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("buckets", () => {
  const point = fc.record({
    measuredAt: fc.integer({ min: 0, max: 40 * DAY - 1 }),
    value: fc.integer({ min: -5000, max: 350_000 }),
    uncertain: fc.boolean(),
  });
  type Point = { measuredAt: number; value: number; uncertain: boolean };
  const columns = (points: readonly Point[]): Columns => ({
    at: points.map(({ measuredAt }) => measuredAt),
    values: points.map(({ value }) => value),
    uncertainAt: points.flatMap(({ measuredAt, uncertain }) => (uncertain ? [measuredAt] : [])),
  });

  it("hold every point once, with min ≤ mean ≤ max and the exact sum behind the mean, in any order", () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 200 }), fc.integer({ min: 1, max: 60 }), (points, most) => {
        const edges = bucketEdges(0, 40 * DAY, most, zone);
        const buckets = bucketsOf(columns(points), edges);
        expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(points.length);
        for (const bucket of buckets) {
          const inside = points.filter(({ measuredAt }) => measuredAt >= bucket.from && measuredAt < bucket.to);
          const values = inside.map(({ value }) => value);
          expect(bucket).toMatchObject({
            count: inside.length,
            min: Math.min(...values),
            max: Math.max(...values),
            uncertain: inside.filter(({ uncertain }) => uncertain).length,
          });
          const sum = values.reduce((a, b) => a + b, 0);
          expect(Math.abs(bucket.mean * bucket.count - sum) * 2).toBeLessThanOrEqual(bucket.count);
          expect(bucket.mean).toBeGreaterThanOrEqual(bucket.min);
          expect(bucket.mean).toBeLessThanOrEqual(bucket.max);
        }
        expect(bucketsOf(columns(points.toReversed()), edges)).toEqual(buckets);
      }),
      { numRuns: 100 },
    );
  });

  it("round a mean half to even, once", () => {
    const pair = (a: number, b: number) => ({ at: [0, 0], values: [a, b], uncertainAt: [] });
    expect(bucketsOf(pair(82_400, 82_401), [0, 1])[0]?.mean).toBe(82_400);
    expect(bucketsOf(pair(82_401, 82_402), [0, 1])[0]?.mean).toBe(82_402);
  });

  it("leave out what was measured outside the edges", () => {
    const outside = { at: [-1, 10], values: [1, 1], uncertainAt: [-1, 10] };
    expect(bucketsOf(outside, [0, 5, 10])).toEqual([]);
    expect(bucketsOf(outside, [7])).toEqual([]);
  });
});
