import type { Change } from "../../alerts/lifecycle.ts";
import { recipientsOf } from "../../alerts/recipients.ts";
import type { DecisionContext } from "../../decision/context.ts";
import { notify } from "../../decision/notifying.ts";
import { staffedTeams } from "../../store/sqlite/duty.ts";

/** From so many renewals of one promise on the manager is told. */
const RENEWALS = 3;

/** A promise has been put off again and again: the manager is told. */
export function tellOfRenewals(context: DecisionContext, { alert }: Change): void {
  const { renewals = 0 } = alert;
  const team = staffedTeams(context.db).get(alert.team);
  if (renewals < RENEWALS || !team) return;
  for (const to of recipientsOf(team, "manager", context.at)) {
    notify(context, {
      occasion: "promise-renewed",
      to,
      alert: alert.id,
      ...(alert.subject.type === "patient" ? { patient: alert.subject.id } : {}),
      severity: alert.severity,
      data: { renewals, by: context.actor },
    });
  }
}
