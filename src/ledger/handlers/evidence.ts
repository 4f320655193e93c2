import { reassess, signalOf, withdraw } from "../../alerts/lifecycle.ts";
import { record } from "../../decision/alerting.ts";
import type { DecisionContext } from "../../decision/context.ts";
import type { Finding } from "../../domain/finding.ts";
import { judgeReadings } from "../../ingest/judge.ts";
import { alertById } from "../../store/sqlite/alerts.ts";
import { parseReadingId, toReading } from "../../store/sqlite/reading-row.ts";
import { readingRow } from "../../store/sqlite/readings.ts";
import { patientById } from "../../store/sqlite/registry.ts";
import { seriesById } from "../../store/sqlite/series.ts";

/** What an alert rests on when readings turn out to be somebody else's. */

const SUPPORTING = "e.type IN ('alert.opened', 'alert.joined', 'alert.worsened', 'alert.reopened')";
type Support = { reading: string; data: string };
type Evidence = { readonly findings?: readonly Finding[] };

/**
 * Withdraws the active alerts that rest on a reading which has just been moved away, as the one judged or as the one
 * compared with; those that other readings support become what those make them.
 * @param patient whose reading it was
 * @returns the readings that were judged by comparing with it: to be judged again once everything has been moved
 */
export function withdrawRestingOn(
  context: DecisionContext,
  patient: string,
  movedReading: string,
  reason: string,
): string[] {
  const { db } = context;
  const alerts = db.all<{ alert: string }>(
    `SELECT DISTINCT e.alert AS alert FROM event e WHERE e.reading = ? AND e.alert IS NOT NULL
     UNION SELECT DISTINCT e.alert FROM alert a JOIN event e ON e.alert = a.id
     WHERE a.subject_type = 'patient' AND a.subject = ? AND a.state <> 'resolved' AND ${SUPPORTING} AND instr(e.data, ?) > 0
     ORDER BY alert`,
    movedReading,
    patient,
    JSON.stringify(movedReading),
  );
  const again = new Set<string>();
  for (const { alert: id } of alerts) {
    const supports = db.all<Support>(
      `SELECT e.reading AS reading, e.data AS data FROM event e WHERE e.alert = ? AND e.reading IS NOT NULL AND ${SUPPORTING}`,
      id,
    );
    const alert = alertById(db, id);
    if (!alert) continue;
    const ours = supports.filter(({ reading }) => !wasMoved(context, reading));
    // A fault of the platform on a reading that is still the patient's is still one.
    if (alert.category === "technical" && ours.length > 0) continue;
    const remaining = ours.map((support) => standing(context, support)).filter((findings) => findings.length > 0);
    const change =
      remaining.length > 0
        ? reassess(
            alert,
            remaining.map((findings) => signalOf(findings)),
            context.at,
          )
        : withdraw(alert, reason, context.at);
    if (!change) continue;
    record(context, change, { team: change.alert.team, reading: movedReading });
    if (remaining.length === 0) for (const { reading } of supports) again.add(reading);
  }
  return [...again];
}

/** The findings on a reading that still hold: everything it was compared with is still the patient's. */
function standing(context: DecisionContext, { data }: Support): readonly Finding[] {
  const { findings = [] } = JSON.parse(data) as Evidence;
  return findings.filter(({ readings }) => !readings.some((id) => wasMoved(context, id)));
}

const stored = ({ db }: DecisionContext, id: string) => {
  const key = parseReadingId(id);
  const row = key && readingRow(db, key);
  const series = row && seriesById(db, row.series);
  return row && series && { series, reading: toReading(series.kind, row) };
};

const wasMoved = (context: DecisionContext, id: string): boolean =>
  stored(context, id)?.reading.flags.includes("moved") ?? true;

/** Judges a patient's readings again by what is left to compare them with; those moved since are left alone. */
export function judgeAgain(context: DecisionContext, patientId: string | null, ids: readonly string[]): void {
  const patient = patientId === null ? undefined : patientById(context.db, patientId);
  if (!patient) return;
  const readings = [...new Set(ids)]
    .map((id) => stored(context, id))
    .filter((found) => found !== undefined)
    .filter(({ series, reading }) => series.patient === patient.id && !reading.flags.includes("moved"));
  if (readings.length > 0) {
    judgeReadings(
      context,
      patient,
      readings.map(({ reading }) => reading),
    );
  }
}
