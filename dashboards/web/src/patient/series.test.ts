import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Schemas } from "../api/client.ts";
import { bandsOf, rangeOf, roundValues, shapesOf, stepLine, ticksOf, xOf, yOf } from "./scale.ts";
import { beyondOf, type Marked, modelOf, nearest, valueAt } from "./series.ts";
import { boundsOf, wrongWith } from "./use-trends.ts";

type Trend = Schemas["Trend"];
const DAY = 86_400_000;
const zone = "Europe/Stockholm";
const start = Date.parse("2026-11-01T00:00:00+01:00");
const iso = (at: number): string => new Date(at).toISOString();
const line = (value: number, more: object = {}) =>
  ({ rule: "high", kind: "limit", direction: "above", value, severity: "yellow", ...more }) as const;

/** Pulse on each of ten mornings: 70, but 120 on the third; until the sixth 110 is too high, from then on 100. */
const trend = (more: Partial<Trend> = {}): Trend => ({
  patient: "p1",
  metric: "pulse",
  unit: "/min",
  ucum: "/min",
  loinc: "8867-4",
  from: iso(start),
  to: iso(start + 10 * DAY),
  zone,
  resolution: "raw",
  count: 10,
  excluded: { moved: 0, byStaff: 0, notClinical: 0 },
  points: Array.from({ length: 10 }, (_, day) => ({
    reading: `r${day}`,
    measuredAt: iso(start + day * DAY + 7 * 3_600_000),
    value: day === 2 ? 120 : day === 7 ? 105 : 70,
    uncertain: day === 4,
  })),
  buckets: [],
  limits: [
    {
      from: iso(start),
      to: iso(start + 5 * DAY),
      planVersion: 1,
      validFrom: iso(start - 90 * DAY),
      limits: [line(110)],
      changes: [],
      reference: null,
    },
    {
      from: iso(start + 5 * DAY),
      to: iso(start + 10 * DAY),
      planVersion: 2,
      validFrom: iso(start + 5 * DAY),
      limits: [line(100), line(150, { rule: "very-high", severity: "red" })],
      changes: [],
      reference: null,
    },
  ],
  source: "store",
  fallback: null,
  ...more,
});
const reading = (id: string, day: number, more: object): Marked => ({
  id,
  kind: "pulse",
  values: [{ metric: "pulse", value: 190, exact: "190", unit: "/min", ucum: "/min", loinc: "8867-4" }],
  measuredAt: iso(start + day * DAY + 8 * 3_600_000),
  receivedAt: iso(start + day * DAY + 8 * 3_600_000),
  late: false,
  clock: "good",
  flags: [],
  decision: "inside",
  planVersion: 1,
  device: "d",
  user: null,
  alerts: [],
  exclusion: null,
  ...more,
});
const model = (readings: Marked[] = [], more: Partial<Trend> = {}) =>
  modelOf([trend(more)], readings, start, start + 10 * DAY);
const time = { from: start, to: start + 10 * DAY, width: 700 };

describe("a signal's values", () => {
  it("are beyond the limit of the plan that was in force when they were measured", () => {
    const [pulse] = model().series;
    expect(pulse?.values.map(({ beyond }) => beyond)).toEqual([
      undefined,
      undefined,
      "yellow",
      undefined,
      undefined,
      undefined,
      undefined,
      "yellow",
      undefined,
      undefined,
    ]);
    const steps = pulse?.steps ?? [];
    expect(beyondOf(start + 6 * DAY, 151, 151, steps)).toBe("red");
    expect(beyondOf(start + 1 * DAY, 151, 151, steps)).toBe("yellow");
    expect(beyondOf(start + 6 * DAY, 100, 100, steps)).toBeUndefined();
  });

  it("carry what isn't as usual; what counts nowhere stands beside them and moves neither axis nor baseline", () => {
    const plain = model().series[0]!;
    const [pulse] = model([
      reading("r1", 1, { late: true }),
      reading("r4", 4, { clock: "unknown" }),
      reading("out", 6, { flags: ["excluded"] }),
      reading("his", 8, { flags: ["moved"] }),
    ]).series;
    const marksOf = Object.fromEntries(pulse!.all.map(({ key, marks }) => [key, marks]));
    expect(marksOf).toMatchObject({ r0: [], r1: ["late"], r4: ["clock"], out: ["excluded"], his: ["moved"] });
    expect(plain.values[4]?.marks).toEqual(["doubtful"]);
    expect(pulse!.values.length).toBe(10);
    expect(pulse!.all.length).toBe(12);
    expect(rangeOf(pulse!)).toEqual(rangeOf(plain));
    expect(pulse!.baseline).toEqual({
      by: "median",
      parts: [{ value: 70, from: start, to: start + 10 * DAY }],
    });
    // An excluded 190 is at the edge, not outside the picture.
    expect(yOf(rangeOf(pulse!), 190)).toBeGreaterThanOrEqual(0);
    expect(Object.keys(shapesOf(pulse!, time, rangeOf(pulse!))).sort()).toEqual([
      "clock",
      "dot",
      "late",
      "left",
      "yellow",
    ]);
  });

  it("have the plan's own normal value before a median", () => {
    const [first, second] = trend().limits;
    const [pulse] = model([], { limits: [first!, { ...second!, reference: 66 }] }).series;
    expect(pulse?.baseline).toEqual({
      by: "plan",
      parts: [{ value: 66, from: start + 5 * DAY, to: start + 10 * DAY }],
    });
  });

  it("are found by the cursor within the same morning, and not elsewhere", () => {
    const { series, instants, plans } = model();
    expect(plans).toEqual([{ version: 2, at: start + 5 * DAY }]);
    expect(instants.length).toBe(10);
    const morning = start + 3 * DAY + 9 * 3_600_000;
    expect(valueAt(series[0]!, morning, 10 * DAY)?.key).toBe("r3");
    expect(valueAt(series[0]!, morning + 8 * 3_600_000, 10 * DAY)).toBeUndefined();
  });
});

it("the nearest of a list is nearest", () => {
  const ascending = fc
    .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1 })
    .map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(ascending, fc.integer({ min: -10, max: 1010 }), (all, at) => {
      const found = Math.abs(all[nearest(all, at)]! - at);
      expect(found).toBe(Math.min(...all.map((one) => Math.abs(one - at))));
    }),
  );
  expect(nearest([], 5)).toBe(-1);
});

describe("the picture", () => {
  it("has a limit that steps where the plan changed, and the band beyond it", () => {
    const { series } = model();
    const [pulse] = series;
    const range = rangeOf(pulse!);
    const high = pulse!.steps.filter(({ rule }) => rule === "high");
    const [before, after] = [yOf(range, 110).toFixed(1), yOf(range, 100).toFixed(1)];
    const turn = xOf(time, start + 5 * DAY).toFixed(1);
    expect(stepLine(high, time, range)).toBe(`M38.0 ${before}H${turn}V${after}H690.0`);
    expect(
      bandsOf(pulse!.steps, "yellow", time, range).map(({ x, height }) => [x.toFixed(1), height.toFixed(1)]),
    ).toEqual([
      ["38.0", before],
      [turn, after],
    ]);
  });

  it("has round numbers inside its range, two to five of them", () => {
    const bounds = fc.tuple(
      fc.double({ min: 0.1, max: 400, noNaN: true }),
      fc.double({ min: 0.5, max: 300, noNaN: true }),
    );
    fc.assert(
      fc.property(bounds, ([low, span]) => {
        const found = roundValues({ low, high: low + span });
        expect(found.length).toBeGreaterThanOrEqual(1);
        expect(found.length).toBeLessThanOrEqual(5);
        for (const value of found) {
          expect(value).toBeGreaterThanOrEqual(low - 1e-9);
          expect(value).toBeLessThanOrEqual(low + span + 1e-9);
        }
      }),
    );
  });

  it("has dates below it that don't crowd", () => {
    const now = Date.parse("2026-11-23T08:00:00+01:00");
    const labels = (days: number, width = 700): string[] => {
      const bounds = boundsOf({ days }, now, zone);
      return ticksOf({ ...bounds, width }, zone, "sv").map(({ label }) => label);
    };
    expect(labels(7)).toEqual(["tis 17", "ons 18", "tors 19", "fre 20", "lör 21", "sön 22", "mån 23"]);
    expect(labels(30)).toEqual(["26 okt", "2 nov", "9 nov", "16 nov", "23 nov"]);
    expect(labels(365)).toEqual(["2026", "mars", "maj", "juli", "sep", "nov"]);
    for (const days of [7, 30, 90, 365, 3650]) expect(labels(days, 320).length).toBeLessThanOrEqual(6);
  });
});

describe("a period", () => {
  it("is whole local days, across the change of the clock", () => {
    const now = Date.parse("2026-10-26T08:00:00+01:00");
    expect(boundsOf({ days: 7 }, now, zone)).toEqual({
      from: Date.parse("2026-10-20T00:00:00+02:00"),
      to: Date.parse("2026-10-27T00:00:00+01:00"),
    });
    expect(boundsOf({ first: "2026-10-25", last: "2026-10-25" }, now, zone)).toEqual({
      from: Date.parse("2026-10-25T00:00:00+02:00"),
      to: Date.parse("2026-10-26T00:00:00+01:00"),
    });
  });

  it.each([
    ["2026-11-01", "2026-11-23", undefined],
    ["2026-11-23", "2026-11-23", undefined],
    ["2026-11-23", "2026-11-22", "order"],
    ["2026-11-22", "2026-11-24", "future"],
    ["2016-01-01", "2026-11-23", "long"],
    ["", "2026-11-23", "missing"],
    ["2026-02-30", "2026-11-23", "missing"],
    ["2026-13-01", "2026-11-23", "missing"],
    ["0002-11-01", "2026-11-23", "missing"],
  ])("%s to %s: %s", (first, last, wrong) => {
    expect(wrongWith(first, last, "2026-11-23")).toBe(wrong);
  });
});
