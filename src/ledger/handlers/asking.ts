import type { DecisionContext } from "../../decision/context.ts";
import type { Reading } from "../../domain/reading.ts";
import { answeredBy, outOfTime, settle, tell, waitingOf } from "../../ingest/asking.ts";
import { judgeReadings } from "../../ingest/judge.ts";
import { parseReadingId, toReading } from "../../store/sqlite/reading-row.ts";
import { readingRow, removeFlag } from "../../store/sqlite/readings.ts";
import { type PatientRow, patientById } from "../../store/sqlite/registry.ts";
import type { Timer } from "../../store/sqlite/timers.ts";

/**
 * A reading turned out to be somebody else's or no measurement. What it answered has had no answer: the first value counts
 * again, and its alert opens now, as late as it is.
 */
export function takeBackAnswer(context: DecisionContext, patient: PatientRow, answer: Reading): void {
  for (const { id } of answeredBy(context, patient.id, answer)) {
    const key = parseReadingId(id);
    if (!key) continue;
    removeFlag(context.db, key, "repeated");
    const row = readingRow(context.db, key);
    if (row) judgeReadings(context, patient, [toReading(answer.kind, row)]);
  }
}

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
