import { z } from "zod";
import { type DutyAhead, dutyAhead, sayDuty } from "../../alerts/say-duty.ts";
import { responsibilityKinds } from "../../domain/responsibility.ts";
import type { Database } from "../../store/sqlite/database.ts";
import { type ResponsibilityRow, responsibilitiesOf, staffedTeams } from "../../store/sqlite/duty.ts";
import { teamById } from "../../store/sqlite/registry.ts";
import { iso, isoSchema } from "../conventions.ts";
import { sentenceSchema } from "./explanation.ts";
import { presentTeam, responsibleTeamSchema } from "./team.ts";

/** Who answers for a patient, as the API gives it. */

const reasonCodes = ["nobody", "responsible", "cover", "closed"] as const;

export const dutySchema = z
  .object({
    team: responsibleTeamSchema.nullable().meta({ description: "Null when nobody has been made responsible" }),
    because: z.enum(reasonCodes).meta({
      description: "`cover`: the responsible team is closed; `closed`: it is, and so is its cover or it has none",
    }),
    there: z.boolean().meta({ description: "Whether the team is open" }),
    until: isoSchema.nullable().meta({ description: "When somebody else answers; null when not within 30 days" }),
    explanation: sentenceSchema,
    next: z.object({ team: responsibleTeamSchema.nullable(), because: z.enum(reasonCodes) }).nullable(),
  })
  .meta({ id: "Duty" });

export const responsibilitySchema = z
  .object({
    id: z.int(),
    version: z.int().meta({ description: "For If-Match" }),
    kind: z.enum(responsibilityKinds),
    team: z.string(),
    cover: z.string().nullable().meta({ description: "Null: the team's own cover" }),
    from: isoSchema,
    to: isoSchema.nullable(),
    decidedAt: isoSchema,
    decidedBy: z.string(),
    reason: z.string().nullable(),
  })
  .meta({ id: "Responsibility" });

export const presentResponsibility = (row: ResponsibilityRow): z.infer<typeof responsibilitySchema> => ({
  id: row.id,
  version: row.version,
  kind: row.kind,
  team: row.team,
  cover: row.cover,
  from: iso(row.from_at),
  to: row.to_at === null ? null : iso(row.to_at),
  decidedAt: iso(row.decided_at),
  decidedBy: row.decided_by,
  reason: row.reason,
});

/** Who answers for a patient at an instant, who does next, and why. */
export const dutyOf = (db: Database, patient: string, at: number): DutyAhead =>
  dutyAhead(responsibilitiesOf(db, patient), staffedTeams(db), at);

export function presentDuty(db: Database, patient: string, at: number): z.infer<typeof dutySchema> {
  const duty = dutyOf(db, patient, at);
  const team = (id: string | undefined) => {
    const row = id === undefined ? undefined : teamById(db, id);
    return row ? presentTeam(row) : null;
  };
  const now = team(duty.now.team);
  return {
    team: now,
    because: duty.now.because.code,
    there: duty.now.there,
    until: duty.until === undefined ? null : iso(duty.until),
    explanation: sayDuty(duty, (id) => teamById(db, id)?.name ?? id, at, now?.zone ?? "Europe/Stockholm"),
    next: duty.next ? { team: team(duty.next.team), because: duty.next.because.code } : null,
  };
}
