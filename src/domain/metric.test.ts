import { describe, expect, test } from "vitest";
import { bitsToFlags, flagNames, flagsToBits } from "./flag.ts";
import { kindNames, kinds, kindsOf } from "./kind.ts";
import { clockQualities, timeIsCertain } from "./measurement.ts";
import { metricNames, metrics, scaled, stepOf, unscaled } from "./metric.ts";
import { idSchema, roles, seesClinical } from "./people.ts";
import { unitsOf } from "./unit.ts";

describe.each(metricNames)("%s", (metric) => {
  const definition = metrics[metric];
  test("bounds and step are whole stored integers", () => {
    for (const value of [definition.plausible.low, definition.plausible.high, definition.step]) {
      expect(Number.isInteger(Math.round(value * definition.scale * 1e6) / 1e6), `${value}`).toBe(true);
      expect(unscaled(metric, scaled(metric, value))).toBe(value);
    }
    expect(stepOf(metric)).toBeGreaterThan(0);
    expect(definition.plausible.low).toBeLessThan(definition.plausible.high);
  });
  test("has codes that look like codes, and a unit to send it in", () => {
    expect(definition.loinc).toMatch(/^\d{4,5}-\d$/);
    expect(unitsOf(metric).length).toBeGreaterThan(0);
    // A LOINC code ends with a mod 10 check digit.
    const [digits = "", check] = definition.loinc.split("-");
    const sum = digits
      .split("")
      .toReversed()
      .reduce((total, digit, index) => {
        const weighted = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
        return total + (weighted > 9 ? weighted - 9 : weighted);
      }, 0);
    expect((10 - (sum % 10)) % 10).toBe(Number(check));
  });
  test("is a component of some kind", () => {
    expect(kindsOf(metric).length).toBeGreaterThan(0);
    for (const { kind, position } of kindsOf(metric)) expect(kinds[kind].components[position]).toBe(metric);
  });
});

test("no two metrics share a LOINC, SNOMED CT or MDC code", () => {
  for (const code of ["loinc", "snomed", "mdc"] as const) {
    const used = metricNames.map((metric) => metrics[metric][code]).filter((value) => value !== undefined);
    expect(new Set(used).size).toBe(used.length);
  }
});

test("the steps that decide what is worse are the agreed ones", () => {
  const steps = metricNames.map((metric) => [metric, metrics[metric].step]);
  expect(Object.fromEntries(steps)).toMatchObject({
    "body-weight": 0.5,
    "oxygen-saturation": 2,
    "systolic-pressure": 10,
    "diastolic-pressure": 10,
    "mean-pressure": 10,
    pulse: 10,
  });
});

test("a kind has at most four components, and requires only its own", () => {
  for (const kind of kindNames) {
    expect(kinds[kind].components.length).toBeLessThanOrEqual(4);
    expect(kinds[kind].components).toEqual(expect.arrayContaining([...kinds[kind].required]));
  }
});

test("flags survive the store, each on a bit of its own", () => {
  expect(new Set(flagNames.map((flag) => flagsToBits([flag]))).size).toBe(flagNames.length);
  expect(bitsToFlags(flagsToBits(flagNames))).toEqual([...flagNames]);
  expect(bitsToFlags(flagsToBits(["manual", "from-memory", "manual"]))).toEqual(["from-memory", "manual"]);
  expect(bitsToFlags(0)).toEqual([]);
  expect(flagNames.length).toBeLessThanOrEqual(31);
});

test("only a good clock is a certain time", () => {
  expect(clockQualities.filter(timeIsCertain)).toEqual(["good"]);
});

test("only nurses and physicians see clinical values", () => {
  expect(roles.filter(seesClinical)).toEqual(["nurse", "physician"]);
});

test("ids are short and carry no spaces, slashes or wildcards", () => {
  for (const id of ["a", "hv-0312", "uc352-3f9a", "A.b_c-9", "x".repeat(64)]) {
    expect(idSchema.safeParse(id).success, id).toBe(true);
  }
  for (const id of ["", "x".repeat(65), "a b", "a/b", "a#", "+", "å", "a\n", "hub\u0000"]) {
    expect(idSchema.safeParse(id).success, JSON.stringify(id)).toBe(false);
  }
});
