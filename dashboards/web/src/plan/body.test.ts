import { expect, it } from "vitest";
import { concernOf } from "../../../../src/domain/concern.ts";
import { directions, metricNames } from "../../../../src/domain/metric.ts";
import { unitsOf } from "../../../../src/domain/unit.ts";
import { preset } from "../../../../src/rules/presets.ts";
import { changedParts, editable, newRuleId, numbersIn, sides, units, withAt } from "./body.ts";

it("offers exactly the sides that an alert can be about, in units that the platform takes", () => {
  const offered = metricNames.flatMap((metric) =>
    directions.filter((direction) => concernOf(metric, direction)).map((direction) => [metric, direction]),
  );
  expect(sides).toEqual(offered);
  for (const metric of metricNames) expect(unitsOf(metric)).toContain(units[metric].unit);
});

it("finds every number of a rule, and changes one without touching the rest", () => {
  const rule = {
    id: "weight-trend",
    kind: "moving-average",
    amount: { value: 1, unit: "kg" },
    short: { days: 3, minimum: 2 },
  };
  expect(numbersIn(rule).map(({ path, value, unit }) => [path.join("."), value, unit])).toEqual([
    ["amount.value", 1, "kg"],
    ["short.days", 3, undefined],
    ["short.minimum", 2, undefined],
  ]);
  const changed = withAt(rule, ["amount", "value"], 1.5);
  expect(changed).toEqual({ ...rule, amount: { value: 1.5, unit: "kg" } });
  expect(rule.amount.value).toBe(1);
  // An emptied field is still a field.
  expect(numbersIn(withAt(rule, ["short", "days"], null))[1]?.value).toBeNull();
});

it("sends only the parts that differ", () => {
  const body = editable(preset(["copd"]));
  expect(changedParts(body, body)).toEqual({});
  expect(Object.keys(changedParts(body, { ...body, treatmentLimitation: "Ej sjukhus" }))).toEqual([
    "treatmentLimitation",
  ]);
});

it("gives new rules ids that are free", () => {
  expect(newRuleId([{ id: "pulse-above" }], "pulse-above")).toBe("pulse-above-2");
  expect(newRuleId([], "pulse-above")).toBe("pulse-above");
});
