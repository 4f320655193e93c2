import * as fc from "fast-check";
import { expect, test } from "vitest";
import { localDay } from "../domain/day.ts";
import { flagNames } from "../domain/flag.ts";
import type { Kind } from "../domain/kind.ts";
import { clockQualities } from "../domain/measurement.ts";
import type { Metric } from "../domain/metric.ts";
import type { Reading } from "../domain/reading.ts";
import { dayValuesOf } from "../rules/history.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { emptyMemory } from "../store/sqlite/memory.ts";
import { parseReadingId } from "../store/sqlite/reading-row.ts";
import { addFlag, insertReading } from "../store/sqlite/readings.ts";
import { readingsBetween } from "../store/sqlite/recent.ts";
import { migrate } from "../store/sqlite/schema.ts";
import { ensureSeries } from "../store/sqlite/series.ts";
import { dayValuesFor } from "./day-values.ts";

const zone = "Europe/Stockholm";
/** The dates round the night on which the clocks go back. */
const START = Temporal.Instant.from("2026-10-23T20:00:00Z").epochMilliseconds;
const HOUR = 3_600_000;
const kinds: Kind[] = ["blood-pressure", "oxygen-saturation", "pulse"];
const metrics: Metric[] = ["systolic-pressure", "pulse", "oxygen-saturation"];

function open(remember: boolean) {
  const db = openDatabase(":memory:");
  migrate(db);
  if (remember) db.memory = emptyMemory();
  const keep = (kind: Kind, measuredAt: number, value: number, clock: Reading["clock"], flags: Reading["flags"]) => {
    const series = ensureSeries(db, { device: kind, user: null, kind, patient: "greta", team: "north" });
    const values =
      kind === "blood-pressure"
        ? { "systolic-pressure": value, "diastolic-pressure": 1, pulse: value + 1 }
        : kind === "pulse"
          ? { pulse: value }
          : { "oxygen-saturation": value, ...(value % 2 ? { pulse: value } : {}) };
    return insertReading(db, {
      series,
      measuredAt,
      receivedAt: measuredAt,
      values,
      clock,
      flags,
      decision: "none",
      command: 1,
      position: 0,
    });
  };
  return { db, keep, dayValues: dayValuesFor(db, "greta", zone) };
}

/** What all stored readings together say. */
const whole = (db: ReturnType<typeof open>["db"]) =>
  dayValuesOf(
    kinds.flatMap((kind) => readingsBetween(db, "greta", kind, 0)),
    zone,
  );

const stored = fc.record({
  kind: fc.constantFrom(...kinds),
  quarter: fc.integer({ min: 0, max: 6 * 96 }),
  value: fc.integer({ min: 800, max: 820 }),
  clock: fc.constantFrom(...clockQualities, "good" as const, "good" as const),
  flags: fc.subarray([...flagNames], { maxLength: 1 }),
  flagLater: fc.boolean(),
});

test.each([true, false])(
  "the stored values of dates are those of all readings together (remembering: %s)",
  (remember) => {
    fc.assert(
      fc.property(fc.array(stored, { maxLength: 15 }), (readings) => {
        const { db, keep, dayValues } = open(remember);
        for (const { kind, quarter, value, clock, flags, flagLater } of readings) {
          const reading = keep(kind, START + (quarter * HOUR) / 4, value, clock, flags);
          const all = whole(db);
          const first = localDay(START, zone) - 1;
          for (let day = first; day < first + 9; day += 1) {
            for (const metric of metrics) expect(dayValues(metric, day)).toEqual(all(metric, day));
          }
          if (flagLater) addFlag(db, parseReadingId(reading.id)!, "moved");
        }
      }),
      { numRuns: 60 },
    );
  },
);

test("of a monitor's day the first valid value is found, however many come before it", () => {
  const { db, keep, dayValues } = open(true);
  const day = localDay(START + 12 * HOUR, zone);
  for (let minute = 0; minute < 200; minute += 1) {
    keep("pulse", START + 12 * HOUR + minute * 60_000, minute, minute < 150 ? "suspect" : "good", []);
  }
  expect(dayValues("pulse", day)?.value).toBe(150);
  expect(dayValues("pulse", day)).toEqual(whole(db)("pulse", day));
});
