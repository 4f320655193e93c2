import type { FastifyRequest } from "fastify";
import { type Role, seesClinical } from "../domain/people.ts";
import { HemvaktError } from "../errors.ts";

/**
 * Who may see what. Nobody reads a patient outside their own teams (PDL 2008:355 ch. 4: inner secrecy), and what one may
 * not see is answered exactly like what does not exist.
 */

/**
 * A preHandler that lets only these roles through.
 * @throws HemvaktError `FORBIDDEN` for everybody else
 */
export const allow =
  (...roles: Role[]) =>
  async (request: FastifyRequest): Promise<void> => {
    if (!roles.includes(request.principal.role)) throw new HemvaktError("FORBIDDEN");
  };

// Column and alias names come from code, never from a request; this keeps it so.
const identifier = (name: string): string => {
  if (!/^[a-z_]+(\.[a-z_]+)?$/.test(name)) throw new TypeError(`not a column: ${name}`);
  return name;
};

/**
 * The principal's teams as the one parameter of `inTeams` and `patientInTeams`.
 * @example db.all(`SELECT id FROM hub WHERE ${inTeams("team")} ORDER BY id`, teamFilter(request))
 */
export const teamFilter = (request: FastifyRequest): string => JSON.stringify(request.principal.teams);

/** An SQL condition, true where the column holds one of the teams in its one parameter, `teamFilter(request)`. */
export const inTeams = (column: string): string => `${identifier(column)} IN (SELECT value FROM json_each(?))`;

/**
 * An SQL condition on a row of `patient` (under `alias`), true where a team of its one parameter, `teamFilter(request)`,
 * has the patient, stands beside the team that has, or answers for the patient now. The role is not looked at: `allow` does that.
 */
export const patientInTeams = (alias: string): string =>
  `EXISTS (SELECT 1 FROM json_each(?) AS mine WHERE EXISTS (
    SELECT 1 FROM care_relation AS care WHERE care.patient = ${identifier(alias)}.id AND care.team = mine.value))`;

/**
 * The patient, when one of the principal's teams is responsible or stands beside the responsible one, whatever the
 * role: for what a technician may do (assign a device). Gives nothing clinical.
 * @throws HemvaktError `NOT_FOUND` otherwise: that the patient exists is not revealed
 */
export function knownPatient(request: FastifyRequest, patientId: string): { id: string; team: string } {
  const found = request.server.hemvakt.db.get<{ id: string; team: string }>(
    `SELECT id, team FROM patient WHERE id = ? AND ${patientInTeams("patient")}`,
    patientId,
    teamFilter(request),
  );
  if (!found) throw new HemvaktError("NOT_FOUND");
  return { id: found.id, team: found.team };
}

/**
 * Like `knownPatient`, and only for roles that see measured values.
 * @throws HemvaktError `NOT_FOUND` otherwise: that the patient exists is not revealed
 */
export function visiblePatient(request: FastifyRequest, patientId: string): { id: string; team: string } {
  if (!seesClinical(request.principal.role)) throw new HemvaktError("NOT_FOUND");
  return knownPatient(request, patientId);
}

/**
 * Checks that a team is one of the principal's own.
 * @throws HemvaktError `NOT_FOUND` when it isn't, whether or not it exists
 */
export function visibleTeam(request: FastifyRequest, team: string): void {
  if (!request.principal.teams.includes(team)) throw new HemvaktError("NOT_FOUND");
}

/**
 * Writes who read what of whom (HSLF-FS 2016:40 ch. 4: action, care unit, time, user, patient). Resolves when it is on
 * disk: await it before the answer is sent, so that nothing is read without a trace. The team logged is the one through
 * which the reader sees the patient, the responsible team first.
 * @param patients ids of the patients whose data are in the answer; none gives no entry
 * @param action short and fixed, for instance `trend`; never a value or a name
 */
export async function logRead(
  request: FastifyRequest,
  patients: readonly string[],
  action: string,
  reason?: string,
): Promise<void> {
  if (patients.length === 0) return;
  const { staff, role, teams } = request.principal;
  const { db, ledger } = request.server.hemvakt;
  const through = new Map(
    db
      .all<{ id: string; team: string | null }>(
        `SELECT id, CASE WHEN ${inTeams("patient.team")} THEN patient.team ELSE (
           SELECT min(care.team) FROM care_relation AS care
           WHERE care.patient = patient.id AND ${inTeams("care.team")}) END AS team
         FROM patient WHERE id IN (SELECT value FROM json_each(?))`,
        teamFilter(request),
        teamFilter(request),
        JSON.stringify(patients),
      )
      .map((row) => [row.id, row.team]),
  );
  const entries = [...new Set(patients)].map((patient) => ({
    staff,
    role,
    team: through.get(patient) ?? teams[0] ?? "",
    patient,
    action,
    ...(reason === undefined ? {} : { reason }),
  }));
  await ledger.submit({ kind: "read-log", actor: staff, entries });
}
