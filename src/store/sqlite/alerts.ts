import type { Alert, AlertEventKind, AlertSubject, Concern } from "../../domain/alert.ts";
import type { Database } from "./database.ts";
import { forget, recall } from "./memory.ts";

export type AlertRow = {
  id: string;
  subject_type: AlertSubject["type"];
  subject: string;
  concern: Concern;
  category: Alert["category"];
  severity: Alert["severity"];
  state: Alert["state"];
  team: string;
  opened_at: number;
  updated_at: number;
  version: number;
  due: number | null;
  body: string;
  /** JSON: the last thing that somebody did, as `ledger/handlers/undo.ts` has it. */
  undo: string | null;
};

/** A row as the domain's alert. */
export const toAlert = (row: AlertRow): Alert => ({
  ...(JSON.parse(row.body) as Omit<Alert, "id" | "subject">),
  id: row.id,
  subject: { type: row.subject_type, id: row.subject },
  concern: row.concern,
  category: row.category,
  severity: row.severity,
  state: row.state,
  team: row.team,
  openedAt: row.opened_at,
  updatedAt: row.updated_at,
  version: row.version,
});

/** Stores an alert as it is now. */
export function saveAlert(db: Database, alert: Alert): void {
  const { id, subject, concern, category, severity, state, team, openedAt, updatedAt, version, ...body } = alert;
  db.run(
    `INSERT INTO alert (id, subject_type, subject, concern, category, severity, state, team, opened_at, updated_at, version, due, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET severity = excluded.severity, state = excluded.state, team = excluded.team,
       updated_at = excluded.updated_at, version = excluded.version, due = excluded.due, body = excluded.body`,
    id,
    subject.type,
    subject.id,
    concern,
    category,
    severity,
    state,
    team,
    openedAt,
    updatedAt,
    version,
    dueOf(alert),
    JSON.stringify(body),
  );
  // Read back rather than remembered as it is: what was decided must not depend on whether it went through the store.
  forget(db, "alert", placeOf(subject, concern, team));
}

/** When time alone changes something: the promise of whoever has it; of an open one the next step of its telling. */
function dueOf({ state, promise, escalation }: Alert): number | undefined {
  if (state === "acknowledged") return promise?.due;
  return state === "open" ? escalation?.due : undefined;
}

const placeOf = (subject: AlertSubject, concern: Concern, team: string): string =>
  `${subject.type} ${subject.id} ${concern} ${subject.type === "patient" ? "" : team}`;

/** One alert. */
export function alertById(db: Database, id: string): Alert | undefined {
  const row = db.get<AlertRow>("SELECT * FROM alert WHERE id = ?", id);
  return row && toAlert(row);
}

/**
 * The latest alert of a subject and concern: the active one if there is one. Alerts about a device or hub are one per
 * team told; a patient's are the same whoever is responsible.
 */
export function latestAlert(db: Database, subject: AlertSubject, concern: Concern, team: string): Alert | undefined {
  const found = recall(db, "alert", placeOf(subject, concern, team), () => {
    const row = db.get<AlertRow>(
      `SELECT * FROM alert WHERE subject = ? AND concern = ? AND subject_type = ? AND (subject_type = 'patient' OR team = ?)
       ORDER BY state = 'resolved', opened_at DESC, length(id) DESC, id DESC LIMIT 1`,
      subject.id,
      concern,
      subject.type,
      team,
    );
    return row ? toAlert(row) : null;
  });
  return found ?? undefined;
}

/**
 * The first alerts for which time has come, in the order in which it did, at most so many: acknowledged ones whose promise is
 * due, and open ones whose next step is.
 */
export const dueAlerts = (db: Database, now: number, most: number): Alert[] =>
  db.all<AlertRow>("SELECT * FROM alert WHERE due <= ? ORDER BY due, id LIMIT ?", now, most).map(toAlert);

/** Open alerts about a patient. */
export const openAlertsOf = (db: Database, patient: string): Alert[] =>
  db
    .all<AlertRow>(
      "SELECT * FROM alert WHERE subject = ? AND subject_type = 'patient' AND state = 'open' ORDER BY id",
      patient,
    )
    .map(toAlert);

/** All open alerts, by id. */
export const openAlerts = (db: Database): Alert[] =>
  db.all<AlertRow>("SELECT * FROM alert WHERE due IS NOT NULL AND state = 'open' ORDER BY id").map(toAlert);

/** Whether an open alert was told of later than now: the clock was put back. Looks through the open ones. */
export const isToldLater = (db: Database, now: number): boolean =>
  openAlerts(db).some(({ escalation }) => escalation !== undefined && escalation.at > now);

/** The next instant at which a promise or a step is due, in milliseconds; `undefined` when none is. */
export const nextDue = (db: Database): number | undefined =>
  db.get<{ due: number | null }>("SELECT min(due) AS due FROM alert WHERE due IS NOT NULL")?.due ?? undefined;

/** What happened, for the record and for live listeners. */
export type NewEvent = {
  readonly at: number;
  readonly type: EventType;
  readonly alert?: string;
  readonly patient?: string;
  readonly team: string;
  readonly actor: string;
  readonly reason: string;
  readonly reading?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly command: number;
};

export type EventType =
  | `alert.${AlertEventKind}`
  | "plan.signed"
  | "plan.draft-begun"
  | "plan.draft-changed"
  | "plan.draft-discarded"
  | "plan.rehearsed"
  | "patient.enrolled"
  | "patient.team-changed"
  | "patient.enrolment-changed"
  | "hub.created"
  | "hub.secret-changed"
  | "hub.revoked"
  | "hub.state"
  | "hub.code-made"
  | "hub.claimed"
  | "hub.secret-offered"
  | "hub.secret-adopted"
  | "hub.certificate-seen"
  | "hub.certificate-revoked"
  | "hub.returned"
  | "hub.exchanged"
  | "hub.placed"
  | "device.registered"
  | "device.moved"
  | "device.returned"
  | "device.exchanged"
  | "device.placed"
  | "assignment.created"
  | "assignment.ended"
  | "reading.moved"
  | "reading.history"
  | "reading.excluded"
  | "reading.included"
  | "reading.judged-again"
  | "reading.quarantined"
  | "finding.asked"
  | "finding.repeated"
  | "finding.confirmed"
  | "finding.unanswered"
  | "treatment.shown"
  | "treatment.withheld"
  | "treatment.retracted"
  | "prompt.created"
  | "prompt.shown"
  | "prompt.retracted"
  | "team.created"
  | "access.changed"
  | "team.changed"
  | "team.closed"
  | "shift.added"
  | "shift.ended"
  | "responsibility.entrusted"
  | "responsibility.ended"
  | "coverage.overridden"
  | "team.escalation-changed"
  | "finding.snoozed"
  | "snooze.broken"
  | "snooze.ended"
  | "handover.offered"
  | "handover.accepted"
  | "handover.declined"
  | "handover.expired"
  | "handover.withdrawn"
  | "team.budget-changed"
  | "message.received"
  | "message.sent"
  | "message.seen"
  | "message.waiting"
  | "hub.page-code-made"
  | "hub.page-paired"
  | "hub.page-revoked"
  | "integration.changed"
  | "team.webhook-rotated";

/** Appends an event. */
export function appendEvent(db: Database, event: NewEvent): number {
  return db.run(
    "INSERT INTO event (at, type, alert, patient, team, actor, reason, reading, data, command) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    event.at,
    event.type,
    event.alert,
    event.patient,
    event.team,
    event.actor,
    event.reason,
    event.reading,
    JSON.stringify(event.data ?? {}),
    event.command,
  ).lastId;
}
