import type { DecisionContext } from "../decision/context.ts";
import { prompt } from "../decision/prompting.ts";
import type { Concern } from "../domain/alert.ts";
import { localDay, startOfDay } from "../domain/day.ts";
import type { Finding, Judgement } from "../domain/finding.ts";
import type { Flag } from "../domain/flag.ts";
import type { Kind } from "../domain/kind.ts";
import { measureAgainByDefault } from "../domain/measure-again.ts";
import { timeIsCertain } from "../domain/measurement.ts";
import { isScore, type Metric } from "../domain/metric.ts";
import { type PlanBody, planInForce } from "../domain/plan.ts";
import type { Reading } from "../domain/reading.ts";
import { looksLikeTechnique, type TechniqueReason } from "../rules/technique.ts";
import { appendEvent, latestAlert } from "../store/sqlite/alerts.ts";
import { forget, recall } from "../store/sqlite/memory.ts";
import { decisions, parseReadingId } from "../store/sqlite/reading-row.ts";
import { addFlag, readingRow, removeFlag, setDecision } from "../store/sqlite/readings.ts";
import { readingsBetween } from "../store/sqlite/recent.ts";
import { type PatientRow, plansOf } from "../store/sqlite/registry.ts";
import { clearTimer, setTimer, type Timer } from "../store/sqlite/timers.ts";
import { dayValuesFor, nearbyFor } from "./day-values.ts";

/**
 * "Measure again": where a finding looks like measuring technique the person is asked before the team is. The finding waits
 * as a stored timer and always ends: measured again and inside, measured again and confirmed, or told without an answer.
 * Nothing beyond a safety limit ever waits.
 */

const MINUTE = 60_000;
/** So long the person has to measure again. */
const WAIT = 10 * MINUTE;
/** So long the hub has to show the question. */
const SHOWN_WITHIN = 2 * MINUTE;
/** Nobody stands by the scale any more for what was measured longer ago. */
const FRESH = 10 * MINUTE;

/** Not measured just now by the person at home. */
const notNow: readonly Flag[] = ["from-memory", "retained", "manual"];

/** A finding that waits. Instants in milliseconds since the epoch. */
export type Waiting = {
  readonly patient: string;
  readonly concern: Concern;
  readonly reading: string;
  readonly kind: Kind;
  readonly measuredAt: number;
  /** The rules that found something. */
  readonly rules: readonly string[];
  readonly because: TechniqueReason;
  readonly prompts: readonly number[];
  readonly askedAt: number;
};

const subjectOf = (patient: string, concern: Concern): string => `${patient}/${concern}`;

/** What a timer of the kind `measure-again` holds. */
export const waitingOf = ({ data }: Timer): Waiting => data as unknown as Waiting;

/** The patient's finding of a concern that waits, if one does. */
export const waitingFor = (context: DecisionContext, patient: string, concern: Concern): Waiting | undefined =>
  allWaiting(context, patient).find((waiting) => waiting.concern === concern);

const allWaiting = ({ db }: DecisionContext, patient: string): readonly Waiting[] =>
  recall<readonly Waiting[]>(db, "asked", patient, () =>
    db
      .all<{ data: string }>(
        // From "id/" up to the character after the slash: all of the patient's.
        "SELECT data FROM timer WHERE kind = 'measure-again' AND subject >= ? AND subject < ?",
        `${patient}/`,
        `${patient}0`,
      )
      .map(({ data }) => JSON.parse(data) as Waiting),
  );

/**
 * Asks the person to measure again, where that is meant to come before the team is told; the finding waits then.
 * @returns whether it waits
 */
export function ask(
  context: DecisionContext,
  patient: PatientRow,
  reading: Reading,
  concern: Concern,
  found: readonly Finding[],
): boolean {
  const { db, at } = context;
  const plan = planInForce(plansOf(db, patient.id), at);
  const settings = plan?.measureAgain ?? measureAgainByDefault;
  if (!plan || !settings.enabled || !mayWait(context, reading, found)) return false;
  const sides = found.flatMap(({ metric, direction }) => (isScore(metric) ? [] : [{ metric, direction }]));
  const around = {
    dayValues: dayValuesFor(db, patient.id, plan.zone),
    nearby: nearbyFor(db, patient.id),
    zone: plan.zone,
  };
  const because = looksLikeTechnique(reading, sides, around);
  if (because === undefined) return false;
  const active = latestAlert(db, { type: "patient", id: patient.id }, concern, patient.team);
  if (active && active.state !== "resolved") return false;
  const together = waitingOn(context, patient.id, reading);
  if (!together && (askedToday(context, patient.id, plan.zone) >= settings.cap || wasAskedFor(context, reading))) {
    return false;
  }
  // One reading, one question, whatever it led to.
  const prompts =
    together?.prompts ??
    prompt(context, patient, {
      kind: "measure-again",
      text: settings.text ?? questionOn(sides[0]?.metric, plan.patientLanguage),
      expiresAt: at + WAIT,
      cause: { reading: reading.id },
    });
  if (prompts.length === 0) return false;
  const { id, kind, measuredAt } = reading;
  const rules = found.map(({ rule }) => rule);
  const data: Waiting = {
    patient: patient.id,
    concern,
    reading: id,
    kind,
    measuredAt,
    rules,
    because,
    prompts,
    askedAt: at,
  };
  setTimer(db, { kind: "measure-again", subject: subjectOf(patient.id, concern), due: at + SHOWN_WITHIN, data });
  forget(db, "asked", patient.id);
  tell(context, patient.team, data, "finding.asked", because, { findings: found });
  return true;
}

/** What else was found on the reading and waits already. */
const waitingOn = (context: DecisionContext, patient: string, { id }: Reading): Waiting | undefined =>
  allWaiting(context, patient).find((waiting) => waiting.reading === id);

/** Whether the reading and what was found on it may wait at all. */
function mayWait({ at, actor }: DecisionContext, reading: Reading, found: readonly Finding[]): boolean {
  return (
    actor.startsWith("hub:") &&
    at - reading.measuredAt <= FRESH &&
    timeIsCertain(reading.clock) &&
    !reading.flags.some((flag) => notNow.includes(flag)) &&
    !found.some(({ ruleKind }) => ruleKind === "safety")
  );
}

const askedToday = ({ db, at }: DecisionContext, patient: string, zone: string): number =>
  db.get<{ n: number }>(
    `SELECT count(DISTINCT json_extract(cause, '$.reading')) AS n FROM prompt
     WHERE patient = ? AND created_at >= ? AND kind = 'measure-again' AND cause IS NOT NULL`,
    patient,
    startOfDay(localDay(at, zone), zone),
  )?.n ?? 0;

/** A reading is asked about once, however often it is judged. */
const wasAskedFor = ({ db }: DecisionContext, { id }: Reading): boolean =>
  db.get("SELECT 1 FROM prompt WHERE json_extract(cause, '$.reading') = ? AND kind = 'measure-again'", id) !==
  undefined;

/**
 * The readings that another one answered: where that turns out to be somebody else's or no measurement, what was found on
 * them has had no answer.
 * @param answer the other reading
 */
export function answeredBy({ db }: DecisionContext, patient: string, answer: Reading): Reading[] {
  return readingsBetween(db, patient, answer.kind, answer.measuredAt - WAIT, answer.measuredAt).filter(
    ({ id, flags }) =>
      flags.includes("repeated") &&
      db.get(
        "SELECT 1 FROM event WHERE reading = ? AND type = 'finding.repeated' AND json_extract(data, '$.by') = ?",
        id,
        answer.id,
      ) !== undefined,
  );
}

/**
 * What another reading of the same kind means for a finding that waits.
 * - `confirmed`: it is beyond the limit too; the alert opens with both.
 * - `repeated`: it is inside; nobody need be told. The first reading and what was found on it stay readable.
 * - `undefined`: it says nothing about it.
 */
export function answerTo(
  context: DecisionContext,
  patient: PatientRow,
  reading: Reading,
  waiting: Waiting,
  judgements: readonly Judgement[],
): "confirmed" | "repeated" | undefined {
  const isAnswer = reading.measuredAt > waiting.measuredAt && reading.measuredAt <= waiting.askedAt + WAIT;
  if (reading.kind !== waiting.kind || !isAnswer) return undefined;
  const isConfirmed = judgements.some(({ verdict }) => verdict === "finding");
  // Each rule that found something must say that it is inside: a doubtful value, which only safety limits judge, doesn't.
  const isInside = waiting.rules.every((rule) =>
    judgements.some((one) => one.rule === rule && one.verdict === "inside"),
  );
  if (!isConfirmed && !isInside) return undefined;
  const { db } = context;
  const answer = isConfirmed ? "confirmed" : "repeated";
  clearTimer(db, "measure-again", subjectOf(waiting.patient, waiting.concern));
  settle(context, waiting, answer === "confirmed" ? "finding" : "repeated");
  tell(context, patient.team, waiting, `finding.${answer}`, waiting.because, {
    by: reading.id,
    values: reading.values,
  });
  return answer;
}

/** The finding waits no longer: what was not shown is taken back, and its reading says what became of it. */
export function settle({ db, at }: DecisionContext, waiting: Waiting, decision: "finding" | "repeated"): void {
  forget(db, "asked", waiting.patient);
  for (const id of waiting.prompts) {
    db.run("UPDATE prompt SET retracted_at = ? WHERE id = ? AND shown_at IS NULL AND retracted_at IS NULL", at, id);
  }
  const key = parseReadingId(waiting.reading);
  const row = key && readingRow(db, key);
  // Of several things found on it, one that was told outweighs; whatever else it says has been decided anew meanwhile.
  const before = decision === "finding" ? ["repeat-pending", "repeated"] : ["repeat-pending"];
  if (key && row && before.includes(decisions[row.decision]!)) setDecision(db, key, decision, row.plan ?? undefined);
  if (!key || !row) return;
  // What was confirmed of one concern stands, whatever was taken back of another.
  const told = decision === "finding" || decisions[row.decision] === "finding";
  if (told) removeFlag(db, key, "repeated");
  else addFlag(db, key, "repeated");
}

/**
 * Time has passed for a finding that waits.
 * @returns why its alert must open now; `undefined` while the person still has time, and the timer is set again
 */
export function outOfTime(context: DecisionContext, timer: Timer): "not-shown" | "not-measured" | undefined {
  const { db, at } = context;
  const waiting = waitingOf(timer);
  const until = waiting.askedAt + WAIT;
  if (at >= until) return wasShown(context, waiting) ? "not-measured" : "not-shown";
  if (!wasShown(context, waiting)) return "not-shown";
  setTimer(db, { ...timer, due: until });
  return undefined;
}

const wasShown = ({ db }: DecisionContext, { prompts }: Waiting): boolean =>
  prompts.some((id) => db.get("SELECT 1 FROM prompt WHERE id = ? AND shown_at IS NOT NULL", id) !== undefined);

/** Tells of a finding that waits or did; its numbers stand with it. */
export function tell(
  { db, at, actor, command }: DecisionContext,
  team: string,
  waiting: Waiting,
  type: "finding.asked" | "finding.confirmed" | "finding.repeated" | "finding.unanswered",
  reason: string,
  data: Readonly<Record<string, unknown>>,
): void {
  const { patient, reading, concern, because, askedAt } = waiting;
  appendEvent(db, {
    at,
    type,
    patient,
    team,
    actor,
    reason,
    reading,
    data: { concern, because, askedAt, ...data },
    command,
  });
}

const questions: Readonly<Record<NonNullable<PlanBody["patientLanguage"]>, Partial<Record<Metric | "other", string>>>> =
  {
    sv: {
      "body-weight": "Väg dig gärna en gång till: utan ytterkläder och skor, och stå stilla tills vågen är klar.",
      "oxygen-saturation": "Mät gärna syremättnaden en gång till: varm hand, stilla finger, vänta en minut.",
      other: "Mät gärna en gång till om några minuter: sitt stilla och vila en stund först.",
    },
    en: {
      "body-weight":
        "Please weigh yourself once more: without outdoor clothes and shoes, and stand still until the scale is done.",
      "oxygen-saturation": "Please measure your oxygen once more: warm hand, finger still, wait a minute.",
      other: "Please measure once more in a few minutes: sit still and rest for a while first.",
    },
  };

/** What the platform asks where the clinic has no words of its own. */
const questionOn = (metric: Metric | undefined, language: PlanBody["patientLanguage"] = "sv"): string =>
  (metric && questions[language][metric]) ?? questions[language].other ?? "";
