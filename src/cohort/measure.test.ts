import { describe, expect, test } from "vitest";
import { startOfDay } from "../domain/day.ts";
import type { Reading } from "../domain/reading.ts";
import { measure, prepare } from "./measure.ts";
import { gain, ruleSet } from "./rule-sets/rule-set.ts";
import { type VirtualCase, yearBegins, zone } from "./virtual/case.ts";

const set = ruleSet("gain", "gain", "none", [gain(2, "kg", 3)]);
const eventDay = yearBegins + 100;

/** A weight each morning, in kilograms: 80 but on the days named, counted from the event's. */
const weights = (changed: Readonly<Record<number, number>>): Reading[] =>
  Array.from({ length: 365 }, (_, index) => {
    const day = yearBegins + index;
    const measuredAt = startOfDay(day, zone) + 7 * 3_600_000;
    const value = (changed[day - eventDay] ?? 80) * 1000;
    return {
      id: `w${index}`,
      kind: "body-weight",
      values: { "body-weight": value },
      measuredAt,
      receivedAt: measuredAt,
      clock: "good",
      flags: [],
    };
  });

const one = (quiet: Readonly<Record<number, number>>, added: Readonly<Record<number, number>>): VirtualCase => ({
  id: "hf",
  condition: "heart-failure",
  quiet: weights(quiet),
  eventful: weights({ ...quiet, ...added }),
  eventDay,
  begins: eventDay - 20,
  changes: true,
  felt: false,
  references: [],
});
const figuresOf = (...given: Parameters<typeof one>) => measure(set, prepare(one(...given)));

describe("what a rule set did for a patient", () => {
  test("nothing happens, nobody is called", () => {
    expect(figuresOf({}, {})).toMatchObject({
      alerts: 0,
      calls: 0,
      mornings: 365,
      found: 0,
      added: 0,
      windows: [
        { hit: 0, chance: 0 },
        { hit: 0, chance: 0 },
      ],
    });
  });

  test("a gain five days before the event is found five days ahead, in both windows", () => {
    const { windows, added, alerts } = figuresOf({}, { [-5]: 83, [-4]: 83, [-3]: 83, [-2]: 83, [-1]: 83, 0: 83 });
    expect(windows).toEqual([
      { hit: 1, chance: 0, lead: 5 },
      { hit: 1, chance: 0, lead: 5 },
    ]);
    expect([added, alerts]).toEqual([1, 0]);
  });

  test("a gain seventeen days before is found in the longer window only", () => {
    expect(figuresOf({}, { [-17]: 83 }).windows).toEqual([
      { hit: 0, chance: 0 },
      { hit: 1, chance: 0, lead: 17 },
    ]);
  });

  test("clothes on the scale in the same days are chance: the rule would have called anyway", () => {
    const { windows, alerts, calls, found, added } = figuresOf({ [-6]: 83 }, {});
    expect(windows).toEqual([
      { hit: 1, chance: 1, lead: 6 },
      { hit: 1, chance: 1, lead: 6 },
    ]);
    expect([alerts, calls, found, added]).toEqual([1, 1, 1, 0]);
  });

  test("what happens after the event is no hit", () => {
    expect(figuresOf({}, { 1: 83 }).windows[1]).toEqual({ hit: 0, chance: 0 });
  });

  test("information calls nobody", () => {
    const quiet = ruleSet("info", "info", "none", [gain(2, "kg", 3, "day", "info")]);
    const { windows, alerts, found } = measure(quiet, prepare(one({ [-6]: 83 }, {})));
    expect([windows[0]?.hit, alerts, found]).toEqual([0, 0, 0]);
  });
});
