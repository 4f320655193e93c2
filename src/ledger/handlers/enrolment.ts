import { withdraw } from "../../alerts/lifecycle.ts";
import { record } from "../../decision/alerting.ts";
import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { type Enrolment, type EnrolmentChange, enrolmentAt } from "../../domain/enrolment.ts";
import { HemvaktError } from "../../errors.ts";
import { watchSilence } from "../../silence/look.ts";
import { type AlertRow, toAlert } from "../../store/sqlite/alerts.ts";
import { enrolmentsOf } from "../../store/sqlite/enrolments.ts";
import { type AssignmentRow, deviceById, type PatientRow, patientById } from "../../store/sqlite/registry.ts";
import type { CommandBody } from "../commands.ts";
import { assign, endAt } from "./assignments.ts";
import { found, requireVersion, tell } from "./registry.ts";

/** Whether a patient is watched over, and what ending it stops. */

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/** @throws HemvaktError `NOT_FOUND`, `PRECONDITION_FAILED`, `ENROLMENT_UNCHANGED`, `REQUEST_SHAPE` for a pause that is over */
export function changeEnrolment(context: DecisionContext, command: Of<"patient-enrolment">): Decided<OutcomeValue> {
  const patient = found(patientById(context.db, command.patient));
  requireVersion(patient.version, command.ifVersion);
  setEnrolment(context, patient, command.change, command.note);
  context.db.run("UPDATE patient SET version = version + 1 WHERE id = ?", patient.id);
  return { changed: true, value: { id: patient.id, version: patient.version + 1 } };
}

/**
 * Changes a patient's enrolment from now on. Ending it closes what is open, takes back what was to be shown and recalls
 * the equipment, so that what somebody measures with it later is nobody's and told as such. Making an ended patient active
 * again gives back the equipment that has not been fetched, from when it was taken.
 */
export function setEnrolment(
  context: DecisionContext,
  patient: PatientRow,
  change: EnrolmentChange,
  note?: string,
): void {
  const { db, at, actor } = context;
  const decided = enrolmentsOf(db, patient.id);
  const before = enrolmentAt(decided, at);
  if (before.state === change.state && change.state !== "paused") throw new HemvaktError("ENROLMENT_UNCHANGED");
  if (change.state === "paused" && change.until <= at) {
    throw new HemvaktError("REQUEST_SHAPE", "until: a pause ends later than now.");
  }
  const next: Enrolment = { ...change, from: at };
  db.run(
    "INSERT INTO enrolment (patient, n, state, from_at, until_at, reason, set_by, set_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    patient.id,
    decided.length,
    next.state,
    next.from,
    "until" in next ? next.until : null,
    "reason" in next ? next.reason : null,
    actor,
    at,
  );
  tell(context, "patient.enrolment-changed", {
    team: patient.team,
    patient: patient.id,
    ...(note === undefined ? {} : { reason: note }),
    data: { from: before.state, to: next.state, ...("reason" in next ? { reason: next.reason } : {}) },
  });
  if (next.state === "ended") end(context, patient, next.reason);
  else if (before.state === "ended") giveBack(context, patient, before.from);
  watchSilence(context, patient);
}

function end(context: DecisionContext, patient: PatientRow, reason: string): void {
  const { db, at } = context;
  const open = db.all<AlertRow>(
    "SELECT * FROM alert WHERE subject_type = 'patient' AND subject = ? AND state <> 'resolved' ORDER BY id",
    patient.id,
  );
  for (const row of open) {
    const change = withdraw(toAlert(row), `enrolment ended: ${reason}`, at);
    if (change) record(context, change);
  }
  const prompts = db.run(
    "UPDATE prompt SET retracted_at = ? WHERE patient = ? AND shown_at IS NULL AND retracted_at IS NULL",
    at,
    patient.id,
  );
  if (prompts.changes > 0) {
    tell(context, "prompt.retracted", { team: patient.team, patient: patient.id, reason: "enrolment ended", data: {} });
  }
  recall(context, patient.id);
}

/** What the patient has is to be fetched; a device or hub that somebody else uses as well stays where it is. */
function recall(context: DecisionContext, patient: string): void {
  const { db, at } = context;
  const mine = db.all<AssignmentRow>(
    "SELECT * FROM assignment WHERE patient = ? AND from_at < ? AND (to_at IS NULL OR to_at > ?) ORDER BY id",
    patient,
    at,
    at,
  );
  for (const row of mine) endAt(context, row, at);
  db.run("DELETE FROM assignment WHERE patient = ? AND from_at >= ?", patient, at);
  const devices = new Set(mine.map(({ device }) => device));
  for (const id of devices) {
    if (!isUsed(context, "device", id))
      db.run("UPDATE device SET place = 'recalled', version = version + 1 WHERE id = ?", id);
  }
  const hubs = new Set([...devices].map((id) => deviceById(db, id)?.hub).filter((hub) => hub !== undefined));
  for (const id of [...hubs].sort()) {
    if (isUsed(context, "hub", id)) continue;
    db.run("UPDATE hub SET place = 'recalled', version = version + 1 WHERE id = ?", id);
    const team = found(db.get<{ team: string }>("SELECT team FROM hub WHERE id = ?", id)).team;
    tell(context, "hub.placed", { team, data: { hub: id, place: "recalled" } });
  }
}

/** Whether anybody has the device, or one behind the hub. */
const isUsed = ({ db, at }: DecisionContext, of: "device" | "hub", id: string): boolean =>
  db.get(
    `SELECT 1 FROM assignment a JOIN device d ON d.id = a.device WHERE d.${of === "hub" ? "hub" : "id"} = ?
     AND (a.to_at IS NULL OR a.to_at > ?) LIMIT 1`,
    id,
    at,
  ) !== undefined;

/** What was recalled when the enrolment ended and has not been fetched goes on as if it had never been. */
function giveBack(context: DecisionContext, patient: PatientRow, since: number): void {
  const { db } = context;
  const ended = db.all<AssignmentRow>(
    `SELECT a.* FROM assignment a JOIN device d ON d.id = a.device
     WHERE a.patient = ? AND a.to_at = ? AND d.place = 'recalled' ORDER BY a.id`,
    patient.id,
    since,
  );
  for (const { device, user } of ended) {
    const hub = found(deviceById(db, device)).hub;
    db.run("UPDATE device SET place = 'stock', version = version + 1 WHERE id = ?", device);
    db.run("UPDATE hub SET place = 'stock', version = version + 1 WHERE id = ? AND place = 'recalled'", hub);
    assign(context, { device, patient: patient.id, from: since, ...(user === null ? {} : { user }) });
  }
}
