/**
 * What a reader's teams let them see, as SQL. Each text has one parameter: the teams as a JSON array. A patient is seen
 * by the team that has them, those beside it, those that answer for them now, and whoever has an alert of theirs that isn't
 * closed: `care_relation`.
 */

/** Rows `id, team, person, enrolled_at, version` of the patients that the teams see. */
export const visiblePatients = `
  WITH mine (team) AS (SELECT value FROM json_each(?)), seen (id) AS (
    SELECT id FROM patient WHERE team IN (SELECT team FROM mine)
    UNION SELECT patient FROM patient_team WHERE team IN (SELECT team FROM mine)
    UNION SELECT patient FROM patient_duty WHERE team IN (SELECT team FROM mine)
    UNION SELECT subject FROM alert WHERE subject_type = 'patient' AND state <> 'resolved' AND team IN (SELECT team FROM mine))
  SELECT p.id, p.team, p.person, p.enrolled_at, p.version FROM seen CROSS JOIN patient p ON p.id = seen.id`;

/** A condition of a query, with its parameters; `undefined` parts are left out. */
export type Condition = { readonly sql: string; readonly parameters: readonly (string | number)[] } | undefined;

/** One condition out of several. The SQL texts come from code, the parameters from callers. */
export function allOf(...conditions: Condition[]): { sql: string; parameters: (string | number)[] } {
  const given = conditions.filter((condition) => condition !== undefined);
  return {
    sql: given.length === 0 ? "1" : given.map(({ sql }) => `(${sql})`).join(" AND "),
    parameters: given.flatMap(({ parameters }) => parameters),
  };
}

/** A condition that holds only when a value is given. */
export const when = (value: string | number | undefined, sql: string): Condition =>
  value === undefined ? undefined : { sql, parameters: [value] };
