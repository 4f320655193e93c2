import { z } from "zod";
import { isDayOff, weekdayOf } from "./calendar.ts";
import { dayToIso, type LocalDay, localDay } from "./day.ts";
import { type Interval, union } from "./interval.ts";
import { timeOfDay, weekdays } from "./schedule.ts";

/** When a team is there: weekly openings in its own time zone, with dates that differ. */

/** An opening ends on the date on which it begins, or the next one where `until` isn't after `from`; 24:00 is midnight. */
const openingSchema = z.strictObject({ from: timeOfDay, until: z.union([timeOfDay, z.literal("24:00")]) });
export type Opening = z.infer<typeof openingSchema>;

export const hoursSchema = z
  .strictObject({
    weekly: z.array(openingSchema.extend({ days: z.array(z.enum(weekdays)).min(1).max(7) })).max(21),
    /** Swedish public holidays and the eves that are days off in practice. */
    publicHolidays: z.enum(["as-sunday", "as-usual", "closed"]).default("as-sunday"),
    /** Dates that differ from the week; without openings the team is closed. */
    exceptions: z
      .array(
        z.strictObject({
          date: z.iso.date(),
          openings: z.array(openingSchema).max(6),
          reason: z.string().min(1).max(200),
        }),
      )
      .max(400)
      .default([]),
  })
  .meta({ id: "Hours" });
export type Hours = z.infer<typeof hoursSchema>;

/** Always there. */
export const aroundTheClock: Hours = {
  weekly: [{ days: [...weekdays], from: "00:00", until: "24:00" }],
  publicHolidays: "as-usual",
  exceptions: [],
};

/**
 * When a team is there in a stretch of time, exactly, whatever the clocks do. A local time that comes twice in a night is
 * its first; one that doesn't exist is as much later as the clocks go forward: so two teams that take over from each other
 * at the same local time neither overlap nor leave a hole.
 * @param zone the IANA time zone of the local times
 */
export function openIntervals(hours: Hours, zone: string, { from, to }: Interval): Interval[] {
  const exceptions = new Map(hours.exceptions.map(({ date, openings }) => [date, openings]));
  const open: Interval[] = [];
  // An opening that began on the date before may last into the first.
  for (let day = localDay(from, zone) - 1; day <= localDay(to, zone); day += 1) {
    for (const opening of openingsOn(hours, exceptions, day)) {
      const until = opening.until === "24:00" ? "00:00" : opening.until;
      open.push({
        from: wallTime(day, opening.from, zone),
        to: wallTime(until <= opening.from ? day + 1 : day, until, zone),
      });
    }
  }
  return union(open.map((interval) => ({ from: Math.max(from, interval.from), to: Math.min(to, interval.to) })));
}

function openingsOn(hours: Hours, exceptions: ReadonlyMap<string, readonly Opening[]>, day: LocalDay) {
  const exception = exceptions.get(dayToIso(day));
  if (exception) return exception;
  const off = hours.publicHolidays !== "as-usual" && isDayOff(day);
  if (off && hours.publicHolidays === "closed") return [];
  const weekday = off ? "sun" : weekdays[weekdayOf(day)]!;
  return hours.weekly.filter(({ days }) => days.includes(weekday));
}

const instants = new Map<string, number>();

/**
 * The instant of a local time on a date: the first of two, and as much later as the clocks go forward where it doesn't exist.
 * Remembered: every team of a region asks for the same few. */
export function wallTime(day: LocalDay, time: string, zone: string): number {
  const key = `${day} ${time} ${zone}`;
  if (instants.size > 50_000) instants.clear();
  return instants.getOrInsertComputed(
    key,
    () => Temporal.PlainDateTime.from(`${dayToIso(day)}T${time}`).toZonedDateTime(zone).epochMilliseconds,
  );
}
