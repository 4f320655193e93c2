import type { Database } from "../database.ts";

export type ReadLogRow = {
  id: number;
  at: number;
  staff: string;
  role: string;
  team: string;
  patient: string;
  action: string;
  reason: string | null;
};

/** Who has read what of a patient, the newest first, after the key [at, id] of the page before. */
export const readLogPage = (
  db: Database,
  patient: string,
  after: readonly [at: number, id: number] | undefined,
  fetch: number,
): ReadLogRow[] =>
  db.all<ReadLogRow>(
    `SELECT id, at, staff, role, team, patient, action, reason FROM read_log
     WHERE patient = ? AND at <= ? AND (at < ? OR id < ?) ORDER BY at DESC, id DESC LIMIT ?`,
    patient,
    after?.[0] ?? Number.MAX_SAFE_INTEGER,
    after?.[0] ?? Number.MAX_SAFE_INTEGER,
    after?.[1] ?? Number.MAX_SAFE_INTEGER,
    fetch,
  );
