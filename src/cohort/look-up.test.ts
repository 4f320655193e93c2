import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Reading } from "../domain/reading.ts";
import { dayValuesOf, nearbyIn, recentIn } from "../rules/history.ts";
import { lookUpIn } from "./look-up.ts";

const HOUR = 3_600_000;
const zone = "Europe/Stockholm";

const reading = fc.record({
  hour: fc.integer({ min: 0, max: 400 }),
  kind: fc.constantFrom("pulse", "oxygen-saturation"),
  value: fc.integer({ min: 300, max: 1500 }),
  unfit: fc.boolean(),
});
const readings = fc.array(reading, { maxLength: 30 }).map((drawn) =>
  drawn
    .map(
      ({ hour, kind, value, unfit }, index): Reading => ({
        id: `r${index}`,
        kind: kind as Reading["kind"],
        values: { pulse: value, ...(kind === "pulse" ? {} : { "oxygen-saturation": value }) },
        measuredAt: hour * HOUR,
        receivedAt: hour * HOUR,
        clock: "good",
        flags: unfit ? ["questionable"] : [],
      }),
    )
    .toSorted((a, b) => a.measuredAt - b.measuredAt),
);

test("looking among a virtual patient's readings finds what the rules' own look-ups find", () => {
  const span = fc.tuple(fc.integer({ min: -5, max: 405 }), fc.integer({ min: -5, max: 405 }));
  fc.assert(
    fc.property(readings, fc.array(span, { maxLength: 10 }), (all, spans) => {
      const lookUp = lookUpIn(all, zone);
      const [dayValues, nearby, recent] = [dayValuesOf(all, zone), nearbyIn(all), recentIn(all)];
      // Twice, since the first answer is remembered.
      for (const day of [...Array(18).keys(), ...Array(18).keys()]) {
        expect(lookUp.dayValues("pulse", day)).toEqual(dayValues("pulse", day));
      }
      for (const [from, to] of spans.map((ends) => ends.map((hour) => hour * HOUR) as [number, number])) {
        expect(lookUp.nearby("pulse", from, to)).toEqual(nearby("pulse", from, to));
        expect(lookUp.recent("pulse", from, to)).toEqual(recent("pulse", from, to));
      }
    }),
  );
});
