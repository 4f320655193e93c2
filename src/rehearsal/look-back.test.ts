import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type Metric, scaled } from "../domain/metric.ts";
import { type PlanBody, planBodySchema } from "../domain/plan.ts";
import { type Rule, ruleKinds } from "../domain/rule.ts";
import { catalogue } from "../rules/catalogue.ts";
import type { Arrival } from "./arrival.ts";
import { lookBackDays } from "./look-back.ts";
import { createRunner } from "./run.ts";

const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 0, 10, 6);
const DAYS = 160;
const JUDGED = 140;

const runner = createRunner();
afterAll(() => runner.close());

/** Every kind's own examples as plans; a combination with its parts. */
const plans: [string, PlanBody][] = ruleKinds.flatMap((kind) =>
  catalogue[kind].examples.map(({ rule, alongside = [], references, saturationTarget }, index): [string, PlanBody] => [
    `${kind} ${index}`,
    planBodySchema.parse({
      conditions: [],
      rules: [...alongside, rule],
      safetyLimits: [],
      ...(references ? { references } : {}),
      ...(saturationTarget ? { saturationTarget } : {}),
    }),
  ]),
);

type Day = { readonly weight: number; readonly spo2: number; readonly pulse: number; readonly systolic: number };
const day: fc.Arbitrary<Day> = fc.record({
  weight: fc.integer({ min: 800, max: 860 }),
  spo2: fc.integer({ min: 84, max: 97 }),
  pulse: fc.integer({ min: 50, max: 125 }),
  systolic: fc.integer({ min: 75, max: 190 }),
});

const reading = (
  kind: Arrival["readings"][number]["kind"],
  at: number,
  values: Partial<Record<Metric, number>>,
): Arrival => ({
  at: at + 1000,
  readings: [
    {
      kind,
      measuredAt: at,
      values: Object.fromEntries(
        Object.entries(values).map(([metric, value]) => [metric, scaled(metric as Metric, value)]),
      ),
    },
  ],
});

const arrivals = (days: readonly Day[]): Arrival[] =>
  days.flatMap(({ weight, spo2, pulse, systolic }, index) => {
    const at = FIRST + index * DAY;
    return [
      reading("body-weight", at, { "body-weight": weight / 10 }),
      reading("oxygen-saturation", at + 60_000, { "oxygen-saturation": spo2, pulse }),
      reading("blood-pressure", at + 120_000, { "systolic-pressure": systolic, "diastolic-pressure": 60, pulse }),
    ];
  });

function alertsWith(body: PlanBody, all: readonly Arrival[], lookBack: number) {
  const from = FIRST + JUDGED * DAY;
  const since = from - lookBack * DAY;
  const plan = { ...body, patient: "p", version: 1, signedBy: "-", signedAt: 0, validFrom: 0 };
  return runner.run({
    patient: "p",
    zone: "Europe/Stockholm",
    plans: [plan],
    arrivals: all.filter(({ at }) => at >= since),
    from,
    to: FIRST + DAYS * DAY,
    staff: { kind: "after", hours: 4 },
  });
}

describe("how far back the rules of a plan look", () => {
  it.each(plans)("%s: what was measured before that makes no difference", (_, body) => {
    fc.assert(
      fc.property(fc.array(day, { minLength: DAYS, maxLength: DAYS }), (days) => {
        const all = arrivals(days);
        expect(alertsWith(body, all, lookBackDays(body.rules))).toEqual(alertsWith(body, all, JUDGED));
      }),
      { numRuns: 3 },
    );
  });

  it("control: less than that does make one", () => {
    const average: Rule = {
      id: "average",
      kind: "moving-average",
      metric: "body-weight",
      direction: "rise",
      amount: { value: 1, unit: "kg" },
      short: { days: 5, minimum: 2 },
      long: { days: 60, minimum: 40 },
      severity: "yellow",
    };
    const body = planBodySchema.parse({ conditions: [], rules: [average], safetyLimits: [] });
    const rising = Array.from({ length: DAYS }, (_, index) => ({
      weight: 800 + index,
      spo2: 95,
      pulse: 70,
      systolic: 130,
    }));
    const all = arrivals(rising);
    expect(lookBackDays(body.rules)).toBe(62);
    expect(alertsWith(body, all, 62).alerts.length).toBeGreaterThan(0);
    expect(alertsWith(body, all, 10).alerts).not.toEqual(alertsWith(body, all, 62).alerts);
  });

  it("a sum on a level before it looks back on both; a combination on its parts and its hours", () => {
    const cusum = { kind: "cusum", id: "sum", days: 60, level: { days: 60, minimum: 5 } } as Rule;
    const part = { kind: "change", id: "part", days: 30 } as Rule;
    const both = { kind: "combination", id: "both", of: ["sum", "part"], hours: 168 } as Rule;
    expect(lookBackDays([cusum])).toBe(122);
    expect(lookBackDays([part])).toBe(32);
    expect(lookBackDays([cusum, part, both])).toBe(129);
    expect(lookBackDays([])).toBe(14);
  });
});
