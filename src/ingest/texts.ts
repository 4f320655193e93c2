import type { DecisionContext } from "../decision/context.ts";
import { prompt } from "../decision/prompting.ts";
import type { Concern } from "../domain/alert.ts";
import { dayToIso, localDay, startOfDay } from "../domain/day.ts";
import type { Finding } from "../domain/finding.ts";
import { timeIsCertain } from "../domain/measurement.ts";
import type { TreatmentText } from "../domain/patient-text.ts";
import { type CarePlan, planInForce } from "../domain/plan.ts";
import { quantityToScaled } from "../domain/quantity.ts";
import type { Reading } from "../domain/reading.ts";
import { isReference } from "../rules/history.ts";
import { exclusionOf, refusalOf, type TreatmentFacts } from "../rules/treatment.ts";
import { appendEvent } from "../store/sqlite/alerts.ts";
import { forget, recall } from "../store/sqlite/memory.ts";
import { parseReadingId } from "../store/sqlite/reading-row.ts";
import { readingsBetween } from "../store/sqlite/recent.ts";
import { assignmentsAt, type PatientRow, plansOf, teamById } from "../store/sqlite/registry.ts";
import { seriesById } from "../store/sqlite/series.ts";
import { nearbyFor } from "./day-values.ts";

/** What the clinic has written for the patient to read when a rule finds something. Nothing is said that nobody wrote. */

const HOUR = 3_600_000;

/** A finding that the team has just been told of. */
type Told = {
  readonly patient: PatientRow;
  readonly reading: Reading;
  readonly concern: Concern;
  readonly found: readonly Finding[];
  /** The alert opened, got worse or opened again; otherwise the finding joined in silence. */
  readonly isNews: boolean;
  readonly late: boolean;
};

/** Says what the plan has to say about a finding. */
export function say(context: DecisionContext, told: Told): void {
  const plan = planInForce(plansOf(context.db, told.patient.id), context.at);
  if (!plan || (!plan.texts?.length && !plan.treatments?.enabled)) return;
  const rules = told.found.map(({ rule }) => rule);
  const text = told.isNews ? plan.texts?.find(({ rule }) => rules.includes(rule)) : undefined;
  if (text) {
    const cause = { reading: told.reading.id, rule: text.rule };
    prompt(context, told.patient, { kind: "message", text: text.text, expiresAt: context.at + 24 * HOUR, cause });
  }
  const treatment = plan.treatments?.enabled
    ? plan.treatments.texts.find(({ rule }) => rules.includes(rule))
    : undefined;
  if (treatment) treat(context, told, plan, treatment);
}

function treat(context: DecisionContext, told: Told, plan: CarePlan, text: TreatmentText): void {
  const { db, at } = context;
  const { patient, reading } = told;
  const refusal = refusalOf(text, factsFor(context, plan, told));
  const said = refusal
    ? []
    : prompt(context, patient, {
        kind: "message",
        text: text.text,
        expiresAt: startOfDay(localDay(at, plan.zone) + 1, plan.zone),
        cause: { reading: reading.id, rule: text.rule, treatment: true },
      });
  forget(db, "treated", patient.id);
  const why = refusal ?? (said.length === 0 ? "no-hub" : undefined);
  tell(context, patient, reading.id, why ? "treatment.withheld" : "treatment.shown", why ?? text.rule, {
    rule: text.rule,
    drug: text.drug,
    dose: text.dose,
  });
}

function factsFor(context: DecisionContext, plan: CarePlan, told: Told): TreatmentFacts {
  const { db, at } = context;
  const { patient, reading, concern, late } = told;
  const today = localDay(at, plan.zone);
  const days = shownOn(context, patient.id, plan.zone);
  let daysInRow = 0;
  while (days.has(today - 1 - daysInRow)) daysInRow += 1;
  return {
    late,
    timeCertain: timeIsCertain(reading.clock),
    sound: isReference(reading) && !reading.flags.includes("poor-signal"),
    userKnown: isUserKnown(context, reading),
    repeatPending:
      db.get(
        "SELECT 1 FROM timer WHERE kind = 'measure-again' AND subject >= ? AND subject < ? LIMIT 1",
        `${patient.id}/`,
        `${patient.id}0`,
      ) !== undefined,
    today: dayToIso(today),
    shownToday: days.has(today),
    daysInRow,
    ...valuesOf(context, plan, patient.id),
    otherRedAlert: hasOtherRed(context, patient.id, concern),
  };
}

/** What is known today of what exclusions ask about. */
function valuesOf(
  { db, at }: DecisionContext,
  plan: CarePlan,
  patient: string,
): Pick<TreatmentFacts, "systolic" | "dizzy" | "weight" | "reference"> {
  const from = startOfDay(localDay(at, plan.zone), plan.zone);
  const nearby = nearbyFor(db, patient);
  const systolic = nearby("systolic-pressure", from, at)?.values["systolic-pressure"];
  const weight = nearby("body-weight", from, at)?.values["body-weight"];
  const reference = plan.references?.find(({ metric }) => metric === "body-weight");
  const answers = readingsBetween(db, patient, "symptoms", from, at + 1)
    .filter(isReference)
    .flatMap((reading) => {
      const answer = reading.answers?.given["dizzy"];
      return answer === undefined ? [] : [answer === true || answer === "yes"];
    });
  const dizzy = answers.at(-1);
  return {
    ...(systolic === undefined ? {} : { systolic }),
    ...(weight === undefined ? {} : { weight }),
    ...(reference === undefined ? {} : { reference: quantityToScaled("body-weight", reference.value) }),
    ...(dizzy === undefined ? {} : { dizzy }),
  };
}

const hasOtherRed = ({ db }: DecisionContext, patient: string, concern: Concern): boolean =>
  db.get(
    `SELECT 1 FROM alert WHERE subject_type = 'patient' AND subject = ? AND state <> 'resolved' AND severity = 'red'
     AND concern <> ? LIMIT 1`,
    patient,
    concern,
  ) !== undefined;

/** Whether the device said which of its users it was, where it has several. */
function isUserKnown({ db }: DecisionContext, { id, measuredAt }: Reading): boolean {
  const key = parseReadingId(id);
  const series = key && seriesById(db, key.series);
  if (!series) return false;
  return series.user !== null || assignmentsAt(db, series.device, measuredAt).every(({ user }) => user === null);
}

/** A treatment text that was shown or is to be. */
type Shown = { readonly id: number; readonly at: number; readonly rule: string; readonly reading: string };

/** The patient's treatment texts of the last weeks that still stand, oldest first. */
const standing = ({ db, at }: DecisionContext, patient: string): readonly Shown[] =>
  recall<readonly Shown[]>(db, "treated", patient, () =>
    db.all<Shown>(
      `SELECT id, created_at AS at, json_extract(cause, '$.rule') AS rule, json_extract(cause, '$.reading') AS reading
       FROM prompt WHERE patient = ? AND created_at > ? AND json_extract(cause, '$.treatment') AND retracted_at IS NULL
       ORDER BY id`,
      patient,
      at - 16 * 24 * HOUR,
    ),
  );

const shownOn = (context: DecisionContext, patient: string, zone: string): ReadonlySet<number> =>
  new Set(standing(context, patient).map(({ at }) => localDay(at, zone)));

/**
 * Something new is known of a patient: where it speaks against a treatment text of today, that is taken back in words.
 * Nearly always there is none, which is remembered.
 */
export function reconsiderTreatment(context: DecisionContext, patient: PatientRow): void {
  const recent = standing(context, patient.id);
  if (recent.length === 0) return;
  const plan = planInForce(plansOf(context.db, patient.id), context.at);
  if (!plan) return;
  const today = localDay(context.at, plan.zone);
  const now = recent.filter(({ at }) => localDay(at, plan.zone) === today);
  const first = now[0];
  const text = first && plan.treatments?.texts.find(({ rule }) => rule === first.rule);
  if (!first || !text) return;
  const concern = context.db.get<{ concern: Concern }>(
    "SELECT json_extract(data, '$.concern') AS concern FROM event WHERE reading = ? AND alert IS NOT NULL ORDER BY seq LIMIT 1",
    first.reading,
  )?.concern;
  if (concern === undefined) return;
  const why = exclusionOf(text, {
    ...unexcluded,
    ...valuesOf(context, plan, patient.id),
    otherRedAlert: hasOtherRed(context, patient.id, concern),
  });
  // What was known when it was shown and isn't any more is no reason: only what speaks against it is.
  if (why && !why.endsWith("-unknown")) takeBack(context, patient, plan, now, why);
}

const unexcluded = {
  late: false,
  timeCertain: true,
  sound: true,
  userKnown: true,
  repeatPending: false,
  today: "",
  shownToday: false,
  daysInRow: 0,
} as const;

/** A reading turned out to be somebody else's or no measurement: what was said because of it is taken back. */
export function retractTexts(context: DecisionContext, patient: PatientRow, reading: string, reason: string): void {
  const { db, at } = context;
  db.run(
    `UPDATE prompt SET retracted_at = ? WHERE json_extract(cause, '$.reading') = ? AND kind = 'message'
     AND json_extract(cause, '$.treatment') IS NULL AND shown_at IS NULL AND retracted_at IS NULL`,
    at,
    reading,
  );
  const plan = planInForce(plansOf(db, patient.id), at);
  const mine = standing(context, patient.id).filter((shown) => shown.reading === reading);
  if (plan && mine.length > 0) takeBack(context, patient, plan, mine, reason);
}

/** Not shown yet: it isn't any more. Shown: the patient is told that it no longer holds, and whom to ring. */
function takeBack(
  context: DecisionContext,
  patient: PatientRow,
  plan: CarePlan,
  shown: readonly Shown[],
  reason: string,
): void {
  const { db, at } = context;
  const isSeen = shown.some(({ id }) => db.get("SELECT 1 FROM prompt WHERE id = ? AND shown_at IS NOT NULL", id));
  for (const { id } of shown) db.run("UPDATE prompt SET retracted_at = ? WHERE id = ?", at, id);
  forget(db, "treated", patient.id);
  const [{ reading, rule }] = shown as [Shown];
  const text = plan.treatments?.texts.find((one) => one.rule === rule);
  tell(context, patient, reading, "treatment.retracted", reason, { rule, shown: isSeen });
  if (!isSeen || !text) return;
  const phone = (JSON.parse(teamById(db, patient.team)?.contact ?? "{}") as { phone?: string }).phone ?? "1177";
  const words = {
    sv: `Meddelandet om ${text.drug} gäller inte längre. Ta det inte. Ring oss: ${phone}. Vid akut fara: 112.`,
    en: `The message about ${text.drug} no longer holds. Don't take it. Call us: ${phone}. In an emergency: 112.`,
  }[plan.patientLanguage ?? "sv"];
  prompt(context, patient, { kind: "message", text: words, expiresAt: at + 24 * HOUR, cause: { reading, rule } });
}

const tell = (
  { db, at, actor, command }: DecisionContext,
  { id: patient, team }: PatientRow,
  reading: string,
  type: "treatment.shown" | "treatment.withheld" | "treatment.retracted",
  reason: string,
  data: Readonly<Record<string, unknown>>,
): void => {
  appendEvent(db, { at, type, patient, team, actor, reason, reading, data, command });
};
