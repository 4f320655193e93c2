import { Flux } from "@influxdata/flux-lsp-node";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { metricNames, scaled, unscaled } from "../domain/metric.ts";
import { fluxValue, trendFlux } from "./flux.ts";

const period = { from: Date.parse("2026-03-28T23:00:00Z"), to: Date.parse("2026-03-29T22:00:00.001Z") };

/** Whether InfluxData's own compiler takes it, types and the functions' parameters included. */
const compiles = (text: string): boolean => {
  const script = new Flux(text);
  try {
    return script.is_valid();
  } finally {
    script.free();
  }
};

/** The texts in a script as the compiler's parser reads them, in order. */
function literalsOf(text: string): string[] {
  const script = new Flux(text);
  const found: string[] = [];
  JSON.stringify(script.ast(), (_key, node: unknown) => {
    const { type, value } = (node ?? {}) as { type?: string; value?: unknown };
    if (type === "StringLiteral") found.push(String(value));
    return node;
  });
  script.free();
  return found;
}

describe("the query", () => {
  it("asks for a metric's values with their marks, wherever it can stand, from the first instant to before the last", () => {
    expect(trendFlux("hemvakt", "5f3a", { metric: "pulse", ...period })).toBe(`from(bucket: "hemvakt")
  |> range(start: 2026-03-28T23:00:00.000Z, stop: 2026-03-29T22:00:00.001Z)
  |> filter(fn: (r) => r.patient == "5f3a")
  |> filter(fn: (r) => r._measurement == "blood_pressure" or r._measurement == "oxygen_saturation" or r._measurement == "pulse")
  |> filter(fn: (r) => r._field == "excluded" or r._field == "moved" or r._field == "by_staff" or r._field == "uncertain" or r._field == "pulse")
  |> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value")
  |> keep(columns: ["_time", "source", "n", "excluded", "moved", "by_staff", "uncertain", "pulse"])`);
  });

  it.each(metricNames)("compiles for %s", (metric) => {
    expect(compiles(trendFlux("hemvakt", "5f3a", { metric, ...period }))).toBe(true);
  });

  it("wouldn't compile with a parameter misspelt, of another type or left out", () => {
    const text = trendFlux("hemvakt", "5f3a", { metric: "pulse", ...period });
    for (const [right, wrong] of [
      ["rowKey", "rowKy"],
      ['["_time"]', '"_time"'],
      [', valueColumn: "_value"', ""],
      ["keep(", "keeps("],
    ] as const) {
      expect(compiles(text.replace(right, wrong)), wrong).toBe(false);
    }
  });

  it("holds names as text, whatever is in them", () => {
    const frame = trendFlux("bucket", "patient", { metric: "pulse", ...period });
    const nasty = fc.string({ unit: fc.constantFrom('"', "\\", "$", "{", "}", ")", "\n", "|", ">", "a", "å") });
    fc.assert(
      fc.property(nasty, nasty, (bucket, patient) => {
        const text = trendFlux(bucket, patient, { metric: "pulse", ...period });
        expect(compiles(text)).toBe(true);
        expect(literalsOf(text)).toEqual([bucket, patient, ...literalsOf(frame).slice(2)]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a row", () => {
  const row = { _time: "2026-03-29T01:00:00.1Z", source: "ab", n: "", excluded: false, uncertain: true, pulse: 70.5 };

  it("is a value in stored integers with its marks", () => {
    const value = {
      source: "ab",
      measuredAt: Date.parse("2026-03-29T01:00:00.100Z"),
      n: 0,
      value: 705,
      uncertain: true,
    };
    expect(fluxValue(row, "pulse")).toEqual({ ...value, excluded: undefined });
    expect(fluxValue({ ...row, n: "2", excluded: true }, "pulse")).toMatchObject({ n: 2, excluded: "notClinical" });
    expect(fluxValue({ ...row, excluded: true, moved: true }, "pulse")).toMatchObject({ excluded: "moved" });
    expect(fluxValue({ ...row, excluded: true, by_staff: true }, "pulse")).toMatchObject({ excluded: "byStaff" });
    expect(fluxValue({ ...row, by_staff: true }, "pulse")).toMatchObject({ excluded: undefined });
  });

  it("without a value of the metric is none", () => {
    expect(fluxValue({ ...row, pulse: null }, "pulse")).toBeUndefined();
    expect(fluxValue({ ...row, pulse: undefined }, "pulse")).toBeUndefined();
  });

  it.each([
    { pulse: "70" },
    { source: 1 },
    { _time: "yesterday" },
    { excluded: null },
    { uncertain: undefined },
    { n: "x" },
    { error: "panic: runtime error", reference: "897" },
  ])("with %o is not the platform's", (wrong) => {
    expect(() => fluxValue({ ...row, ...wrong }, "pulse")).toThrow(/TRENDS_DIFFER/);
  });
});

test("a value comes back as the integer that was stored", () => {
  const integer = fc.integer({ min: -10_000_000, max: 10_000_000 });
  fc.assert(
    fc.property(fc.constantFrom(...metricNames), integer, (metric, value) => {
      // As the outbox writes it and the server answers it: the shortest decimal.
      expect(scaled(metric, Number(String(unscaled(metric, value))))).toBe(value);
    }),
    { numRuns: 1000 },
  );
});
