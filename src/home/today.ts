import { localDay } from "../domain/day.ts";
import type { Kind } from "../domain/kind.ts";
import type { CarePlan } from "../domain/plan.ts";
import { windowsOn } from "../domain/windows.ts";

/** What somebody at home is asked to measure today, and what of it is done. */

/**
 * - `done`: measured in its window, or after it and before the next;
 * - `now`: the window is open; `later`: it isn't yet;
 * - `passed`: it is over and nothing came. Said without blame: it can still be measured.
 */
export const taskStates = ["done", "now", "later", "passed"] as const;
export type TaskState = (typeof taskStates)[number];

export type Task = {
  readonly signal: Kind;
  readonly from: number;
  readonly until: number;
  readonly state: TaskState;
  /** When it was measured. */
  readonly doneAt?: number;
};

/**
 * Today's windows by the plan in force, in order of time.
 * @param measured when each kind was measured today
 * @param at milliseconds since the epoch
 */
export function tasksOf(
  plan: Pick<CarePlan, "schedules" | "zone">,
  measured: (kind: Kind) => readonly number[],
  at: number,
): Task[] {
  const today = localDay(at, plan.zone);
  return (plan.schedules ?? [])
    .flatMap((schedule) => {
      const windows = windowsOn(schedule, today, plan.zone);
      return windows.map(({ from, until }, index) => {
        const next = windows[index + 1]?.from ?? Number.POSITIVE_INFINITY;
        const doneAt = measured(schedule.signal).find((instant) => instant >= from && instant < next);
        const state: TaskState = doneAt !== undefined ? "done" : at < from ? "later" : at < until ? "now" : "passed";
        return { signal: schedule.signal, from, until, state, ...(doneAt === undefined ? {} : { doneAt }) };
      });
    })
    .sort((a, b) => a.from - b.from || (a.signal < b.signal ? -1 : 1));
}
