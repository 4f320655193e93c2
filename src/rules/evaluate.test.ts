import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyKind } from "../../test/helpers/every-kind.ts";
import { concernOf } from "../domain/concern.ts";
import type { Judgement } from "../domain/finding.ts";
import { type Flag, flagNames } from "../domain/flag.ts";
import { clockQualities } from "../domain/measurement.ts";
import { type Metric, metricNames, metrics } from "../domain/metric.ts";
import type { PlanBody } from "../domain/plan.ts";
import { quantityToScaled } from "../domain/quantity.ts";
import type { Reading } from "../domain/reading.ts";
import { isAbout } from "./about.ts";
import { evaluate } from "./evaluate.ts";
import { explain } from "./explain.ts";
import { dayValuesOf, nearbyIn, recentIn } from "./history.ts";
import { conditions, preset, presetSafetyLimits } from "./presets.ts";

const zone = "Europe/Stockholm";
const at = (local: string): number => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
const weight = (local: string, kg: number): Reading => ({
  id: local,
  kind: "body-weight",
  values: { "body-weight": Math.round(kg * 1000) },
  measuredAt: at(local),
  receivedAt: at(local),
  clock: "good",
  flags: [],
});
const judge = (reading: Reading, history: readonly Reading[], plan: Pick<PlanBody, "rules" | "safetyLimits">) =>
  evaluate(
    { reading, dayValues: dayValuesOf(history, zone), nearby: nearbyIn(history), recent: recentIn(history), zone },
    plan,
  );

const flags = fc.subarray([...flagNames]);
const clock = fc.constantFrom(...clockQualities);
const severityOf = (judgement: Judgement): string =>
  judgement.verdict === "finding" ? judgement.severity : judgement.verdict;

test.each(["T07:03", "T14:00", "T23:55"])("Greta gains 2.3 kg over three days, weighed at %s", (time) => {
  const plan = preset(["heart-failure"]);
  const history = [
    weight("2026-11-19T07:00", 82.4),
    weight("2026-11-20T07:00", 82.5),
    weight("2026-11-21T07:00", 82.3),
  ];
  const greta = weight(`2026-11-22${time}`, 84.7);
  const judgements = judge(greta, history, plan);
  expect(judgements.map((judgement) => [judgement.rule, severityOf(judgement)])).toEqual([
    ["weight-rise-3d", "red"],
    ["weight-rise-3d-since-lowest", "yellow"],
    ["weight-fall-3d", "inside"],
  ]);
  const finding = judgements[0];
  expect(finding).toMatchObject({
    concern: "weight-gain",
    compared: { value: 84_700, reference: 82_400, limit: 2000, days: 3, against: "day" },
    readings: [greta.id, "2026-11-19T07:00"],
    uncertain: [],
  });
  if (finding?.verdict === "finding") {
    expect(explain(finding, "sv")).toBe("Vikten upp 2,3 kg på 3 dagar, till 84,7 kg (gräns 2,0 kg).");
  }
});

describe("a safety limit is never excused", () => {
  const beyond = fc.record({
    limit: fc.constantFrom(...presetSafetyLimits),
    excess: fc.integer({ min: 1, max: 5000 }),
    flags,
    clock,
    conditions: fc.subarray([...conditions]),
  });

  test("any value beyond it is a red finding, whatever the flags, the clock and the plan's other rules", () => {
    fc.assert(
      fc.property(beyond, ({ limit, excess, flags, clock, conditions }) => {
        const edge = quantityToScaled(limit.metric, limit.limit);
        const value = limit.direction === "above" ? edge + excess : edge - excess;
        const reading: Reading = { ...weight("2026-11-22T07:00", 0), values: { [limit.metric]: value }, flags, clock };
        const found = judge(reading, [], preset(conditions)).filter(({ ruleKind }) => ruleKind === "safety");
        const red = found.filter((judgement) => severityOf(judgement) === "red");
        expect(red.map(({ rule }) => rule)).toEqual([`safety-${limit.metric}-${limit.direction}`]);
        expect(found.some(({ verdict }) => verdict === "not-evaluable")).toBe(false);
      }),
    );
  });

  test.each<[Flag | "unset clock", string]>([
    ["unset clock", "time"],
    ["questionable", "quality"],
    ["poor-signal", "quality"],
    ["not-clinical", "quality"],
    ["body-movement", "quality"],
    ["cuff-loose", "quality"],
    ["position-improper", "quality"],
    ["early-estimate", "quality"],
    ["implausible", "implausible"],
  ])("but it is marked: %s is uncertain %s", (what, uncertain) => {
    const doubtful: Partial<Reading> = what === "unset clock" ? { clock: "unknown" } : { flags: [what] };
    const reading: Reading = { ...weight("2026-11-22T07:00", 0), values: { "oxygen-saturation": 600 }, ...doubtful };
    expect(judge(reading, [], { rules: [], safetyLimits: [...presetSafetyLimits] })).toMatchObject([
      { verdict: "finding", severity: "red", uncertain: [uncertain] },
    ]);
  });

  test("at the limit it is inside", () => {
    const reading: Reading = { ...weight("2026-11-22T07:00", 0), values: { "oxygen-saturation": 850 } };
    const [judgement] = judge(reading, [], { rules: [], safetyLimits: [...presetSafetyLimits] });
    expect(judgement).toMatchObject({ verdict: "inside", byStep: false });
  });
});

describe("why a rule of the plan was not asked", () => {
  const plan = preset(["heart-failure"]);
  const history = [weight("2026-11-19T07:00", 82.4)];
  const reasons = (more: Partial<Reading>) =>
    judge({ ...weight("2026-11-22T07:00", 84.7), ...more }, history, plan).map((judgement) =>
      judgement.verdict === "not-evaluable" ? judgement.reason : judgement.verdict,
    );

  test.each<[string, Partial<Reading>, string]>([
    ["a doubtful time", { clock: "suspect" }, "time-uncertain"],
    ["an unknown time", { clock: "unknown" }, "time-uncertain"],
    ["a wrong time", { clock: "wrong" }, "time-uncertain"],
    ["a demonstration", { flags: ["not-clinical"] }, "not-clinical"],
    ["an impossible value", { flags: ["implausible"] }, "implausible"],
    ["the device's own doubt", { flags: ["questionable"] }, "quality"],
    ["several readings of an unset clock", { flags: ["clock-unset-batch"] }, "quality"],
  ])("%s", (_what, more, reason) => {
    expect(reasons(more)).toEqual([reason, reason, reason]);
  });

  test("no earlier weight to compare with", () => {
    const judged = judge(weight("2026-11-22T07:00", 84.7), [], plan);
    expect(judged).toHaveLength(3);
    for (const judgement of judged) expect(judgement).toMatchObject({ reason: "no-reference" });
  });

  test("a fixed limit accepts an uncertain time and says so", () => {
    const pulse: Reading = { ...weight("2026-11-22T07:00", 0), values: { pulse: 1200 }, clock: "unknown" };
    const found = judge(pulse, [], plan).filter(({ verdict }) => verdict === "finding");
    expect(found).toMatchObject([{ rule: "pulse-high", severity: "yellow", uncertain: ["time"] }]);
  });
});

const scaledValues = (metric: Metric) =>
  fc.integer({
    min: Math.floor(metrics[metric].plausible.low * metrics[metric].scale),
    max: Math.ceil(metrics[metric].plausible.high * metrics[metric].scale),
  });
const anyValues = fc.record(
  Object.fromEntries(metricNames.map((metric) => [metric, scaledValues(metric)])) as Record<
    Metric,
    fc.Arbitrary<number>
  >,
  { requiredKeys: [] },
);

test("every rule that concerns a reading gives one judgement with its reason, in the plan's order", () => {
  fc.assert(
    fc.property(anyValues, flags, clock, fc.boolean(), (values, flags, clock, known) => {
      const plan = preset([...conditions]);
      const reading: Reading = { ...weight("2026-11-22T07:00", 0), values, flags, clock };
      const judgements = judge(reading, known ? [weight("2026-11-19T07:00", 80)] : [], plan);
      const expected = [
        ...plan.safetyLimits
          .filter(({ metric }) => values[metric] !== undefined)
          .map(({ metric, direction }) => `safety-${metric}-${direction}`),
        ...plan.rules.filter((rule) => isAbout(rule, { values }, plan.rules)).map(({ id }) => id),
      ];
      expect(judgements.map(({ rule }) => rule)).toEqual(expected);
      for (const judgement of judgements) {
        const metric = judgement.metric as Metric;
        expect(judgement.concern).toBe(concernOf(metric, judgement.direction));
        if (judgement.verdict === "not-evaluable") {
          expect(judgement.reason).not.toBe("");
          continue;
        }
        expect(judgement.compared.value).toBe(values[metric]);
        expect(Number.isInteger(judgement.compared.limit)).toBe(true);
        expect(judgement.readings[0]).toBe(reading.id);
      }
    }),
    { numRuns: 200 },
  );
});

test("judgements don't depend on the order or repetition in which the history came", () => {
  const plan = everyKind();
  const days = fc.array(
    fc.record({
      hour: fc.integer({ min: -336, max: -1 }),
      grams: fc.integer({ min: 79_000, max: 86_000 }),
      flags: fc.subarray([...flagNames], { maxLength: 1 }),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(
      days.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(
            all.map((_, index) => index),
            { minLength: all.length },
          ),
        ),
      ),
      fc.integer({ min: 79_000, max: 86_000 }),
      ([all, order], grams) => {
        const judged = { ...weight("2026-10-26T07:00", 0), id: "judged", values: { "body-weight": grams } };
        const history = all.map(
          ({ hour, grams, flags }, index): Reading => ({
            ...judged,
            id: `h${index}`,
            values: { "body-weight": grams },
            measuredAt: judged.measuredAt + hour * 3_600_000,
            flags,
          }),
        );
        const shuffled = order.map((index) => history[index] as Reading);
        expect(judge(judged, [...shuffled, judged, ...history], plan)).toEqual(judge(judged, history, plan));
      },
    ),
    { numRuns: 200 },
  );
});
