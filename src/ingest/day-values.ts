import { startOfDay } from "../domain/day.ts";
import { type Kind, kinds, kindsOf } from "../domain/kind.ts";
import type { Reading } from "../domain/reading.ts";
import { type DayValue, type DayValues, firstValid, lastValid, type Nearby } from "../rules/history.ts";
import type { Database } from "../store/sqlite/database.ts";
import { fromSpan, readingsBetween } from "../store/sqlite/recent.ts";

/** So many readings of a date are read first; only a monitor's first valid one may come after them. */
const FIRST = 64;

/**
 * A patient's stored values of local dates in a zone, looked up as rules ask for them; the same as `dayValuesOf` all their
 * readings. Of each date only what stands for it is remembered, so that a rule which looks back a month costs a look-up per
 * date and no reading of rows.
 */
export const dayValuesFor =
  (db: Database, patient: string, zone: string): DayValues =>
  (metric, day) => {
    const span = [startOfDay(day, zone), startOfDay(day + 1, zone)] as const;
    const standing = kindsOf(metric).flatMap(({ kind }) =>
      fromSpan(db, patient, kind, span, (first) => firstOfEach(kind, first)),
    );
    const found = firstValid(standing, metric);
    return found && { value: found.values[metric]!, reading: found.id };
  };

/** The same day values, each looked up once: for as long as no reading is stored or changed. */
export function rememberingDayValues(dayValues: DayValues): DayValues {
  const known = new Map<string, Map<number, DayValue | undefined>>();
  return (metric, day) => {
    const days = known.getOrInsertComputed(metric, () => new Map<number, DayValue | undefined>());
    if (!days.has(day)) days.set(day, dayValues(metric, day));
    return days.get(day);
  };
}

/** A patient's stored readings, looked among as rules ask for what was measured shortly before. */
export const nearbyFor =
  (db: Database, patient: string): Nearby =>
  (metric, from, to) =>
    lastValid(
      kindsOf(metric).flatMap(({ kind }) => readingsBetween(db, patient, kind, from, to + 1)),
      metric,
    );

/** The readings of a kind that stand for a span, one for each metric that it carries. */
function firstOfEach(kind: Kind, first: (most: number) => Reading[]): Reading[] {
  const some = first(FIRST);
  const found = standingIn(kind, some);
  if (some.length < FIRST) return compact(found);
  // What was measured at the last one's instant may have been cut off.
  const end = some.at(-1)!.measuredAt;
  return found.every((reading) => (reading?.measuredAt ?? Infinity) < end)
    ? compact(found)
    : compact(standingIn(kind, first(-1)));
}

const standingIn = (kind: Kind, readings: readonly Reading[]): (Reading | undefined)[] =>
  kinds[kind].components.map((metric) => firstValid(readings, metric));

const compact = (readings: readonly (Reading | undefined)[]): Reading[] => [
  ...new Set(readings.filter((reading) => reading !== undefined)),
];
