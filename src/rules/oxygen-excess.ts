import { scaled, stepOf } from "../domain/metric.ts";
import type { SaturationTarget } from "../domain/plan.ts";
import type { OxygenExcessRule } from "../domain/rule.ts";
import type { Example, KindPage } from "./page.ts";
import type { RuleInput, RuleVerdict } from "./rule.ts";

/** Where more oxygen than needed makes people retain carbon dioxide: British Thoracic Society guideline (Thorax 2017;72:i1). */
const HIGHEST = scaled("oxygen-saturation", 92);

/**
 * Saturation above 92 % on oxygen in somebody whose target is 88–92 %: too much oxygen, which in hypercapnic failure is a
 * danger of its own. On room air any saturation is welcome.
 * @param target the plan's; the plan schema refuses the rule without the target 88–92
 * @returns `undefined` for a reading without saturation; "missing" when it isn't known whether oxygen was given: never taken
 *   as room air; "no-reference" without the target
 */
export function judgeOxygenExcess(
  _rule: Omit<OxygenExcessRule, "id" | "severity">,
  { reading }: Pick<RuleInput, "reading">,
  target: SaturationTarget | undefined,
): RuleVerdict | undefined {
  const { "oxygen-saturation": value, "oxygen-flow": flow } = reading.values;
  if (value === undefined) return undefined;
  if (target?.range !== "88-92") return { verdict: "not-evaluable", reason: "no-reference" };
  if (flow === undefined) return { verdict: "not-evaluable", reason: "missing", missing: ["oxygen-flow"] };
  const compared = { value, limit: HIGHEST, flow };
  const readings = [reading.id];
  return flow > 0 && value > HIGHEST
    ? { verdict: "finding", compared, readings }
    : { verdict: "inside", compared, readings, byStep: flow <= 0 || HIGHEST - value >= stepOf("oxygen-saturation") };
}

const base: Pick<Example, "rule" | "saturationTarget"> = {
  rule: { id: "oxygen-excess", kind: "oxygen-excess", severity: "yellow" },
  saturationTarget: { range: "88-92", setOn: "2026-11-02", setBy: "doris" },
};
const day = (saturation: number, flow?: number): Example["days"] => [
  {
    on: "2026-11-22",
    values: { "oxygen-saturation": saturation, ...(flow === undefined ? {} : { "oxygen-flow": flow }) },
  },
];

export const oxygenExcessPage: KindPage = {
  title: "Too much oxygen",
  definition: "Saturation strictly above 92 % while oxygen is given, in a patient whose signed target is 88–92 %.",
  formula: "target = 88-92 and oxygen flow > 0 and saturation > 92 %",
  needs:
    "The target 88-92 in the plan, with date and author; a plan with the rule and without it can't be signed. The oxygen flow " +
    "in the same reading: not known is not room air. An uncertain time is accepted and said.",
  back: "Saturation is below 92 % by at least the metric's step, or no oxygen is given.",
  edges: [
    "92 % is inside.",
    "Without the target 88\u201392 a high saturation is nobody's alarm: the target decides, not the diagnosis.",
  ],
  source:
    "Target 88\u201392 % where carbon dioxide may be retained: British Thoracic Society guideline for oxygen use (Thorax 2017;72:i1); " +
    "NEWS2 scale 2 scores saturations from 93 % on oxygen for the same reason (Royal College of Physicians 2017).",
  examples: [
    { story: "95 % on two litres a minute.", ...base, days: day(95, 2), expected: "finding" },
    { story: "95 % on room air.", ...base, days: day(95, 0), expected: "inside" },
    { story: "92 % on two litres a minute.", ...base, days: day(92, 2), expected: "inside" },
    { story: "It is not known whether oxygen was given.", ...base, days: day(95), expected: "missing" },
  ],
};
