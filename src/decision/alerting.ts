import { type Change, join, open, type Signal } from "../alerts/lifecycle.ts";
import type { AlertSubject, Concern } from "../domain/alert.ts";
import type { ErrorCode } from "../errors.ts";
import { appendEvent, latestAlert, saveAlert } from "../store/sqlite/alerts.ts";
import { teamById } from "../store/sqlite/registry.ts";
import type { DecisionContext } from "./context.ts";

/** What a signal is about and what is told with it. */
export type Occasion = {
  readonly subject: AlertSubject;
  readonly concern: Concern;
  readonly team: string;
  readonly patient?: string | undefined;
  readonly reading?: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/**
 * Lets a signal open an alert, change the one there is, or join it in silence; each is one event.
 * @returns which it was
 */
export function raise(context: DecisionContext, signal: Signal, occasion: Occasion): Change["event"] {
  const { db, at } = context;
  const zone = teamById(db, occasion.team)?.zone ?? "UTC";
  const latest = latestAlert(db, occasion.subject, occasion.concern, occasion.team);
  const joined = latest ? join(latest, signal, at, zone) : "new";
  const change =
    joined === "new"
      ? open(context.nextId("a"), occasion.subject, occasion.concern, occasion.team, signal, at)
      : joined;
  record(context, change, { ...occasion, team: change.alert.team });
  return change.event;
}

/** Stores an alert as changed, with its event. */
export function record(
  context: DecisionContext,
  change: Change,
  told: {
    readonly patient?: string | undefined;
    readonly team: string;
    readonly reading?: string;
    readonly data?: Readonly<Record<string, unknown>>;
  },
): void {
  const { db, at, actor, command } = context;
  const { alert, event, reason } = change;
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
