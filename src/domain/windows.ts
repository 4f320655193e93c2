import { isDayOff, weekdayOf } from "./calendar.ts";
import type { LocalDay } from "./day.ts";
import { type Schedule, weekdays } from "./schedule.ts";

/** From when until when (the cut-off) a value is expected; instants in milliseconds since the epoch, `from` < `until`. */
export type Window = { readonly from: number; readonly until: number };

/** Remembered: everybody's windows begin and end at the same few instants. */
const known = new Map<string, Window>();

/**
 * The windows of a schedule on one local date, in order; none on another weekday, nor on a public holiday that is skipped.
 *
 * Where the clock is put forward, a window begins at the first instant that exists, and a cut-off that doesn't exist is as
 * much later as the clock was moved. Where it is put back, a time that comes twice counts from its first to its second.
 * @param zone an IANA time zone
 */
export function windowsOn(schedule: Schedule, day: LocalDay, zone: string): Window[] {
  if (!schedule.days.includes(weekdays[weekdayOf(day)]!)) return [];
  if (schedule.publicHolidays === "skip" && isDayOff(day)) return [];
  return schedule.windows.map(({ from, until }) => {
    if (known.size > 20_000) known.clear();
    return known.getOrInsertComputed(`${zone} ${day} ${from} ${until}`, () => ({
      from: firstInstant(day, from, zone),
      until: lastInstant(day, until, zone),
    }));
  });
}

const localTime = (day: LocalDay, time: string): Temporal.PlainDateTime =>
  Temporal.PlainDate.from("1970-01-01").add({ days: day }).toPlainDateTime(Temporal.PlainTime.from(time));

function firstInstant(day: LocalDay, time: string, zone: string): number {
  const wanted = localTime(day, time);
  const found = wanted.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  // The time is skipped: "earlier" lies before the clock is put forward.
  return (found.getTimeZoneTransition("next") ?? found).epochMilliseconds;
}

const lastInstant = (day: LocalDay, time: string, zone: string): number =>
  localTime(day, time).toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;
