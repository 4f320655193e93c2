import type { Concern, Severity } from "./alert.ts";
import type { Direction, Measure, Metric } from "./metric.ts";
import type { Questionnaire } from "./questionnaire.ts";
import { ruleKinds } from "./rule.ts";

/**
 * What a rule says about a reading, with its reason: the readings, the plan version and the numbers compared, all in
 * stored integers. A non-finding is as explainable as a finding.
 */
export type Judgement = Finding | Inside | NotEvaluable;

/** What a judgement was made by: a rule of the plan of some kind, or a safety limit. */
export const judgedBy = [...ruleKinds, "safety"] as const;
export type JudgedBy = (typeof judgedBy)[number];

type Common = {
  /** The rule's id in the plan; safety limits are `safety-<metric>-<direction>`. */
  readonly rule: string;
  readonly ruleKind: JudgedBy;
  readonly metric: Measure;
  readonly direction: Direction;
  readonly concern: Concern;
  /** Which plan says so; left out where one plan was in force both when the value was measured and when it was judged. */
  readonly plan?: JudgedUnder;
};

/** A plan is asked as the one in force when a value was measured, or as the one in force when the value is judged. */
export const planBases = ["measured", "current"] as const;
export type PlanBasis = (typeof planBases)[number];
export type JudgedUnder = { readonly version: number; readonly basis: PlanBasis };

/** The numbers that were compared. `value` is always what was measured. */
export type Compared = {
  readonly value: number;
  /** The fixed limit, or the allowed change; left out where the rule compares with no number. */
  readonly limit?: number;
  /** The value compared with, the local date it stands for, and for a change the number of days. */
  readonly reference?: number;
  readonly referenceDay?: number;
  readonly days?: number;
  readonly against?: "day" | "extreme";
  /** For a signed reference: the local date on which it was set, ISO 8601. */
  readonly setOn?: string;
  /** For moving averages: both windows, and the values in them added up. */
  readonly short?: Averaged;
  readonly long?: Averaged;
  /** For n of m dates: on how many the value was beyond. */
  readonly count?: number;
  /** How many dates or points it takes. */
  readonly atLeast?: number;
  /** For a baseline: the values of the dates before, and the allowed distance from their mean in thousandths of their SD. */
  readonly baseline?: Averaged & { readonly squares: number };
  readonly sds?: number;
  /** For a cumulative sum: the sum, times the number of values in the level's mean, and the level. */
  readonly total?: number;
  readonly level?: Averaged;
  /** For NEWS2: the scale of saturation, each parameter's points, and whether three in one of them is a finding. */
  readonly news2?: {
    readonly scale: 1 | 2;
    readonly points: Readonly<Partial<Record<Metric, number>>>;
    readonly orRed: boolean;
  };
  /** For a combination: within how many hours, and what was found. */
  readonly hours?: number;
  readonly parts?: readonly FoundPart[];
  /** For symptoms: the questionnaire. */
  readonly questionnaire?: Questionnaire;
  /** For too much oxygen: the flow. */
  readonly flow?: number;
  /** For an oximetry score: the pulse, and in thousandths of an SD saturation's fall, pulse's rise and the allowed mean. */
  readonly pulse?: number;
  readonly score?: { readonly fall: number; readonly rise: number; readonly atMost: number };
};

/** What one rule of a combination found. */
export type FoundPart = Pick<Common, "rule" | "ruleKind" | "metric" | "direction"> & { readonly compared: Compared };

/** The dates of a window, how many of them have a value, and the sum of those. */
export type Averaged = { readonly days: number; readonly count: number; readonly sum: number };

export type Finding = Common & {
  readonly verdict: "finding";
  readonly severity: Severity;
  readonly compared: Compared;
  /** Ids of the readings the verdict rests on, the judged one first. */
  readonly readings: readonly string[];
  /** Why the value or its time can't be fully trusted, when it can't. */
  readonly uncertain: readonly Uncertainty[];
};

export type Inside = Common & {
  readonly verdict: "inside";
  readonly compared: Compared;
  readonly readings: readonly string[];
  /** Inside by at least the metric's step: enough to arm a resolved alert again. */
  readonly byStep: boolean;
};

export type NotEvaluable = Common & {
  readonly verdict: "not-evaluable";
  readonly reason: (typeof unevaluable)[number];
  /** What was not measured or not answered, for "missing". */
  readonly missing?: readonly string[];
};

/** Why a rule could not be asked. */
export const unevaluable = [
  "time-uncertain",
  "quality",
  "implausible",
  "not-clinical",
  "no-reference",
  "not-enough-history",
  "missing",
  "other-version",
] as const;

export const uncertainties = ["time", "quality", "implausible", "unattributed"] as const;
export type Uncertainty = (typeof uncertainties)[number];
