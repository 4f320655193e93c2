import type { Snooze } from "../../alerts/snooze.ts";
import type { Concern, Severity, Side } from "../../domain/alert.ts";
import type { Database } from "./database.ts";

export type SnoozeRow = {
  id: string;
  patient: string;
  concern: Concern;
  side: Side;
  alert: string;
  from_at: number;
  until_at: number;
  value: number;
  severity: Severity;
  set_by: string;
  reason: string;
  ended_at: number | null;
  ended_by: string | null;
  end_reason: string | null;
  held: string | null;
};

export const toSnooze = ({ id, patient, concern, side, until_at, value, severity }: SnoozeRow): Snooze => ({
  id,
  patient,
  concern,
  side,
  until: until_at,
  value,
  severity,
});

/** What of a patient's concern is kept quiet at an instant. */
export const activeSnoozes = (db: Database, patient: string, concern: Concern, at: number): SnoozeRow[] =>
  db.all<SnoozeRow>(
    "SELECT * FROM snooze WHERE patient = ? AND concern = ? AND ended_at IS NULL AND until_at > ? ORDER BY id",
    patient,
    concern,
    at,
  );

/** Everything that is kept quiet of a patient at an instant; it travels with a handover. */
export const snoozesOfPatient = (db: Database, patient: string, at: number): SnoozeRow[] =>
  db.all<SnoozeRow>(
    "SELECT * FROM snooze WHERE patient = ? AND ended_at IS NULL AND until_at > ? ORDER BY from_at, id",
    patient,
    at,
  );

export const snoozeById = (db: Database, id: string): SnoozeRow | undefined =>
  db.get<SnoozeRow>("SELECT * FROM snooze WHERE id = ?", id);
