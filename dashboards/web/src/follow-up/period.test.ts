import { describe, expect, it } from "vitest";
import { askedPeriod, daysBetween, mondayOf, startOf } from "./period.ts";

const zone = "Europe/Stockholm";
const now = Date.parse("2026-11-25T10:00:00+01:00");

describe("a local day begins", () => {
  it.each([
    ["2026-11-23", "2026-11-22T23:00:00.000Z"],
    ["2026-07-01", "2026-06-30T22:00:00.000Z"],
    // The clocks change during these days, not at their beginning.
    ["2026-10-25", "2026-10-24T22:00:00.000Z"],
    ["2026-10-26", "2026-10-25T23:00:00.000Z"],
    ["2026-03-29", "2026-03-28T23:00:00.000Z"],
    ["2026-03-30", "2026-03-29T22:00:00.000Z"],
  ])("%s", (date, instant) => expect(new Date(startOf(date, zone)).toISOString()).toBe(instant));

  it("elsewhere too", () => expect(startOf("2026-11-23", "America/New_York")).toBe(Date.parse("2026-11-23T05:00:00Z")));
});

it("counts weeks from Monday", () => {
  expect(mondayOf("2026-11-23")).toBe("2026-11-23");
  expect(mondayOf("2026-11-29")).toBe("2026-11-23");
});

it("lists days, both ends counted", () => {
  expect(daysBetween("2026-10-24", "2026-10-26")).toEqual(["2026-10-24", "2026-10-25", "2026-10-26"]);
  expect(daysBetween("2026-10-26", "2026-10-24")).toEqual([]);
});

describe("what is asked", () => {
  const own = (from: string, until: string) => askedPeriod({ name: "custom", from, until }, now, zone);
  it("of this week, from Monday on", () =>
    expect(askedPeriod({ name: "week", from: "", until: "" }, now, zone)).toEqual({
      from: "2026-11-22T23:00:00.000Z",
    }));
  it("of one's own days, the last one whole", () =>
    expect(own("2026-10-25", "2026-10-25")).toEqual({
      from: "2026-10-24T22:00:00.000Z",
      to: "2026-10-25T23:00:00.000Z",
    }));
  it.each([
    ["2026-11-02", "2026-11-01"],
    ["", "2026-11-01"],
    ["2024-01-01", "2026-11-01"],
  ])("nothing of %s to %s", (from, until) => expect(own(from, until)).toBeUndefined());
});
