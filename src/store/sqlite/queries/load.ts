import type { LifeEvent } from "../../../load/life.ts";
import type { Database } from "../database.ts";

/** What follow-up reads: the events of alerts that opened in a period, and when somebody first read each. */

type Row = { alert: string; at: number; type: string; team: string; reason: string; data: string };

/** @param teams a JSON array; alerts that opened for one of them */
export const eventsOfPeriod = (db: Database, teams: string, from: number, to: number): LifeEvent[] =>
  db
    .all<Row>(
      `SELECT e.alert, e.at, e.type, e.team, e.reason, e.data FROM event o JOIN event e ON e.alert = o.alert
       WHERE o.type = 'alert.opened' AND o.at >= ? AND o.at < ? AND o.team IN (SELECT value FROM json_each(?)) AND e.alert IS NOT NULL
       ORDER BY o.seq, e.seq`,
      from,
      to,
      teams,
    )
    .map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) as LifeEvent["data"] }));

/** What each of those alerts is about, as `<type>/<id>`. */
export const subjectsOfPeriod = (db: Database, teams: string, from: number, to: number): Map<string, string> =>
  new Map(
    db
      .all<{ id: string; subject: string }>(
        `SELECT a.id, a.subject_type || '/' || a.subject AS subject FROM event o JOIN alert a ON a.id = o.alert
         WHERE o.type = 'alert.opened' AND o.at >= ? AND o.at < ? AND o.team IN (SELECT value FROM json_each(?))`,
        from,
        to,
        teams,
      )
      .map(({ id, subject }) => [id, subject]),
  );

/** When somebody first opened an alert of a patient in Hemvakt, from the read log, which is written before anything is shown. */
export const seenInPeriod = (db: Database, teams: string, from: number, to: number): Map<string, number> =>
  new Map(
    db
      .all<{ id: string; at: number }>(
        `SELECT a.id, min(r.at) AS at FROM event o JOIN alert a ON a.id = o.alert
           JOIN read_log r ON r.patient = a.subject AND r.at >= o.at AND r.action IN ('alert', 'alert-acknowledge')
             AND (a.state <> 'resolved' OR r.at <= a.updated_at)
         WHERE o.type = 'alert.opened' AND o.at >= ? AND o.at < ? AND o.team IN (SELECT value FROM json_each(?))
           AND a.subject_type = 'patient' GROUP BY a.id`,
        from,
        to,
        teams,
      )
      .map(({ id, at }) => [id, at]),
  );
