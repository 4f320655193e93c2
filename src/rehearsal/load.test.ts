import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayToIso } from "../domain/day.ts";
import { loadOf, shiftAt, usualShifts } from "./load.ts";
import type { RehearsedAlert } from "./outcome.ts";

const ZONE = "Europe/Stockholm";
const HOUR = 3_600_000;
const instant = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;

describe("which shift is called", () => {
  it.each([
    ["2026-09-07T06:59:59+02:00", "night"],
    ["2026-09-07T07:00:00+02:00", "day"],
    ["2026-09-07T14:59:00+02:00", "day"],
    ["2026-09-07T15:00:00+02:00", "evening"],
    ["2026-09-07T20:59:00+02:00", "evening"],
    ["2026-09-07T21:00:00+02:00", "night"],
    ["2026-09-07T00:00:00+02:00", "night"],
    // By the clock on the wall, on the days that have 23 and 25 hours too.
    ["2026-03-29T05:00:00Z", "day"],
    ["2026-03-28T05:59:00Z", "night"],
    ["2026-10-25T05:30:00Z", "night"],
    ["2026-10-25T06:00:00Z", "day"],
  ])("%s: %s", (at, shift) => expect(shiftAt(instant(at), ZONE, usualShifts)).toBe(shift));

  it("a unit with two shifts has two", () => {
    const shifts = [
      { name: "office", from: 8 },
      { name: "on-call", from: 17 },
    ];
    expect(shiftAt(instant("2026-09-07T07:59:00+02:00"), ZONE, shifts)).toBe("on-call");
    expect(shiftAt(instant("2026-09-07T08:00:00+02:00"), ZONE, shifts)).toBe("office");
  });
});

const from = instant("2026-09-07T00:00:00+02:00");
const to = from + 21 * 24 * HOUR;

const alert = (hours: readonly number[]): RehearsedAlert => ({
  concern: "weight-gain",
  category: "clinical",
  severity: "yellow",
  openedAt: from + hours[0]! * HOUR,
  cause: "rule",
  events: hours.map((hour, index) => ({
    at: from + hour * HOUR,
    event: index === 0 ? "opened" : "worsened",
    severity: "yellow",
  })),
});

describe("the load of alerts", () => {
  it("an alert calls when it opens and when it gets worse, each in its week and shift", () => {
    // Monday at eight, worse on Monday at 22; another on the Sunday before midnight, worse on the Monday after it.
    const load = loadOf([alert([8, 22]), alert([7 * 24 - 1, 7 * 24])], { from, to }, ZONE);
    expect(load).toMatchObject({
      alerts: 2,
      calls: 4,
      byShift: { day: 1, evening: 0, night: 3 },
      bySeverity: { yellow: 2 },
    });
    expect(load.weeks.map(({ monday, ...week }) => ({ monday: dayToIso(monday), ...week }))).toEqual([
      { monday: "2026-09-07", alerts: 2, calls: 3 },
      { monday: "2026-09-14", alerts: 0, calls: 1 },
      { monday: "2026-09-21", alerts: 0, calls: 0 },
    ]);
  });

  it("what joins in silence, and what comes after the period, calls nobody", () => {
    const quiet = alert([8]);
    const events = [...quiet.events, { at: from + 9 * HOUR, event: "joined" as const, severity: "yellow" as const }];
    expect(loadOf([{ ...quiet, events }], { from, to }, ZONE).calls).toBe(1);
    expect(loadOf([alert([8, 21 * 24])], { from, to }, ZONE).calls).toBe(1);
  });

  it("weeks and shifts each add up to all calls, across the change of clocks", () => {
    const period = { from: instant("2026-10-12T00:00:00+02:00"), to: instant("2026-11-09T00:00:00+01:00") };
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 28 * 24 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 20 }), (all) => {
        const alerts = all.map((hours) => {
          const events = hours
            .toSorted((a, b) => a - b)
            .map((hour) => ({ at: period.from + hour * HOUR, event: "opened" as const, severity: "red" as const }));
          return { ...alert([0]), openedAt: events[0]!.at, events };
        });
        const load = loadOf(alerts, period, ZONE);
        const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(Object.values(load.byShift))).toBe(load.calls);
        expect(sum(load.weeks.map(({ calls }) => calls))).toBe(load.calls);
        expect(sum(load.weeks.map(({ alerts }) => alerts))).toBe(load.alerts);
        expect(load.weeks).toHaveLength(4);
      }),
    );
  });
});
