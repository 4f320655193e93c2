import { type ReferenceSums, simulateReference } from "./reference/run.ts";
import type { RuleSet } from "./rule-sets/rule-set.ts";
import { type Simulated, simulate } from "./simulate.ts";
import type { CohortCondition, Made } from "./virtual/case.ts";

/** Some patients, by their numbers from one up to, without, another: what one thread does at a time. */
type Some = { readonly seed: string; readonly from: number; readonly to: number };

export type ReferenceTask = Some & { readonly kind: "reference" };
export type CohortTask = Some & {
  readonly kind: "cohort";
  readonly condition: CohortCondition;
  readonly sets: readonly RuleSet[];
  readonly made: Made;
};
export type Task = ReferenceTask | CohortTask;
export type Done = ReferenceSums | Simulated;

/** Does a task. What comes of it depends on the task alone. */
export function run(task: Task): Done {
  switch (task.kind) {
    case "reference":
      return simulateReference(task.seed, task.from, task.to);
    case "cohort":
      return simulate(task.condition, task.seed, task.sets, task.from, task.to, task.made);
  }
}

/** Patients a task: few enough to see progress, many enough to be worth sending. */
const AT_ONCE = 25;

/** The patients from 0 up to, without, a number, in tasks. */
export const tasksFor = <T extends Task>(patients: number, task: Omit<T, "from" | "to">): T[] =>
  Array.from(
    { length: Math.ceil(patients / AT_ONCE) },
    (_, part) => ({ ...task, from: part * AT_ONCE, to: Math.min(patients, (part + 1) * AT_ONCE) }) as unknown as T,
  );
