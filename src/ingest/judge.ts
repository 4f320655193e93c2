import { raiseTechnical } from "../decision/alerting.ts";
import type { DecisionContext } from "../decision/context.ts";
import { isMoreSevere, type Severity } from "../domain/alert.ts";
import type { Finding, Judgement } from "../domain/finding.ts";
import type { Kind } from "../domain/kind.ts";
import { type CarePlan, planInForce } from "../domain/plan.ts";
import type { Reading } from "../domain/reading.ts";
import { comparedKinds, judgedKinds } from "../rules/about.ts";
import { compareReadings } from "../rules/history.ts";
import { longestRelevance, RELEVANCE } from "../rules/relevance.ts";
import { settleSilence } from "../silence/look.ts";
import { appendEvent } from "../store/sqlite/alerts.ts";
import type { Database } from "../store/sqlite/database.ts";
import { isStoreFailure } from "../store/sqlite/failure.ts";
import { type Decision, decisions, parseReadingId } from "../store/sqlite/reading-row.ts";
import { readingRow, setDecision } from "../store/sqlite/readings.ts";
import { readingsBetween } from "../store/sqlite/recent.ts";
import { type PatientRow, plansOf } from "../store/sqlite/registry.ts";
import { conclude, evidence } from "./conclude.ts";
import { contain } from "./contain.ts";
import { reconsiderTreatment } from "./texts.ts";
import { type Seen, type Weighed, weigh } from "./two-plans.ts";

/**
 * Judges a patient's new readings in the order they were measured, each by the plans that `two-plans` says, and lets the
 * findings open or change alerts. All of them are stored already, so that a hub emptying its memory in any
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
  const ordered = readings.toSorted(compareReadings);
  const seen: Seen = new Map();
  for (const reading of ordered) contained(context, patient, reading, asStored, seen);
  for (const { reading, told } of overtaken(context, patient, ordered)) {
    contained(context, patient, reading, undefined, seen, told);
  }
  reconsiderTreatment(context, patient);
  settleSilence(context, patient);
}

/** Judges a patient's stored readings again, oldest first; of the concerns in `told` nothing more is said. */
export function judgeAgain(context: DecisionContext, patient: PatientRow, again: readonly Again[]): void {
  const seen: Seen = new Map();
  const ordered = again.toSorted((a, b) => compareReadings(a.reading, b.reading));
  for (const { reading, told } of ordered) contained(context, patient, reading, undefined, seen, told);
  reconsiderTreatment(context, patient);
  settleSilence(context, patient);
}

const nothing: Told = new Map();

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
  told: Told = nothing,
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
  told: Told,
  beforeWriting: () => void,
): { readonly decision: Decision; readonly version: number | undefined } {
  const weighed = weigh(context, patient, reading, seen);
  const version = planInForce(plansOf(context.db, patient.id), reading.measuredAt)?.version;
  const decision = decisionOn(weighed, reading, context.at);
  /** Whether everything that was found waits for another measurement. */
  let allWait: boolean | undefined;
  for (const [concern, group] of Map.groupBy(weighed, ({ judgement }) => judgement.concern)) {
    const judgements = tellable(group, reading, context.at);
    if (!judgements || isTold(told, concern, judgements)) continue;
    const judged = { patient, reading, concern, judgements, version };
    const waits = conclude(context, judged, beforeWriting) === "waits";
    if (judgements.some(({ verdict }) => verdict === "finding")) allWait = waits && allWait !== false;
  }
  if (decision === "history") noteHistory(context, patient, reading, weighed, version, beforeWriting);
  return { decision: allWait ? "repeat-pending" : decision, version };
}

/** Whether all that is found of a concern has been told on this reading: as much, or worse. */
function isTold(told: Told, concern: string, judgements: readonly Judgement[]): boolean {
  const known = told.get(concern);
  if (known === undefined) return false;
  return !judgements.some((one) => one.verdict === "finding" && isMoreSevere(one.severity, known));
}

/** Whether a finding may alert at an instant: not too old by its own rule, nor delivered from another broker's store. */
const isRelevant = ({ relevance }: Weighed, { measuredAt, flags }: Reading, at: number): boolean =>
  at - measuredAt <= relevance && !flags.includes("retained");

const isFinding = ({ judgement }: Weighed): boolean => judgement.verdict === "finding";

/** What a reading's judgements add up to at an instant (milliseconds since the epoch). */
export function decisionOn(weighed: readonly Weighed[], reading: Reading, at: number): Decision {
  const found = weighed.filter(isFinding);
  if (found.some((one) => isRelevant(one, reading, at))) return "finding";
  if (found.length > 0) return "history";
  return weighed.length > 0 ? "inside" : "none";
}

/** What of one concern's judgements is told; `undefined` where all that was found is history, or the reading itself is. */
function tellable(group: readonly Weighed[], reading: Reading, at: number) {
  const relevant = group.filter((one) => !isFinding(one) || isRelevant(one, reading, at));
  const isHistory = group.some(isFinding)
    ? !relevant.some(isFinding)
    : at - reading.measuredAt > RELEVANCE || reading.flags.includes("retained");
  return isHistory ? undefined : relevant.map(({ judgement }) => judgement);
}

/** Too late to alert anybody: said once for information, so that what was found stands in the record. */
function noteHistory(
  { db, at, actor, command }: DecisionContext,
  patient: PatientRow,
  reading: Reading,
  weighed: readonly Weighed[],
  version: number | undefined,
  beforeWriting: () => void,
): void {
  const key = parseReadingId(reading.id);
  if (!key || readingRow(db, key)?.decision === decisions.indexOf("history")) return;
  beforeWriting();
  const findings = weighed.filter(isFinding).map(({ judgement }) => judgement as Finding);
  appendEvent(db, {
    at,
    type: "reading.history",
    patient: patient.id,
    team: patient.team,
    actor,
    reason: "too old to alert",
    reading: reading.id,
    data: { severity: "info", ...evidence(reading, findings, version, at - reading.measuredAt) },
    command,
  });
}

/** The concerns that a reading has been told of already, and how severe the worst of it was. */
export type Told = ReadonlyMap<string, Severity>;

/** A reading to be judged again, and what it has been told of already. */
export type Again = { readonly reading: Reading; readonly told: Told };

/**
 * The newest readings for which something older has just arrived that they may be compared with, where they are recent
 * enough to matter: of the same kind, or of another kind where a rule looks at both, as on the pulse of cuff and oximeter,
 * or a weight together with a symptom.
 */
function overtaken(context: DecisionContext, patient: PatientRow, arrived: readonly Reading[]): Again[] {
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
  const relevance = longestRelevance(readablePlans(db, patient.id).flatMap(({ rules }) => rules));
  const result: Again[] = [];
  for (const [kind, since] of after) {
    const newest = readingsBetween(db, patient.id, kind, since).at(-1);
    // What has just arrived was judged with everything else stored.
    if (!newest || ids.has(newest.id) || newest.measuredAt <= since || at - newest.measuredAt > relevance) continue;
    const told = db.all<{ concern: string; findings: string | null }>(
      `SELECT json_extract(e.data, '$.concern') AS concern, json_extract(e.data, '$.findings') AS findings FROM event e JOIN alert a ON a.id = e.alert WHERE e.reading = ?
       AND e.type IN ('alert.opened', 'alert.joined', 'alert.worsened', 'alert.reopened')
       AND json_extract(a.body, '$.outcome') IS NOT 'withdrawn'`,
      newest.id,
    );
    result.push({ reading: newest, told: worstOf(told) });
  }
  return result;
}

/** The worst that events told of each concern. */
function worstOf(events: readonly { readonly concern: string; readonly findings: string | null }[]): Told {
  const worst = new Map<string, Severity>();
  for (const { concern, findings } of events) {
    for (const { severity } of JSON.parse(findings ?? "[]") as Finding[]) {
      const known = worst.get(concern);
      if (known === undefined || isMoreSevere(severity, known)) worst.set(concern, severity);
    }
  }
  return worst;
}

/** The other kinds whose readings a rule of the plan may compare with this one. */
export function alsoComparedWith(db: Database, patient: PatientRow, { kind }: Pick<Reading, "kind">): Kind[] {
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
