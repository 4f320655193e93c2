import { type Enrolment, enrolmentAt } from "../domain/enrolment.ts";
import { type Interval, union } from "../domain/interval.ts";

/**
 * When somebody must answer for a patient: from their first plan on, whether or not something is expected of them (what is
 * measured during a pause is judged as always), until watching over them ends. Nobody is watched over who is only invited.
 * @param enrolments in the order they were decided
 * @param planFrom when the first plan begins to hold, milliseconds since the epoch; `undefined` without one
 */
export function watchedDuring(
  enrolments: readonly Enrolment[],
  planFrom: number | undefined,
  { from, to }: Interval,
): Interval[] {
  if (planFrom === undefined || planFrom >= to) return [];
  const begin = Math.max(from, planFrom);
  const changes = enrolments.map((entry) => entry.from).filter((at) => at > begin && at < to);
  const edges = [...new Set([begin, ...changes, to])].sort((a, b) => a - b);
  return union(
    edges.slice(0, -1).flatMap((edge, index) => {
      const { state } = enrolmentAt(enrolments, edge);
      return state === "ended" || state === "invited" ? [] : [{ from: edge, to: edges[index + 1]! }];
    }),
  );
}
