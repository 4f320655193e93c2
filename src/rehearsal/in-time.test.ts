import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Arrival, Given } from "./arrival.ts";
import { inTime, lateSince } from "./in-time.ts";

const HOUR = 3_600_000;

const given = (hour: number, more: Partial<Given> = {}): Given => ({
  kind: "pulse",
  values: { pulse: 70 },
  measuredAt: hour * HOUR,
  ...more,
});
const at = (hour: number, ...readings: Given[]): Arrival => ({ at: hour * HOUR, order: hour, readings });

describe("what came too late to alert anybody", () => {
  it("is taken as having come when it was measured; a day late is late, and stays so", () => {
    expect(inTime([at(10, given(9)), at(100, given(20), given(76), given(75.9))])).toEqual([
      at(10, given(9)),
      { at: 20 * HOUR, readings: [given(20)] },
      { at: 75.9 * HOUR, readings: [given(75.9)] },
      at(100, given(76)),
    ]);
  });

  it.each<[string, Partial<Given>]>([
    ["without a certain time", { clock: "unknown" }],
    ["kept by another broker", { flags: ["retained"] }],
    ["somebody else's", { flags: ["moved"] }],
  ])("stays where it is when it is %s", (_, more) => {
    const arrivals = [at(100, given(1, more))];
    expect(inTime(arrivals)).toEqual(arrivals);
    expect(lateSince(arrivals, 0)).toBe(0);
  });

  it("nothing is lost, all is in order, and then nothing is late", () => {
    const reading = fc.record({ measured: fc.integer({ min: 0, max: 200 }), late: fc.integer({ min: 0, max: 80 }) });
    fc.assert(
      fc.property(fc.array(fc.array(reading, { minLength: 1, maxLength: 4 }), { maxLength: 20 }), (messages) => {
        const arrivals = messages
          .map((readings, order): Arrival => {
            const came = Math.max(...readings.map(({ measured, late }) => measured + late));
            return { at: came * HOUR, order, readings: readings.map(({ measured }) => given(measured)) };
          })
          .toSorted((a, b) => a.at - b.at);
        const made = inTime(arrivals);
        const all = (of: readonly Arrival[]) =>
          of.flatMap(({ readings }) => readings.map(({ measuredAt }) => measuredAt)).toSorted((a, b) => a - b);
        expect(all(made)).toEqual(all(arrivals));
        expect(made.map(({ at }) => at)).toEqual(made.map(({ at }) => at).toSorted((a, b) => a - b));
        expect(lateSince(made, 0)).toBe(0);
        expect(inTime(made)).toEqual(made);
      }),
    );
  });
});
