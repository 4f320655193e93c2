import { inParallel } from "./parallel.ts";
import { addReference, type ReferenceResults, type ReferenceSums, referenceResults } from "./reference/run.ts";
import { type CohortResults, cohortResults } from "./results.ts";
import type { RuleSet } from "./rule-sets/rule-set.ts";
import { joinSimulated, type Simulated } from "./simulate.ts";
import { type CohortTask, type ReferenceTask, tasksFor } from "./task.ts";
import type { CohortCondition, Made } from "./virtual/case.ts";

/** How a run is done; what comes of it doesn't depend on it. */
export type How = {
  readonly threads: number;
  /** Told how many of how many patients are done. */
  readonly onProgress?: (done: number, of: number) => void;
};

/** What the rule sets do for virtual patients of a condition. The same seed and number of patients give the same results. */
export async function runCohort(
  condition: CohortCondition,
  seed: string,
  patients: number,
  sets: readonly RuleSet[],
  { threads, onProgress }: How,
  made: Made = {},
): Promise<CohortResults> {
  const tasks = tasksFor<CohortTask>(patients, { kind: "cohort", condition, seed, sets, made });
  const parts = await inParallel<Simulated>(tasks, threads, (done) => onProgress?.(tasks[done - 1]!.to, patients));
  return { ...cohortResults(condition, seed, sets, joinSimulated(parts)), ...made };
}

/** The reference simulation beside the earlier calculation. */
export async function runReference(
  seed: string,
  patients: number,
  { threads, onProgress }: How,
): Promise<ReferenceResults> {
  const tasks = tasksFor<ReferenceTask>(patients, { kind: "reference", seed });
  const parts = await inParallel<ReferenceSums>(tasks, threads, (done) => onProgress?.(tasks[done - 1]!.to, patients));
  return referenceResults(addReference(parts));
}
