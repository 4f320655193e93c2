import { describe, expect, it } from "vitest";
import type { Comparison } from "./compare.ts";
import type { ConfirmedEvent } from "./confirmed.ts";
import { usualShifts } from "./load.ts";
import { assumption, sentencesOf } from "./sentences.ts";
import { concernWords, spanText } from "./words.ts";

const DAY = 86_400_000;
const MARCH_12 = Date.UTC(2026, 2, 12, 6);

const load = (alerts: number, byShift = { day: 0, evening: 0, night: 0 }): Comparison["before"] => ({
  alerts,
  bySeverity: { info: 0, yellow: alerts, red: 0 },
  calls: byShift.day + byShift.evening + byShift.night,
  byShift,
  weeks: [],
});
const none = { same: 0, moved: 0, added: 0, removed: 0, earlier: 0, later: 0, higher: 0, lower: 0 };
const noOutcome = { true: 0, technique: 0, device: 0, "limit-wrong": 0, other: 0, none: 0 };
const event = (more: Partial<ConfirmedEvent> = {}): ConfirmedEvent => ({
  id: "a",
  concern: "weight-gain",
  openedAt: MARCH_12,
  outcome: "true",
  before: { at: MARCH_12 },
  after: { at: MARCH_12 },
  missed: false,
  ...more,
});
const comparison = (more: Partial<Comparison> = {}): Comparison => ({
  period: { from: MARCH_12 - 45 * DAY, to: MARCH_12 + 45 * DAY },
  zone: "Europe/Stockholm",
  before: load(0),
  after: load(0),
  counts: none,
  pairs: [],
  removedOutcomes: noOutcome,
  confirmed: [event()],
  judged: 90,
  failures: 0,
  late: 0,
  ...more,
});
const said = (more: Partial<Comparison>, days = 90) => sentencesOf(comparison(more), days, usualShifts);

describe("what a rehearsal says", () => {
  it("how many alerts, and which deterioration would have been missed", () => {
    const [first, second] = said({
      before: load(31),
      after: load(14),
      confirmed: [event(), event({ after: {}, missed: true })],
    });
    expect(first).toEqual({
      sv: "Med utkastet: 14 larm i stället för 31 på 90 dagar.",
      en: "With the draft: 14 alerts instead of 31 in 90 days.",
    });
    expect(second).toEqual({
      sv: "1 bekräftad försämring hade missats: 12 mars (viktuppgång).",
      en: "1 confirmed deterioration would have been missed: 12 March (weight gain).",
    });
  });

  it.each<[string, ConfirmedEvent[], string, string]>([
    [
      "one found",
      [event()],
      "Den enda bekräftade försämringen hade upptäckts.",
      "The only confirmed deterioration would have been found.",
    ],
    [
      "all found",
      [event(), event()],
      "Alla 2 bekräftade försämringar hade upptäckts.",
      "All 2 confirmed deteriorations would have been found.",
    ],
    [
      "found later",
      [event({ shift: 2 * DAY })],
      "1 bekräftad försämring hade upptäckts senare: 12 mars (2 dagar senare).",
      "1 confirmed deterioration would have been found later: 12 March (2 days later).",
    ],
    [
      "missed by both, and called for another reason",
      [event({ before: {}, after: { otherConcern: "composite" }, missed: true })],
      "1 bekräftad försämring hade missats: 12 mars (viktuppgång; den nu gällande planen missar den också; larm om flera värden sammantagna hade kommit).",
      "1 confirmed deterioration would have been missed: 12 March (weight gain; the plan in force misses it too; an alert about several values together would have come).",
    ],
    [
      "nothing to compare with",
      [],
      "Personalen har inte bekräftat någon försämring under tiden, så det går inte att se om någon hade missats.",
      "Staff confirmed no deterioration in this time, so nothing can be said of any that would have been missed.",
    ],
  ])("%s", (_, confirmed, sv, en) => expect(said({ confirmed })).toContainEqual({ sv, en }));

  it("of many only the first are named", () => {
    const missed = event({ missed: true, after: {} });
    const text = (count: number) => said({ confirmed: Array.from({ length: count }, () => missed) })[1]?.en ?? "";
    expect(text(6).match(/12 March/g)).toHaveLength(6);
    expect(text(9).match(/12 March/g)).toHaveLength(6);
    expect(text(9)).toMatch(/^9 confirmed deteriorations would have been missed: .*; and 3 more\.$/);
  });

  it("what becomes of the alerts, and whether those that go are a loss", () => {
    const pairs = [{ change: "moved", concern: "weight-gain", shift: -2 * DAY }] as const;
    const counts = { ...none, removed: 17, added: 3, moved: 1, earlier: 1, higher: 2 };
    const removedOutcomes = { ...noOutcome, technique: 6, "limit-wrong": 5, true: 2, none: 4 };
    expect(said({ counts, pairs, removedOutcomes }).slice(2)).toEqual([
      {
        sv: "Av larmen: 17 försvinner, 3 tillkommer, 1 kommer tidigare (som mest 2 dagar) och 2 blir allvarligare.",
        en: "Of the alerts, 17 go, 3 are new, 1 comes earlier (2 days at most) and 2 get more severe.",
      },
      {
        sv: "Av de 17 som försvinner avslutade personalen 11 som mätfel, teknikfel eller fel gräns och 2 som riktiga.",
        en: "Of the 17 that go, staff resolved 11 as technique, device or wrong limit and 2 as true.",
      },
    ]);
  });

  it("who is called when", () => {
    const all = said({
      before: load(31, { day: 22, evening: 6, night: 3 }),
      after: load(14, { day: 10, evening: 3, night: 1 }),
    });
    expect(all.at(-1)).toEqual({
      sv: "Gånger någon kallas, med nu gällande plan inom parentes: dag 10 (22), kväll 3 (6), natt 1 (3).",
      en: "Times that somebody is called, with the plan in force in parentheses: day 10 (22), evening 3 (6), night 1 (3).",
    });
  });

  it("a draft that the engine can't judge by is not to be signed", () => {
    expect(said({ failures: 3 }).at(-1)?.en).toBe(
      "3 readings could not be judged under the draft. Do not sign it before that is understood.",
    );
  });

  it("nothing is left blank or undefined, in either language", () => {
    const worst = said({
      before: load(1, { day: 1, evening: 1, night: 1 }),
      counts: { same: 1, moved: 2, added: 1, removed: 1, earlier: 1, later: 1, higher: 1, lower: 1 },
      pairs: [
        { change: "moved", concern: "bp-low", shift: 90 * 60_000 },
        { change: "moved", concern: "bp-low", shift: -60_000 },
      ],
      confirmed: [event({ missed: true, after: {} }), event({ shift: 3_600_000 })],
      failures: 1,
      late: 1,
    });
    for (const { sv, en } of [...worst, assumption({ kind: "promise" }), assumption({ kind: "after", hours: 12 })]) {
      for (const text of [sv, en]) {
        expect(text).toMatch(/^[A-ZÅÄÖ0-9].*\.$/u);
        expect(text).not.toMatch(/undefined|NaN|Infinity|\(\)/);
      }
      expect(sv).not.toBe(en);
    }
    expect(worst.find(({ en }) => en.startsWith("Of the alerts"))?.en).toContain("1 comes earlier (1 minute at most)");
  });

  it("every concern has its words, each its own", () => {
    for (const language of ["sv", "en"] as const) {
      const words = Object.values(concernWords).map((word) => word[language]);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it.each([
    [30_000, "1 minut", "1 minute"],
    [90 * 60_000, "2 timmar", "2 hours"],
    [3_600_000, "1 timme", "1 hour"],
    [47 * 3_600_000, "47 timmar", "47 hours"],
    [2 * DAY, "2 dagar", "2 days"],
  ])("%i ms is %s", (ms, sv, en) => expect([spanText(ms, "sv"), spanText(ms, "en")]).toEqual([sv, en]));
});
