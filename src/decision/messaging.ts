import { nextLook } from "../alerts/next-look.ts";
import { appendEvent } from "../store/sqlite/alerts.ts";
import { responsibilitiesOf, staffedTeams } from "../store/sqlite/duty.ts";
import type { PatientMessageRow } from "../store/sqlite/patient-messages.ts";
import type { PatientRow } from "../store/sqlite/registry.ts";
import { setTimer } from "../store/sqlite/timers.ts";
import type { DecisionContext } from "./context.ts";
import { notify } from "./notifying.ts";

/** What patients write to their team. It is no reading and no alert: nobody is judged by it, and nobody is woken. */

const HOUR = 3_600_000;
/** Where a team never closes, or doesn't open for long, somebody is asked for after so long. */
const LONGEST = 24 * HOUR;
const AROUND_THE_CLOCK = 12 * HOUR;

/** A message is known to be a patient's: the team that looks next is told, and a clock starts. */
export function deliver(context: DecisionContext, { id }: Pick<PatientMessageRow, "id">, patient: PatientRow): void {
  const { db, at, command, actor } = context;
  const { team, due } = lookFor(context, patient);
  appendEvent(db, {
    at,
    type: "message.received",
    team,
    patient: patient.id,
    actor,
    reason: "message.received",
    data: { message: id, due },
    command,
  });
  notify(context, { occasion: "message", to: { team }, patient: patient.id, data: { message: id } });
  setTimer(db, { kind: "message", subject: id, due, data: {} });
}

/**
 * The team that is next there, not whoever is on call: what can't wait is telephoned. And when somebody should have read it:
 * by the end of that team's opening, after twelve hours where it never closes, after a day where it doesn't open.
 */
export function lookFor({ db, at }: DecisionContext, { id, team }: PatientRow): { team: string; due: number } {
  const look = nextLook(responsibilitiesOf(db, id), staffedTeams(db), at);
  if (!look) return { team, due: at + LONGEST };
  return { team: look.team, due: Math.min(look.until, Math.max(look.at, at) + AROUND_THE_CLOCK) };
}
