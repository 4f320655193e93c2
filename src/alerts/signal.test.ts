import { describe, expect, test } from "vitest";
import type { Alert, Severity, Side } from "../domain/alert.ts";
import type { Finding, Judgement } from "../domain/finding.ts";
import type { Metric } from "../domain/metric.ts";
import { hasReturned, signalOf } from "./lifecycle.ts";

describe("what the findings of one reading add up to", () => {
  const finding = (rule: string, severity: Severity, metric: Metric, value: number): Finding => ({
    rule,
    ruleKind: "limit",
    metric,
    direction: "above",
    concern: "bp-high",
    verdict: "finding",
    severity,
    compared: { value, limit: 0 },
    readings: ["r1"],
    uncertain: [],
  });

  test("the highest severity, each side's value, and the first rule that weighs most", () => {
    const both = [
      finding("systolic-high", "yellow", "systolic-pressure", 1850),
      finding("systolic-very-high", "red", "systolic-pressure", 1850),
      finding("diastolic-very-high", "red", "diastolic-pressure", 1120),
    ];
    expect(signalOf(both)).toEqual({
      severity: "red",
      category: "clinical",
      values: { "systolic-pressure/above": 1850, "diastolic-pressure/above": 1120 },
      cause: "systolic-very-high",
    });
  });
});

describe("whether a value has come back", () => {
  const judgement = (metric: Metric, verdict: "finding" | "inside" | "byStep" | "not-evaluable"): Judgement => {
    const common = { rule: metric, ruleKind: "limit", metric, direction: "above", concern: "breathing" } as const;
    const compared = { value: 0, limit: 0 };
    switch (verdict) {
      case "finding":
        return { ...common, verdict, severity: "red", compared, readings: [], uncertain: [] };
      case "not-evaluable":
        return { ...common, verdict, reason: "quality" };
      default:
        return { ...common, verdict: "inside", compared, readings: [], byStep: verdict === "byStep" };
    }
  };

  test.each([
    [["byStep"], true],
    [["byStep", "byStep"], true],
    [["byStep", "not-evaluable"], true],
    [["inside"], false],
    [["byStep", "inside"], false],
    [["byStep", "finding"], false],
    [["not-evaluable"], false],
    [[], false],
  ] as const)("rules that say %j: %s", (verdicts, back) => {
    expect(hasReturned(verdicts.map((verdict) => judgement("pulse", verdict)))).toBe(back);
  });

  const standingFor = (...sides: Side[]): Pick<Alert, "extremes"> => ({
    extremes: Object.fromEntries(sides.map((side) => [side, { worst: 1, announced: 1 }])),
  });

  test("good breath out says nothing about an alert on the respiratory rate", () => {
    const alert = standingFor("respiratory-rate/above");
    expect(hasReturned([judgement("peak-flow", "byStep")], alert)).toBe(false);
    expect(hasReturned([judgement("respiratory-rate", "not-evaluable")], alert)).toBe(false);
    expect(hasReturned([judgement("respiratory-rate", "byStep")], alert)).toBe(true);
  });

  test("an alert on two values is back when both are", () => {
    const alert = standingFor("systolic-pressure/above", "diastolic-pressure/above");
    const systolic = judgement("systolic-pressure", "byStep");
    expect(hasReturned([systolic], alert)).toBe(false);
    expect(hasReturned([systolic, judgement("diastolic-pressure", "byStep")], alert)).toBe(true);
  });
});
