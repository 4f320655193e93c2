import { type Enrolment, enrolmentAt } from "../domain/enrolment.ts";
import type { Kind } from "../domain/kind.ts";
import { type CarePlan, planInForce } from "../domain/plan.ts";
import type { Window } from "../domain/windows.ts";
import { decidedAt, HUB_OFFLINE, openSpan, type Span } from "./downtime.ts";
import { isActiveThroughout, nextWindow, passedWindows } from "./expected.ts";

/**
 * Silence is a state: what the platform knows of a signal that a patient's plan asks for, when nothing says so by itself.
 * One function answers for the API, the timers and the screens.
 */

/** In order of precedence: of several that hold, the first is the state. */
export const silenceStates = [
  /** Nobody is asked to measure: the patient is invited, paused or has ended. */
  "paused",
  /** No hub that the signal comes through has been connected for more than 30 minutes. */
  "hub-offline",
  /** Something is wrong with every device that the signal comes from. */
  "device-fault",
  /** No sound value has ever come. */
  "never-received",
  /** A cut-off has passed without a value, and none has been measured since. */
  "overdue",
  /** A value is expected now. */
  "due",
  "fresh",
] as const;
export type SilenceState = (typeof silenceStates)[number];

/** What of a plan silence is judged by. */
export type SilencePlan = Pick<CarePlan, "version" | "validFrom" | "zone" | "schedules" | "maxBlind">;

/** What can be wrong with the devices that a signal comes from: codes of the error catalogue. */
export const faultCodes = ["DEVICE_BATTERY_LOW", "DEVICE_FAILING", "CLOCK_WRONG"] as const;
/** A fault, and since when (milliseconds since the epoch). */
export type Fault = { readonly code: (typeof faultCodes)[number]; readonly since: number };

/** All that one signal's silence follows from. Instants in milliseconds since the epoch. */
export type SilenceInput = {
  readonly signal: Kind;
  /** The patient's signed plans. */
  readonly plans: readonly SilencePlan[];
  /** The patient's changes of enrolment in the order they were decided. */
  readonly enrolments: readonly Enrolment[];
  /** Since when the platform has known that values are expected: a plan brought from elsewhere may be older. */
  readonly watchedSince: number;
  /** When the newest sound value was measured, at or before the instant asked about. */
  readonly lastMeasuredAt: number | undefined;
  /** When none of the hubs that the signal comes through was connected. */
  readonly hubDown: readonly Span[];
  /** When the platform itself was down. */
  readonly platformDown: readonly Span[];
  readonly fault: Fault | undefined;
};

/** What one signal's silence is at an instant. Instants in milliseconds since the epoch. */
export type Silence = {
  readonly signal: Kind;
  readonly state: SilenceState;
  /** Since when it has been so. */
  readonly since: number;
  /** Why, where the state has a reason: of the pause or the end, or the code of the device's fault. */
  readonly reason: string | null;
  readonly lastMeasuredAt: number | null;
  /** The end of the window that is open or comes next; null when none is expected within two months. */
  readonly nextCutOff: number | null;
  /** How many windows in a row have been missed until now, counted back over at most 92 dates. */
  readonly missed: number;
  /** After how many the team is told. */
  readonly maxBlind: number;
  /** Whether so many have been missed: whatever the cause, the team sees nothing. */
  readonly blind: boolean;
  /** When a window whose cut-off fell into a downtime will be decided; null when none waits. */
  readonly decidesAt: number | null;
};

/** So many missed windows in a row, unless the plan says otherwise, and the team is told that it is blind. */
const MAX_BLIND = 2;

/**
 * What one signal's silence is at an instant: exactly one state. A signal that the plan in force has no measuring schedule
 * for is nobody's to expect and has none.
 *
 * A window is missed when its cut-off has passed with no sound value measured since it began. A value measured after the
 * cut-off and before the next window ends the silence too, since the team then has a value. When it came doesn't matter:
 * a late one counts for when it was measured. A technical cause never stops the count.
 * @param at milliseconds since the epoch
 */
export function silenceOf(input: SilenceInput, at: number): Silence | undefined {
  const { signal, plans, lastMeasuredAt: last, fault } = input;
  const plan = planInForce(plans, at);
  if (!plan?.schedules?.some((schedule) => schedule.signal === signal)) return undefined;
  const maxBlind = plan.maxBlind ?? MAX_BLIND;
  const enrolment = enrolmentAt(input.enrolments, at);
  const paused = enrolment.state !== "active";
  const next = nextWindow(input, at);
  const { missed, waiting } = paused ? nothingMissed : missedWindows(input, at);
  const open = next && next.from <= at && !paused && isAfter(next, last) ? next : undefined;
  const about = {
    signal,
    lastMeasuredAt: last ?? null,
    nextCutOff: next?.until ?? null,
    missed: missed.length,
    maxBlind,
    blind: missed.length >= maxBlind,
    decidesAt: waiting.length > 0 ? Math.min(...waiting.map((window) => decidedAt(window.until, input, at))) : null,
  };
  const is = (state: SilenceState, since: number, reason: string | null = null): Silence => ({
    ...about,
    state,
    since,
    reason,
  });

  if (paused) return is("paused", enrolment.from, "reason" in enrolment ? enrolment.reason : enrolment.state);
  const down = openSpan(input, at);
  if (down !== undefined && at - down > HUB_OFFLINE) return is("hub-offline", down);
  if (fault) return is("device-fault", fault.since, fault.code);
  if (last === undefined) return is("never-received", input.watchedSince);
  if (missed.length > 0) return is("overdue", missed.at(-1)!.until);
  const expected = waiting.at(-1) ?? open;
  return expected ? is("due", expected.from) : is("fresh", last);
}

type Missed = { readonly missed: readonly Window[]; readonly waiting: readonly Window[] };
const nothingMissed: Missed = { missed: [], waiting: [] };

const isAfter = ({ from }: Window, last: number | undefined): boolean => last === undefined || from > last;

/** The windows passed without a value, newest first: those decided, and those that wait for what a downtime held back. */
function missedWindows(input: SilenceInput, at: number): Missed {
  const passed = passedWindows(input, at).filter((window) => isActiveThroughout(input.enrolments, window));
  const isDecided = (window: Window): boolean => decidedAt(window.until, input, at) <= at;
  return { missed: passed.filter(isDecided), waiting: passed.filter((window) => !isDecided(window)) };
}
