/**
 * Local calendar days. "A day" in Hemvakt is a local date in the plan's time zone, never 24 hours: 29 March 2026 has 23
 * hours in Stockholm and 25 October 2026 has 25.
 */

/** Days since 1970-01-01 of a local calendar date: dates compare and subtract as plain integers. */
export type LocalDay = number;

const HOUR = 3_600_000;
const offsets = new Map<string, Map<number, number>>();

/** The zone's offset from UTC at an instant, in milliseconds. Remembered per quarter of an hour: no zone changes within one. */
function offsetAt(instant: number, zone: string): number {
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map()));
  const quarter = Math.floor(instant / (HOUR / 4));
  let offset = known.get(quarter);
  if (offset === undefined) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
    offset = zoned.offsetNanoseconds / 1e6;
    if (known.size > 50_000) known.clear();
    known.set(quarter, offset);
  }
  return offset;
}

/** The local date of an instant (milliseconds since the epoch) in an IANA time zone. */
export const localDay = (instant: number, zone: string): LocalDay =>
  Math.floor((instant + offsetAt(instant, zone)) / (24 * HOUR));

/** The local time of an instant on a 24-hour clock, for instance 08:02. */
export function localTime(instant: number, zone: string): string {
  const minutes = Math.floor(modulo(instant + offsetAt(instant, zone), 24 * HOUR) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

const starts = new Map<string, Map<LocalDay, number>>();

/** The first instant of a local date, in milliseconds since the epoch. Remembered: every weight asks for the same few days. */
export function startOfDay(day: LocalDay, zone: string): number {
  const known = starts.getOrInsertComputed(zone, () => new Map<LocalDay, number>());
  if (known.size > 50_000) known.clear();
  return known.getOrInsertComputed(
    day,
    () => Temporal.PlainDate.from("1970-01-01").add({ days: day }).toZonedDateTime(zone).epochMilliseconds,
  );
}

/** A local date as ISO 8601, for instance 2026-11-22. */
export const dayToIso = (day: LocalDay): string => Temporal.PlainDate.from("1970-01-01").add({ days: day }).toString();

/** An instant as ISO 8601 in UTC with milliseconds. */
export const toIso = (instant: number): string => new Date(instant).toISOString();

/** An instant as ISO 8601 with the zone's offset, for people. */
export const toLocalIso = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toString({ timeZoneName: "never" });

/** Whether a text names a time zone that local dates can be counted in. */
export const isTimeZone = (zone: string): boolean => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).offsetNanoseconds !== undefined;
  } catch {
    return false;
  }
};
