import * as lifecycle from "../../alerts/lifecycle.ts";
import { latestPromise } from "../../alerts/promise.ts";
import { record } from "../../decision/alerting.ts";
import type { Decided, DecisionContext } from "../../decision/context.ts";
import { escalate } from "../../decision/escalating.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import type { Alert } from "../../domain/alert.ts";
import { toIso } from "../../domain/day.ts";
import { HemvaktError } from "../../errors.ts";
import { alertById, dueAlerts } from "../../store/sqlite/alerts.ts";
import { teamById } from "../../store/sqlite/registry.ts";
import type { CommandBody } from "../commands.ts";
import { takenOverBy } from "./escalation.ts";
import { tellOfRenewals } from "./renewals.ts";
import type { Undoable } from "./undo.ts";

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/** Somebody takes an alert on, with a promise within the ceiling. Of two at once one wins; the other is told who did. */
export function acknowledgeAlert(context: DecisionContext, command: Of<"alert-acknowledge">): Decided<OutcomeValue> {
  const alert = currentAlert(context, command.alert, command.ifVersion);
  const { promise } = command;
  if (promise.due <= context.at) throw new HemvaktError("PROMISE_PAST");
  const ceiling = latestPromise(alert.severity, context.at, teamById(context.db, alert.team)?.zone ?? "UTC");
  if (promise.due > ceiling) {
    throw new HemvaktError("PROMISE_TOO_LATE", `At the latest ${toIso(ceiling)}.`, { latest: toIso(ceiling) });
  }
  const change = lifecycle.acknowledge(alert, context.actor, promise, context.at);
  const decided = finish(context, alert, change && takenOverBy(context, change), { promise });
  if (change?.event === "promise-renewed") tellOfRenewals(context, change);
  return decided;
}

/** Somebody says what it was and what was done. */
export function resolveAlert(context: DecisionContext, command: Of<"alert-resolve">): Decided<OutcomeValue> {
  const alert = currentAlert(context, command.alert, command.ifVersion);
  const { outcome, action, note } = command;
  const change = lifecycle.resolve(alert, context.actor, { outcome, action, note }, context.at);
  return finish(context, alert, change, { outcome, action, ...(note === undefined ? {} : { note }) });
}

/** So many alerts are decided in one command: messages wait for them. */
const MOST = 100;

/**
 * Time has passed: whatever was promised by now and not resolved is open again, and whatever is open and nobody has taken on
 * in time comes to its next step.
 */
export function passPromises(context: DecisionContext): Decided<OutcomeValue> {
  const due = dueAlerts(context.db, context.at, MOST);
  for (const alert of due) {
    if (alert.state === "open") {
      escalate(context, alert);
      continue;
    }
    const change = lifecycle.passPromise(alert, context.at);
    if (change) record(context, change, { data: { promise: alert.promise, promisedBy: alert.acknowledgedBy } });
  }
  return { changed: due.length > 0, value: { ids: due.map((alert) => alert.id) } };
}

/** The alert as the caller saw it; without a version as it is. @throws HemvaktError `NOT_FOUND`, `PRECONDITION_FAILED` */
export function currentAlert(context: DecisionContext, id: string, ifVersion?: number): Alert {
  const alert = alertById(context.db, id);
  if (!alert) throw new HemvaktError("NOT_FOUND");
  if (ifVersion !== undefined && alert.version !== ifVersion) {
    throw new HemvaktError("PRECONDITION_FAILED", `The alert is ${alert.state} now.`, {
      state: alert.state,
      version: alert.version,
      ...(alert.acknowledgedBy === undefined ? {} : { acknowledgedBy: alert.acknowledgedBy }),
    });
  }
  return alert;
}

/** Stores what somebody did, so that they can take it back where that makes sense. @throws HemvaktError `ALERT_TRANSITION` */
export function finish(
  context: DecisionContext,
  before: Alert,
  change: lifecycle.Change | undefined,
  data: Record<string, unknown>,
  undoable = true,
): Decided<OutcomeValue> {
  if (!change) throw new HemvaktError("ALERT_TRANSITION", `The alert is ${before.state}.`, { state: before.state });
  record(context, change, { data });
  const { snoozes } = data as { snoozes?: readonly string[] };
  const last: Undoable = {
    by: context.actor,
    at: context.at,
    version: change.alert.version,
    event: change.event,
    before,
    ...(snoozes ? { snoozes } : {}),
  };
  context.db.run("UPDATE alert SET undo = ? WHERE id = ?", undoable ? JSON.stringify(last) : null, before.id);
  return { changed: true, value: { id: before.id, version: change.alert.version } };
}
