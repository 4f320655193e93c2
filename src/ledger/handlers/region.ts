import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { enrolmentAt } from "../../domain/enrolment.ts";
import { HemvaktError } from "../../errors.ts";
import type { Declared, Region } from "../../region/region.ts";
import { enrolmentsOf } from "../../store/sqlite/enrolments.ts";
import { forget } from "../../store/sqlite/memory.ts";
import { deviceById, patientById } from "../../store/sqlite/registry.ts";
import type { CommandBody } from "../commands.ts";
import { assign } from "./assignments.ts";
import { setEnrolment } from "./enrolment.ts";
import { insertPlan, latestOf, requireAuthority } from "./plans.ts";
import { adoptForeignSeries, found, handOverAlerts, rememberFormerHub, tell } from "./registry.ts";
import { entrust, entrustOrdinarily, refreshDutyOfTeam } from "./responsibility.ts";
import { addShift } from "./shifts.ts";
import { jsonOrNull } from "./teams.ts";

type Count = { added: number; changed: number; unchanged: number };
type Entry<K extends keyof Region> = Region[K][number];

/**
 * Brings the store to what a region file declares, all or nothing. Entries declared as before are left alone, whatever
 * has been done to them since; nothing is deleted for not being in the file.
 */
export function importRegion(
  context: DecisionContext,
  { region }: Extract<CommandBody, { kind: "region-import" }>,
): Decided<OutcomeValue> {
  const counts: Record<string, Count> = {};
  const bring = <K extends keyof Region>(
    kind: K,
    idOf: (entry: Entry<K>) => string,
    put: (entry: Entry<K>) => void,
  ): void => {
    const count: Count = { added: 0, changed: 0, unchanged: 0 };
    // An older file in the log knows fewer kinds.
    for (const entry of (region[kind] ?? []) as readonly Entry<K>[]) {
      const before = declared(context, kind, idOf(entry));
      if (before === entry.digest) {
        count.unchanged += 1;
        continue;
      }
      put(entry);
      declare(context, kind, idOf(entry), entry);
      count[before === undefined ? "added" : "changed"] += 1;
    }
    counts[kind] = count;
  };

  const brought: Entry<"teams">[] = [];
  bring(
    "teams",
    (team) => team.id,
    (team) => {
      putTeam(context, team);
      brought.push(team);
    },
  );
  for (const team of brought) bringCover(context, team);
  bring(
    "staff",
    (staff) => staff.id,
    (staff) => putStaff(context, staff),
  );
  bring(
    "patients",
    (patient) => patient.id,
    (patient) => putPatient(context, patient),
  );
  bring(
    "plans",
    (plan) => `${plan.patient}/${plan.version}`,
    (plan) => putPlan(context, plan),
  );
  bring(
    "hubs",
    (hub) => hub.id,
    (hub) => putHub(context, hub),
  );
  bring(
    "devices",
    (device) => device.id,
    (device) => putDevice(context, device),
  );
  bring("assignments", assignmentKey, (assignment) => putAssignment(context, assignment));
  bring(
    "rota",
    ({ key }) => key,
    (entry) => putRota(context, entry),
  );
  bring(
    "responsibilities",
    ({ patient, kind, team }) => `${patient}/${kind}/${team}`,
    (entry) => putResponsibility(context, entry),
  );
  // Last of all: who has ended has no equipment, whatever else the file lends them.
  for (const patient of region.patients) bringEnrolment(context, patient);
  const changed = Object.values(counts).some((count) => count.added + count.changed > 0);
  return { changed, value: { counts } };
}

const declared = ({ db }: DecisionContext, kind: string, id: string): string | undefined =>
  db.get<{ digest: string }>("SELECT digest FROM declaration WHERE kind = ? AND id = ?", kind, id)?.digest;

function declare({ db }: DecisionContext, kind: string, id: string, { digest }: Declared<unknown>): void {
  db.run(
    "INSERT INTO declaration (kind, id, digest) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET digest = excluded.digest",
    kind,
    id,
    digest,
  );
}

function putTeam(context: DecisionContext, team: Entry<"teams">): void {
  // Its cover follows when all teams are there: they may cover each other.
  context.db.run(
    `INSERT INTO team (id, name, provider, unit, zone, contact, kind, hours, on_call, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, provider = excluded.provider, unit = excluded.unit,
       zone = excluded.zone, contact = excluded.contact, kind = excluded.kind, hours = excluded.hours,
       on_call = excluded.on_call, version = version + 1`,
    team.id,
    team.name,
    team.provider,
    team.unit,
    team.zone,
    JSON.stringify(team.contact),
    team.kind ?? "clinic",
    jsonOrNull(team.hours ?? null),
    team.onCall ?? "at-work",
  );
  tell(context, "team.created", { team: team.id, data: {} });
}

function bringCover(context: DecisionContext, { id, cover }: Entry<"teams">): void {
  context.db.run("UPDATE team SET cover = ? WHERE id = ?", cover, id);
  forget(context.db, "team", id);
  refreshDutyOfTeam(context, id);
}

function putRota(context: DecisionContext, { key, team, shifts }: Entry<"rota">): void {
  // Turns that have begun stay: alerts were told by them.
  context.db.run("DELETE FROM shift WHERE declaration = ? AND from_at >= ?", key, context.at);
  context.db.run(
    "UPDATE shift SET to_at = ?, version = version + 1 WHERE declaration = ? AND to_at > ?",
    context.at,
    key,
    context.at,
  );
  forget(context.db, "staffed-teams", "");
  for (const shift of shifts) addShift(context, team, { ...shift, from: shift.from }, key);
}

function putResponsibility(context: DecisionContext, entry: Entry<"responsibilities">): void {
  const { db, at } = context;
  const { patient, kind, team, reason, digest: _, ...rest } = entry;
  db.run(
    `UPDATE responsibility SET to_at = max(from_at, ?), version = version + 1
     WHERE patient = ? AND kind = ? AND team = ? AND (to_at IS NULL OR to_at > ?)`,
    at,
    patient,
    kind,
    team,
    at,
  );
  entrust(context, patient, { kind, team, ...rest }, reason);
}

function putPerson(
  { db }: DecisionContext,
  id: string,
  person: { given: string; family: string; born?: string | undefined; phone?: string | undefined },
): void {
  db.run(
    `INSERT INTO person (id, given, family, born, phone) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET given = excluded.given, family = excluded.family, born = excluded.born, phone = excluded.phone`,
    id,
    person.given,
    person.family,
    person.born,
    person.phone,
  );
}

function putStaff(context: DecisionContext, staff: Entry<"staff">): void {
  const { db, at } = context;
  if (db.get("SELECT 1 FROM staff WHERE username = ? AND id <> ?", staff.username, staff.id)) {
    throw new HemvaktError("ALREADY_EXISTS", `The user name of ${staff.id} is somebody else's.`);
  }
  const person = `staff:${staff.id}`;
  putPerson(context, person, staff.name);
  db.run(
    `INSERT INTO staff (id, person, username, password, role, loopback_only, version) VALUES (?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT (id) DO UPDATE SET username = excluded.username, password = excluded.password, role = excluded.role,
       loopback_only = excluded.loopback_only, version = version + 1`,
    staff.id,
    person,
    staff.username,
    staff.passwordHash,
    staff.role,
    staff.loopbackOnly,
  );
  db.run("UPDATE session SET revoked_at = ? WHERE staff = ? AND revoked_at IS NULL", at, staff.id);
  db.run("DELETE FROM membership WHERE staff = ?", staff.id);
  for (const team of staff.teams) {
    db.run("INSERT INTO membership (staff, team) VALUES (?, ?)", staff.id, team);
    tell(context, "access.changed", { team, data: { staff: staff.id } });
  }
}

function putPatient(context: DecisionContext, patient: Entry<"patients">): void {
  const { db } = context;
  const person = `patient:${patient.id}`;
  putPerson(context, person, { ...patient.name, born: patient.born, phone: patient.phone });
  db.run(
    `INSERT INTO patient (id, person, team, enrolled_at, version) VALUES (?, ?, ?, ?, 1)
     ON CONFLICT (id) DO UPDATE SET team = excluded.team, version = version + 1`,
    patient.id,
    person,
    patient.team,
    patient.enrolledAt,
  );
  entrustOrdinarily(context, patient.id, patient.team, { cover: patient.cover });
  handOverAlerts(context, patient.id, patient.team);
  db.run("DELETE FROM patient_team WHERE patient = ?", patient.id);
  for (const team of patient.otherTeams) {
    db.run("INSERT OR IGNORE INTO patient_team (patient, team) VALUES (?, ?)", patient.id, team);
  }
  tell(context, "patient.enrolled", { team: patient.team, patient: patient.id, data: {} });
}

/** The enrolment that the file declares, where the patient's is another. */
function bringEnrolment(context: DecisionContext, { id, enrolment }: Entry<"patients">): void {
  const patient = patientById(context.db, id);
  if (!patient || !enrolment) return;
  const decided = enrolmentsOf(context.db, id);
  // What staff have decided since the file was first brought in stands.
  if (decided.length > 0 || enrolmentAt(decided, context.at).state === enrolment.state) return;
  setEnrolment(context, patient, enrolment);
}

function putPlan(context: DecisionContext, plan: Entry<"plans">): void {
  const { db } = context;
  const patient = found(patientById(db, plan.patient));
  if (db.get("SELECT 1 FROM plan WHERE patient = ? AND version = ?", plan.patient, plan.version)) {
    throw new HemvaktError(
      "ALREADY_EXISTS",
      `Plan ${plan.patient} version ${plan.version} is signed and can't change; declare the next version.`,
    );
  }
  requireAuthority(context, plan.body, latestOf(context, patient.id), plan.signedBy);
  insertPlan(context, patient.team, plan);
}

function putHub(context: DecisionContext, hub: Entry<"hubs">): void {
  context.db.run(
    `INSERT INTO hub (id, team, secret, zone, forwarding, version) VALUES (?, ?, ?, ?, ?, 1)
     ON CONFLICT (id) DO UPDATE SET team = excluded.team, secret = excluded.secret, zone = excluded.zone,
       forwarding = excluded.forwarding, next_secret = NULL, overlap_until = NULL, version = version + 1`,
    hub.id,
    hub.team,
    Buffer.from(hub.secretHmac, "hex"),
    hub.zone,
    hub.forwarding,
  );
  tell(context, "hub.created", { team: hub.team, data: { hub: hub.id } });
}

function putDevice(context: DecisionContext, device: Entry<"devices">): void {
  const before = deviceById(context.db, device.id);
  if (before && before.hub !== device.hub) rememberFormerHub(context, before);
  context.db.run(
    `INSERT INTO device (id, hub, model, version) VALUES (?, ?, ?, 1)
     ON CONFLICT (id) DO UPDATE SET hub = excluded.hub, model = excluded.model, version = version + 1`,
    device.id,
    device.hub,
    device.model,
  );
  adoptForeignSeries(context, device.hub, device.id);
}

/** A device (or slot) and patient: declaring it again with other times changes the period. */
const assignmentKey = ({ device, user, patient }: Entry<"assignments">): string =>
  `${device}/${user ?? "*"}/${patient}`;

function putAssignment(context: DecisionContext, assignment: Entry<"assignments">): void {
  const key = assignmentKey(assignment);
  context.db.run("DELETE FROM assignment WHERE declaration = ?", key);
  assign(context, assignment, key);
}
