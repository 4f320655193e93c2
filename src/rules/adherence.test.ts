import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Enrolment } from "../domain/enrolment.ts";
import type { Schedule } from "../domain/schedule.ts";
import { adherenceOf } from "./adherence.ts";

const zone = "Europe/Stockholm";
const local = (text: string): number => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
const schedule: Schedule = {
  signal: "body-weight",
  days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
  windows: [
    { from: "06:00", until: "10:00" },
    { from: "18:00", until: "20:00" },
  ],
  publicHolidays: "measure",
};
const plans = [{ version: 1, validFrom: 0, zone, schedules: [schedule] }];
const input = { signal: "body-weight", plans, enrolments: [] as Enrolment[], watchedSince: 0 } as const;
const of = (measured: string[], from = "2026-11-16T00:00", to = "2026-11-17T00:00", over = {}) =>
  adherenceOf({ ...input, ...over }, measured.map(local), { from: local(from), to: local(to) }, zone);

it.each([
  ["both windows", ["2026-11-16T06:00", "2026-11-16T19:59"], { expected: 2, measured: 2, afterwards: 0, missed: 0 }],
  [
    "one window twice",
    ["2026-11-16T07:00", "2026-11-16T08:00"],
    { expected: 2, measured: 1, afterwards: 0, missed: 1 },
  ],
  ["after the cut-off", ["2026-11-16T10:00"], { expected: 2, measured: 0, afterwards: 1, missed: 1 }],
  ["before the window", ["2026-11-16T05:59"], { expected: 2, measured: 0, afterwards: 0, missed: 2 }],
  ["between and in", ["2026-11-16T12:00", "2026-11-16T18:00"], { expected: 2, measured: 1, afterwards: 1, missed: 0 }],
  ["nothing", [], { expected: 2, measured: 0, afterwards: 0, missed: 2 }],
] as const)("counts %s", (_, measured, counted) => {
  expect(of([...measured])).toEqual(counted);
});

it("expects nothing before the watch began, nor while paused, nor of windows still open", () => {
  expect(of([], undefined, undefined, { watchedSince: local("2026-11-16T12:00") }).expected).toBe(1);
  const paused = {
    state: "paused",
    from: local("2026-11-16T09:00"),
    until: local("2026-11-16T17:00"),
    reason: "travelling",
  };
  expect(of([], undefined, undefined, { enrolments: [paused] }).expected).toBe(1);
  expect(of([], "2026-11-16T00:00", "2026-11-16T19:00").expected).toBe(1);
});

it.each([
  ["2026-10-19T00:00", "2026-11-02T00:00"],
  ["2026-03-23T00:00", "2026-04-06T00:00"],
])("has two windows a date over a clock change, and its parts add up to the whole (%s)", (from, to) => {
  const [begin, end] = [local(from), local(to)];
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: begin, max: end }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 13 }),
      (instants, days) => {
        const measured = instants.toSorted((a, b) => a - b);
        const whole = adherenceOf(input, measured, { from: begin, to: end }, zone);
        expect(whole.expected).toBe(28);
        expect(whole.measured + whole.afterwards + whole.missed).toBe(28);
        // By a count that knows nothing of order.
        const cut = local(Temporal.PlainDateTime.from(from).add({ days }).toString());
        const parts = [
          adherenceOf(input, measured, { from: begin, to: cut }, zone),
          adherenceOf(input, measured, { from: cut, to: end }, zone),
        ];
        expect(parts.reduce((sum, part) => sum + part.measured, 0)).toBe(whole.measured);
        expect(parts.reduce((sum, part) => sum + part.expected, 0)).toBe(whole.expected);
      },
    ),
    { numRuns: 200, seed: 9 },
  );
});
