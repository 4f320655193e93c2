import type { AlertCategory, Concern, Severity } from "../../../domain/alert.ts";
import { type PlanBody, planInForce } from "../../../domain/plan.ts";
import type { Database } from "../database.ts";
import { allOf, visiblePatients, when } from "./scope.ts";

/** A patient with who they are. */
export type PatientWithPerson = {
  id: string;
  team: string;
  enrolled_at: number;
  version: number;
  given: string;
  family: string;
  born: string | null;
  personal_number: string | null;
  phone: string | null;
};

const columns = `p.id, p.team, p.enrolled_at, p.version, e.given, e.family, e.born, e.personal_number, e.phone`;

/** The patients that some teams see, by id, after `after`. `teams` is a JSON array. */
export function patientPage(
  db: Database,
  {
    teams,
    team,
    after,
    fetch,
  }: { teams: string; team?: string | undefined; after?: string | undefined; fetch: number },
): PatientWithPerson[] {
  const where = allOf(when(team, "p.team = ?"), when(after, "p.id > ?"));
  return db.all<PatientWithPerson>(
    `SELECT ${columns} FROM (${visiblePatients}) p JOIN person e ON e.id = p.person WHERE ${where.sql} ORDER BY p.id LIMIT ?`,
    teams,
    ...where.parameters,
    fetch,
  );
}

/** One patient with who they are. */
export const patientWithPerson = (db: Database, id: string): PatientWithPerson | undefined =>
  db.get<PatientWithPerson>(`SELECT ${columns} FROM patient p JOIN person e ON e.id = p.person WHERE p.id = ?`, id);

/** Several patients with who they are, by id. */
export const patientsById = (db: Database, ids: readonly string[]): Map<string, PatientWithPerson> =>
  new Map(
    db
      .all<PatientWithPerson>(
        `SELECT ${columns} FROM json_each(?) wanted JOIN patient p ON p.id = wanted.value JOIN person e ON e.id = p.person`,
        JSON.stringify([...new Set(ids)]),
      )
      .map((row) => [row.id, row]),
  );

/** The name of staff, by staff id. */
export const staffNames = (db: Database, ids: readonly string[]): Map<string, string> =>
  new Map(
    db
      .all<{ id: string; given: string; family: string }>(
        `SELECT s.id, e.given, e.family FROM json_each(?) wanted JOIN staff s ON s.id = wanted.value
         JOIN person e ON e.id = s.person`,
        JSON.stringify([...new Set(ids)]),
      )
      .map(({ id, given, family }) => [id, `${given} ${family}`]),
  );

export type ActiveAlert = {
  patient: string;
  id: string;
  concern: Concern;
  category: AlertCategory;
  severity: Severity;
  opened_at: number;
};

/** The alerts of some patients that nobody has resolved, by patient, the worst first, then the oldest. */
export const activeAlertsOf = (db: Database, patients: readonly string[]): Map<string, ActiveAlert[]> =>
  Map.groupBy(
    db.all<ActiveAlert>(
      `SELECT subject AS patient, id, concern, category, severity, opened_at FROM alert
       WHERE subject_type = 'patient' AND state <> 'resolved' AND subject IN (SELECT value FROM json_each(?))
       ORDER BY CASE severity WHEN 'red' THEN 0 WHEN 'yellow' THEN 1 ELSE 2 END, opened_at, id`,
      JSON.stringify(patients),
    ),
    ({ patient }) => patient,
  );

export type PlanSummary = { version: number; validFrom: number; conditions: PlanBody["conditions"] };

/** The plan version in force at an instant, without its rules, by patient. */
export function plansInForce(db: Database, patients: readonly string[], at: number): Map<string, PlanSummary> {
  const rows = db.all<{ patient: string; version: number; valid_from: number; conditions: string }>(
    `SELECT patient, version, valid_from, json_extract(body, '$.conditions') AS conditions FROM plan
     WHERE patient IN (SELECT value FROM json_each(?)) AND valid_from <= ?`,
    JSON.stringify(patients),
    at,
  );
  const inForce = new Map<string, PlanSummary>();
  for (const [patient, versions] of Map.groupBy(rows, (row) => row.patient)) {
    const summaries = versions.map(({ version, valid_from, conditions }) => ({
      version,
      validFrom: valid_from,
      conditions: JSON.parse(conditions) as PlanBody["conditions"],
    }));
    const plan = planInForce(summaries, at);
    if (plan) inForce.set(patient, plan);
  }
  return inForce;
}

/** What stands beside each signed version of a patient's plan: its digest and the rehearsal that the signer saw, as JSON. */
export const signaturesOf = (
  db: Database,
  patient: string,
): Map<number, { digest: string | null; rehearsal: string | null }> =>
  new Map(
    db
      .all<{ version: number; digest: string | null; rehearsal: string | null }>(
        "SELECT version, digest, rehearsal FROM plan WHERE patient = ?",
        patient,
      )
      .map(({ version, ...signature }) => [version, signature]),
  );

/** The number of a patient's latest plan version; 0 when there is none. */
export const latestPlanVersion = (db: Database, patient: string): number =>
  db.get<{ version: number | null }>("SELECT max(version) AS version FROM plan WHERE patient = ?", patient)?.version ??
  0;
