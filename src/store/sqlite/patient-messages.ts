import type { Database } from "./database.ts";

/** What patients and their teams write to each other. */
export type PatientMessageRow = {
  id: string;
  patient: string | null;
  at: number;
  author: string | null;
  text: string;
  hub: string | null;
  hub_message: string | null;
  user: number | null;
  sent_at: number | null;
  seen_at: number | null;
  seen_by: string | null;
  prompts: string;
  told: string;
};

export const patientMessageById = (db: Database, id: string): PatientMessageRow | undefined =>
  db.get<PatientMessageRow>("SELECT * FROM patient_message WHERE id = ?", id);

/** The same words under the same id of the same hub: it was sent again. */
export const sameMessage = (db: Database, hub: string, id: string, text: string): PatientMessageRow | undefined =>
  db.get<PatientMessageRow>(
    "SELECT * FROM patient_message WHERE hub = ? AND hub_message = ? AND text = ?",
    hub,
    id,
    text,
  );

/** What a patient has written and nobody has seen, oldest first. */
export const waitingOf = (db: Database, patient: string): PatientMessageRow[] =>
  db.all<PatientMessageRow>(
    "SELECT * FROM patient_message WHERE patient = ? AND author IS NULL AND seen_at IS NULL ORDER BY at, id",
    patient,
  );

/** A patient's messages, the newest first, before a key. */
export const messagePage = (
  db: Database,
  patient: string,
  after: readonly [number, string] | undefined,
  fetch: number,
): PatientMessageRow[] =>
  db.all<PatientMessageRow>(
    "SELECT * FROM patient_message WHERE patient = ? AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?",
    patient,
    after?.[0] ?? Number.MAX_SAFE_INTEGER,
    after?.[1] ?? "",
    fetch,
  );

/**
 * What nobody has seen, oldest first, after a key: of patients that the teams see, or of nobody and told to the teams.
 * @param teams a JSON array
 */
export const waitingPage = (
  db: Database,
  teams: string,
  after: readonly [number, string] | undefined,
  fetch: number,
): PatientMessageRow[] =>
  db.all<PatientMessageRow>(
    `SELECT * FROM patient_message m WHERE author IS NULL AND seen_at IS NULL AND (at, id) > (?, ?) AND EXISTS (
       SELECT 1 FROM json_each(?) AS mine WHERE
         EXISTS (SELECT 1 FROM care_relation AS care WHERE care.patient = m.patient AND care.team = mine.value)
         OR (m.patient IS NULL AND EXISTS (SELECT 1 FROM json_each(m.told) AS t WHERE t.value = mine.value)))
     ORDER BY at, id LIMIT ?`,
    after?.[0] ?? 0,
    after?.[1] ?? "",
    teams,
    fetch,
  );

/** When a message was first shown at home, in milliseconds since the epoch. */
export const shownAt = (db: Database, prompts: string): number | undefined =>
  db.get<{ at: number | null }>(
    "SELECT min(shown_at) AS at FROM prompt WHERE id IN (SELECT value FROM json_each(?))",
    prompts,
  )?.at ?? undefined;
