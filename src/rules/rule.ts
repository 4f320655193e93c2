import type { Finding, Inside, NotEvaluable } from "../domain/finding.ts";
import type { Reading } from "../domain/reading.ts";
import type { DayValues, Nearby, Recent } from "./history.ts";

/** What every rule kind is given: the judged reading, the patient's other readings to look among, and the plan's time zone. */
export type RuleInput = {
  readonly reading: Reading;
  readonly dayValues: DayValues;
  readonly zone: string;
  readonly nearby: Nearby;
  readonly recent: Recent;
};

/** What a rule kind answers; `evaluate` adds which rule it was and how far the reading can be trusted. */
export type RuleVerdict =
  | Pick<Finding, "verdict" | "compared" | "readings">
  | Pick<Inside, "verdict" | "compared" | "readings" | "byStep">
  | Pick<NotEvaluable, "verdict" | "reason" | "missing">;
