import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isMoreSevere, type Severity, type Side, severities } from "../domain/alert.ts";
import type { Signal } from "./lifecycle.ts";
import { longestSnooze, quiet, type Snooze } from "./snooze.ts";

const weight = "body-weight/above" as const;
const snooze = (side: Side, value: number, severity: Severity = "yellow"): Snooze => ({
  id: side,
  patient: "greta",
  concern: "weight-gain",
  side,
  until: 1000,
  value,
  severity,
});
const signal = (values: Signal["values"], severity: Severity = "yellow", more: Partial<Signal> = {}): Signal => ({
  severity,
  category: "clinical",
  values,
  cause: "rule",
  ...more,
});

// Weight is stored in grams; its step is told by the metric catalogue.
test.each<[string, Snooze[], Signal, object]>([
  ["nothing is snoozed", [], signal({ [weight]: 84_700 }), { broken: [] }],
  ["the same again", [snooze(weight, 84_700)], signal({ [weight]: 84_700 }), { held: [{ side: weight }] }],
  ["a little more than before", [snooze(weight, 84_700)], signal({ [weight]: 84_750 }), { held: [{ side: weight }] }],
  ["worse by the step", [snooze(weight, 84_700)], signal({ [weight]: 85_700 }), { because: "worse" }],
  ["more severe", [snooze(weight, 84_700)], signal({ [weight]: 84_700 }, "red"), { because: "more-severe" }],
  [
    "beyond a safety limit",
    [snooze(weight, 84_700)],
    signal({ [weight]: 84_700 }, "yellow", { safety: true }),
    { because: "safety-limit" },
  ],
  ["the other direction", [snooze(weight, 84_700)], signal({ "body-weight/below": 70_000 }), { broken: [] }],
  ["one side of two", [snooze(weight, 84_700)], signal({ [weight]: 84_700, "pulse/above": 120 }), { broken: [] }],
])("%s", (_what, snoozes, found, expected) => {
  expect(quiet(snoozes, found)).toMatchObject(expected);
});

test("a red alert is never quiet over a whole day, others not over more than a week", () => {
  expect(longestSnooze("red")).toBe(12 * 3_600_000);
  expect(longestSnooze("yellow")).toBe(7 * 24 * 3_600_000);
});

test("what is kept quiet is never beyond a safety limit, more severe, or on a side that nobody snoozed", () => {
  const side = fc.constantFrom<Side>(weight, "pulse/above", "pulse/below", "oxygen-saturation/below");
  const severity = fc.constantFrom<Severity>(...severities);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(side, fc.integer({ min: 0, max: 100_000 }), severity), { selector: ([of]) => of }),
      fc.dictionary(side, fc.integer({ min: 0, max: 100_000 }), { minKeys: 1, noNullPrototype: true }),
      severity,
      fc.boolean(),
      (set, values, found, safety) => {
        const snoozes = set.map(([of, value, how]) => snooze(of, value, how));
        const decided = quiet(snoozes, signal(values, found, safety ? { safety: true } : {}));
        if (!("held" in decided)) return;
        expect(safety).toBe(false);
        expect(decided.held.map((one) => one.side).toSorted()).toEqual(Object.keys(values).toSorted());
        expect(decided.held.some((one) => isMoreSevere(found, one.severity))).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});
