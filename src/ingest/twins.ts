import type { Reading } from "../domain/reading.ts";
import { isSound } from "../rules/history.ts";
import type { Database } from "../store/sqlite/database.ts";
import {
  addFlag,
  parseReadingId,
  type ReadingRow,
  removeFlag,
  toReading,
  valueColumns,
} from "../store/sqlite/readings.ts";

/**
 * A measurement that is stored twice because its time was read in two zones: once where the person was, once in the
 * zone of a server. Each distance is one that real data have shown; why these and no others stands in
 * `docs/decisions/0005-suspect-duplicates.md`. Hours as elapsed time, in milliseconds.
 */
const TWIN_DISTANCES: readonly number[] = [3 * 3_600_000];

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
 * Flags `suspect-duplicate` on the earlier of each pair of twins that a reading just stored is part of: same device,
 * slot, patient, kind, values and detail, measured exactly a known distance apart, both otherwise fit as a reference and
 * neither entered by staff. So which reading is flagged depends on what is stored, never on what came first; and what
 * was measured last is always the one that stands. Nothing is dropped, and a flagged reading is judged like any other.
 */
export function flagTwins(db: Database, stored: Twinnable): void {
  if (!mayHaveTwin(stored.reading)) return;
  for (const twin of twinsOf(db, stored)) flag(db, twin.measuredAt < stored.reading.measuredAt ? twin : stored.reading);
}

/** Takes the flag off earlier twins that no longer have a later one, now that this reading is somebody else's. */
export function releaseTwins(db: Database, gone: Twinnable): void {
  if (!mayHaveTwin(gone.reading)) return;
  for (const twin of twinsOf(db, gone)) {
    if (twin.measuredAt > gone.reading.measuredAt || !twin.flags.includes("suspect-duplicate")) continue;
    const others = twinsOf(db, { ...gone, reading: twin });
    const key = parseReadingId(twin.id);
    if (key && !others.some(({ measuredAt }) => measuredAt > twin.measuredAt)) removeFlag(db, key, "suspect-duplicate");
  }
}

const mayHaveTwin = (reading: Reading): boolean => isSound(reading) && !reading.flags.includes("manual");

/** The stored twins of a reading, before and after it. */
function twinsOf(db: Database, { device, user, patient, reading, detail }: Twinnable): Reading[] {
  const { kind, values, measuredAt } = reading;
  const instants = TWIN_DISTANCES.flatMap((distance) => [measuredAt - distance, measuredAt + distance]);
  return db
    .all<ReadingRow>(
      `SELECT r.* FROM series s JOIN reading r ON r.series = s.id
       WHERE s.device = ? AND s.kind = ? AND s.user IS ? AND s.patient IS ?
       AND r.measured_at IN (${instants.map(() => "?").join(", ")})
       AND r.v1 IS ? AND r.v2 IS ? AND r.v3 IS ? AND r.v4 IS ? AND r.detail IS ?`,
      device,
      kind,
      user,
      patient,
      ...instants,
      ...valueColumns(kind, values),
      detail,
    )
    .map((row) => toReading(kind, row))
    .filter(mayHaveTwin);
}

function flag(db: Database, earlier: Reading): void {
  const key = parseReadingId(earlier.id);
  if (key && !earlier.flags.includes("suspect-duplicate")) addFlag(db, key, "suspect-duplicate");
}
