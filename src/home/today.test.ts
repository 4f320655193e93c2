import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type Kind, kindNames, kinds } from "../domain/kind.ts";
import type { Schedule } from "../domain/schedule.ts";
import { taskStates, tasksOf } from "./today.ts";
import { nounOf, valueText } from "./words.ts";

const zone = "Europe/Stockholm";
const local = (text: string): number => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
const schedule: Schedule = {
  signal: "blood-pressure",
  days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
  windows: [
    { from: "06:00", until: "10:00" },
    { from: "18:00", until: "20:00" },
  ],
  publicHolidays: "measure",
};
const states = (at: string, ...measured: string[]) =>
  tasksOf({ schedules: [schedule], zone }, () => measured.map(local), local(at)).map(({ state }) => state);

it.each([
  ["2026-11-23T05:00", [], ["later", "later"]],
  ["2026-11-23T06:00", [], ["now", "later"]],
  ["2026-11-23T07:10", ["2026-11-23T07:05"], ["done", "later"]],
  ["2026-11-23T10:00", [], ["passed", "later"]],
  ["2026-11-23T12:00", ["2026-11-23T11:30"], ["done", "later"]],
  ["2026-11-23T19:00", ["2026-11-23T07:05"], ["done", "now"]],
  ["2026-11-23T21:00", ["2026-11-23T05:59"], ["passed", "passed"]],
] as const)("at %s with %j: %j", (at, measured, expected) => {
  expect(states(at, ...measured)).toEqual(expected);
});

it("has a state for each window whenever it is, and what is done stays done", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 24 * 60 - 1 }), fc.integer({ min: 0, max: 24 * 60 - 1 }), (now, measured) => {
      const begin = local("2026-10-25T00:00");
      const of = (minutes: number) =>
        tasksOf({ schedules: [schedule], zone }, () => [begin + measured * 60_000], begin + minutes * 60_000);
      const [first, later] = [of(Math.max(now, measured)), of(25 * 60 - 1)];
      expect(first).toHaveLength(2);
      for (const [index, { state }] of first.entries()) {
        expect(taskStates).toContain(state);
        if (state === "done") expect(later[index]?.state).toBe("done");
      }
    }),
    { numRuns: 200, seed: 4 },
  );
});

it.each([
  ["body-weight", { "body-weight": 84_700 }, "84,7 kg", "84.7 kg"],
  [
    "blood-pressure",
    { "systolic-pressure": 1320, "diastolic-pressure": 780, pulse: 710 },
    "132 / 78 mmHg, puls 71/min",
    "132 / 78 mmHg, pulse 71/min",
  ],
  ["oxygen-saturation", { "oxygen-saturation": 910, pulse: 880 }, "91 %, puls 88/min", "91 %, pulse 88/min"],
  ["symptoms", {}, "", ""],
] as const)("says a value of %s", (kind, values, sv, en) => {
  const scaled = Object.fromEntries(Object.entries(values));
  expect(valueText(kind, scaled)).toEqual({ sv, en });
});

it.each(kindNames)("has a word for %s, and says nothing that calms", (kind: Kind) => {
  const { sv, en } = nounOf(kind);
  expect(`${sv} ${en}`).not.toMatch(/\b(bra|fint|normalt?|good|fine|well|ok)\b/i);
  expect(kinds[kind]).toBeDefined();
});
