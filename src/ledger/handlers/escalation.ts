import type { Change } from "../../alerts/lifecycle.ts";
import type { Decided, DecisionContext } from "../../decision/context.ts";
import { reconsider } from "../../decision/escalating.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { dutyNow } from "../../decision/routing.ts";
import { HemvaktError } from "../../errors.ts";
import { appendEvent } from "../../store/sqlite/alerts.ts";
import { forget } from "../../store/sqlite/memory.ts";
import type { CommandBody } from "../commands.ts";

/**
 * A team's steps from now on. Open alerts stay at the step they are at; their next comes when it was to, and tells whom the new
 * ones say.
 * @throws HemvaktError `NOT_FOUND`, `PRECONDITION_FAILED`
 */
export function changeEscalation(
  context: DecisionContext,
  { team, policy, ifVersion }: Extract<CommandBody, { kind: "team-escalation" }>,
): Decided<OutcomeValue> {
  const { db, at, actor, command } = context;
  const row = db.get<{ version: number }>("SELECT version FROM team WHERE id = ?", team);
  if (!row) throw new HemvaktError("NOT_FOUND");
  if (row.version !== ifVersion) throw new HemvaktError("PRECONDITION_FAILED");
  const version = row.version + 1;
  db.run(
    "UPDATE team SET escalation = ?, version = ? WHERE id = ?",
    policy === null ? null : JSON.stringify(policy),
    version,
    team,
  );
  for (const sort of ["escalation", "team"] as const) forget(db, sort, team);
  appendEvent(db, {
    at,
    type: "team.escalation-changed",
    team,
    actor,
    reason: policy === null ? "the platform's own steps" : "steps of its own",
    data: { version },
    command,
  });
  reconsider(context);
  return { changed: true, value: { id: team, version } };
}

/**
 * Somebody takes an alert on: it is their team's from then on, where they belong to the one that answers for the patient
 * now, or to the one that was told, and not to the one that has it.
 */
export function takenOverBy(context: DecisionContext, change: Change): Change {
  const { alert } = change;
  if (alert.subject.type !== "patient") return change;
  const { db, actor } = context;
  const isMember = (team: string | undefined): boolean =>
    team !== undefined &&
    db.get("SELECT 1 AS yes FROM membership WHERE staff = ? AND team = ?", actor, team) !== undefined;
  if (isMember(alert.team)) return change;
  const team = [dutyNow(context, alert.subject.id).team, alert.escalation?.team].find(isMember);
  return team === undefined ? change : { ...change, alert: { ...alert, team } };
}
