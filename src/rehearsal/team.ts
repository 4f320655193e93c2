import type { Severity } from "../domain/alert.ts";
import type { Comparison } from "./compare.ts";
import type { Load } from "./load.ts";

/** How one patient of a team fares, without the single alerts. */
export type PatientRow = {
  readonly patient: string;
  /**
   * `no-plan`: nothing to change; `unaffected`: the plan has none of the rules; `invalid`: it could not be signed;
   * `too-large`: there are more readings than a rehearsal takes.
   */
  readonly outcome: "rehearsed" | "no-plan" | "unaffected" | "invalid" | "too-large";
  /** Why it could not be signed. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  readonly confirmed: number;
  readonly missed: number;
};

/** A row of a patient for whom nothing was rehearsed. */
export const unrehearsed = (
  patient: string,
  outcome: Exclude<PatientRow["outcome"], "rehearsed">,
  errors?: PatientRow["errors"],
): PatientRow => ({
  patient,
  outcome,
  ...(errors ? { errors } : {}),
  before: 0,
  after: 0,
  added: 0,
  removed: 0,
  moved: 0,
  confirmed: 0,
  missed: 0,
});

/** A rehearsed patient's row. */
export const rowOf = (patient: string, { before, after, counts, confirmed }: Comparison): PatientRow => ({
  patient,
  outcome: "rehearsed",
  before: before.alerts,
  after: after.alerts,
  added: counts.added,
  removed: counts.removed,
  moved: counts.moved,
  confirmed: confirmed.length,
  missed: confirmed.filter(({ missed }) => missed).length,
});

/** Several patients' comparisons over one period as one: numbers added up, alerts and events in order of time. */
export function addUp(comparisons: readonly [Comparison, ...Comparison[]]): Comparison {
  const [first, ...rest] = comparisons;
  const sum = rest.reduce(
    (a, b): Comparison => ({
      ...a,
      before: addLoads(a.before, b.before),
      after: addLoads(a.after, b.after),
      counts: addNumbers(a.counts, b.counts),
      removedOutcomes: addNumbers(a.removedOutcomes, b.removedOutcomes),
      judged: a.judged + b.judged,
      failures: a.failures + b.failures,
      late: a.late + b.late,
    }),
    first,
  );
  return {
    ...sum,
    pairs: comparisons.flatMap(({ pairs }) => pairs),
    confirmed: comparisons.flatMap(({ confirmed }) => confirmed).toSorted((a, b) => a.openedAt - b.openedAt),
  };
}

function addNumbers<T extends Readonly<Record<string, number>>>(a: T, b: T): T {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...names].map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)])) as T;
}

const addLoads = (a: Load, b: Load): Load => ({
  alerts: a.alerts + b.alerts,
  bySeverity: addNumbers<Record<Severity, number>>(a.bySeverity, b.bySeverity),
  calls: a.calls + b.calls,
  byShift: addNumbers(a.byShift, b.byShift),
  weeks: a.weeks.map((week, index) => ({
    monday: week.monday,
    alerts: week.alerts + (b.weeks[index]?.alerts ?? 0),
    calls: week.calls + (b.weeks[index]?.calls ?? 0),
  })),
});
