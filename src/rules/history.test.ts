import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDay } from "../domain/day.ts";
import { flagNames } from "../domain/flag.ts";
import { clockQualities } from "../domain/measurement.ts";
import type { Reading } from "../domain/reading.ts";
import { dayValuesOf, isReference, lastValid } from "./history.ts";

const zone = "Europe/Stockholm";
const at = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
const reading = (id: string, iso: string, kg: number, more: Partial<Reading> = {}): Reading => ({
  id,
  kind: "body-weight",
  values: { "body-weight": kg * 1000 },
  measuredAt: at(iso),
  receivedAt: at(iso),
  clock: "good",
  flags: [],
  ...more,
});
const today = localDay(at("2026-11-22T06:00:00Z"), zone);
const onToday = (readings: Reading[]) => dayValuesOf(readings, zone)("body-weight", today);

describe("the value of a local date", () => {
  test("is the first of that date by when it was measured, not by when it came", () => {
    const evening = reading("a", "2026-11-22T19:00:00Z", 85);
    const morning = reading("b", "2026-11-22T06:00:00Z", 84, { receivedAt: at("2026-11-22T20:00:00Z") });
    expect(onToday([evening, morning])).toEqual({ value: 84_000, reading: "b" });
  });

  test.each([
    ["a", "b"],
    ["b", "a"],
  ])("of two at one instant doesn't depend on which was stored first", (one, other) => {
    const two = [reading(one, "2026-11-22T06:00:00Z", 85), reading(other, "2026-11-22T06:00:00Z", 84)];
    expect(onToday(two)).toEqual({ value: 84_000, reading: other });
    expect(onToday(two.toReversed())).toEqual({ value: 84_000, reading: other });
    expect(lastValid(two, "body-weight")?.id).toBe(other);
  });

  test("is kept apart by metric", () => {
    const pressure = reading("p", "2026-11-22T05:00:00Z", 0, {
      kind: "blood-pressure",
      values: { "systolic-pressure": 1320, "diastolic-pressure": 780, pulse: 710 },
    });
    const values = dayValuesOf([pressure, reading("w", "2026-11-22T06:00:00Z", 84)], zone);
    expect(values("body-weight", today)?.value).toBe(84_000);
    expect(values("pulse", today)?.value).toBe(710);
    expect(values("body-temperature", today)).toBeUndefined();
  });
});

test("what can't be trusted, is somebody else's or is not a measurement is no reference", () => {
  const plain = reading("a", "2026-11-22T06:00:00Z", 84);
  expect(clockQualities.filter((clock) => isReference({ ...plain, clock }))).toEqual(["good"]);
  expect(flagNames.filter((flag) => !isReference({ ...plain, flags: [flag] })).sort()).toEqual([
    "clock-unset-batch",
    "excluded",
    "implausible",
    "moved",
    "not-clinical",
    "questionable",
    "repeated",
    "retained",
    "suspect-duplicate",
  ]);
});

test("an unfit first reading gives way to the next of that date", () => {
  const readings = [
    reading("a", "2026-11-22T05:00:00Z", 20, { flags: ["implausible"] }),
    reading("b", "2026-11-22T06:00:00Z", 84),
  ];
  expect(onToday(readings)).toEqual({ value: 84_000, reading: "b" });
});

test("the order and repetition in which readings came changes no day value", () => {
  const readings = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{1,3}$/),
      hour: fc.integer({ min: 0, max: 24 * 6 }),
      kg: fc.integer({ min: 60, max: 90 }),
      clock: fc.constantFrom(...clockQualities),
      flags: fc.subarray([...flagNames], { maxLength: 1 }),
    }),
    { maxLength: 12, selector: ({ id }) => id },
  );
  const start = at("2026-10-23T00:00:00Z");
  fc.assert(
    fc.property(
      readings.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length })),
      ),
      ([all, some]) => {
        const make = (list: typeof all) =>
          list.map(({ id, hour, kg, clock, flags }) => {
            const instant = start + hour * 3_600_000;
            return { ...reading(id, "1970-01-01T00:00:00Z", kg, { clock, flags }), measuredAt: instant };
          });
        const shuffled = dayValuesOf(make([...all, ...some].toReversed()), zone);
        const plain = dayValuesOf(make(all), zone);
        for (let day = localDay(start, zone) - 1; day < localDay(start, zone) + 9; day += 1) {
          expect(shuffled("body-weight", day)).toEqual(plain("body-weight", day));
        }
      },
    ),
    { numRuns: 200 },
  );
});
