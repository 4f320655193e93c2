import * as lifecycle from "../../alerts/lifecycle.ts";
import { longestSnooze } from "../../alerts/snooze.ts";
import { raise, record } from "../../decision/alerting.ts";
import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { notify } from "../../decision/notifying.ts";
import { endSnooze, type Held } from "../../decision/snoozing.ts";
import type { Alert, Side } from "../../domain/alert.ts";
import { toIso } from "../../domain/day.ts";
import { HemvaktError } from "../../errors.ts";
import { latestAlert } from "../../store/sqlite/alerts.ts";
import { patientById } from "../../store/sqlite/registry.ts";
import { snoozeById, toSnooze } from "../../store/sqlite/snoozes.ts";
import { setTimer, type Timer } from "../../store/sqlite/timers.ts";
import type { CommandBody } from "../commands.ts";
import { currentAlert, finish } from "./alerts.ts";
import { isGone } from "./evidence.ts";
import { found } from "./registry.ts";
import { UNDO, type Undoable } from "./undo.ts";

/** What people do with an alert beside taking it on and closing it. */

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/** @throws HemvaktError `NOT_FOUND`, `PRECONDITION_FAILED`, `ASSIGNEE`, `ALERT_TRANSITION` */
export function assignAlert(context: DecisionContext, command: Of<"alert-assign">): Decided<OutcomeValue> {
  const alert = currentAlert(context, command.alert, command.ifVersion);
  requireColleague(context, alert, command.assignee);
  const change = lifecycle.assign(alert, command.assignee, context.at);
  const decided = finish(context, alert, change, { assignee: command.assignee });
  if (command.assignee !== context.actor) {
    notify(context, {
      occasion: "assigned",
      to: { team: alert.team, staff: command.assignee },
      alert: alert.id,
      ...(alert.subject.type === "patient" ? { patient: alert.subject.id } : {}),
      severity: alert.severity,
      data: { by: context.actor },
    });
  }
  return decided;
}

/** Only somebody who sees the alert can look after it. */
function requireColleague({ db }: DecisionContext, alert: Alert, staff: string): void {
  const teams =
    alert.subject.type === "patient" ? "SELECT team FROM care_relation WHERE patient = ?" : "SELECT ? AS team";
  const roles = alert.category === "technical" ? "('nurse', 'physician', 'technician')" : "('nurse', 'physician')";
  const colleague = db.get(
    `SELECT 1 AS yes FROM staff s JOIN membership m ON m.staff = s.id
     WHERE s.id = ? AND s.disabled_at IS NULL AND s.role IN ${roles} AND m.team IN (${teams})`,
    staff,
    alert.subject.type === "patient" ? alert.subject.id : alert.team,
  );
  if (!colleague) throw new HemvaktError("ASSIGNEE");
}

/** Something is written down about the alert. It raises its version, so that who acts has read it. */
export function noteAlert(context: DecisionContext, command: Of<"alert-note">): Decided<OutcomeValue> {
  const alert = currentAlert(context, command.alert);
  return finish(context, alert, lifecycle.note(alert, context.at), { note: command.text }, false);
}

/**
 * Sides of an alert that somebody has taken on are kept quiet until an instant.
 * @throws HemvaktError `NOT_FOUND`, `PRECONDITION_FAILED`, `ALERT_TRANSITION`, `SNOOZE_SIDE`, `SNOOZE_TOO_LONG`
 */
export function snoozeAlert(context: DecisionContext, command: Of<"alert-snooze">): Decided<OutcomeValue> {
  const { db, at, actor } = context;
  const alert = currentAlert(context, command.alert, command.ifVersion);
  const sides = (command.sides ?? Object.keys(alert.extremes)) as Side[];
  const known = sides.every((side) => alert.extremes[side] !== undefined);
  if (alert.subject.type !== "patient" || alert.category !== "clinical" || sides.length === 0 || !known) {
    throw new HemvaktError("SNOOZE_SIDE");
  }
  const latest = at + longestSnooze(alert.severity);
  if (command.until <= at || command.until > latest) {
    throw new HemvaktError("SNOOZE_TOO_LONG", `At the latest ${toIso(latest)}.`, { latest: toIso(latest) });
  }
  const ids = sides.map((side) => {
    // One at a time holds: the newer takes the place of an older.
    db.run(
      `UPDATE snooze SET ended_at = ?, ended_by = ?, end_reason = 'replaced'
       WHERE patient = ? AND concern = ? AND side = ? AND ended_at IS NULL`,
      at,
      actor,
      alert.subject.id,
      alert.concern,
      side,
    );
    const id = context.nextId("z");
    db.run(
      `INSERT INTO snooze (id, patient, concern, side, alert, from_at, until_at, value, severity, set_by, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      alert.subject.id,
      alert.concern,
      side,
      alert.id,
      at,
      command.until,
      alert.extremes[side]!.worst,
      alert.severity,
      actor,
      command.reason,
    );
    setTimer(db, { kind: "snooze", subject: id, due: command.until, data: {} });
    return id;
  });
  const change = lifecycle.snooze(alert, command.reason, at);
  return finish(context, alert, change, { snoozes: ids, sides, until: command.until });
}

/** Somebody ends a snooze before its time; what it kept quiet is told now. */
export function endSnoozeEarly(context: DecisionContext, command: Of<"snooze-end">): Decided<OutcomeValue> {
  const row = found(snoozeById(context.db, command.snooze));
  if (row.ended_at !== null || row.until_at <= context.at) throw new HemvaktError("NOT_FOUND");
  endSnooze(context, toSnooze(row), teamOf(context, row.patient), "snooze.ended", "ended by hand");
  tellHeld(context, row);
  return { changed: true, value: { id: row.id } };
}

/** The time of a snooze is over: what it kept quiet and hasn't returned since is told as if it were found now. */
export function snoozeDue(context: DecisionContext, { subject }: Timer): void {
  const row = snoozeById(context.db, subject);
  if (!row || row.ended_at !== null) return;
  endSnooze(context, toSnooze(row), teamOf(context, row.patient), "snooze.ended", "time is over");
  tellHeld(context, row);
}

const teamOf = ({ db }: DecisionContext, patient: string): string => patientById(db, patient)?.team ?? "";

function tellHeld(context: DecisionContext, row: NonNullable<ReturnType<typeof snoozeById>>): void {
  if (row.held === null) return;
  const { signal, team, reading, data } = JSON.parse(row.held) as Held;
  if (reading !== undefined && isGone(context, reading)) return;
  raise(context, signal, {
    subject: { type: "patient", id: row.patient },
    concern: row.concern,
    team,
    patient: row.patient,
    ...(reading === undefined ? {} : { reading }),
    data: { ...data, snoozed: row.id },
  });
}

/**
 * Within a minute whoever did the last thing may take it back, as long as nothing else has happened since.
 * @throws HemvaktError `NOT_FOUND`, `UNDO_NOT_YOURS`, `UNDO_TOO_LATE`
 */
export function undoLast(context: DecisionContext, command: Of<"alert-undo">): Decided<OutcomeValue> {
  const { db, at, actor } = context;
  const alert = currentAlert(context, command.alert);
  const row = found(db.get<{ undo: string | null }>("SELECT undo FROM alert WHERE id = ?", alert.id));
  const last = row.undo === null ? undefined : (JSON.parse(row.undo) as Undoable);
  if (!last || last.version !== alert.version || last.at + UNDO < at) throw new HemvaktError("UNDO_TOO_LATE");
  if (last.by !== actor) throw new HemvaktError("UNDO_NOT_YOURS");
  // Another alert of the same concern may have been opened meanwhile: one is active at a time.
  const latest = latestAlert(db, alert.subject, alert.concern, alert.team);
  if (alert.state === "resolved" && latest && latest.id !== alert.id) throw new HemvaktError("UNDO_TOO_LATE");
  record(context, lifecycle.undo(alert, last.before, command.reason, at), { data: { undone: last.event } });
  for (const id of last.snoozes ?? []) {
    const snooze = snoozeById(db, id);
    if (snooze && snooze.ended_at === null) {
      endSnooze(context, toSnooze(snooze), alert.team, "snooze.ended", "undone");
    }
  }
  return { changed: true, value: { id: alert.id, version: alert.version + 1 } };
}
