import type { Severity } from "../domain/alert.ts";
import { type About, aboutOf, concernOf } from "../domain/concern.ts";
import type { JudgedBy, Judgement, Uncertainty } from "../domain/finding.ts";
import type { Flag } from "../domain/flag.ts";
import { timeIsCertain } from "../domain/measurement.ts";
import type { PlanBody, SafetyLimit } from "../domain/plan.ts";
import type { Reading } from "../domain/reading.ts";
import type { Rule } from "../domain/rule.ts";
import { comparedKinds, isAbout, partsOf } from "./about.ts";
import { judgeBaseline } from "./baseline.ts";
import { judgeChange } from "./change.ts";
import { judgeCombination } from "./combination.ts";
import { judgeCusum } from "./cusum.ts";
import { judgeIrregularPulse } from "./irregular-pulse.ts";
import { judgeLimit } from "./limit.ts";
import { judgeMovingAverage } from "./moving-average.ts";
import { judgeNOfM } from "./n-of-m.ts";
import { judgeNews2 } from "./news2.ts";
import { judgeOximetryScore } from "./oximetry-score.ts";
import { judgeOxygenExcess } from "./oxygen-excess.ts";
import { judgeReference } from "./reference.ts";
import type { RuleInput, RuleVerdict } from "./rule.ts";
import { judgeSymptoms } from "./symptoms.ts";

/** The part of a plan that readings are judged by. */
export type Judging = Pick<PlanBody, "rules" | "safetyLimits" | "references" | "saturationTarget">;

/**
 * Judges one reading by one plan: every rule and safety limit that concerns it gives a judgement with its reason. Pure:
 * the same reading, plan and day values give the same judgements, in the plan's order.
 *
 * Safety limits come first and are never excused: not by plausibility, poor signal, an uncertain time or a device's own
 * doubt. Fixed limits accept an uncertain time and say so. Rules that look back need a certain time and a sound value.
 */
export function evaluate(input: RuleInput, plan: Judging): Judgement[] {
  const uncertain = uncertaintiesOf(input.reading);
  const judgements: Judgement[] = [];
  for (const limit of plan.safetyLimits) {
    const verdict = judgeLimit(limit, input);
    if (verdict) judgements.push(describe(safetyRule(limit), verdict, uncertain));
  }
  for (const rule of plan.rules) {
    const verdict = askRule(rule, input, plan);
    if (verdict) judgements.push(describe(planRule(rule), verdict, uncertain));
  }
  return judgements;
}

/** What a rule says of a reading, or why it can't be asked. */
const askRule = (rule: Rule, input: RuleInput, plan: Judging): RuleVerdict | undefined =>
  excuse(rule, input, plan) ?? judgeRule(rule, input, plan);

function judgeRule(rule: Rule, input: RuleInput, plan: Judging): RuleVerdict | undefined {
  switch (rule.kind) {
    case "limit":
      return judgeLimit(rule, input);
    case "change":
      return judgeChange(rule, input);
    case "reference":
      return judgeReference(rule, input, plan.references);
    case "moving-average":
      return judgeMovingAverage(rule, input);
    case "n-of-m":
      return judgeNOfM(rule, input);
    case "baseline":
      return judgeBaseline(rule, input);
    case "cusum":
      return judgeCusum(rule, input, plan.references);
    case "oximetry-score":
      return judgeOximetryScore(rule, input);
    case "irregular-pulse":
      return judgeIrregularPulse(rule, input);
    case "symptoms":
      return judgeSymptoms(rule, input);
    case "combination":
      return judgeCombination(rule, input, partsOf(rule, plan.rules), (part, reading) =>
        askRule(part, { ...input, reading }, plan),
      );
    case "news2":
      return judgeNews2(rule, input, plan.saturationTarget);
    case "oxygen-excess":
      return judgeOxygenExcess(rule, input, plan.saturationTarget);
  }
}

/** Why a rule of the plan can't be asked about this reading; `undefined` when it can. Safety limits are never excused. */
function excuse(rule: Rule, { reading }: RuleInput, plan: Judging): RuleVerdict | undefined {
  if (!isAbout(rule, reading, plan.rules)) return undefined;
  const { flags } = reading;
  if (flags.includes("not-clinical")) return { verdict: "not-evaluable", reason: "not-clinical" };
  if (flags.includes("implausible")) return { verdict: "not-evaluable", reason: "implausible" };
  if (flags.includes("questionable") || flags.includes("clock-unset-batch")) {
    return { verdict: "not-evaluable", reason: "quality" };
  }
  if (!timeIsCertain(reading.clock) && comparedKinds(rule, plan.rules).length > 0) {
    return { verdict: "not-evaluable", reason: "time-uncertain" };
  }
  return undefined;
}

/**
 * What a device says when its value may be wrong though it measured: status bits of the Bluetooth Pulse Oximeter and
 * Blood Pressure services. An irregular pulse is a fact about the patient, no doubt about the value.
 */
const disturbed: ReadonlySet<Flag> = new Set<Flag>([
  "questionable",
  "poor-signal",
  "early-estimate",
  "not-clinical",
  "body-movement",
  "cuff-loose",
  "position-improper",
]);

/** What a finding on this reading must be marked with. */
function uncertaintiesOf(reading: Reading): Uncertainty[] {
  const uncertain: Uncertainty[] = [];
  if (!timeIsCertain(reading.clock)) uncertain.push("time");
  if (reading.flags.some((flag) => disturbed.has(flag))) uncertain.push("quality");
  if (reading.flags.includes("implausible")) uncertain.push("implausible");
  return uncertain;
}

type RuleIdentity = About & { readonly rule: string; readonly ruleKind: JudgedBy; readonly severity: Severity };

const safetyRule = ({ metric, direction }: SafetyLimit): RuleIdentity => ({
  rule: `safety-${metric}-${direction}`,
  ruleKind: "safety",
  metric,
  direction,
  concern: concernOf(metric, direction),
  severity: "red",
});

const planRule = (rule: Rule): RuleIdentity => ({
  rule: rule.id,
  ruleKind: rule.kind,
  ...aboutOf(rule),
  severity: rule.severity,
});

function describe(identity: RuleIdentity, verdict: RuleVerdict, uncertain: readonly Uncertainty[]): Judgement {
  const { severity, concern, ...rule } = identity;
  // The plan schema refuses rules on metrics that no concern covers.
  if (!concern) throw new TypeError(`${rule.rule}: no concern for ${rule.metric} ${rule.direction}`);
  return verdict.verdict === "finding"
    ? { ...rule, concern, severity, uncertain, ...verdict }
    : { ...rule, concern, ...verdict };
}
