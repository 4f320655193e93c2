import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readTable } from "../../test/tables/table.ts";
import type { Severity } from "../domain/alert.ts";
import { isWorkingDay } from "../domain/calendar.ts";
import { localDay } from "../domain/day.ts";
import { latestPromise } from "./promise.ts";

const zone = "Europe/Stockholm";
const at = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
const table = readTable("promise-ceilings", ["now", "severity", "latest", "why"]);

test.each(table)("$severity at $now: until $latest, $why", ({ now, severity, latest }) => {
  expect(latestPromise(severity as Severity, at(now), zone)).toBe(at(latest));
});

test("a yellow promise always leaves at least one whole working day, and ends with one", () => {
  fc.assert(
    fc.property(fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2029-01-01T00:00:00Z") }), (now) => {
      const latest = latestPromise("yellow", now, zone);
      expect(localDay(latest + 1, zone)).toBe(localDay(latest, zone) + 1);
      expect(isWorkingDay(localDay(latest, zone))).toBe(true);
      expect(localDay(latest, zone)).toBeGreaterThan(localDay(now, zone));
    }),
    { numRuns: 300 },
  );
});
