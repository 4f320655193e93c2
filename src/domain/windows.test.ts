import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toLocalIso } from "./day.ts";
import { type Schedule, weekdays } from "./schedule.ts";
import { windowsOn } from "./windows.ts";

const zone = "Europe/Stockholm";
const day = (iso: string): number => Temporal.PlainDate.from("1970-01-01").until(iso).days;
const every = (from: string, until: string, more: Partial<Schedule> = {}): Schedule => ({
  signal: "body-weight",
  days: [...weekdays],
  windows: [{ from, until }],
  publicHolidays: "measure",
  ...more,
});
const shown = (schedule: Schedule, iso: string): string[] =>
  windowsOn(schedule, day(iso), zone).flatMap(({ from, until }) => [toLocalIso(from, zone), toLocalIso(until, zone)]);

describe("a window in Stockholm", () => {
  test.each([
    ["in winter", "2026-01-15", "06:00", "10:00", "2026-01-15T06:00:00+01:00", "2026-01-15T10:00:00+01:00"],
    ["in summer", "2026-07-15", "06:00", "10:00", "2026-07-15T06:00:00+02:00", "2026-07-15T10:00:00+02:00"],
    ["on a leap day", "2028-02-29", "06:00", "10:00", "2028-02-29T06:00:00+01:00", "2028-02-29T10:00:00+01:00"],
    ["begins in the gap", "2026-03-29", "02:30", "03:10", "2026-03-29T03:00:00+02:00", "2026-03-29T03:10:00+02:00"],
    ["ends in the gap", "2026-03-29", "01:30", "02:30", "2026-03-29T01:30:00+01:00", "2026-03-29T03:30:00+02:00"],
    ["lies in the gap", "2026-03-29", "02:15", "02:45", "2026-03-29T03:00:00+02:00", "2026-03-29T03:45:00+02:00"],
    ["spans the gap", "2026-03-29", "00:00", "06:00", "2026-03-29T00:00:00+01:00", "2026-03-29T06:00:00+02:00"],
    ["in the fold", "2026-10-25", "02:15", "02:45", "2026-10-25T02:15:00+02:00", "2026-10-25T02:45:00+01:00"],
    [
      "ends at midnight's edge",
      "2026-10-25",
      "20:00",
      "23:59",
      "2026-10-25T20:00:00+01:00",
      "2026-10-25T23:59:00+01:00",
    ],
  ])("%s, %s", (_why, date, from, until, first, last) => {
    expect(shown(every(from, until), date)).toEqual([first, last]);
  });
});

describe("the dates of a schedule", () => {
  test.each([
    ["a Monday that is asked for", "2026-11-23", { days: ["mon" as const] }, 1],
    ["a Tuesday that is not", "2026-11-24", { days: ["mon" as const] }, 0],
    ["Good Friday, measured", "2026-04-03", { publicHolidays: "measure" as const }, 1],
    ["Good Friday, skipped", "2026-04-03", { publicHolidays: "skip" as const }, 0],
    ["Ascension Day, skipped", "2026-05-14", { publicHolidays: "skip" as const }, 0],
    ["Midsummer Eve, skipped", "2026-06-19", { publicHolidays: "skip" as const }, 0],
    ["Christmas Eve, skipped", "2026-12-24", { publicHolidays: "skip" as const }, 0],
    ["an ordinary Sunday is no holiday", "2026-11-22", { publicHolidays: "skip" as const }, 1],
  ])("%s", (_why, date, more, windows) => {
    expect(windowsOn(every("06:00", "10:00", more), day(date), zone)).toHaveLength(windows);
  });

  test("several windows of a date, in order", () => {
    const twice = every("06:00", "10:00", {
      windows: [
        { from: "06:00", until: "10:00" },
        { from: "18:00", until: "21:30" },
      ],
    });
    expect(shown(twice, "2026-11-23")).toEqual([
      "2026-11-23T06:00:00+01:00",
      "2026-11-23T10:00:00+01:00",
      "2026-11-23T18:00:00+01:00",
      "2026-11-23T21:30:00+01:00",
    ]);
  });
});

test("every window has a length, on every date and in every zone", () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  const text = (value: number): string =>
    `${String(Math.floor(value / 60)).padStart(2, "0")}:${String(value % 60).padStart(2, "0")}`;
  fc.assert(
    fc.property(
      minute,
      minute,
      fc.integer({ min: day("2026-01-01"), max: day("2029-01-01") }),
      fc.constantFrom("Europe/Stockholm", "Atlantic/Azores", "Australia/Lord_Howe", "America/New_York"),
      (a, b, on, place) => {
        fc.pre(a !== b);
        const [one] = windowsOn(every(text(Math.min(a, b)), text(Math.max(a, b))), on, place);
        expect(one!.until).toBeGreaterThan(one!.from);
      },
    ),
  );
});
