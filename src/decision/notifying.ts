import type { Recipient } from "../alerts/recipients.ts";
import type { Severity } from "../domain/alert.ts";
import { isToldNow, type Preference } from "../domain/preference.ts";
import type { Database } from "../store/sqlite/database.ts";
import type { Channel } from "../store/sqlite/deliveries.ts";
import { staffedTeams } from "../store/sqlite/duty.ts";
import { browsersFor } from "../store/sqlite/push.ts";
import type { DecisionContext } from "./context.ts";

/** Why somebody is told something. */
export const occasions = [
  /** An alert opened, got worse, or is open again. */
  "alert",
  /** Nobody has taken an alert on in time. */
  "escalation",
  "promise-passed",
  /** A promise was renewed once more; the manager is told. */
  "promise-renewed",
  /** The team that has an open alert is closed. */
  "team-closed",
  "handover-offered",
  /** An offer was declined, or nobody answered it. */
  "handover-failed",
  /** Somebody is to look after an alert. */
  "assigned",
  /** The patient wrote. */
  "message",
  /** Nobody has read it by when somebody should have; the manager is told. */
  "message-waiting",
] as const;
export type Occasion = (typeof occasions)[number];

/** One recipient to be told of one thing. */
export type Notice = {
  readonly occasion: Occasion;
  readonly to: Recipient;
  readonly alert?: string;
  readonly patient?: string;
  readonly severity?: Severity;
  /** The step of the escalation, from 0. */
  readonly step?: number;
  /** Ids, codes and instants: never a name, a value or what somebody wrote. */
  readonly data?: Readonly<Record<string, unknown>>;
};

/**
 * Decides that somebody is told, in the transaction of what they are told of. How it reaches them is the business of
 * `src/notify`, which sends it under this id as often as it takes.
 * @returns the notification's id: the idempotency key on every channel
 */
export function notify(context: DecisionContext, notice: Notice): string {
  const { db, at, command } = context;
  const id = context.nextId("n");
  db.run(
    `INSERT INTO notification (id, at, occasion, alert, patient, severity, team, staff, role, step, data, command)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    at,
    notice.occasion,
    notice.alert,
    notice.patient,
    notice.severity,
    notice.to.team,
    notice.to.staff,
    notice.to.role,
    notice.step,
    JSON.stringify(notice.data ?? {}),
    command,
  );
  queue(context, id, notice);
  return id;
}

const MINUTE = 60_000;
/** So long it is tried to deliver: what is red is somebody else's long before that, what isn't can wait for a mail server. */
const lasts = (severity: Severity | undefined): number => (severity === "red" ? 15 : 240) * MINUTE;

/**
 * One row for each way in which the recipient can be reached; whether it is by then, the sender finds out. Who has given no
 * address is told through the team's: a step never goes nowhere because somebody forgot to fill something in.
 */
function queue({ db, at }: DecisionContext, id: string, { to, severity }: Notice): void {
  const contact = staffedTeams(db).get(to.team)?.contact;
  const person = to.staff === undefined ? undefined : personOf(db, to.staff);
  const wants = isToldNow(person?.preference, { severity, onDuty: to.role !== undefined }, at);
  const hasEmail = (person?.hasEmail ?? false) || contact?.email !== undefined;
  // A gateway is the team's; it knows by the id whose telephone to ring.
  const reached: Channel[] = [
    ...(hasEmail && wants ? ["email" as const] : []),
    ...(contact?.webhook === undefined || !wants ? [] : ["webhook" as const]),
  ];
  const pushed = browsersFor(db, to).some(({ preference }) =>
    isToldNow(preference, { severity, onDuty: to.role !== undefined, channel: "push" }, at),
  );
  if (pushed) reached.push("push");
  for (const channel of reached) {
    db.run(
      "INSERT INTO delivery (notification, channel, state, attempts, next_at, until_at) VALUES (?, ?, 'queued', 0, ?, ?)",
      id,
      channel,
      at,
      at + lasts(severity),
    );
  }
}

function personOf(db: Database, staff: string): { hasEmail: boolean; preference: Preference | undefined } {
  const row = db.get<{ email: string | null; body: string | null }>(
    "SELECT p.email, r.body FROM staff s JOIN person p ON p.id = s.person LEFT JOIN preference r ON r.staff = s.id WHERE s.id = ?",
    staff,
  );
  return {
    hasEmail: row?.email != null,
    preference: row?.body ? (JSON.parse(row.body) as Preference) : undefined,
  };
}
