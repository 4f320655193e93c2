import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startOfDay } from "../../src/domain/day.ts";
import { flagsToBits } from "../../src/domain/flag.ts";
import { kindsOf } from "../../src/domain/kind.ts";
import { evaluate } from "../../src/rules/evaluate.ts";
import { type DayValue, type DayValues, isReference } from "../../src/rules/history.ts";
import { asItHappened, histories, shuffled } from "./histories.ts";
import { type Meanwhile, orderFree, orders } from "./property.ts";
import { type Engine, newestDecisions, openOrderStore, play, restingOnNothing } from "./store.ts";

/** So many random histories are tried; CONTRIBUTING.md says how to try more. */
const runs = 1000;
const seed = 20_261_122;

describe("the order in which readings and corrections come", () => {
  it(`makes no difference to what is found: ${runs} histories`, { timeout: 60_000 + runs * 1000 }, () => {
    fc.assert(orderFree(), { numRuns: runs, seed });
  });
});

describe("what stands as decided", () => {
  it(`about the newest readings is what is found on them, and is told of: ${runs} histories under one plan`, {
    timeout: 60_000 + runs * 1000,
  }, () => {
    const store = openOrderStore();
    const property = fc.property(histories, orders, (history, order) => {
      const unchanged = { ...history, plans: [] };
      play(store, unchanged, shuffled(unchanged, order));
      for (const { name, found, stands, concerns, told } of newestDecisions(store, history.end)) {
        expect(stands, name).toBe(found);
        expect(
          concerns.filter((concern) => !told.has(concern)),
          name,
        ).toEqual([]);
      }
      expect(restingOnNothing(store)).toEqual([]);
    });
    fc.assert(property, { numRuns: runs, seed });
  });
});

describe("the histories find", { timeout: 120_000 }, () => {
  const finds = (property: ReturnType<typeof orderFree>): boolean =>
    // That two stores say different things, not that an engine throws.
    (fc.check(property, { numRuns: 400, seed, endOnFailure: true }).errorInstance as Error | null)?.name ===
    "AssertionError";

  it("an engine that lets the value stand for a date that came first", () => {
    const byArrival: Engine = (input, plan) => {
      const { recent, zone } = input;
      const dayValues: DayValues = (metric, day) => {
        const [first] = kindsOf(metric)
          .flatMap(({ kind }) => recent(kind, startOfDay(day, zone), startOfDay(day + 1, zone) - 1))
          .filter((reading) => reading.values[metric] !== undefined && isReference(reading))
          .toSorted((a, b) => a.receivedAt - b.receivedAt);
        return first && { value: first.values[metric]!, reading: first.id };
      };
      return evaluate({ ...input, dayValues }, plan);
    };
    expect(finds(orderFree(() => byArrival))).toBe(true);
  });

  it("an engine that never forgets what it once looked up", () => {
    const remembering = (): Engine => {
      const known = new Map<string, DayValue | undefined>();
      return (input, plan) => {
        const dayValues: DayValues = (metric, day) =>
          known.getOrInsertComputed(`${metric} ${day}`, () => input.dayValues(metric, day));
        return evaluate({ ...input, dayValues }, plan);
      };
    };
    expect(finds(orderFree(remembering))).toBe(true);
  });

  it("an engine that lets the lower id stand of two values at one instant", () => {
    const byId: Engine = (input, plan) => {
      const { recent, zone } = input;
      const dayValues: DayValues = (metric, day) => {
        const [first] = kindsOf(metric)
          .flatMap(({ kind }) => recent(kind, startOfDay(day, zone), startOfDay(day + 1, zone) - 1))
          .filter((reading) => reading.values[metric] !== undefined && isReference(reading))
          .toSorted((a, b) => a.measuredAt - b.measuredAt || (a.id < b.id ? -1 : 1));
        return first && { value: first.values[metric]!, reading: first.id };
      };
      return evaluate({ ...input, dayValues }, plan);
    };
    expect(finds(orderFree(() => byId))).toBe(true);
  });

  it("a store that marks as repeated whichever of two equal readings came second", () => {
    const bit = flagsToBits(["suspect-duplicate"]);
    const second = (): Meanwhile => (db) => {
      db.run(`UPDATE reading SET flags = (flags & ~${bit}) | CASE WHEN EXISTS (
          SELECT 1 FROM reading o WHERE o.series = reading.series AND o.v1 IS reading.v1 AND o.v2 IS reading.v2
          AND abs(o.measured_at - reading.measured_at) = 10800000 AND o.command < reading.command
        ) THEN ${bit} ELSE 0 END`);
    };
    expect(finds(orderFree(() => evaluate, second))).toBe(true);
  });

  it("a store that excludes readings and lets their alerts stand", () => {
    const store = openOrderStore();
    const excluding = fc.property(histories, (history) => {
      play(store, history, asItHappened(history));
      store.db.run(`UPDATE reading SET flags = flags | ${flagsToBits(["excluded"])}`);
      return restingOnNothing(store).length === 0;
    });
    expect(fc.check(excluding, { numRuns: 100, seed, endOnFailure: true }).failed).toBe(true);
  });
});
