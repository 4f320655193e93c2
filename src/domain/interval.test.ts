import * as fc from "fast-check";
import { expect, test } from "vitest";
import { contains, difference, type Interval, intersection, union } from "./interval.ts";

const interval = fc
  .tuple(fc.nat(60), fc.nat(60))
  .map(([a, b]): Interval => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const list = fc.array(interval, { maxLength: 8 });
const instants = Array.from({ length: 62 }, (_, at) => at);

/** In order, apart from each other and none empty. */
function expectProper(intervals: readonly Interval[]): void {
  intervals.forEach(({ from, to }, index) => {
    expect(from).toBeLessThan(to);
    expect(from).toBeGreaterThan(intervals[index - 1]?.to ?? -1);
  });
}

test("union, intersection and difference say of every instant what sets do", () => {
  fc.assert(
    fc.property(list, list, (first, second) => {
      const [a, b] = [union(first), union(second)];
      const results = { both: intersection(a, b), onlyFirst: difference(a, b), either: union([...a, ...b]) };
      expectProper(a);
      expectProper(results.either);
      for (const at of instants) {
        const [inA, inB] = [contains(first, at), contains(second, at)];
        expect(contains(a, at)).toBe(inA);
        expect(contains(results.both, at)).toBe(inA && inB);
        expect(contains(results.onlyFirst, at)).toBe(inA && !inB);
        expect(contains(results.either, at)).toBe(inA || inB);
      }
    }),
  );
});
