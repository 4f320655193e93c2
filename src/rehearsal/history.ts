import type { ActionTaken, Concern, Outcome } from "../domain/alert.ts";
import { bitsToFlags } from "../domain/flag.ts";
import type { Kind } from "../domain/kind.ts";
import { clockQualities } from "../domain/measurement.ts";
import type { Database } from "../store/sqlite/database.ts";
import { columnValues, type ReadingRow } from "../store/sqlite/reading-row.ts";
import type { Arrival } from "./arrival.ts";
import type { Act } from "./staff.ts";

/** What is stored of a patient, as a rehearsal plays it. */

type HistoryRow = ReadingRow & { device: string; slot: number | null; kind: Kind };

/**
 * A patient's stored readings as they came, message by message. What was given to the patient later than it came is there
 * from when it came; what has been moved away is there as moved, so that the others keep their ids.
 * @param since the oldest that were measured; milliseconds since the epoch
 */
export function arrivalsOf(db: Database, patient: string, since: number): Arrival[] {
  const rows = db.all<HistoryRow>(
    `SELECT r.*, s.device, s.user AS slot, s.kind FROM series s JOIN reading r ON r.series = s.id
     WHERE s.patient = ? AND r.measured_at >= ? ORDER BY r.command, r.position`,
    patient,
    since,
  );
  return [...Map.groupBy(rows, ({ command }) => command).values()].map((message) => ({
    at: message[0]!.received_at,
    order: message[0]!.command,
    readings: message.map((row) => ({
      kind: row.kind,
      values: columnValues(row.kind, row),
      measuredAt: row.measured_at,
      clock: clockQualities[row.clock] ?? "unknown",
      flags: bitsToFlags(row.flags),
      detail: row.detail,
      series: { id: row.series, device: row.device, user: row.slot },
    })),
  }));
}

type ActRow = {
  at: number;
  command: number;
  concern: Concern;
  type: string;
  actor: string;
  reason: string;
  data: string;
};

/** What was really done about a patient's alerts, in order. */
export const actsOf = (db: Database, patient: string): Act[] =>
  db
    .all<ActRow>(
      `SELECT e.at, e.command, a.concern, e.type, e.actor, e.reason, e.data FROM alert a JOIN event e ON e.alert = a.id
       WHERE a.subject_type = 'patient' AND a.subject = ? ORDER BY e.seq`,
      patient,
    )
    .flatMap(actOf);

function actOf({ at, command, concern, type, actor: by, reason, data }: ActRow): Act[] {
  const when = { at, order: command, concern };
  switch (type) {
    case "alert.acknowledged":
    case "alert.promise-renewed": {
      const { promise } = JSON.parse(data) as { promise: { text: string; due: number } };
      return [{ ...when, act: "acknowledge", by, promise }];
    }
    case "alert.resolved": {
      const { outcome, action, note } = JSON.parse(data) as { outcome: Outcome; action: ActionTaken; note?: string };
      return [{ ...when, act: "resolve", by, outcome, action, note }];
    }
    case "alert.withdrawn":
      return [{ ...when, act: "withdraw", reason }];
    case "alert.promise-passed":
      return [{ ...when, act: "promise-passed" }];
    default:
      return [];
  }
}
