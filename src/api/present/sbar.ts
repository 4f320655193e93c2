import { dutyAhead, sayDuty, sayInstant } from "../../alerts/say-duty.ts";
import type { Alert } from "../../domain/alert.ts";
import { enrolmentAt } from "../../domain/enrolment.ts";
import { type Kind, kindNames, kinds } from "../../domain/kind.ts";
import type { Metric } from "../../domain/metric.ts";
import { type CarePlan, planInForce } from "../../domain/plan.ts";
import { isLate } from "../../domain/reading.ts";
import { placeholderOf } from "../../handover/names.ts";
import type { Said, SbarAlert, SbarFacts } from "../../handover/sbar.ts";
import { quantityInWords, ruleInWords, safetyLimitInWords } from "../../rules/in-words.ts";
import { explainSilence } from "../../rules/silence-sentences.ts";
import { type Language, languages, metricName, showValue } from "../../rules/wording.ts";
import { silencesOf } from "../../silence/facts.ts";
import { type AlertRow, toAlert } from "../../store/sqlite/alerts.ts";
import type { Database } from "../../store/sqlite/database.ts";
import { responsibilitiesOf, staffedTeams } from "../../store/sqlite/duty.ts";
import { enrolmentsOf } from "../../store/sqlite/enrolments.ts";
import { waitingOf } from "../../store/sqlite/patient-messages.ts";
import { causesOf, eventsOfAlert } from "../../store/sqlite/queries/alerts.ts";
import { readingsBetween } from "../../store/sqlite/recent.ts";
import { plansOf, teamById } from "../../store/sqlite/registry.ts";
import { snoozesOfPatient } from "../../store/sqlite/snoozes.ts";
import { type EventData, explainEvent } from "./explanation.ts";

/** What an SBAR is made of, read from the store and put into words. Staff stand as `{staff:<id>}`; see handover/names.ts. */

const DAY = 86_400_000;
/** So far back values are summed up. */
const DAYS = 14;

const conditionWords: Readonly<Record<CarePlan["conditions"][number], Said>> = {
  "heart-failure": { sv: "hjärtsvikt", en: "heart failure" },
  copd: { sv: "KOL", en: "COPD" },
  hypertension: { sv: "högt blodtryck", en: "hypertension" },
};

export function sbarFacts(db: Database, patient: { id: string; team: string }, now: number): SbarFacts {
  const zone = teamById(db, patient.team)?.zone ?? "Europe/Stockholm";
  const plan = planInForce(plansOf(db, patient.id), now);
  const when = (at: number): Said => sayInstant(at, now, zone);
  const duty = dutyAhead(responsibilitiesOf(db, patient.id), staffedTeams(db), now);
  const teamName = (id: string): string => teamById(db, id)?.name ?? id;
  const phone = (id: string | undefined): string => {
    const contact =
      id === undefined ? undefined : (JSON.parse(teamById(db, id)?.contact ?? "{}") as { phone?: string });
    return contact?.phone ? ` (${contact.phone})` : "";
  };
  const responsible = sayDuty(duty, teamName, now, zone);
  const nextTeam = duty.next?.team;
  return {
    conditions: (plan?.conditions ?? []).map((condition) => conditionWords[condition]),
    treatmentLimitation: plan?.treatmentLimitation,
    plan: plan && {
      version: plan.version,
      limits: [...plan.rules.map(ruleInWords), ...plan.safetyLimits.map(safetyLimitInWords)],
      references: (plan.references ?? []).map(({ metric, value, setOn }) =>
        both((language) => `${metricName(metric, language)} ${quantityInWords(metric, value)[language]} (${setOn})`),
      ),
    },
    enrolment: enrolmentWords(db, patient.id, now, when),
    alerts: alertsOf(db, patient.id, when),
    values: kindNames.flatMap((kind) => valuesOf(db, patient.id, kind, now, when)),
    silence: silencesOf(db, patient.id, now)
      .filter(({ state }) => state !== "fresh" && state !== "due")
      .map((silence) => both((language) => explainSilence(silence, language, zone))),
    snoozes: snoozesOfPatient(db, patient.id, now).map(({ side, until_at, reason, set_by }) => {
      const [metric, direction] = side.split("/") as [Metric, "above" | "below"];
      const until = when(until_at);
      const by = placeholderOf(set_by);
      return {
        sv: `${metricName(metric, "sv")} ${direction === "above" ? "uppåt" : "nedåt"} till ${until.sv}, ${by}: ${reason}`,
        en: `${metricName(metric, "en")} ${direction === "above" ? "upwards" : "downwards"} until ${until.en}, ${by}: ${reason}`,
      };
    }),
    late: lateOf(db, patient.id, now, when),
    prompts: db
      .all<{ text: string; created_at: number }>(
        `SELECT min(text) AS text, created_at FROM prompt WHERE patient = ? AND shown_at IS NULL AND retracted_at IS NULL AND expires_at > ?
           AND id NOT IN (SELECT p.value FROM patient_message m, json_each(m.prompts) p WHERE m.patient = prompt.patient AND m.author IS NULL)
         GROUP BY created_at, kind ORDER BY created_at`,
        patient.id,
        now,
      )
      .map(({ text, created_at }) => ({
        sv: `"${text}" (${when(created_at).sv})`,
        en: `"${text}" (${when(created_at).en})`,
      })),
    messages: waitingOf(db, patient.id).map(({ at }) => when(at)),
    responsible: both((language) => `${responsible[language].replace(/\.$/, "")}${phone(duty.now.team)}.`),
    next:
      nextTeam === undefined
        ? undefined
        : { sv: `${teamName(nextTeam)}${phone(nextTeam)}`, en: `${teamName(nextTeam)}${phone(nextTeam)}` },
  };
}

const both = (say: (language: Language) => string): Said =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Said;

function enrolmentWords(db: Database, patient: string, now: number, when: (at: number) => Said): Said | undefined {
  const enrolment = enrolmentAt(enrolmentsOf(db, patient), now);
  if (enrolment.state !== "paused") return undefined;
  const until = when(enrolment.until);
  return { sv: `Mätningarna är pausade till ${until.sv}.`, en: `Measuring is paused until ${until.en}.` };
}

function alertsOf(db: Database, patient: string, when: (at: number) => Said): SbarAlert[] {
  const alerts = db
    .all<AlertRow>(
      `SELECT * FROM alert WHERE subject_type = 'patient' AND subject = ? AND state <> 'resolved'
       ORDER BY CASE severity WHEN 'red' THEN 0 WHEN 'yellow' THEN 1 ELSE 2 END, opened_at, id`,
      patient,
    )
    .map(toAlert);
  const causes = causesOf(
    db,
    alerts.map(({ id }) => id),
  );
  return alerts.map((alert): SbarAlert => {
    const cause = causes.get(alert.id);
    const data = cause ? (JSON.parse(cause.data) as EventData) : {};
    return {
      severity: alert.severity,
      state: alert.state,
      explanation: explainEvent(data, true) ?? { sv: alert.cause, en: alert.cause },
      opened: when(alert.openedAt),
      promise: promiseOf(alert, when),
      notes: eventsOfAlert(db, alert.id)
        .filter(({ type }) => type === "alert.noted")
        .map(({ actor, at, data: text }) => ({
          by: placeholderOf(actor),
          text: (JSON.parse(text) as { note: string }).note,
          at: when(at),
        })),
    };
  });
}

const promiseOf = ({ acknowledgedBy, promise }: Alert, when: (at: number) => Said): SbarAlert["promise"] =>
  acknowledgedBy === undefined || !promise
    ? undefined
    : { by: placeholderOf(acknowledgedBy), text: promise.text, due: when(promise.due) };

/** The newest value of each of a kind's metrics, and how it has been over a fortnight. */
function valuesOf(db: Database, patient: string, kind: Kind, now: number, when: (at: number) => Said): Said[] {
  const readings = readingsBetween(db, patient, kind, now - DAYS * DAY, now + 1);
  return kinds[kind].components.flatMap((metric): Said[] => {
    const values = readings.flatMap(({ values: all, measuredAt }) =>
      all[metric] === undefined ? [] : [{ value: all[metric], measuredAt }],
    );
    const last = values.at(-1);
    if (!last) return [];
    const [low, high] = [Math.min, Math.max].map((of) => of(...values.map(({ value }) => value)));
    return [
      both((language) => {
        const at = when(last.measuredAt)[language];
        const show = (value: number): string => showValue(metric, value, language);
        const span =
          values.length === 1
            ? ""
            : language === "sv"
              ? ` (${DAYS} dagar: ${show(low!)} till ${show(high!)}, ${values.length} mätningar)`
              : ` (${DAYS} days: ${show(low!)} to ${show(high!)}, ${values.length} readings)`;
        return `${metricName(metric, language)} ${show(last.value)}, ${at}${span}.`;
      }),
    ];
  });
}

/** What came late within the last day and night: it may change the picture. */
function lateOf(db: Database, patient: string, now: number, when: (at: number) => Said): Said[] {
  return kindNames.flatMap((kind) => {
    const late = readingsBetween(db, patient, kind, now - DAYS * DAY, now + 1).filter(
      ({ measuredAt, receivedAt }) => receivedAt > now - DAY && isLate({ measuredAt, receivedAt }),
    );
    const [first] = late;
    const metric = kinds[kind].components[0];
    if (!first || metric === undefined) return [];
    return [
      both((language) =>
        language === "sv"
          ? `${metricName(metric, language)}, ${late.length} mätningar från ${when(first.measuredAt).sv} och framåt`
          : `${metricName(metric, language)}, ${late.length} readings from ${when(first.measuredAt).en} on`,
      ),
    ];
  });
}
