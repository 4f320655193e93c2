import { type PlanBody, planInForce } from "../domain/plan.ts";
import { isHemvaktError } from "../errors.ts";
import type { Database } from "../store/sqlite/database.ts";
import { plansOf } from "../store/sqlite/registry.ts";
import { applyChange, type PlanChange } from "./change.ts";
import type { Comparison } from "./compare.ts";
import { bodyOf, rehearsePatient, type Terms } from "./patient.ts";
import type { Runner } from "./run.ts";
import { addUp, type PatientRow, rowOf, unrehearsed } from "./team.ts";

/** What is to be rehearsed; plain data, so that another thread can do it. */
export type Task =
  | { readonly of: "patient"; readonly patient: string; readonly draft: PlanBody; readonly terms: Terms }
  | { readonly of: "team"; readonly patients: readonly string[]; readonly change: PlanChange; readonly terms: Terms };

/** What came of a task. A team's comparison is missing when nobody's plan is changed. */
export type TaskResult =
  | { readonly of: "patient"; readonly comparison: Comparison }
  | { readonly of: "team"; readonly comparison?: Comparison; readonly patients: readonly PatientRow[] };

/** How far a task has come, in patients. */
export type Progress = { readonly done: number; readonly total: number };

/** How a task is followed and held up. */
export type Course = {
  readonly onProgress: (progress: Progress) => void;
  readonly turn: () => Promise<void>;
  readonly signal: AbortSignal;
};

export const totalOf = (task: Task): number => (task.of === "patient" ? 1 : task.patients.length);

/**
 * Does a task, patient by patient.
 * @param turn is waited for before each patient of a team, so that others have theirs
 * @param signal ends it after the patient at hand
 * @returns nothing when it was ended
 */
export async function perform(
  db: Database,
  runner: Runner,
  task: Task,
  { onProgress, turn, signal }: Course,
): Promise<TaskResult | undefined> {
  if (task.of === "patient") {
    return { of: "patient", comparison: rehearsePatient(db, runner, task.patient, task.draft, task.terms) };
  }
  const comparisons: Comparison[] = [];
  const patients: PatientRow[] = [];
  for (const patient of task.patients) {
    await turn();
    if (signal.aborted) return undefined;
    const plan = planInForce(plansOf(db, patient), task.terms.now);
    const changed = plan && applyChange(bodyOf(plan), task.change);
    if (changed?.outcome === "changed") {
      const comparison = unlessTooLarge(() => rehearsePatient(db, runner, patient, changed.body, task.terms));
      if (comparison) comparisons.push(withoutFindings(comparison));
      patients.push(comparison ? rowOf(patient, comparison) : unrehearsed(patient, "too-large"));
    } else if (changed?.outcome === "invalid") patients.push(unrehearsed(patient, "invalid", changed.errors));
    else patients.push(unrehearsed(patient, changed ? "unaffected" : "no-plan"));
    onProgress({ done: patients.length, total: task.patients.length });
  }
  const [first, ...rest] = comparisons;
  return { of: "team", ...(first ? { comparison: addUp([first, ...rest]) } : {}), patients };
}

/** One patient with too many readings doesn't end the rehearsal of a team. */
function unlessTooLarge<T>(rehearse: () => T): T | undefined {
  try {
    return rehearse();
  } catch (error) {
    if (isHemvaktError(error) && error.code === "REHEARSAL_TOO_LARGE") return undefined;
    throw error;
  }
}

/** A team's single alerts are counted, not shown: what they rest on need not be carried along. */
const withoutFindings = (comparison: Comparison): Comparison => ({
  ...comparison,
  pairs: comparison.pairs.map(({ before: _before, after: _after, ...pair }) => pair),
});
