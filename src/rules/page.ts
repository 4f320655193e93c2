import type { NotEvaluable } from "../domain/finding.ts";
import type { Flag } from "../domain/flag.ts";
import type { Metric } from "../domain/metric.ts";
import type { Reference, SaturationTarget } from "../domain/plan.ts";
import type { Answers } from "../domain/questionnaire.ts";
import type { Rule } from "../domain/rule.ts";

/** What people must know of a rule kind before they sign a plan that has it. `docs/clinical/` is written from it. */
export type KindPage = {
  readonly title: string;
  /** What is a finding, in words. */
  readonly definition: string;
  /** The same as a formula; strictly more than the limit counts everywhere. */
  readonly formula: string;
  /** What must be known of the patient, and what of the reading. */
  readonly needs: string;
  /** Hysteresis: when the value counts as returned, so that a resolved alert is armed again. */
  readonly back: string;
  readonly edges: readonly string[];
  /** Where the definition and any figures come from. */
  readonly source: string;
  /** Worked through by the engine itself, in tests and on the page. */
  readonly examples: readonly Example[];
};

/** One patient's measurements and what a rule says about the last of them. */
export type Example = {
  readonly story: string;
  readonly rule: Rule;
  /** The other rules of the plan that it speaks of. */
  readonly alongside?: readonly Rule[];
  readonly references?: readonly Reference[];
  readonly saturationTarget?: SaturationTarget;
  /** Measured at seven in the morning, Stockholm, on each local date; in the metrics' own units. The last is judged. */
  readonly days: readonly {
    readonly on: string;
    readonly values: Readonly<Partial<Record<Metric, number>>>;
    readonly flags?: readonly Flag[];
    readonly answers?: Answers;
  }[];
  readonly expected: "finding" | "inside" | NotEvaluable["reason"];
};

/** Successive local dates from one on, with one value each; `undefined` is a date without a value. */
export const daily = (metric: Metric, from: string, values: readonly (number | undefined)[]): Example["days"] =>
  values.flatMap((value, index) =>
    value === undefined
      ? []
      : [{ on: Temporal.PlainDate.from(from).add({ days: index }).toString(), values: { [metric]: value } }],
  );
