import type { Measurement } from "../src/domain/measurement.ts";
import type { Reader, Writer } from "./bytes.ts";

/**
 * The GATT date_time of 7 bytes (Bluetooth SIG, GATT Specification Supplement, "Date Time"): year u16, month, day, hours,
 * minutes, seconds. It has no zone. Year, month and day may be 0, which means "not known".
 */
export type DateTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

/** The next 7 bytes as they stand, unchecked. */
export const readDateTime = (bytes: Reader): DateTime => ({
  year: bytes.u16(),
  month: bytes.u8(),
  day: bytes.u8(),
  hour: bytes.u8(),
  minute: bytes.u8(),
  second: bytes.u8(),
});

/**
 * What a date_time tells about a measurement: its local time; nothing when a part of the date is not known; that the
 * clock is not set when no part of it is, or when no calendar has such a date or time (or its year is outside 1582–9999).
 * A wrong clock never costs the value: it may lie beyond a safety limit.
 */
export function timeOf(time: DateTime): Pick<Measurement, "deviceTime" | "clockUnset"> {
  // What isn't known is filled in for the check, with a leap year so that 29 February passes.
  const filled = { ...time, year: time.year || 2000, month: time.month || 1, day: time.day || 1 };
  if (filled.year < 1582 || filled.year > 9999) return { clockUnset: true };
  let text: string;
  try {
    text = Temporal.PlainDateTime.from(filled, { overflow: "reject" }).toString({ smallestUnit: "second" });
  } catch {
    return { clockUnset: true };
  }
  if (time.year && time.month && time.day) return { deviceTime: { form: "local", text } };
  return time.year || time.month || time.day ? {} : { clockUnset: true };
}

/** Writes a local time `YYYY-MM-DDTHH:MM:SS` as date_time. */
export function writeDateTime(bytes: Writer, local: string): Writer {
  const { year, month, day, hour, minute, second } = Temporal.PlainDateTime.from(local);
  return bytes.u16(year).u8(month).u8(day).u8(hour).u8(minute).u8(second);
}
