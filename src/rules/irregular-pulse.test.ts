import * as fc from "fast-check";
import { expect, test } from "vitest";
import { flagNames } from "../domain/flag.ts";
import type { Reading } from "../domain/reading.ts";
import { judgeIrregularPulse } from "./irregular-pulse.ts";

const judge = (reading: Pick<Reading, "values" | "flags">) =>
  judgeIrregularPulse(
    { kind: "irregular-pulse" },
    { reading: { id: "r1", kind: "blood-pressure", measuredAt: 0, receivedAt: 0, clock: "good", ...reading } },
  );

test("the flag decides, whatever the rate and the other flags; without a pulse nothing is asked", () => {
  fc.assert(
    fc.property(fc.subarray([...flagNames]), fc.option(fc.integer({ min: 200, max: 2500 })), (flags, pulse) => {
      const verdict = judge({ flags, values: pulse === null ? {} : { pulse } })?.verdict;
      expect(verdict).toBe(pulse === null ? undefined : flags.includes("irregular-pulse") ? "finding" : "inside");
    }),
  );
});
