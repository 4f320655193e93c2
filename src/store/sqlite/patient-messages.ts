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

/** A patient who has written what nobody has seen: how much, and since when in milliseconds since the epoch. */
export type WaitingPatient = { readonly patient: string; readonly unseen: number; readonly since: number };

/**
 * Patients that the teams see and whose messages nobody has seen, the one that has waited longest first. What waits is found
 * first, and then who may see it, one patient at a time: `care_relation` as a whole, or all that was ever written, would be
 * gone through for each look at the worklist.
 * @param teams a JSON array
 */
export const waitingPatients = (db: Database, teams: string): WaitingPatient[] =>
  db.all<WaitingPatient>(
    `WITH mine (team) AS (SELECT value FROM json_each(?)), waiting AS MATERIALIZED (
       SELECT patient, count(*) AS unseen, min(at) AS since FROM patient_message INDEXED BY patient_message_waiting
       WHERE author IS NULL AND seen_at IS NULL AND patient IS NOT NULL GROUP BY patient)
     SELECT w.patient, w.unseen, w.since FROM waiting w WHERE
       EXISTS (SELECT 1 FROM patient p WHERE p.id = w.patient AND p.team IN (SELECT team FROM mine))
       OR EXISTS (SELECT 1 FROM patient_team t WHERE t.patient = w.patient AND t.team IN (SELECT team FROM mine))
       OR EXISTS (SELECT 1 FROM patient_duty d WHERE d.patient = w.patient AND d.team IN (SELECT team FROM mine))
       OR EXISTS (SELECT 1 FROM alert a WHERE a.subject_type = 'patient' AND a.subject = w.patient
         AND a.state <> 'resolved' AND a.team IN (SELECT team FROM mine))
     ORDER BY w.since, w.patient`,
    teams,
  );

/** When a message was first shown at home, in milliseconds since the epoch. */
export const shownAt = (db: Database, prompts: string): number | undefined =>
  db.get<{ at: number | null }>(
    "SELECT min(shown_at) AS at FROM prompt WHERE id IN (SELECT value FROM json_each(?))",
    prompts,
  )?.at ?? undefined;
