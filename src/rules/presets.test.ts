import { describe, expect, test } from "vitest";
import { planBodySchema } from "../domain/plan.ts";
import { quantityToScaled } from "../domain/quantity.ts";
import type { LimitRule } from "../domain/rule.ts";
import { excess } from "./limit.ts";
import { type Condition, conditions, preset, presetSafetyLimits } from "./presets.ts";

const pairs = conditions.flatMap((a) => conditions.filter((b) => b !== a).map((b): Condition[] => [a, b]));
const combinations: Condition[][] = [[], ...conditions.map((condition) => [condition]), ...pairs, [...conditions]];

describe.each(combinations.map((combination) => [combination] as const))("the preset for %j", (combination) => {
  const plan = preset(combination);
  const limits = plan.rules.filter((rule) => rule.kind === "limit");

  test("is a valid plan body", () => {
    expect(planBodySchema.parse(plan)).toEqual(plan);
  });

  test("expects each signal of its conditions on at least as many days as each of them does", () => {
    for (const { signal, days } of combination.flatMap((condition) => preset([condition]).schedules ?? [])) {
      const expected = plan.schedules?.find((one) => one.signal === signal);
      expect(expected?.days).toEqual(expect.arrayContaining(days));
    }
  });

  test("warns before its safety limits are reached", () => {
    const late = limits.filter(({ metric, direction, limit }) =>
      plan.safetyLimits.some(
        (safety) =>
          safety.metric === metric &&
          safety.direction === direction &&
          excess(quantityToScaled(metric, limit), quantityToScaled(metric, safety.limit), direction) >= 0,
      ),
    );
    expect(late.map(({ id }) => id)).toEqual([]);
  });

  test("warns in yellow before it warns in red", () => {
    const reversed = limits.filter(
      (red) =>
        red.severity === "red" &&
        limits.some((yellow) => yellow.severity === "yellow" && isSameSide(red, yellow) && looser(yellow, red)),
    );
    expect(reversed.map(({ id }) => id)).toEqual([]);
  });

  test("is nowhere looser than the preset of one of its conditions", () => {
    const lost = combination
      .flatMap((condition) => preset([condition]).rules)
      .filter((rule) => {
        const kept = plan.rules.find(({ id }) => id === rule.id);
        return !kept || (kept.kind === "limit" && rule.kind === "limit" && looser(kept, rule));
      });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test("says the same whichever condition is named first", () => {
    const byId = (rules: typeof plan.rules) => rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(preset(combination.toReversed()).rules)).toEqual(byId(plan.rules));
  });
});

const isSameSide = (a: LimitRule, b: LimitRule): boolean => a.metric === b.metric && a.direction === b.direction;
const looser = (a: LimitRule, b: LimitRule): boolean =>
  excess(quantityToScaled(a.metric, a.limit), quantityToScaled(b.metric, b.limit), a.direction) >= 0 &&
  a.limit.value !== b.limit.value;

test("parts of a preset can be replaced, and changing a plan doesn't change the preset", () => {
  const plan = preset(["heart-failure"], { safetyLimits: [], treatmentLimitation: "not for hospital admission" });
  expect(plan.safetyLimits).toEqual([]);
  expect(plan.treatmentLimitation).toBe("not for hospital admission");
  expect(plan.rules.length).toBeGreaterThan(0);
  expect(preset(["heart-failure"]).safetyLimits).toEqual(presetSafetyLimits);
  plan.rules.splice(0);
  expect(preset(["heart-failure"]).rules.length).toBeGreaterThan(0);
});

test("heart failure: the published sentence in both readings, the stricter one in yellow", () => {
  const changes = preset(["heart-failure"]).rules.filter((rule) => rule.kind === "change" && rule.direction === "rise");
  expect(changes).toMatchObject([
    { amount: { value: 2, unit: "kg" }, days: 3, against: "day", severity: "red" },
    { amount: { value: 2, unit: "kg" }, days: 3, against: "extreme", severity: "yellow" },
  ]);
});
