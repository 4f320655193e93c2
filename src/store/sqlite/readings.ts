import { bitsToFlags, type Flag, flagNames, flagsToBits } from "../../domain/flag.ts";
import type { Kind } from "../../domain/kind.ts";
import { type ClockQuality, clockQualities, type Values } from "../../domain/measurement.ts";
import type { Reading } from "../../domain/reading.ts";
import type { Database } from "./database.ts";
import {
  answersIn,
  columnValues,
  type Decision,
  decisions,
  NOT_COUNTED,
  type ReadingKey,
  type ReadingRow,
  readingId,
  type Series,
  toReading,
  valueColumns,
} from "./reading-row.ts";
import { forgetRecent, noteRecent } from "./recent.ts";
import { isBeyond, noteEnd, seriesById } from "./series.ts";

/** A reading about to be stored. */
export type NewReading = {
  readonly series: Series;
  readonly measuredAt: number;
  readonly receivedAt: number;
  readonly values: Values;
  readonly clock: ClockQuality;
  readonly flags: readonly Flag[];
  readonly decision: Decision;
  /** The version of the plan that decided. */
  readonly plan?: number | undefined;
  readonly seq?: number | undefined;
  readonly command: number;
  readonly position: number;
  /** What is kept beside the values, as JSON. */
  readonly detail?: string | null;
};

/** The number of the next reading at an instant of a series: of several each gets its own. */
export function nextNumber(db: Database, series: number, measuredAt: number): number {
  if (isBeyond(db, series, measuredAt)) return 0;
  const last = db.get<{ n: number }>(
    "SELECT n FROM reading WHERE series = ? AND measured_at = ? ORDER BY n DESC LIMIT 1",
    series,
    measuredAt,
  );
  return last ? last.n + 1 : 0;
}

/** Stores a reading and answers it as the rules will see it: exactly as it would be read back. */
export function insertReading(db: Database, reading: NewReading): Reading {
  const { series, measuredAt, receivedAt, clock, seq, detail = null } = reading;
  const { kind } = series;
  const n = nextNumber(db, series.id, measuredAt);
  const [v1, v2, v3, v4] = valueColumns(kind, reading.values);
  const flags = flagsToBits(reading.flags);
  db.run(
    `INSERT INTO reading (series, measured_at, n, received_at, v1, v2, v3, v4, clock, flags, decision, plan, seq, command, position, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    series.id,
    measuredAt,
    n,
    receivedAt,
    v1,
    v2,
    v3,
    v4,
    clockQualities.indexOf(clock),
    flags,
    decisions.indexOf(reading.decision),
    reading.plan,
    seq,
    reading.command,
    reading.position,
    detail,
  );
  const id = readingId({ series: series.id, measuredAt, n });
  const values = columnValues(kind, { v1, v2, v3, v4 });
  const stored: Reading = {
    id,
    kind,
    values,
    measuredAt,
    receivedAt,
    clock,
    flags: bitsToFlags(flags),
    ...answersIn(kind, detail),
  };
  noteEnd(db, series.id, measuredAt, seq);
  noteRecent(db, series, stored, detail);
  return stored;
}

/** Notes what was decided about a reading and by which plan version. */
export function setDecision(db: Database, key: ReadingKey, decision: Decision, plan: number | undefined): void {
  db.run(
    "UPDATE reading SET decision = ?, plan = ? WHERE series = ? AND measured_at = ? AND n = ?",
    decisions.indexOf(decision),
    plan,
    key.series,
    key.measuredAt,
    key.n,
  );
}

/** Adds a flag to a stored reading. */
export function addFlag(db: Database, key: ReadingKey, flag: Flag): void {
  db.run(
    "UPDATE reading SET flags = flags | ? WHERE series = ? AND measured_at = ? AND n = ?",
    1 << flagNames.indexOf(flag),
    key.series,
    key.measuredAt,
    key.n,
  );
  forgetRecent(db, seriesById(db, key.series));
}

/** Takes a flag off a stored reading. */
export function removeFlag(db: Database, key: ReadingKey, flag: Flag): void {
  db.run(
    "UPDATE reading SET flags = flags & ~? WHERE series = ? AND measured_at = ? AND n = ?",
    1 << flagNames.indexOf(flag),
    key.series,
    key.measuredAt,
    key.n,
  );
  forgetRecent(db, seriesById(db, key.series));
}

/** One reading's row. */
export const readingRow = (db: Database, key: ReadingKey): ReadingRow | undefined =>
  db.get<ReadingRow>(
    "SELECT * FROM reading WHERE series = ? AND measured_at = ? AND n = ?",
    key.series,
    key.measuredAt,
    key.n,
  );

/** A patient's newest reading of a kind that counts, or of those measured before an instant. */
export function newestReading(
  db: Database,
  patient: string,
  kind: Kind,
  before = Number.MAX_SAFE_INTEGER,
): Reading | undefined {
  let newest: ReadingRow | undefined;
  for (const { id } of db.all<{ id: number }>("SELECT id FROM series WHERE patient = ? AND kind = ?", patient, kind)) {
    const row = db.get<ReadingRow>(
      `SELECT * FROM reading WHERE series = ? AND measured_at < ? AND flags & ${NOT_COUNTED} = 0 ORDER BY measured_at DESC, n DESC LIMIT 1`,
      id,
      before,
    );
    if (row && (!newest || row.measured_at > newest.measured_at)) newest = row;
  }
  return newest && toReading(kind, newest);
}
