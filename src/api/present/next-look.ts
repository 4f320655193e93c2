import { z } from "zod";
import { nextLook, sayNextLook } from "../../alerts/next-look.ts";
import { enrolmentAt } from "../../domain/enrolment.ts";
import type { Database } from "../../store/sqlite/database.ts";
import { responsibilitiesOf, staffedTeams } from "../../store/sqlite/duty.ts";
import { enrolmentsOf } from "../../store/sqlite/enrolments.ts";
import { teamById } from "../../store/sqlite/registry.ts";
import { iso, isoSchema } from "../conventions.ts";
import { sentenceSchema } from "./explanation.ts";
import { presentTeam, responsibleTeamSchema } from "./team.ts";

/** When somebody next looks at what a patient sends. */

export const nextLookSchema = z
  .object({
    team: responsibleTeamSchema.nullable().meta({ description: "Who looks; null when that isn't known" }),
    at: isoSchema.nullable().meta({
      description:
        "When the responsible team is next there, now if it is. Null when not within 30 days, or when the patient isn't being watched over",
    }),
    explanation: sentenceSchema.meta({ description: "For the patient: what is known, and whom to call" }),
  })
  .meta({ id: "NextLook" });

/** @param at milliseconds since the epoch */
export function presentNextLook(db: Database, patient: string, at: number): z.infer<typeof nextLookSchema> {
  const watched = enrolmentAt(enrolmentsOf(db, patient), at).state === "active";
  const look = watched ? nextLook(responsibilitiesOf(db, patient), staffedTeams(db), at) : undefined;
  const row = look && teamById(db, look.team);
  return {
    team: row ? presentTeam(row) : null,
    at: look ? iso(look.at) : null,
    explanation: sayNextLook(look, at, (id) => teamById(db, id)?.name ?? id, row?.zone ?? "Europe/Stockholm"),
  };
}
