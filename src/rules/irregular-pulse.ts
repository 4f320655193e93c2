import type { IrregularPulseRule } from "../domain/rule.ts";
import type { Example, KindPage } from "./page.ts";
import type { RuleInput, RuleVerdict } from "./rule.ts";

/**
 * The device says that the pulse was irregular while it measured (Bluetooth SIG Blood Pressure Service, measurement status
 * bit 2). That is a fact about the patient, not about the measurement; which rhythm it is only an ECG can tell. Needs no
 * history and no limit.
 * @returns `undefined` when the reading carries no pulse
 */
export function judgeIrregularPulse(
  _rule: Omit<IrregularPulseRule, "id" | "severity">,
  { reading }: Pick<RuleInput, "reading">,
): RuleVerdict | undefined {
  const value = reading.values.pulse;
  if (value === undefined) return undefined;
  const found = { compared: { value }, readings: [reading.id] };
  return reading.flags.includes("irregular-pulse")
    ? { verdict: "finding", ...found }
    : { verdict: "inside", ...found, byStep: true };
}

const rule: Example["rule"] = { id: "pulse-irregular", kind: "irregular-pulse", severity: "yellow" };
const day = (pulse: number): Example["days"][number] => ({
  on: "2026-11-22",
  values: { "systolic-pressure": 132, "diastolic-pressure": 78, pulse },
});

export const irregularPulsePage: KindPage = {
  title: "Irregular pulse",
  definition: "The device says that the pulse was irregular while it measured.",
  formula: "the reading carries a pulse and the flag irregular-pulse",
  needs: "Nothing but the reading. An uncertain time is accepted and said.",
  back: "A reading with a pulse and without the flag.",
  edges: [
    "Cuffs differ in what they call irregular, and none tells a harmless extra beat from fibrillation: an ECG does.",
    "A fast irregular pulse is also judged by the limits on the pulse; the two are different alerts.",
    "A device that can't tell never raises the flag. A reading with the flag but without a pulse is not judged.",
  ],
  source: "Bluetooth SIG Blood Pressure Service 1.1, Measurement Status, bit 2 (irregular pulse detected).",
  examples: [
    {
      story: "A cuff that found the pulse irregular.",
      rule,
      days: [{ ...day(88), flags: ["irregular-pulse"] }],
      expected: "finding",
    },
    { story: "A regular pulse.", rule, days: [day(88)], expected: "inside" },
  ],
};
