import { type Duty, whoIsResponsible } from "../alerts/responsibility.ts";
import { responsibilitiesOf, staffedTeams } from "../store/sqlite/duty.ts";
import type { PatientRow } from "../store/sqlite/registry.ts";
import type { DecisionContext } from "./context.ts";

/** Who answers for a patient at the instant of a command, and why. */
export const dutyNow = ({ db, at }: DecisionContext, patient: string): Duty =>
  whoIsResponsible(responsibilitiesOf(db, patient), staffedTeams(db), at);

/**
 * The team to which what is found about a patient goes now, by the schedule and without anybody's acceptance. One that is
 * closed and has no open cover owns it all the same; a patient whom nobody was given has the team that enrolled them.
 */
export const routeTo = (context: DecisionContext, { id, team }: Pick<PatientRow, "id" | "team">): string =>
  dutyNow(context, id).team ?? team;
