import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metricNames, metrics } from "../../domain/metric.ts";
import { toScaled } from "../../domain/unit.ts";
import { exactDecimal, presentValue, presentValues, shownNumber } from "./value.ts";

describe("a presented value", () => {
  it("is shown rounded and kept exactly", () => {
    expect(presentValue("body-weight", 84_720)).toEqual({
      metric: "body-weight",
      value: 84.7,
      exact: "84.72",
      unit: "kg",
      ucum: "kg",
      loinc: "29463-7",
    });
    expect(presentValue("systolic-pressure", 1320)).toMatchObject({ value: 132, exact: "132", unit: "mmHg" });
    expect(presentValue("body-temperature", 3700)).toMatchObject({ value: 37, exact: "37.0", unit: "°C" });
    expect(presentValue("consciousness", 2)).toMatchObject({ value: 2, exact: "2", unit: "" });
  });

  it("has an exact decimal that reads back as the stored integer, in every metric", () => {
    fc.assert(
      fc.property(fc.constantFrom(...metricNames), fc.integer({ min: -400_000, max: 400_000 }), (metric, value) => {
        const exact = exactDecimal(metric, value);
        expect(toScaled(metric, Number(exact), metrics[metric].ucum === "mm[Hg]" ? "mmHg" : unitFor(metric))).toBe(
          value,
        );
        const half = metrics[metric].scale / 10 ** metrics[metric].decimals / 2;
        expect(Math.abs(shownNumber(metric, value) * metrics[metric].scale - value)).toBeLessThanOrEqual(half + 1e-6);
      }),
    );
  });

  it("is left out when it was not measured, and 0 is a value", () => {
    expect(presentValues({ "oxygen-saturation": 910, "oxygen-flow": 0 }).map(({ exact }) => exact)).toEqual([
      "91",
      "0.0",
    ]);
  });
});

const unitFor = (metric: (typeof metricNames)[number]): string =>
  metric === "body-temperature" ? "Cel" : metrics[metric].ucum;
