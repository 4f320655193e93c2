import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { readTable } from "../../test/tables/table.ts";
import { localDay } from "../domain/day.ts";
import { flagNames } from "../domain/flag.ts";
import type { Reading } from "../domain/reading.ts";
import { dayValuesFor, nearbyFor } from "../ingest/day-values.ts";
import { isReference } from "../rules/history.ts";
import { readingsBetween } from "../store/sqlite/recent.ts";
import { surroundings } from "./lens.ts";
import { daySentences, flagSentences, reasonWords } from "./sentences.ts";

const zone = "Europe/Stockholm";
const HOUR = 3_600_000;
let home: Home;
beforeEach(async () => {
  home = await openHome("2026-03-20T12:00:00+01:00");
});
afterEach(() => home.close());

describe("what rules look among", () => {
  it("is what the engine looks among when all is known, and never anything that came later when it isn't", async () => {
    const start = home.clock.now();
    const sent = fc.sample(
      fc.record({
        hoursAgo: fc.integer({ min: 0, max: 20 * 24 }),
        pulse: fc.integer({ min: 50, max: 120 }),
        wait: fc.integer({ min: 1, max: 600 }),
      }),
      { numRuns: 60, seed: 7 },
    );
    for (const { hoursAgo, pulse, wait } of sent) {
      home.clock.advance(wait * 1000);
      const at = new Date(start - hoursAgo * HOUR).toISOString();
      await home.readings("oximeter", [{ kind: "oxygen-saturation", spo2: 93, pulse, at, flags: ["from-memory"] }]);
    }
    const now = home.clock.now();
    const today = localDay(now, zone);
    const all = surroundings(home.db, "soheil", zone);
    const engine = dayValuesFor(home.db, "soheil", zone);
    for (let day = today - 22; day <= today; day += 1)
      expect(all.dayValues("pulse", day)).toEqual(engine("pulse", day));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 * 24 }),
        fc.integer({ min: 0, max: 48 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (ago, width, share) => {
          const [from, to] = [start - (ago + width) * HOUR, start - ago * HOUR];
          expect(all.nearby("pulse", from, to)).toEqual(nearbyFor(home.db, "soheil")("pulse", from, to));
          const recent = readingsBetween(home.db, "soheil", "oxygen-saturation", from, to + 1);
          expect(all.recent("oxygen-saturation", from, to)).toEqual(recent);
          const knownAt = start + Math.round(share * (now - start));
          const known = surroundings(home.db, "soheil", zone, knownAt);
          const then = known.recent("oxygen-saturation", from, to) as Reading[];
          expect(then).toEqual(recent.filter(({ receivedAt }) => receivedAt <= knownAt));
          expect(known.nearby("pulse", from, to)?.receivedAt ?? 0).toBeLessThanOrEqual(knownAt);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("what is said of a day", () => {
  it("has a sentence for every flag that keeps a reading from counting, in each language and without gaps", () => {
    const rows = [["", daySentences] as const, ["flag ", flagSentences] as const, ["reason ", reasonWords] as const];
    expect(readTable("day-sentences", ["about", "sv", "en"], ";")).toEqual(
      rows.flatMap(([of, table]) => Object.entries(table).map(([about, row]) => ({ about: `${of}${about}`, ...row }))),
    );
    const plain: Reading = {
      id: "r",
      kind: "pulse",
      values: {},
      measuredAt: 0,
      receivedAt: 0,
      clock: "good",
      flags: [],
    };
    const unfit = flagNames.filter((flag) => !isReference({ ...plain, flags: [flag] }));
    expect(unfit.filter((flag) => flagSentences[flag] === undefined)).toEqual([]);
    for (const { sv, en } of [...Object.values(flagSentences), ...Object.values(daySentences)]) {
      const gaps = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
      expect(gaps(sv)).toEqual(gaps(en));
      expect(sv).not.toBe(en);
    }
  });
});
