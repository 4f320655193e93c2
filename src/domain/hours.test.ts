import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aroundTheClock, type Hours, hoursSchema, openIntervals } from "./hours.ts";
import { contains, union } from "./interval.ts";
import { weekdays } from "./schedule.ts";

const zone = "Europe/Stockholm";
const at = (local: string): number => Temporal.ZonedDateTime.from(`${local}[${zone}]`).epochMilliseconds;
const utc = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;

const office: Hours = {
  weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }],
  publicHolidays: "as-sunday",
  exceptions: [],
};
const night: Hours = {
  weekly: [
    { days: ["mon", "tue", "wed", "thu", "fri"], from: "17:00", until: "08:00" },
    { days: ["sat", "sun"], from: "00:00", until: "24:00" },
    { days: ["sun"], from: "00:00", until: "08:00" },
  ],
  publicHolidays: "as-sunday",
  exceptions: [],
};
const isOpen = (hours: Hours, local: string): boolean =>
  contains(openIntervals(hours, zone, { from: at(local), to: at(local) + 1 }), at(local));

describe("a clinic that is open in office hours", () => {
  test.each<[string, boolean]>([
    ["2026-11-23T08:00", true],
    ["2026-11-23T07:59", false],
    ["2026-11-23T16:59", true],
    ["2026-11-23T17:00", false],
    ["2026-11-22T12:00", false],
    // Midsummer Eve, Christmas Eve, and a Thursday that is Ascension Day.
    ["2026-06-19T12:00", false],
    ["2026-12-24T12:00", false],
    ["2026-05-14T12:00", false],
    ["2026-12-23T12:00", true],
  ])("%s: %s", (local, open) => {
    expect(isOpen(office, local)).toBe(open);
  });

  test("is closed on a planning day, and open on a holiday that it says it is", () => {
    const exceptions = [
      { date: "2026-11-23", openings: [], reason: "planning day" },
      { date: "2026-12-26", openings: [{ from: "10:00", until: "12:00" }], reason: "holiday opening" },
    ];
    expect(isOpen({ ...office, exceptions }, "2026-11-23T12:00")).toBe(false);
    expect(isOpen({ ...office, exceptions }, "2026-12-26T11:00")).toBe(true);
    expect(isOpen({ ...office, exceptions }, "2026-12-26T12:00")).toBe(false);
  });
});

describe("an opening over midnight", () => {
  test.each<[string, boolean]>([
    ["2026-11-23T23:59", true],
    ["2026-11-24T00:00", true],
    ["2026-11-24T07:59", true],
    ["2026-11-24T08:00", false],
    // Friday's lasts into Saturday.
    ["2026-11-28T03:00", true],
  ])("%s: %s", (local, open) => {
    expect(isOpen(night, local)).toBe(open);
  });

  test("takes the night of the short day in March and of the long one in October as long as they are", () => {
    const only: Hours = {
      ...night,
      weekly: [{ days: [...weekdays], from: "22:00", until: "06:00" }],
      publicHolidays: "as-usual",
    };
    const hoursOf = (from: string, to: string) =>
      openIntervals(only, zone, { from: at(from), to: at(to) }).map((open) => (open.to - open.from) / 3_600_000);
    expect(hoursOf("2026-03-28T12:00", "2026-03-29T12:00")).toEqual([7]);
    expect(hoursOf("2026-10-24T12:00", "2026-10-25T12:00")).toEqual([9]);
  });
});

test.each([
  ["2026-10-25", "02:30", "2026-10-25T00:30:00Z"],
  ["2026-03-29", "02:30", "2026-03-29T01:30:00Z"],
])("on %s one team goes and another comes at %s: at %s, with neither a hole nor an overlap", (date, time, change) => {
  const first: Hours = {
    weekly: [],
    publicHolidays: "as-usual",
    exceptions: [{ date, openings: [{ from: "00:00", until: time }], reason: "-" }],
  };
  const second: Hours = { ...first, exceptions: [{ date, openings: [{ from: time, until: "24:00" }], reason: "-" }] };
  const whole = { from: at(`${date}T00:00`), to: at(`${date}T00:00`) + 25 * 3_600_000 };
  const [a, b] = [openIntervals(first, zone, whole), openIntervals(second, zone, whole)];
  expect(a.at(-1)?.to).toBe(utc(change));
  expect(b[0]?.from).toBe(utc(change));
});

const time = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`);
const anyHours: fc.Arbitrary<Hours> = fc.record({
  weekly: fc.array(
    fc.record({ days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }), from: time, until: time }),
    { maxLength: 5 },
  ),
  publicHolidays: fc.constantFrom("as-sunday" as const, "as-usual" as const, "closed" as const),
  exceptions: fc.constant([]),
});
const anInstant = fc.integer({ min: utc("2026-01-01T00:00:00Z"), max: utc("2027-01-01T00:00:00Z") });

test("whatever the hours, what is open in a stretch is what is open in its halves together", () => {
  fc.assert(
    fc.property(anyHours, anInstant, fc.nat(40), fc.nat(40), (hours, from, first, second) => {
      const middle = from + first * 3_600_000;
      const to = middle + second * 3_600_000;
      const whole = openIntervals(hours, zone, { from, to });
      expect(hoursSchema.safeParse(hours).success).toBe(true);
      expect(
        union([
          ...openIntervals(hours, zone, { from, to: middle }),
          ...openIntervals(hours, zone, { from: middle, to }),
        ]),
      ).toEqual(whole);
    }),
  );
});

test("around the clock is one stretch without a hole, over a whole year with both changes of the clocks", () => {
  const year = { from: at("2026-01-01T00:00"), to: at("2027-01-01T00:00") };
  expect(openIntervals(aroundTheClock, zone, year)).toEqual([year]);
});
