import { stepOf } from "../domain/metric.ts";
import type { Reference } from "../domain/plan.ts";
import { amountToScaled, quantityToScaled } from "../domain/quantity.ts";
import type { ReferenceRule } from "../domain/rule.ts";
import { daily, type Example, type KindPage } from "./page.ts";
import type { RuleInput, RuleVerdict } from "./rule.ts";

/**
 * A value away from the patient's own signed reference, for instance the dry weight: the third reading of "a gain of 2 kg"
 * (the OPTILOGG scale compares with a weight preset by the clinic; doi 10.1016/j.cardfail.2021.06.009), which a slow gain cannot
 * slip past as it can past a change over days. Strictly more than the amount counts. Needs no history.
 * @param references the plan's references; the plan schema refuses a rule whose metric has none
 * @returns `undefined` when the reading doesn't carry the metric; "no-reference" without a reference
 */
export function judgeReference(
  rule: Omit<ReferenceRule, "id" | "severity">,
  input: Pick<RuleInput, "reading">,
  references: readonly Reference[] = [],
): RuleVerdict | undefined {
  const value = input.reading.values[rule.metric];
  if (value === undefined) return undefined;
  const signed = references.find(({ metric }) => metric === rule.metric);
  if (!signed) return { verdict: "not-evaluable", reason: "no-reference" };

  const reference = quantityToScaled(rule.metric, signed.value);
  const limit = amountToScaled(rule.metric, rule.amount);
  const change = rule.direction === "rise" ? value - reference : reference - value;
  const compared = { value, limit, reference, setOn: signed.setOn };
  const readings = [input.reading.id];
  return change > limit
    ? { verdict: "finding", compared, readings }
    : { verdict: "inside", compared, readings, byStep: limit - change >= stepOf(rule.metric) };
}

const gain: Omit<Example, "story" | "days" | "expected"> = {
  rule: {
    id: "weight-above-dry",
    kind: "reference",
    metric: "body-weight",
    direction: "rise",
    amount: { value: 2, unit: "kg" },
    severity: "yellow",
  },
  references: [{ metric: "body-weight", value: { value: 82, unit: "kg" }, setOn: "2026-11-02", setBy: "doris" }],
};

export const referencePage: KindPage = {
  title: "Change against the signed reference",
  definition:
    "A value further than an amount from the patient's own reference, for instance the dry weight or the normal saturation, " +
    "which the plan names with its date and author.",
  formula: "value - reference > amount, or reference - value > amount",
  needs:
    "A reference in the plan; a rule without one can't be signed. No history. An uncertain time is accepted and said.",
  back: "The distance is below the amount by at least the metric's step.",
  edges: [
    "A gain so slow that no three days differ by much is seen by this rule and by no change rule.",
    "A reference that is not renewed grows old: it goes on being compared with until a later version of the plan sets another.",
  ],
  source:
    "Weight preset by the clinic: OPTILOGG, doi 10.1016/j.cardfail.2021.06.009. Saturation more than 3 below the patient's own " +
    "normal: Viss.nu and Läkemedelsverket 2023.",
  examples: [
    {
      story: "Two hundred grams a day: no three days differ by 2 kg, but she is 2.2 kg above her dry weight.",
      ...gain,
      days: daily("body-weight", "2026-11-19", [83.6, 83.8, 84, 84.2]),
      expected: "finding",
    },
    {
      story: "Exactly the amount is inside.",
      ...gain,
      days: daily("body-weight", "2026-11-22", [84]),
      expected: "inside",
    },
  ],
};
