import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Metric } from "../domain/metric.ts";
import type { Reading } from "../domain/reading.ts";
import type { Rule } from "../domain/rule.ts";
import { evaluate } from "./evaluate.ts";
import { recentIn } from "./history.ts";

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;
const above = (id: string, metric: Metric, value: number, unit: string): Rule => ({
  id,
  kind: "limit",
  metric,
  direction: "above",
  limit: { value, unit },
  severity: "info",
});
const parts = [
  above("fast", "pulse", 100, "/min"),
  above("warm", "body-temperature", 38, "°C"),
  above("breathing", "respiratory-rate", 24, "/min"),
];
const kindOf = { pulse: "pulse", "body-temperature": "temperature", "respiratory-rate": "respiratory-rate" } as const;
const limitOf = { pulse: 1000, "body-temperature": 3800, "respiratory-rate": 240 };
type Measured = keyof typeof limitOf;

const measured = fc.record({
  metric: fc.constantFrom<Measured>("pulse", "body-temperature", "respiratory-rate"),
  hoursAgo: fc.integer({ min: -2, max: 30 }),
  beyond: fc.boolean(),
  sound: fc.boolean(),
});
const readingOf = (
  { metric, hoursAgo, beyond, sound }: Parameters<Parameters<typeof measured.map>[0]>[0],
  index: number,
): Reading => ({
  id: `r${index}`,
  kind: kindOf[metric],
  values: { [metric]: limitOf[metric] + (beyond ? 1 : 0) },
  measuredAt: NOW - hoursAgo * HOUR,
  receivedAt: NOW,
  clock: sound ? "good" : "suspect",
  flags: [],
});

test("a finding is one now and as many different ones in the hours before as it takes, in whatever order they came", () => {
  fc.assert(
    fc.property(
      fc.array(measured, { maxLength: 12 }),
      fc.constantFrom<Measured>("pulse", "body-temperature", "respiratory-rate"),
      fc.boolean(),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 24 }),
      (others, metric, beyond, atLeast, hours) => {
        const combination: Rule = {
          id: "together",
          kind: "combination",
          of: parts.map(({ id }) => id),
          atLeast,
          hours,
          severity: "red",
        };
        const readings = others.map(readingOf);
        const judged = readingOf({ metric, hoursAgo: 0, beyond, sound: true }, 99);
        const judge = (history: readonly Reading[]) =>
          evaluate(
            {
              reading: judged,
              dayValues: () => undefined,
              nearby: () => undefined,
              recent: recentIn(history),
              zone: "UTC",
            },
            { rules: [...parts, combination], safetyLimits: [] },
          ).find(({ rule }) => rule === "together");
        const bad = new Set<Metric>(beyond ? [metric] : []);
        for (const other of others) {
          if (other.beyond && other.sound && other.hoursAgo >= 0 && other.hoursAgo <= hours) bad.add(other.metric);
        }
        const verdict = judge(readings);
        expect(verdict?.verdict).toBe(beyond && bad.size >= atLeast ? "finding" : "inside");
        if (beyond && verdict?.verdict !== "not-evaluable") expect(verdict?.compared.value).toBe(bad.size);
        expect(judge([...readings.toReversed(), judged, ...readings])).toEqual(verdict);
      },
    ),
    { numRuns: 300 },
  );
});
