import type { Kind } from "../domain/kind.ts";
import type { OutboxProgress } from "../ledger/commands.ts";
import type { Database } from "../store/sqlite/database.ts";
import type { ReadingKey } from "../store/sqlite/reading-row.ts";
import type { StoredReading } from "./point.ts";

/** What is to be sent next, and what is done when it has been. */
export type Batch = { readonly readings: readonly StoredReading[]; readonly done: Omit<OutboxProgress, "refused"> };

type TargetRow = { target: string; series: number | null; measured_at: number | null; n: number | null };

/** The receiver that the store names. */
export const storedTarget = (db: Database): string | undefined =>
  db.get<TargetRow>("SELECT * FROM outbox_target")?.target;

/** Where a reading stands. */
export const keyOf = (row: StoredReading): ReadingKey => ({
  series: row.series,
  measuredAt: row.measured_at,
  n: row.n,
});

/**
 * The next readings to send, at most `limit`: first those from before the receiver was named, source by source in the
 * order of their times; then what was stored or changed since, in that order. `undefined`: there are none.
 */
export function nextBatch(db: Database, limit: number): Batch | undefined {
  const target = db.get<TargetRow>("SELECT * FROM outbox_target");
  if (target && target.series !== null) {
    const readings = db.all<StoredReading>(
      `SELECT r.*, s.kind, s.patient FROM reading r JOIN series s ON s.id = r.series
       WHERE (r.series, r.measured_at, r.n) > (?, ?, ?) ORDER BY r.series, r.measured_at, r.n LIMIT ?`,
      target.series,
      target.measured_at,
      target.n,
      limit,
    );
    const last = readings.at(-1);
    return { readings, done: { history: last && readings.length === limit ? keyOf(last) : null } };
  }
  const rows = db.all<StoredReading & { queued: number }>(
    `SELECT o.id AS queued, r.*, s.kind, s.patient FROM outbox o
     JOIN reading r ON r.series = o.series AND r.measured_at = o.measured_at AND r.n = o.n
     JOIN series s ON s.id = r.series ORDER BY o.id LIMIT ?`,
    limit,
  );
  const last = rows.at(-1);
  return last && { readings: rows, done: { upTo: last.queued } };
}

/** How much waits and since when, apart from what is from before the receiver was named. */
export function waiting(db: Database): { readonly count: number; readonly oldest?: number; readonly history: boolean } {
  const history = db.get<TargetRow>("SELECT * FROM outbox_target WHERE series IS NOT NULL") !== undefined;
  // Rows are added at the end and taken from the beginning only, so that the ends tell the number.
  const ends = db.get<{ first: number | null; last: number | null }>(
    "SELECT (SELECT min(id) FROM outbox) AS first, (SELECT max(id) FROM outbox) AS last",
  );
  if (ends?.first == null || ends.last == null) return { count: 0, history };
  const oldest = db.get<{ received_at: number }>(
    `SELECT r.received_at FROM outbox o
     JOIN reading r ON r.series = o.series AND r.measured_at = o.measured_at AND r.n = o.n WHERE o.id = ?`,
    ends.first,
  )?.received_at;
  return { count: ends.last - ends.first + 1, ...(oldest === undefined ? {} : { oldest }), history };
}

/** What of a patient's readings is asked for: some kinds, measured in [from, to). */
export type Extract = {
  readonly patient: string;
  readonly kinds: readonly Kind[];
  readonly from: number;
  readonly to: number;
};

/**
 * The readings that the receiver hasn't got as they are now: those that wait and those it refused. `undefined` when that
 * can't be told cheaply: while history is passed on, or when more than `most` wait.
 */
export function undelivered(db: Database, extract: Extract, most: number): readonly StoredReading[] | undefined {
  const { patient, kinds, from, to } = extract;
  const { count, history } = waiting(db);
  if (history || storedTarget(db) === undefined || count > most) return undefined;
  return kinds.flatMap((kind) =>
    db.all<StoredReading>(
      `WITH late AS (
         SELECT series, measured_at, n FROM outbox WHERE measured_at >= ?1 AND measured_at < ?2
         UNION
         SELECT f.series, f.measured_at, f.n FROM series s CROSS JOIN outbox_refused f
           ON f.series = s.id AND f.measured_at >= ?1 AND f.measured_at < ?2 WHERE s.patient = ?3 AND s.kind = ?4
       )
       SELECT r.*, s.kind, s.patient FROM late l
       CROSS JOIN series s ON s.id = l.series AND s.patient = ?3 AND s.kind = ?4
       CROSS JOIN reading r ON r.series = l.series AND r.measured_at = l.measured_at AND r.n = l.n`,
      from,
      to,
      patient,
      kind,
    ),
  );
}

export type RefusedRow = {
  readonly series: number;
  readonly measured_at: number;
  readonly n: number;
  readonly at: number;
  readonly status: number;
  readonly answer: string;
};

/** What the receiver refused, newest first. */
export const refusedReadings = (db: Database, limit: number): RefusedRow[] =>
  db.all<RefusedRow>("SELECT * FROM outbox_refused ORDER BY at DESC, series, measured_at, n LIMIT ?", limit);

/** How many readings the receiver refused. */
export const refusedCount = (db: Database): number =>
  db.get<{ n: number }>("SELECT count(*) AS n FROM outbox_refused")?.n ?? 0;
