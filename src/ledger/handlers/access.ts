import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { HemvaktError } from "../../errors.ts";
import { forget } from "../../store/sqlite/memory.ts";
import type { CommandBody } from "../commands.ts";
import { unsubscribeAll } from "./push.ts";
import { found, tell } from "./registry.ts";

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;
type StaffRow = { id: string; version: number; disabled_at: number | null };

/** @throws HemvaktError `NOT_FOUND` */
export const staffById = (context: DecisionContext, id: string): StaffRow =>
  found(context.db.get<StaffRow>("SELECT id, version, disabled_at FROM staff WHERE id = ?", id));

export function createStaff(context: DecisionContext, command: Of<"staff-create">): Decided<OutcomeValue> {
  const { db } = context;
  if (db.get("SELECT 1 FROM staff WHERE id = ? OR username = ?", command.id, command.username)) {
    throw new HemvaktError("ALREADY_EXISTS");
  }
  const person = `staff:${command.id}`;
  db.run(
    "INSERT INTO person (id, given, family) VALUES (?, ?, ?)",
    person,
    command.person.given,
    command.person.family,
  );
  db.run(
    "INSERT INTO staff (id, person, username, password, role, loopback_only, version) VALUES (?, ?, ?, ?, ?, 0, 1)",
    command.id,
    person,
    command.username,
    command.password,
    command.role,
  );
  for (const team of command.teams) {
    found(db.get("SELECT 1 AS there FROM team WHERE id = ?", team));
    db.run("INSERT INTO membership (staff, team) VALUES (?, ?)", command.id, team);
    tell(context, "access.changed", { team, data: { staff: command.id } });
  }
  return { changed: true, value: { id: command.id, version: 1 } };
}

/** A new password ends all sessions. */
export function changePassword(context: DecisionContext, command: Of<"staff-password">): Decided<OutcomeValue> {
  const staff = staffById(context, command.staff);
  context.db.run("UPDATE staff SET password = ?, version = version + 1 WHERE id = ?", command.password, staff.id);
  revokeAll(context, staff.id);
  unsubscribeAll(context, staff.id);
  tellTeams(context, staff.id);
  return { changed: true, value: { id: staff.id, version: staff.version + 1 } };
}

/** Where somebody is told of what they are to know. */
export function changeEmail(context: DecisionContext, { staff: id, email }: Of<"staff-email">): Decided<OutcomeValue> {
  const staff = staffById(context, id);
  context.db.run("UPDATE person SET email = ? WHERE id = (SELECT person FROM staff WHERE id = ?)", email, staff.id);
  return { changed: true, value: { id } };
}

/** When somebody doesn't want to be told out of the house. */
export function changePreference(
  context: DecisionContext,
  { staff: id, preference }: Of<"staff-preference">,
): Decided<OutcomeValue> {
  const staff = staffById(context, id);
  context.db.run("DELETE FROM preference WHERE staff = ?", staff.id);
  context.db.run("INSERT INTO preference (staff, body) VALUES (?, ?)", staff.id, JSON.stringify(preference));
  return { changed: true, value: { id } };
}

export function openSession(context: DecisionContext, command: Of<"session-open">): Decided<OutcomeValue> {
  context.db.run(
    "INSERT INTO session (token, staff, kind, csrf, created_at, confirmed_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    Buffer.from(command.token, "hex"),
    command.staff,
    command.session,
    command.csrf,
    context.at,
    context.at,
    command.expiresAt,
  );
  return { changed: true, value: {} };
}

/** Notes that the holder of a session has given their password again. */
export function confirmSession(context: DecisionContext, command: Of<"session-confirm">): Decided<OutcomeValue> {
  context.db.run(
    "UPDATE session SET confirmed_at = ? WHERE token = ? AND revoked_at IS NULL",
    context.at,
    Buffer.from(command.token, "hex"),
  );
  return { changed: true, value: {} };
}

/** Ends one session, or all of one person's. */
export function revokeSession(context: DecisionContext, command: Of<"session-revoke">): Decided<OutcomeValue> {
  if (command.token !== undefined) {
    context.db.run(
      "UPDATE session SET revoked_at = ? WHERE token = ? AND revoked_at IS NULL",
      context.at,
      Buffer.from(command.token, "hex"),
    );
  }
  if (command.staff !== undefined) revokeAll(context, command.staff);
  return { changed: true, value: {} };
}

export function logReads(context: DecisionContext, command: Of<"read-log">): Decided<OutcomeValue> {
  for (const entry of command.entries) {
    context.db.run(
      "INSERT INTO read_log (at, staff, role, team, patient, action, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
      context.at,
      entry.staff,
      entry.role,
      entry.team,
      entry.patient,
      entry.action,
      entry.reason,
    );
    if (entry.action === "alert") noteSeen(context, entry.staff, entry.patient);
  }
  return { changed: true, value: {} };
}

/** Whoever opens an alert of a patient has seen what they, or a function of theirs, were told about that patient. */
function noteSeen({ db, at }: DecisionContext, staff: string, patient: string): void {
  db.run(
    `UPDATE notification SET seen_at = ? WHERE seen_at IS NULL AND patient = ? AND (staff = ? OR
       (staff IS NULL AND team IN (SELECT team FROM membership WHERE staff = ?)))`,
    at,
    patient,
    staff,
    staff,
  );
}

export function noteHubConnection(context: DecisionContext, command: Of<"hub-connection">): Decided<OutcomeValue> {
  context.db.run("UPDATE hub SET online = ?, last_seen = ? WHERE id = ?", command.online, context.at, command.hub);
  forget(context.db, "hub", command.hub);
  return { changed: true, value: {} };
}

/** Adds to what is known of each hub; a name that is no hub's was only claimed and is left to the metrics. */
export function noteRefusals({ db }: DecisionContext, command: Of<"hub-refusals">): Decided<OutcomeValue> {
  for (const { hub, code, count, lastAt } of command.refusals) {
    db.run(
      `INSERT INTO hub_refusal (hub, code, count, last_at) SELECT id, ?, ?, ? FROM hub WHERE id = ?
       ON CONFLICT (hub, code) DO UPDATE SET count = count + excluded.count, last_at = excluded.last_at`,
      code,
      count,
      lastAt,
      hub,
    );
  }
  return { changed: true, value: {} };
}

const WEEK = 7 * 86_400_000;

/**
 * The platform has started: hubs that the last run saw connected no longer are, and what has served its time goes:
 * sessions a week after they ended and idempotency keys a week after they were used.
 */
export function startAfresh({ db, at }: DecisionContext): Decided<OutcomeValue> {
  // They were there when the last run last decided something, whenever they had connected.
  db.run(
    `UPDATE hub SET online = 0, last_seen = max(ifnull(last_seen, 0), ifnull((SELECT max(at) FROM command), 0),
       ifnull((SELECT at FROM heartbeat), 0)) WHERE online = 1`,
  );
  db.run("DELETE FROM session WHERE expires_at < ?", at - WEEK);
  db.run("DELETE FROM idempotency WHERE at < ?", at - WEEK);
  return { changed: true, value: {} };
}

function revokeAll({ db, at }: DecisionContext, staff: string): void {
  db.run("UPDATE session SET revoked_at = ? WHERE staff = ? AND revoked_at IS NULL", at, staff);
}

/** The teams of somebody hear that who may do what has changed. */
export function tellTeams(context: DecisionContext, staff: string): void {
  for (const { team } of context.db.all<{ team: string }>(
    "SELECT team FROM membership WHERE staff = ? ORDER BY team",
    staff,
  )) {
    tell(context, "access.changed", { team, data: { staff } });
  }
}
