import type { CarePlan, PlanBody } from "../../domain/plan.ts";
import type { OnCallKind, TeamKind } from "../../domain/responsibility.ts";
import type { Database } from "./database.ts";
import { recall } from "./memory.ts";

/** Who and what the platform knows: hubs, devices, assignments, patients, plans. */

/** Where equipment is when nobody has it; recalled: still in a home that no longer needs it, to be fetched. */
export const places = ["stock", "repair", "lost", "retired", "recalled"] as const;
export type Place = (typeof places)[number];

export type HubRow = {
  id: string;
  team: string;
  secret: Uint8Array;
  zone: string;
  forwarding: "live" | "store-and-forward";
  revoked_at: number | null;
  online: number;
  last_seen: number | null;
  battery: number | null;
  firmware: string | null;
  version: number;
  place: Place;
  /** A new secret that the hub has not used yet; the present one is taken beside it until `overlap_until`. */
  next_secret: Uint8Array | null;
  overlap_until: number | null;
};
export const hubById = (db: Database, id: string): HubRow | undefined =>
  recall(db, "hub", id, () => db.get<HubRow>("SELECT * FROM hub WHERE id = ?", id));

export type DeviceRow = {
  id: string;
  hub: string;
  model: string;
  battery: number | null;
  version: number;
  place: Place;
  firmware: string | null;
  /** Since when its battery has been nearly empty. */
  low_since: number | null;
};
export const deviceById = (db: Database, id: string): DeviceRow | undefined =>
  recall(db, "device", id, () => db.get<DeviceRow>("SELECT * FROM device WHERE id = ?", id));

export type AssignmentRow = {
  id: number;
  device: string;
  user: number | null;
  patient: string;
  from_at: number;
  to_at: number | null;
  version: number;
};

/** A device's assignments that hold at an instant. */
export const assignmentsAt = (db: Database, device: string, at: number): AssignmentRow[] =>
  recall(db, "assignments", device, () =>
    db.all<AssignmentRow>("SELECT * FROM assignment WHERE device = ? ORDER BY id", device),
  ).filter(({ from_at, to_at }) => from_at <= at && (to_at === null || to_at > at));

/** What is known of a client certificate, by its SHA-256 fingerprint in small letters. */
export const certificateOf = (
  db: Database,
  hub: string,
  fingerprint: string,
): { seen_at: number | null; revoked_at: number | null } | undefined =>
  db.get("SELECT seen_at, revoked_at FROM hub_certificate WHERE hub = ? AND fingerprint = ?", hub, fingerprint);

/** Whether a device was behind a hub at an instant and is behind another now. */
export const wasBehind = (db: Database, device: string, hub: string, at: number): boolean =>
  db.get(
    "SELECT 1 FROM former_hub WHERE device = ? AND hub = ? AND from_at <= ? AND to_at > ?",
    device,
    hub,
    at,
    at,
  ) !== undefined;

export type PatientRow = { id: string; person: string; team: string; enrolled_at: number; version: number };
export const patientById = (db: Database, id: string): PatientRow | undefined =>
  recall(db, "patient", id, () => db.get<PatientRow>("SELECT * FROM patient WHERE id = ?", id));

export type TeamRow = {
  id: string;
  name: string;
  provider: string;
  unit: string;
  zone: string;
  contact: string;
  kind: TeamKind;
  /** JSON; null: around the clock. */
  hours: string | null;
  cover: string | null;
  on_call: OnCallKind;
  closed_at: number | null;
  version: number;
};
export const teamById = (db: Database, id: string): TeamRow | undefined =>
  recall(db, "team", id, () => db.get<TeamRow>("SELECT * FROM team WHERE id = ?", id));

type PlanRow = {
  patient: string;
  version: number;
  body: string;
  signed_by: string;
  signed_at: number;
  valid_from: number;
};

/** A patient's signed plans, oldest version first. */
export const plansOf = (db: Database, patient: string): readonly CarePlan[] =>
  recall(db, "plans", patient, () =>
    db
      .all<PlanRow>(
        "SELECT patient, version, body, signed_by, signed_at, valid_from FROM plan WHERE patient = ? ORDER BY version",
        patient,
      )
      .map((row) => ({
        ...(JSON.parse(row.body) as PlanBody),
        patient: row.patient,
        version: row.version,
        signedBy: row.signed_by,
        signedAt: row.signed_at,
        validFrom: row.valid_from,
      })),
  );
