import { expect, it } from "vitest";
import type { CarePlan } from "../domain/plan.ts";
import { preset } from "../rules/presets.ts";
import { limitsOver } from "./limits.ts";

const plan = (version: number, validFrom: number, overrides = {}): CarePlan => ({
  ...preset(["heart-failure"], overrides),
  patient: "p1",
  version,
  signedBy: "s1",
  signedAt: validFrom,
  validFrom,
});

it("no limits stand before the first plan, and each part of the period has its own version", () => {
  const periods = limitsOver([plan(1, 100), plan(2, 300), plan(3, 900)], "pulse", 0, 500);
  expect(periods.map(({ from, to, version, validFrom }) => ({ from, to, version, validFrom }))).toEqual([
    { from: 100, to: 300, version: 1, validFrom: 100 },
    { from: 300, to: 500, version: 2, validFrom: 300 },
  ]);
});

it("a plan signed for the same instant as another stands instead of it", () => {
  expect(limitsOver([plan(1, 100), plan(2, 100)], "pulse", 0, 500).map(({ version }) => version)).toEqual([2]);
});

it("fixed limits and safety limits are given in stored integers, changes apart from them", () => {
  const [pulse] = limitsOver([plan(1, 0)], "pulse", 0, 10);
  expect(pulse?.limits).toEqual([
    { rule: "safety-pulse-below", kind: "safety", direction: "below", value: 350, severity: "red" },
    { rule: "safety-pulse-above", kind: "safety", direction: "above", value: 1500, severity: "red" },
    { rule: "pulse-low", kind: "limit", direction: "below", value: 400, severity: "yellow" },
    { rule: "pulse-high", kind: "limit", direction: "above", value: 1100, severity: "yellow" },
  ]);
  const [weight] = limitsOver([plan(1, 0)], "body-weight", 0, 10);
  expect(weight?.limits).toEqual([]);
  expect(weight?.changes[0]).toEqual({
    rule: "weight-rise-3d",
    direction: "rise",
    amount: 2000,
    days: 3,
    against: "day",
    severity: "red",
  });
});

it("the patient's own normal value is that of the plan then in force", () => {
  const references = [
    { metric: "body-weight", value: { value: 82, unit: "kg" }, setOn: "2026-11-01", setBy: "s1" },
  ] as const;
  const periods = limitsOver([plan(1, 0), { ...plan(2, 5), references: [...references] }], "body-weight", 0, 10);
  expect(periods.map(({ reference }) => reference)).toEqual([undefined, 82_000]);
});

it("an empty period has no limits", () => {
  expect(limitsOver([plan(1, 0)], "pulse", 10, 10)).toEqual([]);
});
