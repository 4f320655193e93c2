import { reassess, signalOf, withdraw } from "../../alerts/lifecycle.ts";
import { record } from "../../decision/alerting.ts";
import type { DecisionContext } from "../../decision/context.ts";
import type { Alert, Concern } from "../../domain/alert.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Reading } from "../../domain/reading.ts";
import { type Again, judgeAgain } from "../../ingest/judge.ts";
import { type AlertRow, appendEvent, toAlert } from "../../store/sqlite/alerts.ts";
import { counts, decisions, parseReadingId, type ReadingRow, toReading } from "../../store/sqlite/reading-row.ts";
import { readingRow } from "../../store/sqlite/readings.ts";
import { type PatientRow, patientById } from "../../store/sqlite/registry.ts";
import { seriesById } from "../../store/sqlite/series.ts";
import { type FindingsOf, foundAround, sayings } from "./dependents.ts";

const SUPPORTING = "e.type IN ('alert.opened', 'alert.joined', 'alert.worsened', 'alert.reopened')";
type Support = { reading: string; concern: Concern; findings: readonly Finding[] };

/**
 * Corrects what is stored of a patient's readings and decides again what depended on it, and nothing else: whatever is
 * found otherwise after the correction than a moment before it.
 *
 * Active alerts keep what still holds of what they rest on; those with nothing left are withdrawn, with their events in
 * place. Readings on which something is found that wasn't before are then told of, as late as they are by now.
 * @param patientId whose readings they are; nothing depends on nobody's
 * @param touched the readings that the correction is about, as they are before it
 * @param change marks them
 */
export function correct<T>(
  context: DecisionContext,
  patientId: string | null,
  touched: readonly Reading[],
  reason: string,
  change: () => T,
): T {
  const patient = patientId === null ? undefined : patientById(context.db, patientId);
  if (!patient || touched.length === 0) return change();
  const before = foundAround(context, patient, touched);
  const result = change();
  const after = foundAround(context, patient, touched);
  const changed = new Set(
    [...before.keys(), ...after.keys()].filter((id) => !sameFindings(before.get(id), after.get(id))),
  );
  for (const { id } of touched) changed.add(id);
  reconsider(context, patient, touched, changed, before, after, reason);
  decideAgain(context, patient, changed, before, after, reason);
  return result;
}

const sameFindings = (a: FindingsOf | undefined, b: FindingsOf | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.said.length === b.said.length &&
  a.said.every((one, at) => one === b.said[at]);

/** Active alerts that rest on changed readings: each keeps what still holds. */
function reconsider(
  context: DecisionContext,
  patient: PatientRow,
  touched: readonly Reading[],
  changed: ReadonlySet<string>,
  before: ReadonlyMap<string, FindingsOf>,
  after: ReadonlyMap<string, FindingsOf>,
  reason: string,
): void {
  for (const alert of activeAlerts(context, patient, touched)) {
    const supports = supportsOf(context, alert);
    const holding = supports.map((support) => {
      if (isGone(context, support.reading)) return [];
      return changed.has(support.reading) ? stillHolding(support, before, after) : support.findings;
    });
    const lost = supports.filter((support, at) => {
      if (!changed.has(support.reading)) return false;
      const left = holding[at]!.map(sayings);
      return isGone(context, support.reading) || support.findings.some((finding) => !left.includes(sayings(finding)));
    });
    if (lost.length === 0) continue;
    const remaining = holding.filter((findings) => findings.length > 0);
    // A fault of the platform is still one, unless all it happened on were somebody else's readings.
    if (alert.category === "technical" && !supports.every(({ reading }) => wasMoved(context, reading))) continue;
    const next =
      remaining.length > 0
        ? reassess(
            alert,
            remaining.map((findings) => signalOf(findings)),
            context.at,
          )
        : withdraw(alert, reason, context.at);
    const cause = lost.find(({ reading }) => touched.some(({ id }) => id === reading))?.reading ?? touched[0]!.id;
    if (next) record(context, next, { reading: cause });
  }
}

/**
 * What an alert still has from a changed reading. What was told of may have become another finding since, by readings that
 * came later: as long as the correction changes nothing about the concern it stands as it was told; otherwise what is found
 * now holds if it was found before the correction as well. What is new is told of, not held.
 */
function stillHolding(
  { reading, concern, findings }: Support,
  before: ReadonlyMap<string, FindingsOf>,
  after: ReadonlyMap<string, FindingsOf>,
): readonly Finding[] {
  const of = (found: FindingsOf | undefined) =>
    (found?.findings ?? []).filter((finding) => finding.concern === concern);
  const [then, now] = [of(before.get(reading)), of(after.get(reading))];
  const [saidThen, saidNow] = [then.map(sayings), now.map(sayings)];
  const same = saidThen.length === saidNow.length && saidThen.every((one) => saidNow.includes(one));
  if (before.has(reading) && same) return findings;
  const known = new Set([...saidThen, ...findings.map(sayings)]);
  return now.filter((finding) => known.has(sayings(finding)));
}

/** The patient's active alerts, and those about devices that one of the touched readings led to. */
const activeAlerts = ({ db }: DecisionContext, patient: PatientRow, touched: readonly Reading[]): Alert[] =>
  db
    .all<AlertRow>(
      `SELECT * FROM alert WHERE state <> 'resolved' AND ((subject_type = 'patient' AND subject = ?) OR id IN
         (SELECT e.alert FROM event e WHERE e.reading IN (SELECT value FROM json_each(?)) AND e.alert IS NOT NULL))
       ORDER BY opened_at, id`,
      patient.id,
      JSON.stringify(touched.map(({ id }) => id)),
    )
    .map(toAlert);

const supportsOf = ({ db }: DecisionContext, { id, concern }: Alert): Support[] =>
  db
    .all<{ reading: string; data: string }>(
      `SELECT e.reading AS reading, e.data AS data FROM event e WHERE e.alert = ? AND e.reading IS NOT NULL AND ${SUPPORTING}
       ORDER BY e.seq`,
      id,
    )
    .map(({ reading, data }) => ({
      reading,
      concern,
      findings: (JSON.parse(data) as Partial<Support>).findings ?? [],
    }));

/** Judges what has changed; of a concern on which nothing is found that wasn't found before nothing is told. */
function decideAgain(
  context: DecisionContext,
  patient: PatientRow,
  changed: ReadonlySet<string>,
  before: ReadonlyMap<string, FindingsOf>,
  after: ReadonlyMap<string, FindingsOf>,
  reason: string,
): void {
  const again: Again[] = [];
  for (const id of changed) {
    const now = after.get(id);
    if (!now) continue;
    const known = before.get(id)?.said ?? [];
    const news = new Set(now.findings.filter((_, at) => !known.includes(now.said[at]!)).map(({ concern }) => concern));
    again.push({
      reading: now.reading,
      told: new Map(now.asked.filter((concern) => !news.has(concern)).map((concern) => [concern, "red"])),
    });
  }
  const old = new Map(again.map(({ reading }) => [reading.id, stored(context, reading.id)]));
  judgeAgain(context, patient, again);
  for (const [id, row] of old) noteChange(context, patient, id, row, stored(context, id), reason);
}

/** What was decided about a reading is something else now: said, so that the old decision stays visible. */
function noteChange(
  { db, at, actor, command }: DecisionContext,
  { id: patient, team }: PatientRow,
  reading: string,
  old: ReadingRow | undefined,
  now: ReadingRow | undefined,
  reason: string,
): void {
  if (!old || !now || (old.decision === now.decision && old.plan === now.plan)) return;
  const told = ({ decision, plan }: ReadingRow) => ({ decision: decisions[decision], plan });
  const data = { from: told(old), to: told(now) };
  appendEvent(db, { at, type: "reading.judged-again", patient, team, actor, reason, reading, data, command });
}

function stored({ db }: DecisionContext, id: string): ReadingRow | undefined {
  const key = parseReadingId(id);
  return key && readingRow(db, key);
}

/** Whether a reading counts no more: moved away or excluded. */
export const isGone = (context: DecisionContext, id: string): boolean => {
  const row = stored(context, id);
  return !row || !counts(row);
};

function wasMoved(context: DecisionContext, id: string): boolean {
  const row = stored(context, id);
  const series = row && seriesById(context.db, row.series);
  return !series || toReading(series.kind, row).flags.includes("moved");
}
