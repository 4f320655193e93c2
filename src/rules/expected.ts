import { type LocalDay, localDay, startOfDay } from "../domain/day.ts";
import { type Enrolment, enrolmentAt } from "../domain/enrolment.ts";
import type { Kind } from "../domain/kind.ts";
import { planInForce } from "../domain/plan.ts";
import { type Window, windowsOn } from "../domain/windows.ts";
import type { SilenceInput, SilencePlan } from "./silence.ts";

/** Missed windows are counted back over at most so many local dates: more says nothing more. */
const MOST_BACK = 92;
/** And the next one is looked for within so many. */
const MOST_AHEAD = 62;

/**
 * The windows that ended by an instant with no value measured since they began, newest first. Counted since the last value;
 * where there has never been one, since the platform began to watch.
 */
export function passedWindows(input: SilenceInput, at: number): Window[] {
  const { lastMeasuredAt: last, watchedSince } = input;
  const counts = ({ from }: Window): boolean => (last === undefined ? from >= watchedSince : from > last);
  const start = last ?? watchedSince;
  const zone = planInForce(input.plans, at)?.zone ?? "UTC";
  const today = localDay(at, zone);
  const found: Window[] = [];
  for (let day = today + 1; day > today - MOST_BACK && startOfDay(day + 1, zone) >= start - DAY; day -= 1) {
    for (const window of expectedOn(input, day)) {
      if (window.until <= at && counts(window)) found.push(window);
    }
  }
  return found.sort((a, b) => b.until - a.until);
}

/** Plans may count their dates in different zones: a date more on each side holds them all. */
const DAY = 86_400_000;

/** The window that is open at an instant, or the next; only where the patient, by what is decided, measures then. */
export function nextWindow(input: SilenceInput, at: number): Window | undefined {
  const zone = planInForce(input.plans, at)?.zone ?? "UTC";
  const today = localDay(at, zone);
  for (let day = today - 1; day < today + MOST_AHEAD; day += 1) {
    const window = expectedOn(input, day).find((one) => one.until > at && isActiveThroughout(input.enrolments, one));
    if (window) return window;
  }
  return undefined;
}

/** Whether a patient is watched over from a window's beginning to its end. */
export const isActiveThroughout = (enrolments: readonly Enrolment[], { from, until }: Window): boolean =>
  [from, until, ...enrolments.map((change) => change.from).filter((at) => from < at && at < until)].every(
    (at) => enrolmentAt(enrolments, at).state === "active",
  );

/**
 * The windows in which a signal is expected on a local date: those of the plan in force when they begin, unless a new plan
 * changes them before they end.
 */
export function expectedOn({ plans, signal }: Pick<SilenceInput, "plans" | "signal">, day: LocalDay): Window[] {
  const expected = plans.flatMap((plan) =>
    scheduledOn(plan, signal, day).filter(({ from, until }) => {
      if (planInForce(plans, from) !== plan) return false;
      const then = planInForce(plans, until - 1);
      return (
        then === plan ||
        (then !== undefined &&
          scheduledOn(then, signal, day).some((same) => same.from === from && same.until === until))
      );
    }),
  );
  return expected.sort((a, b) => a.from - b.from);
}

const scheduledOn = ({ schedules, zone }: SilencePlan, signal: Kind, day: LocalDay): Window[] => {
  const schedule = schedules?.find((one) => one.signal === signal);
  return schedule ? windowsOn(schedule, day, zone) : [];
};
