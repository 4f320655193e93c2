import type { Database } from "./database.ts";

export const handoverStates = ["offered", "accepted", "declined", "expired", "withdrawn"] as const;
export type HandoverState = (typeof handoverStates)[number];

export type HandoverRow = {
  id: string;
  from_team: string;
  to_team: string;
  state: HandoverState;
  offered_by: string;
  offered_at: number;
  expires_at: number;
  takeover_until: number | null;
  note: string | null;
  decided_by: string | null;
  decided_at: number | null;
  reason: string | null;
  version: number;
};

export const handoverById = (db: Database, id: string): HandoverRow | undefined =>
  db.get<HandoverRow>("SELECT * FROM handover WHERE id = ?", id);

export type HandoverPatientRow = { handover: string; patient: string; compiled: string; edited: string | null };
export const patientsOfHandover = (db: Database, id: string): HandoverPatientRow[] =>
  db.all<HandoverPatientRow>("SELECT * FROM handover_patient WHERE handover = ? ORDER BY patient", id);

export type HandoverAlertRow = { handover: string; alert: string; outcome: "taken" | "closed" | null };
export const alertsOfHandover = (db: Database, id: string): HandoverAlertRow[] =>
  db.all<HandoverAlertRow>("SELECT * FROM handover_alert WHERE handover = ? ORDER BY alert", id);

/** The open offer that an alert is part of. */
export const openOfferOf = (db: Database, alert: string): HandoverRow | undefined =>
  db.get<HandoverRow>(
    `SELECT h.* FROM handover h JOIN handover_alert a ON a.handover = h.id
     WHERE a.alert = ? AND h.state = 'offered' ORDER BY h.offered_at DESC LIMIT 1`,
    alert,
  );

/** Teams to which a patient is offered at this time: they may see whom they are asked to take. */
export const offeredTo = (db: Database, patient: string): string[] =>
  db
    .all<{ team: string }>(
      `SELECT DISTINCT h.to_team AS team FROM handover h JOIN handover_patient p ON p.handover = h.id
       WHERE p.patient = ? AND h.state = 'offered' ORDER BY h.to_team`,
      patient,
    )
    .map(({ team }) => team);
