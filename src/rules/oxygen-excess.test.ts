import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Reading } from "../domain/reading.ts";
import { judgeOxygenExcess } from "./oxygen-excess.ts";

const reading = (values: Reading["values"]): Reading => ({
  id: "r1",
  kind: "oxygen-saturation",
  values,
  measuredAt: 0,
  receivedAt: 0,
  clock: "unknown",
  flags: [],
});
const target = (range: "88-92" | "94-98") => ({ range, setOn: "2026-11-02", setBy: "doris" });
const judge = (values: Reading["values"], range: "88-92" | "94-98" = "88-92") =>
  judgeOxygenExcess({ kind: "oxygen-excess" }, { reading: reading(values) }, target(range));

test("a finding is oxygen given and strictly more than 92 %, and nothing else", () => {
  fc.assert(
    fc.property(fc.integer({ min: 700, max: 1000 }), fc.integer({ min: 0, max: 600 }), (saturation, flow) => {
      const verdict = judge({ "oxygen-saturation": saturation, "oxygen-flow": flow });
      expect(verdict?.verdict).toBe(flow > 0 && saturation > 920 ? "finding" : "inside");
      if (verdict?.verdict === "inside") expect(verdict.byStep).toBe(flow === 0 || saturation <= 900);
    }),
  );
});

test("what isn't known is named, never guessed", () => {
  expect(judge({ "oxygen-saturation": 950 })).toEqual({
    verdict: "not-evaluable",
    reason: "missing",
    missing: ["oxygen-flow"],
  });
  expect(judge({ "oxygen-saturation": 950, "oxygen-flow": 200 }, "94-98")).toMatchObject({ reason: "no-reference" });
  expect(judge({ pulse: 700 })).toBeUndefined();
});
