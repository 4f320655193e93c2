import { flagsToBits } from "../../../domain/flag.ts";
import type { Kind } from "../../../domain/kind.ts";
import { clockQualities, timeIsCertain } from "../../../domain/measurement.ts";
import { LATE } from "../../../domain/reading.ts";
import type { Database } from "../database.ts";
import { parseReadingId, type ReadingKey, type ReadingRow } from "../reading-row.ts";
import { readingRow } from "../readings.ts";
import { seriesById } from "../series.ts";

/** A reading with where it comes from. */
export type ReadingOfSource = ReadingRow & {
  kind: Kind;
  device: string;
  user: number | null;
  patient: string | null;
  team: string;
};

/** Which readings: of one patient, measured in [from, to), of one kind or all, after the key of the page before. */
export type ReadingPage = {
  readonly patient: string;
  readonly kind?: Kind | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Only those that a curve doesn't say everything of: late, of uncertain time, or counting nowhere. */
  readonly marked?: boolean | undefined;
  readonly after?: ReadingKey | undefined;
  readonly fetch: number;
};

/**
 * A patient's readings, the newest first; of several measured at one instant the one of the later series. Each series is
 * one backward range of the clustered key, so that a page costs the same however long the history is. Readings moved
 * away are there too: they are flagged.
 */
export function readingPage(db: Database, page: ReadingPage): ReadingOfSource[] {
  const {
    patient,
    kind,
    from = Number.MIN_SAFE_INTEGER,
    to = Number.MAX_SAFE_INTEGER,
    marked = false,
    after,
    fetch,
  } = page;
  const series = kind
    ? db.all<{ id: number }>("SELECT id FROM series WHERE patient = ? AND kind = ?", patient, kind)
    : db.all<{ id: number }>("SELECT id FROM series WHERE patient = ?", patient);
  const rows = series.flatMap(({ id }) => {
    const { before, n } = bound(id, to, after);
    return db.all<ReadingOfSource>(
      `SELECT r.*, s.kind, s.device, s.user, s.patient, s.team FROM reading r JOIN series s ON s.id = r.series
       WHERE r.series = ? AND r.measured_at >= ? AND (r.measured_at, r.n) < (?, ?) AND ${marked ? isMarked : "TRUE"}
       ORDER BY r.measured_at DESC, r.n DESC LIMIT ?`,
      id,
      from,
      before,
      n,
      fetch,
    );
  });
  return rows.sort((a, b) => b.measured_at - a.measured_at || b.series - a.series || b.n - a.n).slice(0, fetch);
}

const LEFT_OUT = flagsToBits(["moved", "excluded", "not-clinical"]);
const certain = clockQualities.flatMap((quality, index) => (timeIsCertain(quality) ? [index] : []));
const isMarked = `(r.flags & ${LEFT_OUT} <> 0 OR r.clock NOT IN (${certain.join()}) OR r.received_at - r.measured_at > ${LATE})`;

/** Where a series goes on: strictly before this pair, in the order measured, series, n. */
function bound(series: number, to: number, after: ReadingKey | undefined): { before: number; n: number } {
  if (!after || after.measuredAt >= to) return { before: to, n: 0 };
  if (series === after.series) return { before: after.measuredAt, n: after.n };
  return { before: after.measuredAt, n: series < after.series ? Number.MAX_SAFE_INTEGER : 0 };
}

/** One reading by its public id, with where it comes from; `undefined` when there is none. */
export function readingById(db: Database, id: string): ReadingOfSource | undefined {
  const key = parseReadingId(id);
  const row = key && readingRow(db, key);
  const series = row && seriesById(db, row.series);
  if (!series) return undefined;
  const { kind, device, user, patient, team } = series;
  return { ...row, kind, device, user, patient, team };
}

/** The alerts that readings led to or joined, by reading id. */
export const alertsOfReadings = (db: Database, ids: readonly string[]): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  const rows = db.all<{ reading: string; alert: string }>(
    `SELECT DISTINCT reading, alert FROM event WHERE reading IN (SELECT value FROM json_each(?)) AND alert IS NOT NULL
     AND type IN ('alert.opened', 'alert.joined', 'alert.worsened', 'alert.reopened') ORDER BY reading, alert`,
    JSON.stringify(ids),
  );
  for (const { reading, alert } of rows) found.set(reading, [...(found.get(reading) ?? []), alert]);
  return found;
};
