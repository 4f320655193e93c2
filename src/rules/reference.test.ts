import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Reading } from "../domain/reading.ts";
import { judgeReference } from "./reference.ts";

const grams = fc.integer({ min: 60_000, max: 90_000 });
const rule = (direction: "rise" | "fall", amount: number) => ({
  kind: "reference" as const,
  metric: "body-weight" as const,
  direction,
  amount: { value: amount, unit: "g" },
});
const reading = (value: number): Reading => ({
  id: "r1",
  kind: "body-weight",
  values: { "body-weight": value },
  measuredAt: 0,
  receivedAt: 0,
  clock: "good",
  flags: [],
});
const dry = (value: number) => [
  { metric: "body-weight" as const, value: { value, unit: "g" }, setOn: "2026-11-02", setBy: "doris" },
];

test("a finding is a distance of strictly more than the amount, and a step less counts as back", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("rise" as const, "fall" as const),
      fc.integer({ min: 1, max: 9000 }),
      fc.integer({ min: 1000, max: 10_000 }),
      fc.integer({ min: -12_000, max: 12_000 }),
      (direction, amount, reference, away) => {
        const verdict = judgeReference(rule(direction, amount), { reading: reading(reference + away) }, dry(reference));
        const distance = direction === "rise" ? away : -away;
        expect(verdict).toMatchObject(
          distance > amount
            ? { verdict: "finding", compared: { value: reference + away, reference, limit: amount } }
            : { verdict: "inside", byStep: amount - distance >= 500 },
        );
      },
    ),
  );
});

test("a rise and a fall are mirror images", () => {
  fc.assert(
    fc.property(grams, (value) => {
      const mirrored = 20_000 - value;
      const up = judgeReference(rule("rise", 2000), { reading: reading(value) }, dry(10_000));
      const down = judgeReference(rule("fall", 2000), { reading: reading(mirrored) }, dry(10_000));
      expect(up?.verdict).toBe(down?.verdict);
    }),
  );
});

test("without a reference there is nothing to compare with; without the metric nothing is asked", () => {
  expect(judgeReference(rule("rise", 2000), { reading: reading(84_000) })).toEqual({
    verdict: "not-evaluable",
    reason: "no-reference",
  });
  expect(judgeReference(rule("rise", 2000), { reading: { ...reading(0), values: {} } }, dry(10_000))).toBeUndefined();
});
