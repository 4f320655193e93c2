import { localDay } from "../domain/day.ts";
import { shiftAt, usualShifts } from "../rehearsal/load.ts";
import type { Life } from "./life.ts";

/** How alerts come over time, in the words of ISA-18.2 and EEMUA 191. */

const TEN_MINUTES = 600_000;
const DAY = 86_400_000;
/** EEMUA 191: ten alarms or more in ten minutes are a flood, which lasts until fewer than five come in ten minutes. */
const FLOOD_BEGINS = 10;
const FLOOD_ENDS = 5;
/** Opened so often within a day and night, the same thing about the same patient chatters; scaled from ISA-18.2's minutes. */
const CHATTERS = 3;

export type Flood = { readonly from: number; readonly to: number; readonly alerts: number };
export type Shift = { readonly day: number; readonly shift: string; readonly alerts: number };
export type Rates = {
  /** The most that opened within any ten minutes, and the mean over the whole period. */
  readonly peak: number;
  readonly perTenMinutes: number;
  readonly floods: readonly Flood[];
  readonly chattering: readonly { readonly subject: string; readonly concern: string; readonly opened: number }[];
  /** Every shift in which one opened, in order. */
  readonly shifts: readonly Shift[];
};

/**
 * @param period milliseconds since the epoch
 * @param zone in which days and shifts are counted; a night belongs to the date on which it began
 */
export function ratesOf(lives: readonly Life[], period: { from: number; to: number }, zone: string): Rates {
  const opened = lives.map((life) => life.opened).sort((a, b) => a - b);
  const windows = Math.max(1, Math.ceil((period.to - period.from) / TEN_MINUTES));
  return {
    peak: mostWithin(opened, TEN_MINUTES),
    perTenMinutes: Math.round((opened.length / windows) * 10_000) / 10_000,
    floods: floodsIn(opened),
    chattering: chatteringIn(lives),
    shifts: shiftsOf(lives, zone),
  };
}

/** How many lie within a span at most; `times` in order. */
function mostWithin(times: readonly number[], span: number): number {
  let most = 0;
  for (let first = 0, last = 0; last < times.length; last += 1) {
    while (times[last]! - times[first]! >= span) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** @param opened in order */
function floodsIn(opened: readonly number[]): Flood[] {
  const floods: Flood[] = [];
  const within = (first: number, last: number): boolean =>
    last < opened.length && opened[last]! - opened[first]! < TEN_MINUTES;
  for (let index = 0; index < opened.length; ) {
    let last = index + FLOOD_BEGINS - 1;
    if (!within(index, last)) {
      index += 1;
      continue;
    }
    // It goes on while the next comes within ten minutes of the fifth before it.
    while (within(last + 2 - FLOOD_ENDS, last + 1)) last += 1;
    floods.push({ from: opened[index]!, to: opened[last]!, alerts: last - index + 1 });
    index = last + 1;
  }
  return floods;
}

function chatteringIn(lives: readonly Life[]): Rates["chattering"] {
  const same = Map.groupBy(lives, ({ subject, concern }) => `${subject} ${concern}`);
  return [...same.values()]
    .flatMap((some) => {
      const opened = mostWithin(
        some.map((life) => life.opened).sort((a, b) => a - b),
        DAY,
      );
      return opened < CHATTERS ? [] : [{ subject: some[0]!.subject, concern: some[0]!.concern, opened }];
    })
    .sort((a, b) => b.opened - a.opened || (a.subject < b.subject ? -1 : 1));
}

/** The shift of an instant: its name, and the local date on which it began (days since 1970-01-01). */
export function shiftOf(at: number, zone: string): { readonly day: number; readonly shift: string } {
  const shift = shiftAt(at, zone, usualShifts);
  const { hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const isAfterMidnight = hour < usualShifts[0]!.from;
  return { day: localDay(at, zone) - (isAfterMidnight ? 1 : 0), shift };
}

function shiftsOf(lives: readonly Life[], zone: string): Shift[] {
  const names = usualShifts.map(({ name }) => name);
  const counted = Map.groupBy(lives, ({ opened }) => {
    const { day, shift } = shiftOf(opened, zone);
    return `${day} ${shift}`;
  });
  return [...counted]
    .map(([key, some]) => {
      const [day, shift] = key.split(" ") as [string, string];
      return { day: Number(day), shift, alerts: some.length };
    })
    .sort((a, b) => a.day - b.day || names.indexOf(a.shift) - names.indexOf(b.shift));
}
