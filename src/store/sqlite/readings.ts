import { bitsToFlags, type Flag, flagNames } from "../../domain/flag.ts";
import { type Kind, kinds } from "../../domain/kind.ts";
import { type ClockQuality, clockQualities, type Values } from "../../domain/measurement.ts";
import type { Metric } from "../../domain/metric.ts";
import type { Reading } from "../../domain/reading.ts";
import type { Database } from "./database.ts";

/** What was decided about a reading when it was judged; the position is the integer in the store. Add at the end only. */
export const decisions = [
  /** Not judged: nothing in it is judged by rules. */
  "none",
  /** Judged; nothing beyond any limit. */
  "inside",
  /** Judged; an alert opened, changed or took it in. */
  "finding",
  /** Beyond a limit when it was measured, and too old to alert anybody when it came. */
  "history",
  /** Nobody's reading yet. */
  "unattributed",
  /** Stored, but judging it failed; the team has been told. */
  "engine-failed",
] as const;
export type Decision = (typeof decisions)[number];

/** Where a reading stands: also its public id, in base 36. */
export type ReadingKey = { readonly series: number; readonly measuredAt: number; readonly n: number };

export const readingId = (key: ReadingKey): string =>
  `${key.series.toString(36)}-${key.measuredAt.toString(36)}-${key.n.toString(36)}`;

/** The key in a public id; `undefined` when it isn't one. */
export function parseReadingId(id: string): ReadingKey | undefined {
  const parts = /^([0-9a-z]{1,8})-([0-9a-z]{1,10})-([0-9a-z]{1,6})$/.exec(id);
  if (!parts) return undefined;
  const [series, measuredAt, n] = parts.slice(1).map((part) => Number.parseInt(part, 36));
  return { series: series!, measuredAt: measuredAt!, n: n! };
}

/** A series: one source of one kind for one patient, or for nobody yet. */
export type Series = {
  readonly id: number;
  readonly device: string;
  readonly user: number | null;
  readonly kind: Kind;
  readonly patient: string | null;
  readonly team: string;
};

export type ReadingRow = {
  series: number;
  measured_at: number;
  n: number;
  received_at: number;
  v1: number | null;
  v2: number | null;
  v3: number | null;
  v4: number | null;
  clock: number;
  flags: number;
  decision: number;
  plan: number | null;
  seq: number | null;
  command: number;
  position: number;
  detail: string | null;
};

/** The series of a device's readings, whoever they were given to. */
export const seriesOfDevice = (db: Database, device: string, kind?: Kind): Series[] =>
  kind
    ? db.all<Series>(
        "SELECT id, device, user, kind, patient, team FROM series WHERE device = ? AND kind = ?",
        device,
        kind,
      )
    : db.all<Series>("SELECT id, device, user, kind, patient, team FROM series WHERE device = ?", device);

/** One series by id. */
export const seriesById = (db: Database, id: number): Series | undefined =>
  db.get<Series>("SELECT id, device, user, kind, patient, team FROM series WHERE id = ?", id);

/** The series with exactly these properties, made if there is none. */
export function ensureSeries(db: Database, wanted: Omit<Series, "id">): number {
  const found = db.get<{ id: number }>(
    "SELECT id FROM series WHERE device = ? AND kind = ? AND user IS ? AND patient IS ? AND team = ?",
    wanted.device,
    wanted.kind,
    wanted.user,
    wanted.patient,
    wanted.team,
  );
  return (
    found?.id ??
    db.run(
      "INSERT INTO series (device, user, kind, patient, team) VALUES (?, ?, ?, ?, ?)",
      wanted.device,
      wanted.user,
      wanted.kind,
      wanted.patient,
      wanted.team,
    ).lastId
  );
}

/** Values in the store's column order for a kind; what was not measured is null. */
export function valueColumns(kind: Kind, values: Values): [number | null, number | null, number | null, number | null] {
  const { components } = kinds[kind];
  const column = (index: number): number | null => {
    const metric = components[index];
    return metric === undefined ? null : (values[metric] ?? null);
  };
  return [column(0), column(1), column(2), column(3)];
}

/** Values by metric from the store's columns. */
export function columnValues(kind: Kind, row: Pick<ReadingRow, "v1" | "v2" | "v3" | "v4">): Values {
  const values: Partial<Record<Metric, number>> = {};
  const columns = [row.v1, row.v2, row.v3, row.v4];
  kinds[kind].components.forEach((metric, index) => {
    const value = columns[index];
    if (value !== null && value !== undefined) values[metric] = value;
  });
  return values;
}

/** A row as the rules see it. */
export const toReading = (kind: Kind, row: ReadingRow): Reading => ({
  id: readingId({ series: row.series, measuredAt: row.measured_at, n: row.n }),
  kind,
  values: columnValues(kind, row),
  measuredAt: row.measured_at,
  receivedAt: row.received_at,
  clock: clockQualities[row.clock] ?? "unknown",
  flags: bitsToFlags(row.flags),
});

/** A reading about to be stored. */
export type NewReading = {
  readonly kind: Kind;
  readonly series: number;
  readonly measuredAt: number;
  readonly receivedAt: number;
  readonly values: Values;
  readonly clock: ClockQuality;
  readonly flags: readonly Flag[];
  readonly decision: Decision;
  readonly seq?: number | undefined;
  readonly command: number;
  readonly position: number;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
};

/** Stores a reading and answers where. Of several at one instant in one series each gets its own number. */
export function insertReading(db: Database, reading: NewReading): ReadingKey {
  const { series, measuredAt } = reading;
  const last = db.get<{ n: number }>(
    "SELECT n FROM reading WHERE series = ? AND measured_at = ? ORDER BY n DESC LIMIT 1",
    series,
    measuredAt,
  );
  const n = last ? last.n + 1 : 0;
  const bits = reading.flags.reduce((all, flag) => all | (1 << flagNames.indexOf(flag)), 0);
  db.run(
    `INSERT INTO reading (series, measured_at, n, received_at, v1, v2, v3, v4, clock, flags, decision, plan, seq, command, position, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?)`,
    series,
    measuredAt,
    n,
    reading.receivedAt,
    ...valueColumns(reading.kind, reading.values),
    clockQualities.indexOf(reading.clock),
    bits,
    decisions.indexOf(reading.decision),
    reading.seq,
    reading.command,
    reading.position,
    reading.detail && Object.keys(reading.detail).length > 0 ? JSON.stringify(reading.detail) : null,
  );
  return { series, measuredAt, n };
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
}

/** One reading's row. */
export const readingRow = (db: Database, key: ReadingKey): ReadingRow | undefined =>
  db.get<ReadingRow>(
    "SELECT * FROM reading WHERE series = ? AND measured_at = ? AND n = ?",
    key.series,
    key.measuredAt,
    key.n,
  );

const MOVED = 1 << flagNames.indexOf("moved");

/** A patient's readings of a kind measured in [from, to), oldest first; readings moved away are left out. */
export function readingsBetween(db: Database, patient: string, kind: Kind, from: number, to: number): Reading[] {
  return db
    .all<ReadingRow>(
      `SELECT r.* FROM series s JOIN reading r ON r.series = s.id
       WHERE s.patient = ? AND s.kind = ? AND r.measured_at >= ? AND r.measured_at < ? AND r.flags & ${MOVED} = 0
       ORDER BY r.measured_at, r.series, r.n`,
      patient,
      kind,
      from,
      to,
    )
    .map((row) => toReading(kind, row));
}

/** A patient's newest reading of a kind. */
export function newestReading(db: Database, patient: string, kind: Kind): Reading | undefined {
  let newest: ReadingRow | undefined;
  for (const { id } of db.all<{ id: number }>("SELECT id FROM series WHERE patient = ? AND kind = ?", patient, kind)) {
    const row = db.get<ReadingRow>(
      `SELECT * FROM reading WHERE series = ? AND flags & ${MOVED} = 0 ORDER BY measured_at DESC, n DESC LIMIT 1`,
      id,
    );
    if (row && (!newest || row.measured_at > newest.measured_at)) newest = row;
  }
  return newest && toReading(kind, newest);
}
