import type { Reading } from "../domain/reading.ts";
import { isSound } from "../rules/history.ts";
import type { Database } from "../store/sqlite/database.ts";
import { parseReadingId, type ReadingRow, toReading, valueColumns } from "../store/sqlite/reading-row.ts";
import { addFlag, removeFlag } from "../store/sqlite/readings.ts";
import { isAnyAt, recentBetween } from "../store/sqlite/recent.ts";

/**
 * How far apart the two copies of a measurement lie whose time was read in two zones: once where the person was, once in
 * the zone of a server. Elapsed time in milliseconds; why three hours and no other stands in
 * `docs/decisions/0005-suspect-duplicates.md`.
 */
const DISTANCE = 3 * 3_600_000;

/** A reading, and what a twin of it must have in common with it. */
export type Twinnable = {
  readonly device: string;
  readonly user: number | null;
  /** None while it is nobody's. */
  readonly patient: string | null | undefined;
  readonly reading: Reading;
  /** What is kept beside the values, as stored. */
  readonly detail: string | null;
};

/**
 * Brings the flag `suspect-duplicate` up to date round a reading that has just been stored or has just been marked as
 * moved away. Twins have the same device, slot, patient, kind, values and detail, were measured exactly three hours
 * apart, are both otherwise fit as a reference and were not entered by staff. The earlier of two is flagged, so that what
 * was measured last always stands. Three or more in a row are a person's rhythm and no mistake about zones: none of them
 * is flagged. All this depends on what is stored, never on what came first; nothing is dropped, and a flagged reading is
 * judged like any other.
 */
export function settleTwins(db: Database, around: Twinnable): void {
  if (!mayHaveTwin(around.reading) || isAlone(db, around)) return;
  const row = equalsOf(db, around);
  const instants = new Set(row.map(({ measuredAt }) => measuredAt));
  const is = (measuredAt: number, steps: number): boolean => instants.has(measuredAt + steps * DISTANCE);
  for (const reading of row) {
    const { id, measuredAt, flags } = reading;
    const steps = (measuredAt - around.reading.measuredAt) / DISTANCE;
    // Further off this reading changes nothing, and not all neighbours were looked up.
    if (steps < -2 || steps > 1) continue;
    const repeated = is(measuredAt, 1) && !is(measuredAt, -1) && !is(measuredAt, 2);
    const key = parseReadingId(id);
    if (!key || repeated === flags.includes("suspect-duplicate")) continue;
    if (repeated) addFlag(db, key, "suspect-duplicate");
    else removeFlag(db, key, "suspect-duplicate");
  }
}

/** With nothing one step before or after it, a reading makes no difference to any other's flag, nor has it one itself. */
function isAlone(db: Database, { patient, reading: { kind, measuredAt } }: Twinnable): boolean {
  if (patient === null || patient === undefined) return false;
  return ![-DISTANCE, DISTANCE].some((step) => isAnyAt(db, patient, kind, measuredAt + step));
}

const mayHaveTwin = (reading: Reading): boolean => isSound(reading) && !reading.flags.includes("manual");

/** The stored readings equal to one, at most three steps of the distance before or after it, itself among them. */
function equalsOf(db: Database, around: Twinnable): Reading[] {
  const { patient, reading } = around;
  const { measuredAt, kind, values } = reading;
  if (patient === null || patient === undefined) return nobodysEquals(db, around).filter(mayHaveTwin);
  const columns = valueColumns(kind, values);
  return [-3, -2, -1, 0, 1, 2, 3]
    .map((steps) => measuredAt + steps * DISTANCE)
    .flatMap((instant) => recentBetween(db, patient, kind, instant, instant + 1))
    .filter(
      (other) =>
        other.device === around.device &&
        other.user === around.user &&
        other.detail === around.detail &&
        valueColumns(kind, other.reading.values).every((value, index) => value === columns[index]) &&
        mayHaveTwin(other.reading),
    )
    .map((other) => other.reading);
}

function nobodysEquals(db: Database, { device, user, reading, detail }: Twinnable): Reading[] {
  const { kind, values, measuredAt } = reading;
  return db
    .all<ReadingRow>(
      `SELECT r.* FROM series s JOIN reading r ON r.series = s.id
       WHERE s.device = ? AND s.kind = ? AND s.user IS ? AND s.patient IS NULL
       AND r.measured_at IN (?, ?, ?, ?, ?, ?, ?)
       AND r.v1 IS ? AND r.v2 IS ? AND r.v3 IS ? AND r.v4 IS ? AND r.detail IS ?`,
      device,
      kind,
      user,
      ...[-3, -2, -1, 0, 1, 2, 3].map((steps) => measuredAt + steps * DISTANCE),
      ...valueColumns(kind, values),
      detail,
    )
    .map((row) => toReading(kind, row));
}
