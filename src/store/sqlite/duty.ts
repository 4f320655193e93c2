import { defaultPolicy, type EscalationPolicy } from "../../domain/escalation.ts";
import { aroundTheClock, type Hours } from "../../domain/hours.ts";
import type {
  Contact,
  OnCallKind,
  OnCallRole,
  Responsibility,
  ResponsibilityKind,
  Shift,
  StaffedTeam,
  TeamKind,
} from "../../domain/responsibility.ts";
import type { Database } from "./database.ts";
import { recall } from "./memory.ts";

/** Who answers when, as stored. */

type StaffedRow = {
  id: string;
  kind: TeamKind;
  zone: string;
  contact: string;
  hours: string | null;
  cover: string | null;
  on_call: OnCallKind;
};
export type ShiftRow = {
  id: number;
  team: string;
  staff: string;
  role: OnCallRole;
  from_at: number;
  to_at: number;
  version: number;
};

const toShift = ({ staff, role, from_at, to_at }: ShiftRow): Shift => ({ staff, role, from: from_at, to: to_at });

/** All teams with their hours and rotas, by id. */
export const staffedTeams = (db: Database): ReadonlyMap<string, StaffedTeam> =>
  recall(db, "staffed-teams", "", () => {
    const shifts = Map.groupBy(
      db.all<ShiftRow>("SELECT id, team, staff, role, from_at, to_at, version FROM shift ORDER BY from_at, id"),
      ({ team }) => team,
    );
    const rows = db.all<StaffedRow>("SELECT id, kind, zone, contact, hours, cover, on_call FROM team ORDER BY id");
    return new Map(
      rows.map(({ id, kind, zone, contact, hours, cover, on_call }) => [
        id,
        {
          id,
          kind,
          zone,
          hours: hours === null ? aroundTheClock : (JSON.parse(hours) as Hours),
          contact: JSON.parse(contact) as Contact,
          ...(cover === null ? {} : { cover }),
          onCall: on_call,
          rota: (shifts.get(id) ?? []).map(toShift),
        },
      ]),
    );
  });

export type ResponsibilityRow = {
  id: number;
  patient: string;
  kind: ResponsibilityKind;
  team: string;
  cover: string | null;
  from_at: number;
  to_at: number | null;
  decided_at: number;
  decided_by: string;
  reason: string | null;
  version: number;
};

/** A row as the domain's entry. */
export const toResponsibility = ({ id, kind, team, cover, from_at, to_at }: ResponsibilityRow): Responsibility => ({
  id,
  kind,
  team,
  ...(cover === null ? {} : { cover }),
  from: from_at,
  ...(to_at === null ? {} : { to: to_at }),
});

/** A patient's responsibilities, in the order they were decided. */
export const responsibilitiesOf = (db: Database, patient: string): readonly Responsibility[] =>
  recall(db, "responsibilities", patient, () =>
    db
      .all<ResponsibilityRow>("SELECT * FROM responsibility WHERE patient = ? ORDER BY id", patient)
      .map(toResponsibility),
  );

/** How a team escalates: its own policy, or the platform's. */
export const escalationPolicyOf = (db: Database, team: string): EscalationPolicy =>
  recall(db, "escalation", team, () => {
    const row = db.get<{ escalation: string | null }>("SELECT escalation FROM team WHERE id = ?", team);
    return row?.escalation ? (JSON.parse(row.escalation) as EscalationPolicy) : defaultPolicy;
  });
