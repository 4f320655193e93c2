import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concerns, severities } from "../domain/alert.ts";
import { type Pair, pairAlerts, SAME_EVENT } from "./match.ts";
import type { RehearsedAlert } from "./outcome.ts";

const HOUR = 3_600_000;

const alert = (hour: number, more: Partial<RehearsedAlert> = {}): RehearsedAlert => ({
  concern: "weight-gain",
  category: "clinical",
  severity: "red",
  openedAt: hour * HOUR,
  cause: "rule",
  events: [{ at: hour * HOUR, event: "opened", severity: "red" }],
  ...more,
});

const said = (pairs: readonly Pair[]) =>
  pairs.map(({ change, shift, severity }) =>
    [change, ...(shift === undefined ? [] : [shift / HOUR]), ...(severity ? [severity] : [])].join(" "),
  );

describe("pairing the alerts of two plans", () => {
  const cases: [string, RehearsedAlert[], RehearsedAlert[], string[]][] = [
    ["nothing", [], [], []],
    ["the same", [alert(1)], [alert(1)], ["same"]],
    ["the same, and yellow", [alert(1)], [alert(1, { severity: "yellow" })], ["same lower"]],
    ["two days earlier", [alert(100)], [alert(52)], ["moved -48"]],
    ["a day later, and worse", [alert(1, { severity: "info" })], [alert(25)], ["moved 24 higher"]],
    ["three days apart is the same event", [alert(0)], [alert(72)], ["moved 72"]],
    ["a millisecond more is two", [alert(0)], [alert(72, { openedAt: SAME_EVENT + 1 })], ["removed", "added"]],
    ["another concern is another event", [alert(1)], [alert(1, { concern: "bp-low" })], ["added", "removed"]],
    ["the closest pair goes first", [alert(0), alert(40)], [alert(41)], ["removed", "moved 1"]],
    ["each has one other", [alert(10)], [alert(9), alert(11)], ["moved -1", "added"]],
  ];
  it.each(cases)("%s", (_, before, after, expected) => expect(said(pairAlerts(before, after))).toEqual(expected));

  const alerts = fc.array(
    fc
      .record({
        hour: fc.integer({ min: 0, max: 24 * 60 }),
        concern: fc.constantFrom(...concerns.slice(0, 3)),
        severity: fc.constantFrom(...severities),
      })
      .map(({ hour, ...more }) => alert(hour, more)),
    { maxLength: 25 },
  );

  it("every alert stands in exactly one pair, and pairs keep their words", () => {
    fc.assert(
      fc.property(alerts, alerts, (before, after) => {
        const pairs = pairAlerts(before, after);
        const sides = (side: "before" | "after") => new Set(pairs.flatMap((pair) => pair[side] ?? []));
        expect(sides("before")).toEqual(new Set(before));
        expect(sides("after")).toEqual(new Set(after));
        expect(pairs.flatMap((pair) => [pair.before ?? [], pair.after ?? []].flat())).toHaveLength(
          before.length + after.length,
        );
        for (const { change, before: a, after: b, shift = 0 } of pairs) {
          expect(change).toBe(!a ? "added" : !b ? "removed" : shift === 0 ? "same" : "moved");
          if (a && b) expect([a.concern, b.openedAt - a.openedAt]).toEqual([b.concern, shift]);
          expect(Math.abs(shift)).toBeLessThanOrEqual(SAME_EVENT);
        }
      }),
    );
  });

  it("a plan compared with itself changes nothing", () => {
    fc.assert(
      fc.property(alerts, (all) => {
        // At one instant a patient has at most one alert of a concern that opens.
        const one = [...new Map(all.map((each) => [`${each.concern} ${each.openedAt}`, each])).values()];
        expect(pairAlerts(one, one).every(({ change, severity }) => change === "same" && !severity)).toBe(true);
      }),
    );
  });

  it("from the other side as many are added as were removed", () => {
    fc.assert(
      fc.property(alerts, alerts, (before, after) => {
        const count = (pairs: readonly Pair[], which: string) => pairs.filter(({ change }) => change === which).length;
        const [there, back] = [pairAlerts(before, after), pairAlerts(after, before)];
        expect(count(there, "same")).toBe(count(back, "same"));
        expect(count(there, "added") - count(there, "removed")).toBe(after.length - before.length);
        expect(count(back, "added") - count(back, "removed")).toBe(before.length - after.length);
      }),
    );
  });
});
