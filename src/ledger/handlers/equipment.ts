import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { enrolmentAt } from "../../domain/enrolment.ts";
import { HemvaktError } from "../../errors.ts";
import { enrolmentsOf } from "../../store/sqlite/enrolments.ts";
import {
  type AssignmentRow,
  assignmentsAt,
  type DeviceRow,
  deviceById,
  hubById,
  patientById,
} from "../../store/sqlite/registry.ts";
import type { CommandBody, Equipment } from "../commands.ts";
import { assign, endAt } from "./assignments.ts";
import { changed, revokeCredentials } from "./provisioning.ts";
import { adoptForeignSeries, found, rememberFormerHub, requireVersion, tell } from "./registry.ts";

/** The life of hubs and devices: lent, returned, exchanged, moved, repaired, lost, retired. */

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/** Lends a device, or every device in stock behind a hub, all or none. @throws HemvaktError `EQUIPMENT_PLACE`, `ASSIGNMENT_OVERLAP` */
export function lend(context: DecisionContext, command: Of<"equipment-lend">): Decided<OutcomeValue> {
  const { user, patient, to } = command;
  if (enrolmentAt(enrolmentsOf(context.db, patient), context.at).state === "ended") {
    throw new HemvaktError("ENROLMENT_ENDED");
  }
  const devices = devicesOf(context, command).filter(({ place }) => place === "stock");
  const hub = found(
    hubById(context.db, command.of === "hub" ? command.id : found(devices[0] ?? device(context, command.id)).hub),
  );
  if (hub.place !== "stock") throw new HemvaktError("EQUIPMENT_PLACE", `Hub ${hub.id}: ${hub.place}.`);
  if (devices.length === 0) throw new HemvaktError("EQUIPMENT_PLACE", "No device of it is in stock.");
  const period = { from: command.from ?? context.at, ...(to === undefined ? {} : { to }) };
  const slot = user === undefined ? {} : { user };
  const ids = devices.map(({ id }) => String(assign(context, { device: id, patient, ...slot, ...period })));
  return { changed: true, value: { id: command.id, ids } };
}

/** Takes a hub or device back: whoever has it has it no more. What was measured until now stays theirs. */
export function takeBack(context: DecisionContext, command: Of<"equipment-return">): Decided<OutcomeValue> {
  requireCurrent(context, command);
  const ids = endLendings(context, command);
  const fetched = fetchRecalled(context, command);
  if (ids.length === 0 && !fetched) throw new HemvaktError("EQUIPMENT_NOT_LENT");
  return settled(context, command, "returned", {}, ids);
}

/**
 * Puts another in its place with whoever has it. A device's assignments end and go on with the replacement, behind the
 * same hub; a hub's devices go behind the replacement, whoever has them. Alerts, history and what is to be shown stay.
 * @throws HemvaktError `EQUIPMENT_NOT_LENT`, `EQUIPMENT_PLACE`, `ASSIGNMENT_OVERLAP`
 */
export function exchange(context: DecisionContext, command: Of<"equipment-exchange">): Decided<OutcomeValue> {
  requireCurrent(context, command);
  if (command.id === command.replacement) throw new HemvaktError("EQUIPMENT_PLACE", "It can't replace itself.");
  if (command.of === "hub") return exchangeHub(context, command);
  const { db, at } = context;
  const old = device(context, command.id);
  const replacement = device(context, command.replacement);
  if (replacement.place !== "stock")
    throw new HemvaktError("EQUIPMENT_PLACE", `${replacement.id}: ${replacement.place}.`);
  const current = lendingsOf(context, old.id);
  if (current.length === 0) throw new HemvaktError("EQUIPMENT_NOT_LENT");
  if (replacement.hub !== old.hub) putBehind(context, replacement, old.hub);
  for (const row of current) endAt(context, row, at);
  const ids = [...current, ...cancelComing(context, old.id)].map(({ patient, user, from_at, to_at }) => {
    const rest = { ...(user === null ? {} : { user }), ...(to_at === null ? {} : { to: to_at }) };
    return String(assign(context, { device: replacement.id, patient, from: Math.max(from_at, at), ...rest }));
  });
  db.run("UPDATE device SET place = ? WHERE id = ?", command.place, old.id);
  return settled(context, command, "exchanged", { replacement: replacement.id, place: command.place }, ids);
}

function exchangeHub(context: DecisionContext, command: Of<"equipment-exchange">): Decided<OutcomeValue> {
  const { db } = context;
  const replacement = found(hubById(db, command.replacement));
  if (replacement.place !== "stock" || replacement.revoked_at !== null) {
    const why = replacement.revoked_at === null ? replacement.place : "revoked";
    throw new HemvaktError("EQUIPMENT_PLACE", `${replacement.id}: ${why}.`);
  }
  const behindIt = devicesOf(context, { of: "hub", id: replacement.id });
  if (behindIt.some(({ id }) => lendingsOf(context, id).length > 0)) {
    throw new HemvaktError("EQUIPMENT_PLACE", `${replacement.id}: somebody has a device behind it.`);
  }
  const devices = devicesOf(context, command).filter(({ place }) => place === "stock");
  if (!devices.some(({ id }) => lendingsOf(context, id).length > 0)) throw new HemvaktError("EQUIPMENT_NOT_LENT");
  for (const row of devices) putBehind(context, row, replacement.id);
  db.run(
    "UPDATE prompt SET hub = ? WHERE hub = ? AND shown_at IS NULL AND retracted_at IS NULL",
    replacement.id,
    command.id,
  );
  db.run("UPDATE hub SET place = ? WHERE id = ?", command.place, command.id);
  if (isGone(command.place)) revokeCredentials(context, command.id);
  return settled(context, command, "exchanged", { replacement: replacement.id, place: command.place }, []);
}

/**
 * Says where a hub or device is now. Whoever has it has it no more; a hub that is lost or retired can't sign in again
 * until it is provisioned anew.
 */
export function changePlace(context: DecisionContext, command: Of<"equipment-place">): Decided<OutcomeValue> {
  requireCurrent(context, command);
  const { of, id, place } = command;
  const ids = endLendings(context, command);
  // What was promised for a time to come can't be kept by what is elsewhere.
  if (place !== "stock") for (const row of devicesOf(context, command)) cancelComing(context, row.id);
  context.db.run(`UPDATE ${of} SET place = ? WHERE id = ?`, place, id);
  if (of === "hub" && isGone(place)) revokeCredentials(context, id);
  return settled(context, command, "placed", { place }, ids);
}

/** Puts a device behind another hub; whoever has it keeps it. */
export function moveToHub(context: DecisionContext, command: Of<"device-move">): Decided<OutcomeValue> {
  const row = device(context, command.device);
  requireVersion(row.version, command.ifVersion);
  const hub = found(hubById(context.db, command.hub));
  if (row.hub === hub.id) return { changed: false, value: { id: row.id, version: row.version } };
  putBehind(context, row, hub.id);
  return { changed: true, value: { id: row.id, version: row.version + 1 } };
}

/** What was recalled and has been fetched is in stock again. */
function fetchRecalled(context: DecisionContext, of: Equipment): boolean {
  const { db } = context;
  const rows = devicesOf(context, of).filter(({ place }) => place === "recalled");
  for (const { id } of rows) db.run("UPDATE device SET place = 'stock' WHERE id = ?", id);
  const hub =
    of.of === "hub" ? db.run("UPDATE hub SET place = 'stock' WHERE id = ? AND place = 'recalled'", of.id) : undefined;
  return rows.length > 0 || (hub?.changes ?? 0) > 0;
}

const isGone = (place: string): boolean => place === "lost" || place === "retired";

const device = ({ db }: DecisionContext, id: string): DeviceRow => found(deviceById(db, id));

function requireCurrent({ db }: DecisionContext, { of, id, ifVersion }: Equipment & { ifVersion: number }): void {
  requireVersion(found<{ version: number }>(of === "hub" ? hubById(db, id) : deviceById(db, id)).version, ifVersion);
}

/** The device itself, or all behind the hub. */
const devicesOf = (context: DecisionContext, { of, id }: Equipment): DeviceRow[] =>
  of === "device"
    ? [device(context, id)]
    : context.db.all<DeviceRow>("SELECT * FROM device WHERE hub = ? ORDER BY id", found(hubById(context.db, id)).id);

/** Who has the device; what began this very instant has not begun to be used. */
const lendingsOf = ({ db, at }: DecisionContext, id: string): AssignmentRow[] =>
  assignmentsAt(db, id, at).filter(({ from_at }) => from_at < at);

/** Takes back what was to begin later; nobody has used the device for it. */
function cancelComing(context: DecisionContext, id: string): AssignmentRow[] {
  const { db, at } = context;
  const coming = db.all<AssignmentRow>(
    "SELECT * FROM assignment WHERE device = ? AND from_at >= ? ORDER BY id",
    id,
    at,
  );
  for (const row of coming) {
    db.run("DELETE FROM assignment WHERE id = ?", row.id);
    const team = found(patientById(db, row.patient)).team;
    const data = { assignment: row.id, device: id };
    tell(context, "assignment.ended", { team, patient: row.patient, reason: "cancelled", data });
  }
  return coming;
}

function putBehind(context: DecisionContext, row: DeviceRow, hub: string): void {
  rememberFormerHub(context, row);
  context.db.run("UPDATE device SET hub = ?, version = version + 1 WHERE id = ?", hub, row.id);
  adoptForeignSeries(context, hub, row.id);
  tell(context, "device.moved", {
    team: found(hubById(context.db, hub)).team,
    data: { device: row.id, hub, formerHub: row.hub },
  });
}

/** Ends what is lent of it now, and takes back what was still to be shown to those who no longer have anything behind the hub. */
function endLendings(context: DecisionContext, of: Equipment): string[] {
  const ended = devicesOf(context, of).flatMap((row) =>
    lendingsOf(context, row.id).map((lending) => {
      endAt(context, lending, context.at);
      retractPrompts(context, row.hub, lending.patient);
      return lending;
    }),
  );
  return ended.map(({ id }) => String(id));
}

function retractPrompts(context: DecisionContext, hub: string, patient: string): void {
  const { db, at } = context;
  const { changes } = db.run(
    `UPDATE prompt SET retracted_at = ?1 WHERE hub = ?2 AND patient = ?3 AND shown_at IS NULL AND retracted_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM device d JOIN assignment a ON a.device = d.id
       WHERE d.hub = ?2 AND a.patient = ?3 AND a.from_at <= ?1 AND (a.to_at IS NULL OR a.to_at > ?1))`,
    at,
    hub,
    patient,
  );
  const team = patientById(db, patient)?.team;
  if (changes > 0 && team !== undefined)
    tell(context, "prompt.retracted", { team, patient, reason: "returned", data: {} });
}

/** The new version, the event, and the assignments that ended or began. */
function settled(
  context: DecisionContext,
  { of, id }: Equipment,
  what: "returned" | "exchanged" | "placed",
  data: Record<string, unknown>,
  ids: readonly string[],
): Decided<OutcomeValue> {
  if (of === "hub") {
    const { value } = changed(context, found(hubById(context.db, id)), `hub.${what}`, data);
    return { changed: true, value: { ...value, ids } };
  }
  const row = device(context, id);
  context.db.run("UPDATE device SET version = version + 1 WHERE id = ?", id);
  const team = found(hubById(context.db, row.hub)).team;
  tell(context, `device.${what}`, { team, data: { device: id, hub: row.hub, ...data } });
  return { changed: true, value: { id, version: row.version + 1, ids } };
}
