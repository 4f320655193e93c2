import { localDay } from "../domain/day.ts";
import type { Window } from "../domain/windows.ts";
import { expectedOn, isActiveThroughout } from "./expected.ts";
import type { SilenceInput } from "./silence.ts";

/** How often somebody measured when their plan asked them to. */
export type Adherence = {
  /** Windows of the plan then in force that ended in the period while the patient was watched over. */
  readonly expected: number;
  /** Those in which a sound value was measured. */
  readonly measured: number;
  /** Those in which none was, but one was before the next window began. */
  readonly afterwards: number;
  readonly missed: number;
};

/**
 * One signal of one patient over a period. What counts is when it was measured, not when it came: a hub without coverage
 * is nobody's fault at home. While the patient was paused, invited or had ended nothing was expected.
 * @param measured when sound values were measured, in order, from the period's beginning on
 * @param period milliseconds since the epoch
 * @param zone in which the period's dates are walked through
 */
export function adherenceOf(
  input: Pick<SilenceInput, "signal" | "plans" | "enrolments" | "watchedSince">,
  measured: readonly number[],
  period: { readonly from: number; readonly to: number },
  zone: string,
): Adherence {
  const windows = windowsIn(input, period, zone);
  let [within, afterwards, next] = [0, 0, 0];
  windows.forEach(({ from, until }, index) => {
    while (next < measured.length && measured[next]! < from) next += 1;
    const first = measured[next];
    if (first === undefined) return;
    if (first < until) within += 1;
    else if (first < (windows[index + 1]?.from ?? Number.POSITIVE_INFINITY)) afterwards += 1;
  });
  return { expected: windows.length, measured: within, afterwards, missed: windows.length - within - afterwards };
}

function windowsIn(
  input: Pick<SilenceInput, "signal" | "plans" | "enrolments" | "watchedSince">,
  { from, to }: { readonly from: number; readonly to: number },
  zone: string,
): Window[] {
  const found: Window[] = [];
  // Plans may count their dates in other zones: a date more on each side holds them all.
  for (let day = localDay(from, zone) - 1; day <= localDay(to, zone) + 1; day += 1) {
    for (const window of expectedOn(input, day)) {
      const isIn = window.until > from && window.until <= to && window.from >= input.watchedSince;
      if (isIn && isActiveThroughout(input.enrolments, window)) found.push(window);
    }
  }
  return found;
}

/** Several added up. */
export const sumOf = (all: readonly Adherence[]): Adherence => ({
  expected: total(all, ({ expected }) => expected),
  measured: total(all, ({ measured }) => measured),
  afterwards: total(all, ({ afterwards }) => afterwards),
  missed: total(all, ({ missed }) => missed),
});
const total = (all: readonly Adherence[], of: (one: Adherence) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);
