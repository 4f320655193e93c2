import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planBodySchema } from "../domain/plan.ts";
import { conditions, preset } from "../rules/presets.ts";
import { applyChange, type PlanChange } from "./change.ts";

const plan = preset(["heart-failure"]);
const change = (more: Partial<PlanChange>): PlanChange => ({ overrides: {}, add: [], remove: [], ...more });
const ids = (made: ReturnType<typeof applyChange>) =>
  made.outcome === "changed" ? made.body.rules.map(({ id }) => id) : made;
const steady = {
  id: "fever",
  kind: "limit",
  metric: "body-temperature",
  direction: "above",
  severity: "yellow",
} as const;

describe("a change to whatever plan a patient has", () => {
  it("parts of a rule are replaced, the rest of the plan stays", () => {
    const made = applyChange(
      plan,
      change({ overrides: { "weight-rise-3d": { amount: { value: 1.5, unit: "kg" }, days: 2 } } }),
    );
    expect(made).toEqual({
      outcome: "changed",
      body: {
        ...plan,
        rules: plan.rules.map((rule) =>
          rule.id === "weight-rise-3d" ? { ...rule, amount: { value: 1.5, unit: "kg" }, days: 2 } : rule,
        ),
      },
    });
  });

  it("rules are taken away and added; one with a known id takes its place", () => {
    const without = plan.rules.map(({ id }) => id).filter((id) => id !== "pulse-low");
    expect(ids(applyChange(plan, change({ remove: ["pulse-low"] })))).toEqual(without);
    const fever = { ...steady, limit: { value: 38, unit: "Cel" } };
    expect(ids(applyChange(plan, change({ add: [fever] })))).toEqual([...plan.rules.map(({ id }) => id), "fever"]);
    const instead = { ...fever, id: "pulse-low" };
    expect(ids(applyChange(plan, change({ add: [instead] })))).toEqual(plan.rules.map(({ id }) => id));
  });

  it.each<[string, Partial<PlanChange>]>([
    ["a rule it doesn't have", { overrides: { "oxygen-low": { severity: "red" } } }],
    ["what it says already", { overrides: { "pulse-low": { severity: "yellow" } } }],
    ["what it hasn't is taken away", { remove: ["oxygen-low"] }],
  ])("%s: unaffected", (_, more) => expect(applyChange(plan, change(more))).toEqual({ outcome: "unaffected" }));

  it.each<[string, Partial<PlanChange>, string]>([
    ["a part that no rule has", { overrides: { "pulse-low": { colour: "red" } } }, "rules.5"],
    [
      "a unit that isn't the metric's",
      { overrides: { "pulse-low": { limit: { value: 4, unit: "kg" } } } },
      "rules.5.limit",
    ],
  ])("%s: it could not be signed", (_, more, path) => {
    expect(applyChange(plan, change(more))).toMatchObject({
      outcome: "invalid",
      errors: [{ path: expect.stringContaining(path), message: expect.any(String) }],
    });
  });

  it("whatever it makes can be signed, and made again changes nothing more", () => {
    const some = fc.subarray(plan.rules.map(({ id }) => id));
    const wanted = fc.record({
      remove: some,
      overrides: fc.dictionary(
        fc.constantFrom("weight-rise-3d", "pulse-high"),
        fc.constant({ severity: "info" as const }),
      ),
    });
    fc.assert(
      fc.property(fc.subarray([...conditions], { minLength: 1 }), wanted, (named, more) => {
        const made = applyChange(preset(named), change(more));
        if (made.outcome !== "changed") return;
        expect(planBodySchema.parse(made.body)).toEqual(made.body);
        expect(applyChange(made.body, change(more))).toEqual({ outcome: "unaffected" });
      }),
    );
  });
});
