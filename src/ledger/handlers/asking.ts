import type { DecisionContext } from "../../decision/context.ts";
import { outOfTime, settle, tell, waitingOf } from "../../ingest/asking.ts";
import { judgeReadings } from "../../ingest/judge.ts";
import { parseReadingId, toReading } from "../../store/sqlite/reading-row.ts";
import { readingRow } from "../../store/sqlite/readings.ts";
import { patientById } from "../../store/sqlite/registry.ts";
import type { Timer } from "../../store/sqlite/timers.ts";

/**
 * A finding has waited for another measurement long enough: its reading is judged again, and now the alert opens. A reading
 * that has turned out to be somebody else's meanwhile is judged where it belongs.
 */
export function tellUnanswered(context: DecisionContext, timer: Timer): void {
  const why = outOfTime(context, timer);
  if (!why) return;
  const waiting = waitingOf(timer);
  settle(context, waiting, "finding");
  const { db } = context;
  const patient = patientById(db, waiting.patient);
  const key = parseReadingId(waiting.reading);
  const row = key && readingRow(db, key);
  if (!patient || !row) return;
  tell(context, patient.team, waiting, "finding.unanswered", why, {});
  const reading = toReading(waiting.kind, row);
  const counts = !reading.flags.some((flag) => flag === "moved" || flag === "excluded");
  if (counts) judgeReadings(context, patient, [reading]);
}
