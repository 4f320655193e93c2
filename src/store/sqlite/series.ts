import type { Kind } from "../../domain/kind.ts";
import type { Database } from "./database.ts";
import { forget, recall } from "./memory.ts";
import type { Series } from "./reading-row.ts";

const SERIES = "SELECT id, device, user, kind, patient, team FROM series";

/** The series of a device's readings, whoever they were given to. */
export function seriesOfDevice(db: Database, device: string, kind?: Kind): readonly Series[] {
  const all = recall(db, "series", device, () => db.all<Series>(`${SERIES} WHERE device = ? ORDER BY id`, device));
  return kind ? all.filter((series) => series.kind === kind) : all;
}

/** One series by id. */
export const seriesById = (db: Database, id: number): Series | undefined =>
  db.get<Series>(`${SERIES} WHERE id = ?`, id);

/** The series with exactly these properties, made if there is none. */
export function ensureSeries(db: Database, wanted: Omit<Series, "id">): Series {
  const { device, user, kind, patient, team } = wanted;
  const found = seriesOfDevice(db, device).find(
    (series) => series.kind === kind && series.user === user && series.patient === patient && series.team === team,
  );
  if (found) return found;
  const { lastId } = db.run(
    "INSERT INTO series (device, user, kind, patient, team) VALUES (?, ?, ?, ?, ?)",
    device,
    user,
    kind,
    patient,
    team,
  );
  forget(db, "series", device);
  return { ...wanted, id: lastId };
}

/** How far a series reaches: its newest instant and its highest sequence number; minus infinity where it has none. */
type End = { measuredAt: number; seq: number };

const endOf = (db: Database, series: number): End =>
  recall(db, "series-end", series, () => {
    const found = db.get<{ measured_at: number | null; seq: number | null }>(
      `SELECT (SELECT max(measured_at) FROM reading WHERE series = ?1) AS measured_at,
              (SELECT max(seq) FROM reading WHERE series = ?1 AND seq IS NOT NULL) AS seq`,
      series,
    );
    return { measuredAt: found?.measured_at ?? -Infinity, seq: found?.seq ?? -Infinity };
  });

/** A reading has been stored in a series. */
export function noteEnd(db: Database, series: number, measuredAt: number, seq: number | undefined): void {
  const end = endOf(db, series);
  end.measuredAt = Math.max(end.measuredAt, measuredAt);
  end.seq = Math.max(end.seq, seq ?? -Infinity);
}

/** Whether nothing in a series was measured at this instant or later: nothing there can be the same reading. */
export const isBeyond = (db: Database, series: number, measuredAt: number): boolean =>
  measuredAt > endOf(db, series).measuredAt;

/** Whether a reading of a series has this sequence number. */
export const seqIsIn = (db: Database, series: number, seq: number): boolean =>
  seq <= endOf(db, series).seq &&
  db.get("SELECT 1 AS used FROM reading WHERE series = ? AND seq = ? LIMIT 1", series, seq) !== undefined;
