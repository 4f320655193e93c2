import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Comparison, compare } from "./compare.ts";
import type { RecordedAlert } from "./confirmed.ts";
import type { RehearsedAlert } from "./outcome.ts";
import { addUp, rowOf, unrehearsed } from "./team.ts";

const HOUR = 3_600_000;
const period = { from: Date.UTC(2026, 9, 12), to: Date.UTC(2026, 10, 9) };

const alert = (hour: number): RehearsedAlert => {
  const openedAt = period.from + hour * HOUR;
  const event = { at: openedAt, event: "opened" as const, severity: "red" as const };
  return { concern: "weight-gain", category: "clinical", severity: "red", openedAt, cause: "r", events: [event] };
};
const hours = fc.uniqueArray(fc.integer({ min: 0, max: 27 * 24 }), { maxLength: 12 });
const comparison = fc.tuple(hours, hours, hours).map(([before, after, real]) => {
  const run = (all: readonly number[]) => ({
    alerts: all.toSorted((a, b) => a - b).map(alert),
    judged: 28,
    failures: 0,
  });
  const recorded = real
    .toSorted((a, b) => a - b)
    .map(
      (hour): RecordedAlert => ({
        id: `a${hour}`,
        concern: "weight-gain",
        openedAt: alert(hour).openedAt,
        outcome: "true",
      }),
    );
  return compare(run(before), run(after), recorded, { period, zone: "Europe/Stockholm" });
});

describe("several patients together", () => {
  it("are the sum of each, in every number", () => {
    fc.assert(
      fc.property(fc.array(comparison, { minLength: 1, maxLength: 5 }), (each) => {
        const [first, ...rest] = each;
        const all = addUp([first!, ...rest]);
        const sum = (of: (one: Comparison) => number) => each.reduce((total, one) => total + of(one), 0);
        expect(all.before.alerts).toBe(sum(({ before }) => before.alerts));
        expect(all.after.calls).toBe(sum(({ after }) => after.calls));
        expect(all.counts.removed).toBe(sum(({ counts }) => counts.removed));
        expect(all.removedOutcomes.true).toBe(sum(({ removedOutcomes }) => removedOutcomes.true));
        expect(all.confirmed).toHaveLength(sum(({ confirmed }) => confirmed.length));
        expect(all.judged).toBe(28 * each.length);
        expect(all.after.byShift["night"]).toBe(sum(({ after }) => after.byShift["night"] ?? 0));
        for (const [index, week] of all.before.weeks.entries()) {
          expect(week.alerts).toBe(sum(({ before }) => before.weeks[index]!.alerts));
        }
        const rows = each.map((one, index) => rowOf(`p${index}`, one));
        expect(rows.reduce((total, { missed }) => total + missed, 0)).toBe(
          all.confirmed.filter(({ missed }) => missed).length,
        );
      }),
    );
  });

  it("one alone is itself", () => {
    fc.assert(
      fc.property(comparison, (one) => {
        expect(addUp([one])).toEqual(one);
      }),
    );
  });

  it("whoever was not rehearsed has no numbers", () => {
    const row = unrehearsed("p", "no-plan");
    expect(Object.values(row).filter((value) => typeof value === "number")).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});
