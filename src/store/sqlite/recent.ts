import type { Kind } from "../../domain/kind.ts";
import type { Reading } from "../../domain/reading.ts";
import type { Database } from "./database.ts";
import { forget, recall, remembered } from "./memory.ts";
import { NOT_COUNTED, type ReadingRow, type Series, toReading } from "./reading-row.ts";

/** A patient's reading, and what of its source a comparison needs. */
export type Recent = {
  readonly reading: Reading;
  readonly series: number;
  readonly device: string;
  readonly user: number | null;
  /** What is kept beside the values, as stored. */
  readonly detail: string | null;
};

/** All readings of one patient and kind measured at or after `since`, oldest first; those moved away or excluded are left out. */
type Window = { since: number; readings: Recent[] };
/** There are too many to hold: a monitor that measures every few seconds. Each question goes to the store. */
const TOO_MANY = "too many";

/** How much further back than asked is read when it will be remembered: rules ask for a few days before today. */
const MARGIN = 5 * 86_400_000;
/** A window longer than this is cut at the margin, and given up where that isn't enough. */
const LONGEST = 2000;

const keyOf = (patient: string, kind: Kind): string => `${patient} ${kind}`;

/** A patient's readings of a kind measured in [from, to), oldest first; what was moved away or excluded is left out. */
export const readingsBetween = (db: Database, patient: string, kind: Kind, from: number, to = Infinity): Reading[] =>
  recentBetween(db, patient, kind, from, to).map(({ reading }) => reading);

/** As `readingsBetween`, with where each came from. */
export function recentBetween(db: Database, patient: string, kind: Kind, from: number, to = Infinity): Recent[] {
  const window = windowFrom(db, patient, kind, from);
  if (!window) return read(db, patient, kind, from, to);
  const { readings } = window;
  return readings.slice(firstAt(readings, from), firstAt(readings, to));
}

/**
 * What follows from a patient's readings of a kind measured in a span that has gone by, remembered until one of them
 * changes or another comes: rules that look back a month ask for the same days again and again.
 * @param follows is given a way to read the span's first readings, at most so many (-1: all), oldest first
 */
export function fromSpan<T>(
  db: Database,
  patient: string,
  kind: Kind,
  [from, to]: readonly [from: number, to: number],
  follows: (first: (most: number) => Reading[]) => T,
): T {
  const spans = recall<Spans>(db, "spans", keyOf(patient, kind), () => new Map());
  if (spans.size >= MOST_DAYS) spans.clear();
  const begun = spans.getOrInsertComputed(dayOf(from), () => []);
  const known = begun.find((span) => span.from === from && span.to === to);
  if (known) return known.follows as T;
  const found = follows((most) => firstReadings(db, patient, kind, from, to, most));
  if (to - from <= LONGEST_SPAN) begun.push({ from, to, follows: found });
  return found;
}

/** What follows from the readings of some spans, by the day (UTC) on which they begin: local dates of one zone or several. */
type Spans = Map<number, { readonly from: number; readonly to: number; readonly follows: unknown }[]>;
/** More than any rule looks back on; then all are dropped. */
const MOST_DAYS = 200;
const DAY = 86_400_000;
/** No local date is longer; so a reading lies in no span that began earlier than the day before it or the one before that. */
const LONGEST_SPAN = 2 * DAY;
const dayOf = (instant: number): number => Math.floor(instant / DAY);

/** Forgets what follows from the spans that an instant lies in. */
function forgetSpans(spans: Spans, instant: number): void {
  for (let day = dayOf(instant - LONGEST_SPAN); day <= dayOf(instant); day += 1) {
    const begun = spans.get(day);
    if (begun?.some(({ from, to }) => from <= instant && instant < to)) {
      spans.set(
        day,
        begun.filter(({ from, to }) => instant < from || to <= instant),
      );
    }
  }
}

function firstReadings(db: Database, patient: string, kind: Kind, from: number, to: number, most: number): Reading[] {
  const window = remembered<Window | typeof TOO_MANY>(db, "recent", keyOf(patient, kind));
  // What is held is used, but not made longer: a month of it would be kept for the sake of one value a day.
  const held = window !== undefined && window !== TOO_MANY && window.since <= from;
  return held
    ? readingsBetween(db, patient, kind, from, to).slice(0, most < 0 ? undefined : most)
    : read(db, patient, kind, from, to, most).map(({ reading }) => reading);
}

/** Whether the patient has a reading of a kind that was measured exactly then. */
export function isAnyAt(db: Database, patient: string, kind: Kind, instant: number): boolean {
  const window = windowFrom(db, patient, kind, instant);
  if (!window) return read(db, patient, kind, instant, instant + 1, 1).length > 0;
  return window.readings[firstAt(window.readings, instant)]?.reading.measuredAt === instant;
}

/** What is held of a patient's readings from an instant on, read now if need be; none when the store must be asked. */
function windowFrom(db: Database, patient: string, kind: Kind, from: number): Window | undefined {
  if (!db.memory) return undefined;
  const key = keyOf(patient, kind);
  const known = remembered<Window | typeof TOO_MANY>(db, "recent", key);
  if (known === TOO_MANY) return undefined;
  if (known && known.since <= from) return known;
  forget(db, "recent", key);
  const window = recall<Window | typeof TOO_MANY>(db, "recent", key, () => {
    const since = from - MARGIN;
    const readings = read(db, patient, kind, since, Infinity, LONGEST + 1);
    return readings.length > LONGEST ? TOO_MANY : { since, readings };
  });
  return window === TOO_MANY ? undefined : window;
}

function read(db: Database, patient: string, kind: Kind, from: number, to: number, most = -1): Recent[] {
  return db
    .all<ReadingRow & { device: string; slot: number | null }>(
      `SELECT r.*, s.device, s.user AS slot FROM series s JOIN reading r ON r.series = s.id
       WHERE s.patient = ? AND s.kind = ? AND r.measured_at >= ? AND r.measured_at < ? AND r.flags & ${NOT_COUNTED} = 0
       ORDER BY r.measured_at, r.series, r.n LIMIT ?`,
      patient,
      kind,
      from,
      // Later than any instant that the store holds.
      to === Infinity ? Number.MAX_SAFE_INTEGER : to,
      most,
    )
    .map((row) => ({
      reading: toReading(kind, row),
      series: row.series,
      device: row.device,
      user: row.slot,
      detail: row.detail,
    }));
}

/** The place of the first reading measured at or after an instant. */
function firstAt(readings: readonly Recent[], instant: number): number {
  let [low, high] = [0, readings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (readings[middle]!.reading.measuredAt < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A reading has been stored. */
export function noteRecent(db: Database, series: Series, reading: Reading, detail: string | null): void {
  if (series.patient === null) return;
  const spans = remembered<Spans>(db, "spans", keyOf(series.patient, series.kind));
  if (spans) forgetSpans(spans, reading.measuredAt);
  const window = remembered<Window | typeof TOO_MANY>(db, "recent", keyOf(series.patient, series.kind));
  if (!window || window === TOO_MANY || reading.measuredAt < window.since) return;
  const { readings } = window;
  const recent: Recent = { reading, series: series.id, device: series.device, user: series.user, detail };
  let place = firstAt(readings, reading.measuredAt);
  // At one instant the store orders by series, and in a series the last stored comes last.
  while (readings[place]?.reading.measuredAt === reading.measuredAt && readings[place]!.series <= series.id) place += 1;
  readings.splice(place, 0, recent);
  if (readings.length <= LONGEST) return;
  window.since = Math.max(window.since, readings.at(-1)!.reading.measuredAt - 2 * MARGIN);
  window.readings = readings.slice(firstAt(readings, window.since));
  if (window.readings.length > LONGEST / 2) forgetRecent(db, series);
}

/** What is stored of a patient's readings of a kind has changed otherwise. */
export function forgetRecent(db: Database, series: Pick<Series, "patient" | "kind"> | undefined): void {
  if (!series || series.patient === null) return;
  forget(db, "recent", keyOf(series.patient, series.kind));
  forget(db, "spans", keyOf(series.patient, series.kind));
}
