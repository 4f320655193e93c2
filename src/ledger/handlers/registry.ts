import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { HemvaktError } from "../../errors.ts";
import { foreignDevice } from "../../ingest/attribution.ts";
import { appendEvent, type EventType } from "../../store/sqlite/alerts.ts";
import { forgetAll } from "../../store/sqlite/memory.ts";
import {
  deviceById,
  hubById,
  type PatientRow,
  patientById,
  type TeamRow,
  teamById,
} from "../../store/sqlite/registry.ts";
import type { CommandBody } from "../commands.ts";
import { entrustOrdinarily } from "./responsibility.ts";

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

const done = (value: OutcomeValue): Decided<OutcomeValue> => ({ changed: true, value });

/** The row, or `NOT_FOUND`. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new HemvaktError("NOT_FOUND");
  return row;
}

/** Refuses a change by somebody who has not seen the latest version. */
export function requireVersion(version: number, ifVersion: number): void {
  if (version !== ifVersion) throw new HemvaktError("PRECONDITION_FAILED", undefined, { version });
}

/** @throws HemvaktError `ALREADY_EXISTS` */
export const refuseExisting = (row: unknown): void => {
  if (row !== undefined) throw new HemvaktError("ALREADY_EXISTS");
};

/** Tells of a change in the registry. */
export function tell(
  context: DecisionContext,
  type: EventType,
  about: { team: string; patient?: string; reason?: string; data: Record<string, unknown> },
): void {
  appendEvent(context.db, {
    at: context.at,
    type,
    team: about.team,
    ...(about.patient === undefined ? {} : { patient: about.patient }),
    actor: context.actor,
    reason: about.reason ?? type,
    data: about.data,
    command: context.command,
  });
}

export function enrolPatient(context: DecisionContext, command: Of<"patient-enrol">): Decided<OutcomeValue> {
  requireOpenTeam(context, command.team);
  refuseExisting(patientById(context.db, command.id));
  const { given, family, born, phone } = command.person;
  const person = `patient:${command.id}`;
  context.db.run(
    "INSERT INTO person (id, given, family, born, phone) VALUES (?, ?, ?, ?, ?)",
    person,
    given,
    family,
    born,
    phone,
  );
  context.db.run(
    "INSERT INTO patient (id, person, team, enrolled_at, version) VALUES (?, ?, ?, ?, 1)",
    command.id,
    person,
    command.team,
    context.at,
  );
  entrustOrdinarily(context, command.id, command.team);
  tell(context, "patient.enrolled", { team: command.team, patient: command.id, data: {} });
  return done({ id: command.id, version: 1 });
}

export function changePatientTeam(context: DecisionContext, command: Of<"patient-team">): Decided<OutcomeValue> {
  const patient = found(patientById(context.db, command.patient));
  requireOpenTeam(context, command.team);
  requireVersion(patient.version, command.ifVersion);
  entrustOrdinarily(context, patient.id, command.team);
  moveToTeam(context, patient, command.team);
  return done({ id: patient.id, version: patient.version + 1 });
}

/** The patient is another team's from now on; what is open goes along, and both teams hear of it. */
export function moveToTeam(context: DecisionContext, patient: PatientRow, team: string): void {
  context.db.run("UPDATE patient SET team = ?, version = version + 1 WHERE id = ?", team, patient.id);
  handOverAlerts(context, patient.id, team);
  for (const told of new Set([patient.team, team])) {
    tell(context, "patient.team-changed", {
      team: told,
      patient: patient.id,
      data: { from: patient.team, to: team },
    });
  }
}

/** A team that still takes patients, staff and turns. @throws HemvaktError `NOT_FOUND`, `TEAM_CLOSED` */
export function requireOpenTeam({ db }: DecisionContext, id: string): TeamRow {
  const team = found(teamById(db, id));
  if (team.closed_at !== null) throw new HemvaktError("TEAM_CLOSED");
  return team;
}

/** What is open goes with the patient: alerts belong to whoever is responsible now. */
export const handOverAlerts = ({ db }: DecisionContext, patient: string, team: string): void => {
  db.run(
    "UPDATE alert SET team = ? WHERE subject_type = 'patient' AND subject = ? AND state <> 'resolved'",
    team,
    patient,
  );
  forgetAll(db);
};

export function createHub(context: DecisionContext, command: Of<"hub-create">): Decided<OutcomeValue> {
  found(teamById(context.db, command.team));
  refuseExisting(hubById(context.db, command.id));
  context.db.run(
    "INSERT INTO hub (id, team, secret, zone, forwarding, version) VALUES (?, ?, ?, ?, ?, 1)",
    command.id,
    command.team,
    Buffer.from(command.secret, "hex"),
    command.zone,
    command.forwarding,
  );
  tell(context, "hub.created", { team: command.team, data: { hub: command.id } });
  return done({ id: command.id, version: 1 });
}

export function registerDevice(context: DecisionContext, command: Of<"device-register">): Decided<OutcomeValue> {
  const hub = found(hubById(context.db, command.hub));
  refuseExisting(deviceById(context.db, command.id));
  context.db.run("INSERT INTO device (id, hub, model, version) VALUES (?, ?, ?, 1)", command.id, hub.id, command.model);
  adoptForeignSeries(context, hub.id, command.id);
  tell(context, "device.registered", {
    team: hub.team,
    data: { device: command.id, hub: hub.id, model: command.model },
  });
  return done({ id: command.id, version: 1 });
}

/** What the hub sent for this device before anybody registered it is the device's from now on. */
export const adoptForeignSeries = (context: DecisionContext, hub: string, device: string): void => {
  context.db.run("UPDATE series SET device = ? WHERE device = ?", device, foreignDevice(hub, device));
};

/** The device goes behind another hub; what the present one has kept of it until now stays worth the same. */
export function rememberFormerHub({ db, at }: DecisionContext, device: { id: string; hub: string }): void {
  db.run(
    `INSERT INTO former_hub (device, hub, from_at, to_at)
     SELECT ?, ?, ifnull(max(to_at), 0), ? FROM former_hub WHERE device = ?`,
    device.id,
    device.hub,
    at,
    device.id,
  );
}
