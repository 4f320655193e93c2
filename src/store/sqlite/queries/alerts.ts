import { type AlertCategory, type AlertState, type Severity, severities } from "../../../domain/alert.ts";
import type { AlertRow } from "../alerts.ts";
import type { Database } from "../database.ts";
import { allOf, type Condition, visiblePatients, when } from "./scope.ts";

/** The last row of the page before: rank of the severity (higher is worse), when it opened, id. */
export type AlertKey = readonly [rank: number, openedAt: number, id: string];

export type AlertPage = {
  /** The reader's teams, a JSON array. */
  readonly teams: string;
  readonly states: readonly AlertState[];
  readonly team?: string | undefined;
  readonly category?: AlertCategory | undefined;
  readonly severity?: Severity | undefined;
  readonly patient?: string | undefined;
  /** Only those that this member of staff has acknowledged. */
  readonly takenBy?: string | undefined;
  readonly after?: AlertKey | undefined;
  readonly fetch: number;
};

/** The place of a severity in the order; higher is worse. */
export const rankOf = (severity: Severity): number => severities.indexOf(severity);

const rank = `CASE severity ${severities.map((severity, index) => `WHEN '${severity}' THEN ${index}`).join(" ")} END`;

/**
 * The worklist: worst first, then the oldest. A patient's alerts are seen by all teams that see the patient, whichever of them
 * answers for the alert.
 */
export function alertPage(db: Database, page: AlertPage): AlertRow[] {
  const { teams, states, after } = page;
  // Said twice, because the index of active alerts is used only where this is in the query word for word. CROSS JOIN
  // keeps the order: a team's few hundred patients, then their alerts, never all alerts.
  const active = states.includes("resolved") ? "1" : "a.state <> 'resolved'";
  const where = allOf(
    { sql: "state IN (SELECT value FROM json_each(?))", parameters: [JSON.stringify(states)] },
    when(page.team, "team = ?"),
    when(page.category, "category = ?"),
    when(page.severity, "severity = ?"),
    when(page.patient, "subject_type = 'patient' AND subject = ?"),
    when(page.takenBy, "state <> 'open' AND json_extract(body, '$.acknowledgedBy') = ?"),
    after && isAfter(after),
  );
  return db.all<AlertRow>(
    `WITH visible AS (${visiblePatients}),
     candidate AS (
       SELECT a.* FROM visible v CROSS JOIN alert a ON a.subject = v.id AND a.subject_type = 'patient' AND ${active}
       UNION ALL
       SELECT a.* FROM alert a WHERE a.team IN (SELECT value FROM json_each(?)) AND a.subject_type <> 'patient' AND ${active})
     SELECT * FROM candidate WHERE ${where.sql} ORDER BY ${rank} DESC, opened_at, id LIMIT ?`,
    teams,
    teams,
    ...where.parameters,
    page.fetch,
  );
}

const isAfter = ([of, openedAt, id]: AlertKey): Condition => ({
  sql: `${rank} < ? OR (${rank} = ? AND (opened_at, id) > (?, ?))`,
  parameters: [of, of, openedAt, id],
});

/** One alert, if the teams see its patient, or have or had it themselves: who closed it may read what they did. */
export const visibleAlert = (db: Database, teams: string, id: string): AlertRow | undefined =>
  db.get<AlertRow>(
    `SELECT a.* FROM alert a
     LEFT JOIN (${visiblePatients}) v ON a.subject_type = 'patient' AND v.id = a.subject
     WHERE a.id = ? AND (v.id IS NOT NULL OR a.team IN (SELECT value FROM json_each(?)))`,
    teams,
    id,
    teams,
  );

export type AlertEventRow = {
  seq: number;
  at: number;
  type: string;
  actor: string;
  reason: string;
  reading: string | null;
  data: string;
  command: number;
};

/** Everything that happened to an alert, in order. */
export const eventsOfAlert = (db: Database, alert: string): AlertEventRow[] =>
  db.all<AlertEventRow>(
    "SELECT seq, at, type, actor, reason, reading, data, command FROM event WHERE alert = ? ORDER BY seq",
    alert,
  );

/** The events that last made alerts what they are: opened, worse or opened again by a finding, or with other signals missing; by alert. */
export function causesOf(db: Database, alerts: readonly string[]): Map<string, AlertEventRow> {
  const causes = new Map<string, AlertEventRow>();
  for (const alert of alerts) {
    const row = db.get<AlertEventRow>(
      `SELECT seq, at, type, actor, reason, reading, data, command FROM event
       WHERE alert = ? AND (type IN ('alert.opened', 'alert.worsened', 'alert.reopened')
         OR (type = 'alert.joined' AND json_extract(data, '$.silence') IS NOT NULL)) ORDER BY seq DESC LIMIT 1`,
      alert,
    );
    if (row) causes.set(alert, row);
  }
  return causes;
}
