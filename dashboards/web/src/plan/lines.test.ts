import { expect, it } from "vitest";
import { preset } from "../../../../src/rules/presets.ts";
import { editable } from "./body.ts";
import { beyond, linesOf } from "./lines.ts";

it("draws a plan's levels on a metric: limits and safety limits, but nothing that is not filled in or in another unit", () => {
  const plan = editable(preset(["copd"]));
  expect(linesOf(plan, "oxygen-saturation").map(({ id, value }) => [id, value])).toEqual([
    ["oxygen-low", 90],
    ["oxygen-very-low", 88],
    ["safety below", 85],
  ]);
  const other = { kind: "limit", metric: "systolic-pressure", direction: "above", severity: "yellow" } as const;
  const rules = [
    { ...other, id: "kpa", limit: { value: 22, unit: "kPa" } },
    { ...other, id: "empty", limit: { value: null as unknown as number, unit: "mmHg" } },
  ];
  expect(linesOf({ rules, safetyLimits: [] }, "systolic-pressure")).toEqual([]);
});

it("counts what is strictly beyond, as rules do", () => {
  const line = { id: "l", direction: "below", value: 90, severity: "red" } as const;
  expect(beyond([89, 90, 91, 88], line)).toBe(2);
  expect(beyond([89, 90, 91], { ...line, direction: "above" })).toBe(1);
});
