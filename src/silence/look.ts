import { noteReturn, withdraw } from "../alerts/lifecycle.ts";
import { raise, raiseTechnical, record } from "../decision/alerting.ts";
import type { DecisionContext } from "../decision/context.ts";
import type { Alert } from "../domain/alert.ts";
import { planInForce } from "../domain/plan.ts";
import { contain } from "../ingest/contain.ts";
import { GRACE } from "../rules/downtime.ts";
import type { Silence } from "../rules/silence.ts";
import { latestAlert } from "../store/sqlite/alerts.ts";
import { type PatientRow, plansOf, teamById } from "../store/sqlite/registry.ts";
import { clearTimer, setTimer } from "../store/sqlite/timers.ts";
import { silencesOf, watchedSince } from "./facts.ts";
import { remind, settleReminders } from "./remind.ts";

/**
 * What silence leads to: one alert a patient to the team that answers, once it sees nothing. Nothing is done when a reading
 * comes, unless such an alert is there; a timer a patient looks at what is stored when a cut-off has passed.
 */

/** The cause that alerts of silence name. */
export const SILENCE = "silence";

/**
 * To be called when what is expected of a patient has changed: a plan was signed, the enrolment changed. The first time it
 * also begins the watch; what a plan brought from elsewhere expected before isn't held against anybody. Half an hour later,
 * when what was brought along has come, there is a first look.
 */
export function watchSilence(context: DecisionContext, patient: PatientRow): void {
  const { db, at } = context;
  contain(
    context,
    (beforeWriting) => {
      const expected = plansOf(db, patient.id).some(({ schedules }) => (schedules ?? []).length > 0);
      if (!expected) return;
      if (watchedSince(db, patient.id) !== undefined) return look(context, patient);
      beforeWriting();
      db.run("INSERT INTO watch (patient, since) VALUES (?, ?)", patient.id, at);
      setTimer(db, { kind: "silence", subject: patient.id, due: at + GRACE, data: {} });
    },
    () => failed(context, patient),
  );
}

/** Decides what a patient's silence leads to now and when to look again. A fault in it is told and stops nothing else. */
export function look(context: DecisionContext, patient: PatientRow): void {
  contain(
    context,
    (beforeWriting) => {
      const silences = silencesOf(context.db, patient.id, context.at);
      beforeWriting();
      conclude(context, patient, silences);
      remind(context, patient, silences);
      lookAgain(context, patient, silences);
    },
    () => {
      setTimer(context.db, { kind: "silence", subject: patient.id, due: context.at + GRACE, data: {} });
      failed(context, patient);
    },
  );
}

/** A reading of a patient has been stored, moved or taken away: an alert of silence may have ended. */
export function settleSilence(context: DecisionContext, patient: PatientRow): void {
  settleReminders(context, patient);
  const latest = latestOf(context, patient);
  if (!latest || (latest.state === "resolved" && latest.rearmed)) return;
  contain(
    context,
    (beforeWriting) => {
      const silences = silencesOf(context.db, patient.id, context.at);
      if (silences.some(({ blind }) => blind) && latest.state === "resolved") return;
      beforeWriting();
      conclude(context, patient, silences);
    },
    () => failed(context, patient),
  );
}

const latestOf = ({ db }: DecisionContext, patient: PatientRow): Alert | undefined =>
  latestAlert(db, { type: "patient", id: patient.id }, "missing", patient.team);

const failed = (context: DecisionContext, patient: PatientRow): void =>
  raiseTechnical(context, {
    code: "ENGINE_FAILED",
    severity: "red",
    subject: { type: "patient", id: patient.id },
    team: patient.team,
  });

/** Opens the patient's alert, lets further signals join it, or ends it. */
function conclude(context: DecisionContext, patient: PatientRow, silences: readonly Silence[]): void {
  const { db, at } = context;
  const blind = silences.filter((silence) => silence.blind);
  const latest = latestOf(context, patient);
  if (blind.length === 0) {
    // What somebody has closed is only made ready for the next time.
    const why = reasonFor(silences);
    const change = latest && (latest.state === "resolved" ? noteReturn(latest, at) : withdraw(latest, why, at));
    if (change)
      record(context, { ...change, reason: why }, { data: { silence: silences, zone: zoneOf(context, patient) } });
    return;
  }
  if (latest && latest.state !== "resolved" && sameSignals(context, latest, blind)) return;
  const plan = planInForce(plansOf(db, patient.id), at);
  raise(
    context,
    // Yellow and clinical: the team must find out how the person is, whatever the cause. A proposal.
    { severity: "yellow", category: "clinical", values: {}, cause: SILENCE },
    {
      subject: { type: "patient", id: patient.id },
      concern: "missing",
      team: patient.team,
      patient: patient.id,
      data: { silence: blind, zone: zoneOf(context, patient), plan: plan?.version ?? null },
    },
  );
}

/** The zone that the team reads times in. */
const zoneOf = ({ db }: DecisionContext, { team }: PatientRow): string => teamById(db, team)?.zone ?? "UTC";

const reasonFor = (silences: readonly Silence[]): string =>
  silences.length === 0
    ? "nothing is expected any more"
    : silences.every(({ state }) => state === "paused")
      ? "paused"
      : "values received";

/** Whether the alert already says that nothing is seen of these signals. */
function sameSignals({ db }: DecisionContext, alert: Alert, blind: readonly Silence[]): boolean {
  const said = db.get<{ silence: string }>(
    `SELECT json_extract(data, '$.silence') AS silence FROM event
     WHERE alert = ? AND json_extract(data, '$.silence') IS NOT NULL ORDER BY seq DESC LIMIT 1`,
    alert.id,
  );
  const names = (all: readonly Silence[]): string => all.map(({ signal }) => signal).join(" ");
  return said !== undefined && names(JSON.parse(said.silence) as Silence[]) === names(blind);
}

/** When the clock alone can next make a difference: a cut-off, what a downtime put off, or a plan that begins. */
function lookAgain({ db, at }: DecisionContext, patient: PatientRow, silences: readonly Silence[]): void {
  const instants = [
    ...silences.flatMap(({ nextCutOff, decidesAt }) => [nextCutOff, decidesAt]),
    ...plansOf(db, patient.id).map(({ validFrom }) => validFrom),
  ].filter((instant) => instant !== null && instant > at && instant < Infinity) as number[];
  const due = instants.length > 0 ? Math.min(...instants) : silences.length > 0 ? at + LONG : undefined;
  if (due === undefined) clearTimer(db, "silence", patient.id);
  else setTimer(db, { kind: "silence", subject: patient.id, due, data: {} });
}

/** No window within two months: looked for again after one. */
const LONG = 30 * 86_400_000;
