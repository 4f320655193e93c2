import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concerns } from "./alert.ts";
import { concernOf } from "./concern.ts";
import { type Direction, metricNames, metrics } from "./metric.ts";
import { planBodySchema, planInForce, requireNotBackdated } from "./plan.ts";
import { amountToScaled, quantityToScaled } from "./quantity.ts";

const limit = {
  id: "weight-high",
  kind: "limit",
  metric: "body-weight",
  direction: "above",
  limit: { value: 84, unit: "kg" },
  severity: "red",
};
const rise = {
  id: "weight-rise",
  kind: "change",
  metric: "body-weight",
  direction: "rise",
  amount: { value: 2, unit: "kg" },
  days: 3,
  against: "day",
  severity: "red",
};
const { days: _days, against: _against, ...moved } = rise;
const away = { ...moved, id: "above-dry", kind: "reference" };
const dry = { metric: "body-weight", value: { value: 82, unit: "kg" }, setOn: "2026-11-02", setBy: "doris" };
const averages = ({ short = 3, minimum = 10 }) => ({
  ...moved,
  kind: "moving-average",
  short: { days: short, minimum: 2 },
  long: { days: 28, minimum },
});
const own = ({ least = 0.3, sds = 2, minimum = 5 }) => {
  const { amount: _amount, ...rest } = moved;
  return { ...rest, kind: "baseline", sds, leastSd: { value: least, unit: "kg" }, days: 14, minimum };
};
const sum = ({ allowance = 0.5, level = { days: 14, minimum: 5 } as unknown }) => {
  const { amount, ...rest } = moved;
  return { ...rest, kind: "cusum", level, allowance: { value: allowance, unit: "kg" }, limit: amount, days: 14 };
};
const score = (unit: string) => ({
  id: "score",
  kind: "oximetry-score",
  limit: 1,
  leastSd: { saturation: { value: 1, unit: "%" }, pulse: { value: 3, unit } },
  days: 14,
  minimum: 5,
  severity: "yellow",
});
const excess = { id: "oxygen-excess", kind: "oxygen-excess", severity: "yellow" };
const target = (range: string) => ({ range, setOn: "2026-11-02", setBy: "doris" });
const both = ({ of = ["weight-high", "weight-rise"], atLeast = 2 }) => ({
  id: "both",
  kind: "combination",
  of,
  atLeast,
  hours: 24,
  severity: "red",
});
const safety = { metric: "pulse", direction: "above", limit: { value: 150, unit: "/min" } };
const plan = { conditions: ["heart-failure"], rules: [limit, rise], safetyLimits: [safety] };

/** The paths of what is wrong with a plan body. */
const wrong = (body: unknown): string[] => {
  const parsed = planBodySchema.safeParse(body);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
};

describe("a plan body", () => {
  test("is taken with the zone left out", () => {
    expect(planBodySchema.parse(plan)).toEqual({ ...plan, zone: "Europe/Stockholm" });
  });

  test.each([
    ["a rule id twice", { rules: [limit, limit] }, "rules.1.id"],
    ["a rule id that reads like a safety limit's", { rules: [{ ...limit, id: "safety-pulse-above" }] }, "rules.0.id"],
    ["a unit of another metric", { rules: [{ ...limit, limit: { value: 84, unit: "mmHg" } }] }, "rules.0.limit.unit"],
    [
      "a unit that is a word of the language",
      { rules: [{ ...limit, limit: { value: 84, unit: "constructor" } }] },
      "rules.0.limit.unit",
    ],
    ["a limit without unit", { rules: [{ ...limit, limit: { value: 84 } }] }, "rules.0.limit.unit"],
    ["a bare number as a limit", { rules: [{ ...limit, limit: 84 }] }, "rules.0.limit"],
    ["an amount of nothing", { rules: [{ ...rise, amount: { value: 0, unit: "kg" } }] }, "rules.0.amount.value"],
    ["a negative amount", { rules: [{ ...rise, amount: { value: -2, unit: "kg" } }] }, "rules.0.amount.value"],
    [
      "an amount too small to be stored",
      { rules: [{ ...rise, amount: { value: 0.1, unit: "g" } }] },
      "rules.0.amount.value",
    ],
    ["no days", { rules: [{ ...rise, days: 0 }] }, "rules.0.days"],
    ["half a day", { rules: [{ ...rise, days: 1.5 }] }, "rules.0.days"],
    ["an unknown rule kind", { rules: [{ ...rise, kind: "guess" }] }, "rules.0.kind"],
    [
      "a metric that no concern covers",
      { rules: [{ ...limit, metric: "glucose", limit: { value: 20, unit: "mmol/L" } }] },
      "rules.0.metric",
    ],
    [
      "a safety limit in the wrong unit",
      { safetyLimits: [{ ...safety, limit: { value: 150, unit: "kg" } }] },
      "safetyLimits.0.limit.unit",
    ],
    [
      "two safety limits for one side",
      { safetyLimits: [safety, { ...safety, limit: { value: 140, unit: "bpm" } }] },
      "safetyLimits.1",
    ],
    [
      "a rule against a reference that it doesn't have",
      { rules: [{ ...away, metric: "pulse", amount: { value: 20, unit: "/min" } }] },
      "rules.0.metric",
    ],
    ["a short window that is as long as the long one", { rules: [averages({ short: 28 })] }, "rules.0.short.days"],
    ["more values than dates", { rules: [averages({ minimum: 29 })] }, "rules.0.long.minimum"],
    ["four of three dates", { rules: [{ ...limit, kind: "n-of-m", atLeast: 4, days: 3 }] }, "rules.0.atLeast"],
    ["a least SD of nothing", { rules: [own({ least: 0 })] }, "rules.0.leastSd.value"],
    ["an SD to the thousandth", { rules: [own({ sds: 1.645 })] }, "rules.0.sds"],
    ["a baseline of more values than dates", { rules: [own({ minimum: 15 })] }, "rules.0.minimum"],
    ["a negative allowance", { rules: [sum({ allowance: -0.1 })] }, "rules.0.allowance.value"],
    ["a sum against a reference that isn't there", { rules: [sum({ level: "reference" })] }, "rules.0.metric"],
    ["a sum against too few dates", { rules: [sum({ level: { days: 5, minimum: 6 } })] }, "rules.0.level.minimum"],
    ["a score with the pulse's SD in per cent", { rules: [score("%")] }, "rules.0.leastSd.pulse.unit"],
    ["too much oxygen without a target", { rules: [excess] }, "rules.0.kind"],
    ["too much oxygen with the other target", { rules: [excess], saturationTarget: target("94-98") }, "rules.0.kind"],
    ["a target of its own making", { saturationTarget: target("90-95") }, "saturationTarget.range"],
    [
      "four of three symptoms",
      { rules: [{ ...excess, kind: "symptoms", questionnaire: "anthonisen", atLeast: 4 }] },
      "rules.0.atLeast",
    ],
    [
      "a combination of a rule that isn't there",
      { rules: [limit, rise, both({ of: ["weight-high", "gone"] })] },
      "rules.2.of.1",
    ],
    [
      "a combination of one rule twice",
      { rules: [limit, rise, both({ of: ["weight-high", "weight-high"] })] },
      "rules.2.of.1",
    ],
    ["a combination of itself", { rules: [limit, both({ of: ["weight-high", "both"] })] }, "rules.1.of.1"],
    ["three of two", { rules: [limit, rise, both({ atLeast: 3 })] }, "rules.2.atLeast"],
    ["two references for one metric", { references: [dry, dry] }, "references.1"],
    [
      "a reference in the wrong unit",
      { references: [{ ...dry, value: { value: 82, unit: "%" } }] },
      "references.0.value.unit",
    ],
    ["a reference without its author", { references: [{ ...dry, setBy: undefined }] }, "references.0.setBy"],
    ["a reference of no date", { references: [{ ...dry, setOn: "2026-02-30" }] }, "references.0.setOn"],
    ["an unknown zone", { zone: "Europe/Stokholm" }, "zone"],
    ["an unknown condition", { conditions: ["old age"] }, "conditions.0"],
  ])("is refused with %s", (_what, change, path) => {
    expect(wrong({ ...plan, ...change })).toEqual([path]);
  });

  test("may compare with a reference that it has", () => {
    expect(wrong({ ...plan, rules: [away], references: [dry] })).toEqual([]);
  });

  test("is refused with a field that means nothing", () => {
    expect(wrong({ ...plan, limits: [] })).toEqual([""]);
  });
});

test("every metric and direction has a concern of the closed list or none, and the list has no idle clinical concern", () => {
  const used = metricNames.flatMap((metric) =>
    (["above", "below"] as Direction[]).map((direction) => concernOf(metric, direction)).filter((c) => c !== undefined),
  );
  expect(concerns.filter((concern) => !used.includes(concern)).sort()).toEqual([
    "device",
    "missing",
    "pulse-irregular",
    "symptoms",
  ]);
});

test("amounts and limits in stored integers", () => {
  expect(quantityToScaled("body-temperature", { value: 100.4, unit: "°F" })).toBe(3800);
  expect(amountToScaled("body-temperature", { value: 1.8, unit: "°F" })).toBe(100);
  expect(amountToScaled("body-temperature", { value: 0.6, unit: "°F" })).toBe(33);
  expect(amountToScaled("body-weight", { value: 5, unit: "lb" })).toBe(2268);
});

describe("the plan in force", () => {
  const plans = [
    { version: 1, validFrom: 100 },
    { version: 2, validFrom: 200 },
    { version: 3, validFrom: 200 },
    { version: 4, validFrom: 300 },
  ];
  test.each([
    [99, undefined],
    [100, 1],
    [199, 1],
    [200, 3],
    [299, 3],
    [300, 4],
    [9999, 4],
  ])("at %d is version %s", (at, version) => {
    expect(planInForce(plans, at)?.version).toBe(version);
  });

  test("doesn't depend on the order of the versions", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(plans, { minLength: 4 }), fc.integer({ min: 0, max: 400 }), (shuffled, at) => {
        expect(planInForce(shuffled, at)).toEqual(planInForce(plans, at));
      }),
    );
  });
});

test("a plan may be valid from its signing, never before", () => {
  expect(() => requireNotBackdated(100, 100)).not.toThrow();
  expect(() => requireNotBackdated(100, 99)).toThrow(expect.objectContaining({ code: "PLAN_BACKDATED" }));
});

test("plausible ranges are not limits: a plan may set a limit beyond them", () => {
  const beyond = { ...limit, limit: { value: metrics["body-weight"].plausible.high + 10, unit: "kg" } };
  expect(wrong({ ...plan, rules: [beyond] })).toEqual([]);
});
