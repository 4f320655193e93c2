import { raiseTechnical } from "../decision/alerting.ts";
import type { DecisionContext } from "../decision/context.ts";
import type { Judgement } from "../domain/finding.ts";
import type { Kind } from "../domain/kind.ts";
import { type CarePlan, planInForce } from "../domain/plan.ts";
import type { Reading } from "../domain/reading.ts";
import { comparedKinds, judgedKinds } from "../rules/about.ts";
import type { Judging } from "../rules/evaluate.ts";
import type { DayValues } from "../rules/history.ts";
import { presetSafetyLimits } from "../rules/presets.ts";
import { settleSilence } from "../silence/look.ts";
import type { Database } from "../store/sqlite/database.ts";
import { isStoreFailure } from "../store/sqlite/failure.ts";
import { type Decision, parseReadingId } from "../store/sqlite/reading-row.ts";
import { setDecision } from "../store/sqlite/readings.ts";
import { readingsBetween } from "../store/sqlite/recent.ts";
import { type PatientRow, plansOf, teamById } from "../store/sqlite/registry.ts";
import { conclude } from "./conclude.ts";
import { contain } from "./contain.ts";
import { dayValuesFor, nearbyFor, rememberingDayValues } from "./day-values.ts";
import { reconsiderTreatment } from "./texts.ts";

const HOUR = 3_600_000;
/** A finding on a reading older than this when it came is history: it alerts nobody. */
export const RELEVANCE = 24 * HOUR;

/** The plan a patient's reading is judged by, and its version; without a plan the general safety limits still hold. */
type InForce = {
  readonly body: Judging & { readonly zone: string };
  readonly version: number | undefined;
};

/**
 * Judges a patient's new readings in the order they were measured, each by the plan in force when it was measured, and
 * lets the findings open or change alerts. All of them are stored already, so that a hub emptying its memory in any
 * order gives the same findings. A reading that comes late may be the reference for one that came before it: the newest
 * reading of its kind is then judged again.
 *
 * If the engine throws, the reading stays, the responsible team gets a red technical alert, and the others go on.
 * @param asStored what their rows say already, with the version of the plan then in force
 */
export function judgeReadings(
  context: DecisionContext,
  patient: PatientRow,
  readings: readonly Reading[],
  asStored?: Decision,
): void {
  const ordered = readings.toSorted((a, b) => a.measuredAt - b.measuredAt || (a.id < b.id ? -1 : 1));
  const seen: Seen = new Map();
  for (const reading of ordered) contained(context, patient, reading, asStored, seen);
  for (const { newest, told } of overtaken(context, patient, ordered)) {
    contained(context, patient, newest, undefined, seen, told);
  }
  reconsiderTreatment(context, patient);
  settleSilence(context, patient);
}

const nothing: ReadonlySet<string> = new Set();

/** Day values by zone: the readings of one message mostly look back on the same dates, which judging doesn't change. */
type Seen = Map<string, DayValues>;

/**
 * Runs one judgement of a patient's reading; a fault in it is told to the responsible team.
 * @param told the concerns that this reading has led to a finding of already: nothing more is told of them
 */
function contained(
  context: DecisionContext,
  patient: PatientRow,
  reading: Reading,
  asStored: Decision | undefined,
  seen: Seen,
  told: ReadonlySet<string> = nothing,
): void {
  const judgeIt = (beforeWriting: () => void): void => {
    const { decision, version } = judge(context, patient, reading, seen, told, beforeWriting);
    if (decision !== asStored) decide(context, reading, decision, version);
  };
  contain(context, judgeIt, () => {
    decide(context, reading, "engine-failed", undefined);
    raiseTechnical(context, {
      code: "ENGINE_FAILED",
      severity: "red",
      subject: { type: "patient", id: patient.id },
      team: patient.team,
      reading: reading.id,
    });
  });
}

function judge(
  context: DecisionContext,
  patient: PatientRow,
  reading: Reading,
  seen: Seen,
  told: ReadonlySet<string>,
  beforeWriting: () => void,
): { readonly decision: Decision; readonly version: number | undefined } {
  const { db } = context;
  const { body, version } = inForce(plansOf(db, patient.id), reading.measuredAt, () => teamZone(db, patient.team));
  const judgements = judgementsOf(context, patient, reading, body, seen);
  const findings = judgements.filter((judgement) => judgement.verdict === "finding");
  const age = context.at - reading.measuredAt;
  const old = age > RELEVANCE || reading.flags.includes("retained");
  if (old) return { decision: findings.length > 0 ? "history" : "inside", version };

  /** Whether everything that was found waits for another measurement. */
  let allWait: boolean | undefined;
  for (const [concern, group] of Map.groupBy(judgements, (judgement) => judgement.concern)) {
    if (told.has(concern)) continue;
    const judged = { patient, reading, concern, judgements: group, version };
    const waits = conclude(context, judged, beforeWriting) === "waits";
    if (group.some(({ verdict }) => verdict === "finding")) allWait = waits && allWait !== false;
  }
  if (allWait) return { decision: "repeat-pending", version };
  return { decision: findings.length > 0 ? "finding" : judgements.length > 0 ? "inside" : "none", version };
}

const teamZone = (db: Database, team: string): string => teamById(db, team)?.zone ?? "UTC";

/** All judgements of one reading by one plan, with the history that the plan's rules look back on. */
const judgementsOf = (
  { db, evaluate }: DecisionContext,
  patient: PatientRow,
  reading: Reading,
  body: InForce["body"],
  seen: Seen,
): Judgement[] =>
  evaluate(
    {
      reading,
      dayValues: seen.getOrInsertComputed(body.zone, () =>
        rememberingDayValues(dayValuesFor(db, patient.id, body.zone)),
      ),
      zone: body.zone,
      nearby: nearbyFor(db, patient.id),
      recent: (kind, from, to) => readingsBetween(db, patient.id, kind, from, to + 1),
    },
    body,
  );

function inForce(plans: readonly CarePlan[], at: number, zone: () => string): InForce {
  const plan = planInForce(plans, at);
  return plan
    ? { body: plan, version: plan.version }
    : { body: { rules: [], safetyLimits: [...presetSafetyLimits], zone: zone() }, version: undefined };
}

/** A reading to be judged again, and the concerns that it has led to a finding of. */
type Overtaken = { readonly newest: Reading; readonly told: ReadonlySet<string> };

/**
 * The newest readings for which something older has just arrived that they may be compared with, where they are recent
 * enough to matter: of the same kind, or of another kind where a rule looks at both, as on the pulse of cuff and oximeter,
 * or a weight together with a symptom.
 */
function overtaken(context: DecisionContext, patient: PatientRow, arrived: readonly Reading[]): Overtaken[] {
  const { db, at } = context;
  const ids = new Set(arrived.map(({ id }) => id));
  /** After which instant a kind's newest reading may be compared with something that has arrived. */
  const after = new Map<Kind, number>();
  // In the order they were measured: what holds after the first of a kind holds for the rest of it.
  const firsts = [...Map.groupBy(arrived, ({ kind }) => kind).values()].map(([first]) => first!);
  for (const reading of firsts) {
    for (const kind of alsoComparedWith(db, patient, reading)) {
      if (!after.has(kind)) after.set(kind, reading.measuredAt);
    }
  }
  for (const { kind, measuredAt } of firsts) if (!after.has(kind)) after.set(kind, measuredAt);
  const result: Overtaken[] = [];
  for (const [kind, since] of after) {
    const newest = readingsBetween(db, patient.id, kind, since).at(-1);
    // What has just arrived was judged with everything else stored.
    if (!newest || ids.has(newest.id) || newest.measuredAt <= since || at - newest.measuredAt > RELEVANCE) continue;
    const told = db.all<{ concern: string }>(
      `SELECT json_extract(data, '$.concern') AS concern FROM event WHERE reading = ?
       AND type IN ('alert.opened', 'alert.joined', 'alert.worsened', 'alert.reopened')`,
      newest.id,
    );
    result.push({ newest, told: new Set(told.map(({ concern }) => concern)) });
  }
  return result;
}

/** The other kinds whose readings a rule of the plan may compare with this one. */
function alsoComparedWith(db: Database, patient: PatientRow, { kind }: Reading): Kind[] {
  const others = new Set<Kind>();
  for (const { rules } of readablePlans(db, patient.id)) {
    for (const rule of rules) {
      if (!comparedKinds(rule, rules).includes(kind)) continue;
      for (const other of judgedKinds(rule, rules)) others.add(other);
    }
  }
  others.delete(kind);
  return [...others];
}

/** A patient's plans; none where they can't be read, which judging meets by itself and says. */
function readablePlans(db: Database, patient: string): readonly CarePlan[] {
  try {
    return plansOf(db, patient);
  } catch (error) {
    if (isStoreFailure(error)) throw error;
    return [];
  }
}

function decide(context: DecisionContext, reading: Reading, decision: Decision, version: number | undefined): void {
  const key = parseReadingId(reading.id);
  if (key) setDecision(context.db, key, decision, version);
}
