import { type LocalDay, localDay } from "../../src/domain/day.ts";

/** How homes measure: once a day at the usual time, or every `everyMs` milliseconds round the clock. */
export type Rhythm = { readonly zone: string; readonly everyMs?: number };

/**
 * Time cut into spans that can each be worked out alone, numbered in order: local days, or for a faster rhythm pieces of
 * one interval each. At most one round of measurements per person and span.
 */
export type Spans = {
  /** The span that an instant lies in. */
  of(instant: number): number;
  /** The first instant of a span; the span ends where the next one starts. */
  start(span: number): number;
  /** The local date at the start. */
  day(span: number): LocalDay;
  /** How many spans back a kept-back or repeated message can come from. */
  readonly reach: number;
};

const DAY = 86_400_000;

/** The instant at a wall-clock minute of a local day. A minute that a DST change skips becomes the one an hour later. */
export function instantOf(day: LocalDay, minute: number, zone: string): number {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: Math.floor(minute % 60) });
  const date = Temporal.PlainDate.from("1970-01-01").add({ days: day });
  const whole = date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
  return whole + Math.floor((minute % 1) * 60) * 1000;
}

/** The spans of a rhythm. `keptMs` is how long a message can be kept back. */
export function spansOf({ zone, everyMs }: Rhythm, keptMs: number): Spans {
  if (everyMs === undefined) {
    return {
      of: (instant) => localDay(instant, zone),
      start: (day) => instantOf(day, 0, zone),
      day: (day) => day,
      // One more, for a local day can be 23 hours and a message can follow the measurement by minutes.
      reach: Math.ceil(keptMs / DAY) + 1,
    };
  }
  return {
    of: (instant) => Math.floor(instant / everyMs),
    start: (span) => span * everyMs,
    day: (span) => localDay(span * everyMs, zone),
    // A demonstration starts with nothing kept back: days of readings every few minutes would be a flood.
    reach: 0,
  };
}
