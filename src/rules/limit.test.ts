import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Direction } from "../domain/metric.ts";
import { type Metric, metricNames, metrics, stepOf } from "../domain/metric.ts";
import type { Reading } from "../domain/reading.ts";
import { unitsOf } from "../domain/unit.ts";
import { excess, judgeLimit } from "./limit.ts";

const reading = (values: Reading["values"]): Reading => ({
  id: "r1",
  kind: "pulse",
  values,
  measuredAt: 0,
  receivedAt: 0,
  clock: "good",
  flags: [],
});

/** How a value is judged by a limit that is `limit` stored integers. */
function judge(metric: Metric, direction: Direction, limit: number, value: number) {
  const quantity = { value: limit / metrics[metric].scale, unit: unitsOf(metric)[0] ?? "" };
  const rule = { metric, direction, limit: quantity };
  return judgeLimit(rule, {
    reading: reading({ [metric]: value }),
    dayValues: () => undefined,
    nearby: () => undefined,
    recent: () => [],
    zone: "UTC",
  });
}

const sides = metricNames.flatMap((metric) =>
  (["above", "below"] as const).map((direction) => [metric, direction] as const),
);

test.each(sides)("%s %s a limit: equal is inside, one stored integer beyond is a finding", (metric, direction) => {
  const limit = Math.round(
    ((metrics[metric].plausible.low + metrics[metric].plausible.high) / 2) * metrics[metric].scale,
  );
  const beyond = direction === "above" ? 1 : -1;
  expect(judge(metric, direction, limit, limit)).toMatchObject({ verdict: "inside", byStep: false });
  expect(judge(metric, direction, limit, limit + beyond)).toEqual({
    verdict: "finding",
    compared: { value: limit + beyond, limit },
    readings: ["r1"],
  });
  const step = stepOf(metric) * beyond;
  expect(judge(metric, direction, limit, limit - step + beyond)).toMatchObject({ verdict: "inside", byStep: false });
  expect(judge(metric, direction, limit, limit - step)).toMatchObject({ verdict: "inside", byStep: true });
});

test("a limit and a value are a finding or inside by which is larger, and nothing else", () => {
  const numbers = fc.integer({ min: -1_000_000, max: 10_000_000 });
  fc.assert(
    fc.property(fc.constantFrom<Direction>("above", "below"), numbers, numbers, (direction, limit, value) => {
      const beyond = direction === "above" ? value > limit : value < limit;
      expect(judge("body-weight", direction, limit, value)?.verdict).toBe(beyond ? "finding" : "inside");
      expect(excess(value, limit, direction) > 0).toBe(beyond);
    }),
  );
});

test("the limit's unit counts: 100.4 °F is 38 °C", () => {
  const rule = { metric: "body-temperature", direction: "above", limit: { value: 100.4, unit: "°F" } } as const;
  const at = (value: number) =>
    judgeLimit(rule, {
      reading: reading({ "body-temperature": value }),
      dayValues: () => undefined,
      nearby: () => undefined,
      recent: () => [],
      zone: "UTC",
    })?.verdict;
  expect([at(3800), at(3801)]).toEqual(["inside", "finding"]);
});

test("0 is a value, and a metric that was not measured is none", () => {
  expect(judge("oxygen-saturation", "below", 850, 0)?.verdict).toBe("finding");
  const rule = { metric: "pulse", direction: "below", limit: { value: 40, unit: "/min" } } as const;
  expect(
    judgeLimit(rule, {
      reading: reading({}),
      dayValues: () => undefined,
      nearby: () => undefined,
      recent: () => [],
      zone: "UTC",
    }),
  ).toBeUndefined();
});
