import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTable } from "../../test/tables/table.ts";
import { dayToIso, isTimeZone, localDay, localTime, startOfDay, toIso, toLocalIso } from "./day.ts";

const HOUR = 3_600_000;
const at = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
const day = (iso: string): number => Temporal.PlainDate.from("1970-01-01").until(iso).days;

const table = readTable("local-days", ["instant", "zone", "date", "why"]);

test.each(table)("$instant is $date in $zone", ({ instant, zone, date }) => {
  expect(dayToIso(localDay(at(instant), zone))).toBe(date);
});

describe("the length of a local date in Stockholm", () => {
  test.each([
    ["2026-03-28", 24],
    ["2026-03-29", 23],
    ["2026-10-25", 25],
    ["2027-03-28", 23],
    ["2027-10-31", 25],
    ["2028-02-29", 24],
    ["2028-03-26", 23],
    ["2028-10-29", 25],
  ])("%s has %d hours", (date, hours) => {
    const start = startOfDay(day(date), "Europe/Stockholm");
    expect(startOfDay(day(date) + 1, "Europe/Stockholm") - start).toBe(hours * HOUR);
  });

  test("3 days across either change of the clocks are 3 local dates, not 72 hours", () => {
    const spans: [string, string][] = [
      ["2026-03-27T06:00:00Z", "2026-03-30T05:00:00Z"],
      ["2026-10-23T05:00:00Z", "2026-10-26T06:00:00Z"],
    ];
    for (const [from, to] of spans) {
      expect(localDay(at(to), "Europe/Stockholm") - localDay(at(from), "Europe/Stockholm")).toBe(3);
    }
  });
});

const zones = [
  "Europe/Stockholm",
  "UTC",
  "America/New_York",
  "America/Santiago",
  "Asia/Beirut",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
];
const instants = fc.integer({ min: at("2015-01-01T00:00:00Z"), max: at("2040-01-01T00:00:00Z") });

test("the local date is the one that Intl shows, at any instant in any zone", () => {
  const formats = new Map(zones.map((zone) => [zone, new Intl.DateTimeFormat("sv-SE", { timeZone: zone })]));
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
      expect(dayToIso(localDay(instant, zone))).toBe(formats.get(zone)?.format(instant));
    }),
    { numRuns: 1000 },
  );
});

test("the local time is the one that Intl shows, at any instant in any zone", () => {
  const options = { hour: "2-digit", minute: "2-digit" } as const;
  const formats = new Map(
    zones.map((zone) => [zone, new Intl.DateTimeFormat("sv-SE", { timeZone: zone, ...options })]),
  );
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
      expect(localTime(instant, zone)).toBe(formats.get(zone)?.format(instant));
    }),
    { numRuns: 1000 },
  );
});

test("a local date begins with its first instant, also where midnight is skipped", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: day("2015-01-01"), max: day("2040-01-01") }),
      (zone, date) => {
        const start = startOfDay(date, zone);
        expect([localDay(start - 1, zone), localDay(start, zone)]).toEqual([date - 1, date]);
      },
    ),
    { numRuns: 500 },
  );
});

test("instants as text", () => {
  const instant = at("2026-11-22T06:03:11.250Z");
  expect(toIso(instant)).toBe("2026-11-22T06:03:11.250Z");
  expect(toLocalIso(instant, "Europe/Stockholm")).toBe("2026-11-22T07:03:11.25+01:00");
  expect(dayToIso(localDay(instant, "Europe/Stockholm"))).toBe("2026-11-22");
});

test("a zone is one that dates can be counted in", () => {
  expect(["Europe/Stockholm", "UTC", "Asia/Kathmandu"].map(isTimeZone)).toEqual([true, true, true]);
  expect(["Europe/Stokholm", "", "Stockholm", "Mars/Olympus"].map(isTimeZone)).toEqual([false, false, false, false]);
});
