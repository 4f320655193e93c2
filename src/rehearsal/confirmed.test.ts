import { describe, expect, it } from "vitest";
import { confirmedEvents, type RecordedAlert, recordedOutcome } from "./confirmed.ts";
import type { RehearsedAlert } from "./outcome.ts";

const DAY = 86_400_000;

const rehearsed = (day: number, more: Partial<RehearsedAlert> = {}): RehearsedAlert => ({
  concern: "weight-gain",
  category: "clinical",
  severity: "red",
  openedAt: day * DAY,
  resolvedAt: (day + 0.2) * DAY,
  cause: "rule",
  events: [],
  ...more,
});
const real = (day: number, more: Partial<RecordedAlert> = {}): RecordedAlert => ({
  id: `a${day}`,
  concern: "weight-gain",
  openedAt: day * DAY,
  outcome: "true",
  ...more,
});

describe("events that staff confirmed", () => {
  const inForce = [rehearsed(10)];
  it.each<[string, RehearsedAlert[], object]>([
    ["found as before", [rehearsed(10)], { missed: false }],
    ["found two days later", [rehearsed(12)], { missed: false, shift: 2 * DAY }],
    ["found a day earlier", [rehearsed(9)], { missed: false, shift: -DAY }],
    ["the first alert counts", [rehearsed(8), rehearsed(11)], { missed: false, shift: -2 * DAY }],
    ["four days later is too late", [rehearsed(14)], { missed: true, after: {} }],
    ["active since long before", [rehearsed(2, { resolvedAt: 11 * DAY })], { missed: false, shift: -8 * DAY }],
    ["never resolved", [rehearsed(2, { resolvedAt: undefined } as never)], { missed: false }],
    [
      "about something else",
      [rehearsed(11, { concern: "composite" })],
      { missed: true, after: { otherConcern: "composite" } },
    ],
    ["about something else two days later", [rehearsed(12, { concern: "weight-loss" })], { missed: true, after: {} }],
    ["not at all", [], { missed: true, after: {} }],
  ])("%s", (_, draft, expected) => {
    expect(confirmedEvents([real(10)], inForce, draft)).toMatchObject([expected]);
  });

  it("the plan in force may have missed it too", () => {
    expect(confirmedEvents([real(10)], [], [rehearsed(10)])).toMatchObject([
      { missed: false, before: {}, after: { at: 10 * DAY } },
    ]);
  });

  it("only what staff said was true is one", () => {
    const others = (["technique", "device", "limit-wrong", "other"] as const).map((outcome) => real(10, { outcome }));
    const { outcome: _, ...open } = real(10);
    expect(confirmedEvents([...others, open], inForce, [])).toEqual([]);
  });
});

describe("what staff said of the real alert behind a rehearsed one", () => {
  it.each<[string, RecordedAlert[], string]>([
    ["the closest speaks", [real(8), real(9.5, { outcome: "technique" })], "technique"],
    ["not of another concern", [real(10, { concern: "bp-low" })], "none"],
    ["not four days away", [real(14)], "none"],
    ["not said yet", [{ id: "a", concern: "weight-gain", openedAt: 10 * DAY }], "none"],
    ["none", [], "none"],
  ])("%s", (_, recorded, expected) => expect(recordedOutcome(rehearsed(10), recorded)).toBe(expected));
});
