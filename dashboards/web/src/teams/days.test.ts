import { describe, expect, it } from "vitest";
import { common, dayStart, daysFrom, toDateField, weekStart } from "./days.ts";
import { sayStretch } from "./say-day.ts";

const local = (text: string): number => new Date(text).getTime();

describe("days by the clock on the wall", () => {
  it("begin at midnight, also over a change of month and of clocks", () => {
    expect(dayStart(local("2026-11-30T14:00"), 1)).toBe(local("2026-12-01T00:00"));
    expect(daysFrom(local("2026-10-24T00:00"), 3).map(({ from }) => toDateField(from))).toEqual([
      "2026-10-24",
      "2026-10-25",
      "2026-10-26",
    ]);
  });

  it("weeks begin on Monday, for Sundays too", () => {
    expect(weekStart(local("2026-11-22T23:59"))).toBe(local("2026-11-16T00:00"));
    expect(weekStart(local("2026-11-23T00:00"), 1)).toBe(local("2026-11-30T00:00"));
  });

  it("have nothing in common with what only touches them", () => {
    expect(common({ from: 1, to: 3 }, { from: 2, to: 5 })).toEqual({ from: 2, to: 3 });
    expect(common({ from: 1, to: 3 }, { from: 3, to: 5 })).toBeUndefined();
  });
});

describe("a stretch", () => {
  it.each([
    ["2026-12-12T08:00", "2026-12-12T17:00", "lör 12 dec 08:00 – 17:00"],
    ["2026-12-12T00:00", "2026-12-13T00:00", "lör 12 dec 00:00 – 24:00"],
    ["2026-11-23T17:00", "2026-11-24T08:00", "i dag 17:00 – i morgon 08:00"],
    ["2026-12-12T00:00", "2026-12-14T00:00", "lör 12 dec 00:00 – mån 14 dec 00:00"],
  ])("from %s until %s is %s", (from, to, said) => {
    const around = { now: local("2026-11-23T08:00"), language: "sv" } as const;
    expect(sayStretch({ from: local(from), to: local(to) }, around)).toBe(said);
  });
});
