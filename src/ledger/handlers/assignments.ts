import { withdraw } from "../../alerts/lifecycle.ts";
import { record } from "../../decision/alerting.ts";
import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { flagsToBits } from "../../domain/flag.ts";
import type { Reading } from "../../domain/reading.ts";
import { HemvaktError } from "../../errors.ts";
import { foreignDevice } from "../../ingest/attribution.ts";
import { judgeReadings } from "../../ingest/judge.ts";
import { retractTexts } from "../../ingest/texts.ts";
import { settleTwins } from "../../ingest/twins.ts";
import { type AlertRow, appendEvent, toAlert } from "../../store/sqlite/alerts.ts";
import { exclusionOf } from "../../store/sqlite/queries/corrections.ts";
import {
  decisions,
  parseReadingId,
  type ReadingRow,
  readingId,
  type Series,
  toReading,
} from "../../store/sqlite/reading-row.ts";
import { addFlag, nextNumber, readingRow } from "../../store/sqlite/readings.ts";
import { type AssignmentRow, deviceById, hubById, type PatientRow, patientById } from "../../store/sqlite/registry.ts";
import { ensureSeries, seriesById } from "../../store/sqlite/series.ts";
import type { CommandBody } from "../commands.ts";
import { takeBackAnswer } from "./asking.ts";
import { correct } from "./evidence.ts";
import { found, requireVersion, tell } from "./registry.ts";

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/** What an assignment says. Instants in milliseconds since the epoch. */
export type Assignment = {
  readonly device: string;
  readonly user?: number;
  readonly patient: string;
  readonly from: number;
  readonly to?: number;
};

/**
 * Gives a device, or one user slot of it, to a patient for a period that may begin in the past. What was kept as
 * nobody's in that period becomes the patient's and is judged as late data.
 * @throws HemvaktError `ASSIGNMENT_OVERLAP`, `EQUIPMENT_PLACE`, `NOT_FOUND`
 */
export function createAssignment(context: DecisionContext, command: Of<"assignment-create">): Decided<OutcomeValue> {
  const place = deviceById(context.db, command.device)?.place ?? "stock";
  // A period that is over may be added at any time: it says whose the readings were.
  const isOver = command.to !== undefined && command.to <= context.at;
  if (place !== "stock" && !isOver) throw new HemvaktError("EQUIPMENT_PLACE", `It is ${place}.`);
  const id = assign(context, { ...command, from: command.from ?? context.at });
  return { changed: true, value: { id: String(id), version: 1 } };
}

/** As `createAssignment`, for any caller. @throws HemvaktError `ASSIGNMENT_OVERLAP`, `NOT_FOUND` */
export function assign(context: DecisionContext, wanted: Assignment, declaration?: string): number {
  const { db } = context;
  const device = found(deviceById(db, wanted.device));
  const patient = found(patientById(db, wanted.patient));
  refuseOverlap(context, wanted);
  const { lastId } = db.run(
    "INSERT INTO assignment (device, user, patient, from_at, to_at, declaration, version) VALUES (?, ?, ?, ?, ?, ?, 1)",
    wanted.device,
    wanted.user,
    wanted.patient,
    wanted.from,
    wanted.to,
    declaration,
  );
  const team = hubById(db, device.hub)?.team ?? patient.team;
  tell(context, "assignment.created", { team, patient: patient.id, data: { assignment: lastId, device: device.id } });
  withdrawDeviceAlerts(context, [device.id, foreignDevice(device.hub, device.id)]);
  adopt(context, wanted, patient);
  return lastId;
}

/** Ends an assignment, now or earlier. What came after the end and is the patient's becomes nobody's by moving it. */
export function endAssignment(context: DecisionContext, command: Of<"assignment-end">): Decided<OutcomeValue> {
  const { db } = context;
  const row = found(db.get<AssignmentRow>("SELECT * FROM assignment WHERE id = ?", command.assignment));
  requireVersion(row.version, command.ifVersion);
  const to = command.to ?? context.at;
  if (to <= row.from_at || (row.to_at !== null && to > row.to_at)) {
    throw new HemvaktError("REQUEST_SHAPE", "An assignment ends after it began and is not prolonged by ending it.");
  }
  endAt(context, row, to);
  return { changed: true, value: { id: String(row.id), version: row.version + 1 } };
}

/** As `endAssignment`, for a period that `to` (milliseconds since the epoch) lies in. */
export function endAt(context: DecisionContext, row: AssignmentRow, to: number): void {
  const { db } = context;
  db.run("UPDATE assignment SET to_at = ?, version = version + 1 WHERE id = ?", to, row.id);
  const team = found(patientById(db, row.patient)).team;
  tell(context, "assignment.ended", { team, patient: row.patient, data: { assignment: row.id, device: row.device } });
  const after = readingsOf(
    context,
    // Up to where it ended before: what is later belongs to another assignment of the same device to the same patient.
    "s.device = ? AND s.patient = ? AND (? IS NULL OR s.user IS ?) AND r.measured_at >= ? AND (? IS NULL OR r.measured_at < ?)",
    [row.device, row.patient, row.user, row.user, to, row.to_at, row.to_at],
  );
  const reason = "assignment ended before it was measured";
  correct(context, row.patient, after.map(touched), reason, () => {
    for (const { series, reading } of after) move(context, series, reading, undefined, reason);
  });
}

const touched = ({ series, reading }: Stored): Reading => toReading(series.kind, reading);

/**
 * Staff say that a reading is somebody else's: it is judged there, and what it caused here is withdrawn. An exclusion goes
 * with it, unless it was for being another person's: that is what the move settles.
 */
export function moveReading(context: DecisionContext, command: Of<"reading-move">): Decided<OutcomeValue> {
  const key = found(parseReadingId(command.reading));
  const row = found(readingRow(context.db, key));
  const series = found(seriesById(context.db, row.series));
  const patient = found(patientById(context.db, command.patient));
  if (series.patient === patient.id || toReading(series.kind, row).flags.includes("moved")) {
    throw new HemvaktError("ALREADY_EXISTS", "The reading is there already or has been moved before.");
  }
  const settled = exclusionOf(context.db, command.reading)?.reason === "other-person";
  const reading = correct(context, series.patient, [touched({ series, reading: row })], command.reason, () =>
    move(context, series, row, patient, command.reason, settled),
  );
  if (!reading.flags.includes("excluded")) judgeReadings(context, patient, [reading]);
  return { changed: true, value: { id: reading.id } };
}

function refuseOverlap({ db }: DecisionContext, wanted: Assignment): void {
  const overlapping = db.get<{ id: number }>(
    `SELECT id FROM assignment WHERE device = ? AND (user IS NULL OR ? IS NULL OR user = ?)
     AND (to_at IS NULL OR to_at > ?) AND (? IS NULL OR from_at < ?) LIMIT 1`,
    wanted.device,
    wanted.user,
    wanted.user,
    wanted.from,
    wanted.to,
    wanted.to,
  );
  if (overlapping) throw new HemvaktError("ASSIGNMENT_OVERLAP", undefined, { assignment: overlapping.id });
}

type Stored = { readonly series: Series; readonly reading: ReadingRow };

function readingsOf({ db }: DecisionContext, where: string, parameters: (string | number | null)[]): Stored[] {
  const rows = db.all<ReadingRow>(
    `SELECT r.* FROM series s JOIN reading r ON r.series = s.id WHERE ${where} ORDER BY r.measured_at, r.series, r.n`,
    ...parameters,
  );
  return rows
    .map((reading) => ({ series: found(seriesById(db, reading.series)), reading }))
    .filter(({ series, reading }) => !toReading(series.kind, reading).flags.includes("moved"));
}

function adopt(context: DecisionContext, wanted: Assignment, patient: PatientRow): void {
  const nobodys = readingsOf(
    context,
    "s.device = ? AND s.patient IS NULL AND (? IS NULL OR s.user IS ?) AND r.measured_at >= ? AND (? IS NULL OR r.measured_at < ?)",
    [wanted.device, wanted.user ?? null, wanted.user ?? null, wanted.from, wanted.to ?? null, wanted.to ?? null],
  );
  const readings = nobodys
    .map(({ series, reading }) => move(context, series, reading, patient, "assigned"))
    .filter(({ flags }) => !flags.includes("excluded"));
  if (readings.length > 0) judgeReadings(context, patient, readings);
}

/**
 * Copies a reading to another patient's series, or to nobody's, and leaves the old row as evidence, marked. Both teams are
 * told; prompts to measure again are taken back. To be called within `correct` where it was somebody's.
 * @param included whether what excluded it here doesn't hold there
 * @returns the copy
 */
function move(
  context: DecisionContext,
  from: Series,
  row: ReadingRow,
  to: PatientRow | undefined,
  reason: string,
  included = false,
): Reading {
  const { db, at } = context;
  const series = ensureSeries(db, {
    device: from.device,
    user: from.user,
    kind: from.kind,
    patient: to?.id ?? null,
    team: to?.team ?? from.team,
  });
  const copy: ReadingRow = {
    ...row,
    series: series.id,
    n: nextNumber(db, series.id, row.measured_at),
    // Whether another reading repeats it depends on whose it is.
    flags: row.flags & ~flagsToBits(included ? ["suspect-duplicate", "excluded"] : ["suspect-duplicate"]),
    decision: decisions.indexOf(to ? "none" : "unattributed"),
    plan: null,
  };
  const columns = Object.keys(copy) as (keyof ReadingRow)[];
  db.run(
    `INSERT INTO reading (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
    ...columns.map((column) => copy[column]),
  );
  const oldKey = { series: row.series, measuredAt: row.measured_at, n: row.n };
  addFlag(db, oldKey, "moved");
  const oldId = readingId(oldKey);
  const reading = toReading(from.kind, copy);
  const { device, user } = from;
  settleTwins(db, { device, user, patient: from.patient, reading: toReading(from.kind, row), detail: row.detail });
  settleTwins(db, { device, user, patient: to?.id, reading, detail: row.detail });
  const data = { from: oldId, to: reading.id };
  for (const { patient, team, id } of [
    { patient: from.patient, team: from.team, id: oldId },
    { patient: to?.id ?? null, team: to?.team ?? from.team, id: reading.id },
  ]) {
    if (patient === null) continue;
    const { actor, command } = context;
    appendEvent(db, { at, type: "reading.moved", patient, team, actor, reason, reading: id, data, command });
  }
  if (from.patient !== null) {
    const former = patientById(db, from.patient);
    if (former) {
      retractTexts(context, former, oldId, reason);
      takeBackAnswer(context, former, toReading(from.kind, row));
    }
    const retracted = db.run(
      "UPDATE prompt SET retracted_at = ? WHERE patient = ? AND kind = 'measure-again' AND shown_at IS NULL AND retracted_at IS NULL",
      at,
      from.patient,
    );
    if (retracted.changes > 0)
      tell(context, "prompt.retracted", { team: from.team, patient: from.patient, reason, data: {} });
  }
  return reading;
}

/** The device has a patient now: alerts that said it had none no longer hold. */
function withdrawDeviceAlerts(context: DecisionContext, subjects: readonly string[]): void {
  const rows = context.db.all<AlertRow>(
    `SELECT * FROM alert WHERE subject_type = 'device' AND subject IN (?, ?) AND concern = 'device' AND state <> 'resolved'
     AND json_extract(body, '$.cause') IN ('DEVICE_UNKNOWN', 'DEVICE_UNASSIGNED', 'USER_SLOT_UNKNOWN') ORDER BY id`,
    subjects[0],
    subjects[1],
  );
  for (const row of rows) {
    const change = withdraw(toAlert(row), "assigned", context.at);
    if (change) record(context, change);
  }
}
