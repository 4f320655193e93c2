import type { ExclusionReason } from "../../../domain/exclusion.ts";
import type { Database } from "../database.ts";
import { parseReadingId, toReading } from "../reading-row.ts";
import { readingRow } from "../readings.ts";
import { seriesById } from "../series.ts";

/** Why a reading is excluded, by whom and since when (milliseconds since the epoch). */
export type Exclusion = {
  readonly reason: ExclusionReason;
  readonly note?: string;
  readonly by: string;
  readonly at: number;
};

/** Something that was decided about a reading, or done to it. */
export type ReadingEventRow = {
  seq: number;
  at: number;
  type: string;
  alert: string | null;
  actor: string;
  reason: string;
  data: string;
};

/** What has happened to a reading, oldest first: alerts that it led to, corrections, and decisions that they changed. */
export const eventsOfReading = (db: Database, id: string): ReadingEventRow[] =>
  db.all<ReadingEventRow>(
    "SELECT seq, at, type, alert, actor, reason, data FROM event WHERE reading = ? ORDER BY seq",
    id,
  );

/** Why a reading is excluded; `undefined` where it isn't. A moved copy has its exclusion from the reading it came from. */
export function exclusionOf(db: Database, id: string): Exclusion | undefined {
  const key = parseReadingId(id);
  const row = key && readingRow(db, key);
  const series = row && seriesById(db, row.series);
  if (!series || !toReading(series.kind, row).flags.includes("excluded")) return undefined;
  const event = eventsOfReading(db, id).findLast(({ type }) => type === "reading.excluded");
  if (event) {
    const { note } = JSON.parse(event.data) as { note?: string };
    const { reason, actor, at } = event;
    return { reason: reason as ExclusionReason, ...(note === undefined ? {} : { note }), by: actor, at };
  }
  const from = eventsOfReading(db, id).find(({ type }) => type === "reading.moved");
  const origin = from && (JSON.parse(from.data) as { from: string }).from;
  return origin === undefined || origin === id ? undefined : exclusionOf(db, origin);
}
