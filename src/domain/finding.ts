import type { Concern, Severity } from "./alert.ts";
import type { Direction, Metric } from "./metric.ts";
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
  readonly metric: Metric;
  readonly direction: Direction;
  readonly concern: Concern;
};

/** The numbers that were compared. `value` is always what was measured. */
export type Compared = {
  readonly value: number;
  /** The fixed limit, or the allowed change. */
  readonly limit: number;
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
  /** For n of m dates: on how many the value was beyond, and how many it takes. */
  readonly count?: number;
  readonly atLeast?: number;
};

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
  readonly reason:
    | "time-uncertain"
    | "quality"
    | "no-reference"
    | "not-enough-history"
    | "implausible"
    | "not-clinical";
};

export const uncertainties = ["time", "quality", "implausible", "unattributed"] as const;
export type Uncertainty = (typeof uncertainties)[number];
