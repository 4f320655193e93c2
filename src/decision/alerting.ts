import { type Change, join, open, type Signal } from "../alerts/lifecycle.ts";
import type { Alert, AlertSubject, Concern } from "../domain/alert.ts";
import type { ErrorCode } from "../errors.ts";
import { appendEvent, latestAlert, saveAlert } from "../store/sqlite/alerts.ts";
import { teamById } from "../store/sqlite/registry.ts";
import type { DecisionContext } from "./context.ts";
import { beginTelling, tell } from "./escalating.ts";
import { routeTo } from "./routing.ts";
import { isKeptQuiet } from "./snoozing.ts";

/** What a signal is about and what is told with it. */
export type Occasion = {
  readonly subject: AlertSubject;
  readonly concern: Concern;
  /** The team told; of a patient the one that has them, and whoever answers for them now is told. */
  readonly team: string;
  readonly patient?: string | undefined;
  readonly reading?: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/**
 * Lets a signal open an alert, change the one there is, or join it in silence; each is one event. What is new about a patient
 * goes to the team that answers for them now, whoever had the alert before.
 * @returns which it was; `snoozed` where it was kept quiet
 */
export function raise(context: DecisionContext, signal: Signal, occasion: Occasion): Change["event"] | "snoozed" {
  const { db, at } = context;
  const { subject, concern } = occasion;
  if (isKeptQuiet(context, signal, occasion)) return "snoozed";
  const team = subject.type === "patient" ? routeTo(context, { id: subject.id, team: occasion.team }) : occasion.team;
  const zone = teamById(db, occasion.team)?.zone ?? "UTC";
  const latest = latestAlert(db, subject, concern, team);
  const joined = latest ? join(latest, signal, at, zone) : "new";
  const change = joined === "new" ? open(context.nextId("a"), subject, concern, team, signal, at) : joined;
  const isNews = change.event === "worsened" || change.event === "reopened";
  record(context, isNews ? { ...change, alert: { ...change.alert, team } } : change, occasion);
  return change.event;
}

/**
 * Stores an alert as changed, with its event; and whoever is to be told of it is, in the same transaction. An alert that is
 * open has been told of and has a next instant, whatever made it so.
 */
export function record(
  context: DecisionContext,
  change: Change,
  told: {
    readonly patient?: string | undefined;
    readonly reading?: string;
    readonly data?: Readonly<Record<string, unknown>>;
  } = {},
): void {
  const { db, at, actor, command } = context;
  const { event, reason } = change;
  const begun = beginTelling(context, change.alert, event);
  const alert = begun?.alert ?? withoutTelling(change.alert);
  saveAlert(db, alert);
  const patient = told.patient ?? (alert.subject.type === "patient" ? alert.subject.id : undefined);
  appendEvent(db, {
    at,
    type: `alert.${event}`,
    alert: alert.id,
    ...(patient === undefined ? {} : { patient }),
    team: alert.team,
    actor,
    reason,
    ...(told.reading === undefined ? {} : { reading: told.reading }),
    data: {
      concern: alert.concern,
      category: alert.category,
      severity: alert.severity,
      state: alert.state,
      version: alert.version,
      ...told.data,
    },
    command,
  });
  if (begun) tell(context, begun);
}

/** What is resolved waits for nobody. */
function withoutTelling(alert: Alert): Alert {
  if (alert.state !== "resolved") return alert;
  const { escalation: _escalation, ...rest } = alert;
  return rest;
}

/** A fault of the platform, a hub or a device, told to one team. */
export function raiseTechnical(
  context: DecisionContext,
  fault: {
    readonly code: ErrorCode;
    readonly severity: "yellow" | "red";
    readonly subject: AlertSubject;
    readonly team: string;
    readonly patient?: string;
    readonly reading?: string;
    readonly values?: Signal["values"];
    readonly data?: Readonly<Record<string, unknown>>;
  },
): void {
  raise(
    context,
    { severity: fault.severity, category: "technical", values: fault.values ?? {}, cause: fault.code },
    {
      subject: fault.subject,
      concern: "device",
      team: fault.team,
      patient: fault.patient,
      ...(fault.reading === undefined ? {} : { reading: fault.reading }),
      data: { code: fault.code, ...fault.data },
    },
  );
}
