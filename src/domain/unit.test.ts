import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTable } from "../../test/tables/table.ts";
import { isHemvaktError } from "../errors.ts";
import { type Metric, metricNames, metrics } from "./metric.ts";
import { decimal, differenceToScaled, divideHalfEven, toScaled, unitsOf } from "./unit.ts";

const table = readTable("unit-conversion", ["metric", "value", "unit", "stored", "why"]);

test.each(table)("$value $unit of $metric is stored as $stored", ({ metric, value, unit, stored }) => {
  expect(toScaled(metric as Metric, Number(value), unit)).toBe(Number(stored));
});

test("the table has an example of every metric that has several units, in each of them", () => {
  const missing = metricNames
    .filter((metric) => unitsOf(metric).length > 1)
    .flatMap((metric) => unitsOf(metric).map((unit) => `${metric} ${unit}`))
    .filter((name) => !table.some(({ metric, unit }) => `${metric} ${unit}` === name))
    // The three pressures and the two rates share their units.
    .filter((name) => !/^(diastolic|mean)-pressure |^respiratory-rate /.test(name));
  expect(missing).toEqual([]);
});

/** The definitions as decimal text, apart from the code's own table: unit → [zero point, size], in the metric's unit. */
const definitions: Record<string, { zero: string; size: [string, string] }> = {
  kg: { zero: "0", size: ["1", "1"] },
  g: { zero: "0", size: ["0.001", "1"] },
  lb: { zero: "0", size: ["0.45359237", "1"] },
  st: { zero: "0", size: ["6.35029318", "1"] },
  mmHg: { zero: "0", size: ["1", "1"] },
  kPa: { zero: "0", size: ["1000", "133.322387415"] },
  "°C": { zero: "0", size: ["1", "1"] },
  "°F": { zero: "32", size: ["5", "9"] },
  "mg/dL": { zero: "0", size: ["10", "180.156"] },
};
const cases: readonly [Metric, string][] = [
  ["body-weight", "kg"],
  ["body-weight", "g"],
  ["body-weight", "lb"],
  ["body-weight", "st"],
  ["systolic-pressure", "mmHg"],
  ["systolic-pressure", "kPa"],
  ["body-temperature", "°C"],
  ["body-temperature", "°F"],
  ["glucose", "mg/dL"],
];

/** Decimal text as a whole number of 10^-20. */
const POINT = 20;
function fixed(text: string): bigint {
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const digits = BigInt(whole + fraction.padEnd(POINT, "0"));
  return text.startsWith("-") ? -digits : digits;
}

describe("against the definitions in whole numbers", () => {
  test.each(cases)("%s in %s is the nearest stored integer, the even one of two", (metric, unit) => {
    const { zero, size } = definitions[unit] as { zero: string; size: [string, string] };
    const text = fc
      .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, decimals]) => (digits / 10 ** decimals).toFixed(decimals));
    fc.assert(
      fc.property(text, (value) => {
        const stored = BigInt(toScaled(metric, Number(value), unit));
        // exact = (value − zero) × numerator ÷ denominator × scale, all over 10^20 or 10^40.
        const numerator = (fixed(value) - fixed(zero)) * fixed(size[0]) * BigInt(metrics[metric].scale);
        const denominator = fixed(size[1]) * 10n ** BigInt(POINT);
        const distance = 2n * (numerator - stored * denominator);
        const off = distance < 0n ? -distance : distance;
        expect(off < denominator || (off === denominator && stored % 2n === 0n)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("a value goes out and comes back: stored grams sent as kilograms are the same grams", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 350_000 }), (grams) => {
        expect(toScaled("body-weight", grams / 1000, "kg")).toBe(grams);
        expect(toScaled("body-weight", { mantissa: BigInt(grams), exponent: -3 }, "kg")).toBe(grams);
      }),
    );
  });
});

describe("differences", () => {
  test("a difference has no zero point and is rounded once", () => {
    expect(differenceToScaled("body-temperature", 1.8, "°F")).toBe(100);
    // 0.6 °F = 0.333… °C; rounding two temperatures and subtracting would give 34.
    expect(differenceToScaled("body-temperature", 0.6, "°F")).toBe(33);
    expect(differenceToScaled("body-weight", 2, "kg")).toBe(2000);
    expect(differenceToScaled("body-weight", 5, "lb")).toBe(2268);
  });

  test("any difference in °F is the exact one, rounded once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (tenths) => {
        const stored = BigInt(differenceToScaled("body-temperature", tenths / 10, "°F"));
        expect(stored).toBe(divideHalfEven(BigInt(tenths) * 50n, 9n));
      }),
    );
  });
});

describe("what is refused", () => {
  test.each(["stone", "", "KG", "mmHg", "constructor", "toString", "__proto__", "hasOwnProperty"])(
    "weight in %j has a coded answer",
    (unit) => {
      expect(() => toScaled("body-weight", 1, unit)).toThrow(expect.objectContaining({ code: "UNIT_UNKNOWN" }));
    },
  );

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("%d is not a number", (value) => {
    expect(() => decimal(value)).toThrow(expect.objectContaining({ code: "VALUE_NOT_FINITE" }));
  });

  test("what no store can hold exactly has a coded answer instead of a wrong number", () => {
    for (const value of [1e15, -1e15, 1e308, Number.MAX_VALUE]) {
      expect(() => toScaled("body-weight", value, "kg")).toThrow(
        expect.objectContaining({ code: "VALUE_IMPLAUSIBLE" }),
      );
    }
    expect(() => toScaled("body-weight", { mantissa: 8_388_605n, exponent: 127 }, "kg")).toThrow(
      expect.objectContaining({ code: "VALUE_IMPLAUSIBLE" }),
    );
  });

  test("any finite number gives a safe integer or a coded answer", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        ([metric, unit], value) => {
          try {
            expect(Number.isSafeInteger(toScaled(metric, value, unit))).toBe(true);
          } catch (error) {
            expect(isHemvaktError(error, "VALUE_IMPLAUSIBLE")).toBe(true);
          }
        },
      ),
    );
  });
});

test("a JSON number is the decimal it was written as", () => {
  expect(decimal(82.4)).toEqual({ mantissa: 824n, exponent: -1 });
  expect(decimal(-0.5)).toEqual({ mantissa: -5n, exponent: -1 });
  expect(decimal(1e21)).toEqual({ mantissa: 1n, exponent: 21 });
  expect(decimal(1.5e-7)).toEqual({ mantissa: 15n, exponent: -8 });
  expect(decimal(0)).toEqual({ mantissa: 0n, exponent: 0 });
});

test("halves go to the even neighbour, below zero too", () => {
  const halves = [-5n, -3n, -1n, 1n, 3n, 5n].map((numerator) => divideHalfEven(numerator, 2n));
  expect(halves).toEqual([-2n, -2n, 0n, 0n, 2n, 2n]);
});
