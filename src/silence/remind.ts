import type { DecisionContext } from "../decision/context.ts";
import { prompt } from "../decision/prompting.ts";
import { localDay, localTime, startOfDay } from "../domain/day.ts";
import { wallTime } from "../domain/hours.ts";
import type { Kind } from "../domain/kind.ts";
import { type CarePlan, planInForce } from "../domain/plan.ts";
import type { Silence } from "../rules/silence.ts";
import { forget, recall } from "../store/sqlite/memory.ts";
import { type PatientRow, plansOf } from "../store/sqlite/registry.ts";
import { silencesOf } from "./facts.ts";

/** A word to the person at home when a window has passed without a value, where the plan says so: once, and by day. */

/** Nobody is reminded before or after: a screen that lights up at night frightens. A proposal. */
const DAY_BEGINS = "07:00";
const DAY_ENDS = "21:00";

type Pending = { readonly id: number; readonly signal: Kind; readonly expiresAt: number };

/**
 * To be called when a cut-off has passed. Nothing is said while the hub is away or a device is at fault, for then it isn't
 * the person who is silent; nor twice on a date for a signal.
 */
export function remind(context: DecisionContext, patient: PatientRow, silences: readonly Silence[]): void {
  const { db, at } = context;
  const plan = planInForce(plansOf(db, patient.id), at);
  if (!plan?.schedules?.some(({ reminder }) => reminder !== undefined)) return;
  const time = localTime(at, plan.zone);
  if (time < DAY_BEGINS || time >= DAY_ENDS) return;
  const expiresAt = wallTime(localDay(at, plan.zone), DAY_ENDS, plan.zone);
  for (const { signal, state, missed } of silences) {
    const text = textFor(plan, signal);
    const isMissed = missed > 0 && (state === "overdue" || state === "never-received");
    if (!isMissed || text === undefined || isReminded(context, patient, plan, signal)) continue;
    prompt(context, patient, { kind: "reminder", text, expiresAt, signal });
    forget(db, "reminded", patient.id);
  }
}

/** What the clinic wrote, or what can be said of any signal. `undefined` where nobody is to be reminded of it. */
function textFor(plan: CarePlan, signal: Kind): string | undefined {
  const reminder = plan.schedules?.find((schedule) => schedule.signal === signal)?.reminder;
  return reminder && (reminder.text ?? reminderTexts[signal][plan.patientLanguage ?? "sv"]);
}

const isReminded = ({ db, at }: DecisionContext, { id }: PatientRow, { zone }: CarePlan, signal: Kind): boolean =>
  db.get(
    `SELECT 1 FROM prompt WHERE patient = ? AND kind = 'reminder' AND created_at >= ?
     AND json_extract(cause, '$.signal') = ? LIMIT 1`,
    id,
    startOfDay(localDay(at, zone), zone),
    signal,
  ) !== undefined;

/** A value may have come: nobody is asked for what is here. Nearly always nothing is pending, which is remembered. */
export function settleReminders(context: DecisionContext, patient: PatientRow): void {
  const { db, at } = context;
  const pending = recall<readonly Pending[]>(db, "reminded", patient.id, () =>
    db.all<Pending>(
      `SELECT id, json_extract(cause, '$.signal') AS signal, expires_at AS expiresAt FROM prompt
       WHERE patient = ? AND kind = 'reminder' AND json_extract(cause, '$.signal') IS NOT NULL AND retracted_at IS NULL
       ORDER BY id DESC LIMIT 20`,
      patient.id,
    ),
  ).filter(({ expiresAt }) => expiresAt > at);
  if (pending.length === 0) return;
  const silences = silencesOf(db, patient.id, at);
  for (const { id, signal } of pending) {
    if (silences.some((silence) => silence.signal === signal && silence.missed > 0)) continue;
    db.run("UPDATE prompt SET retracted_at = ? WHERE id = ? AND shown_at IS NULL", at, id);
    forget(db, "reminded", patient.id);
  }
}

type Said = Readonly<Record<"sv" | "en", string>>;
const missing = (sv: string, en: string): Said => ({
  sv: `Vi har inte fått ${sv} i dag. Mät gärna när du kan. Mår du sämre: ring 1177, vid fara 112.`,
  en: `We have not received ${en} today. Please measure when you can. If you feel worse: call 1177, in danger 112.`,
});

/** What anybody may be told when a value of a kind is missing: no blame, nothing of what it would have said. */
export const reminderTexts: Readonly<Record<Kind, Said>> = {
  "body-weight": missing("din vikt", "your weight"),
  "blood-pressure": missing("ditt blodtryck", "your blood pressure"),
  "oxygen-saturation": missing("din syremättnad", "your oxygen saturation"),
  pulse: missing("din puls", "your pulse"),
  temperature: missing("din temperatur", "your temperature"),
  "respiratory-rate": missing("din andningsfrekvens", "your respiratory rate"),
  glucose: missing("ditt blodsocker", "your blood glucose"),
  "peak-flow": missing("ditt PEF-värde", "your peak flow"),
  spirometry: missing("din blåsmätning", "your spirometry"),
  consciousness: missing("något svar om hur vaken du är", "an answer about how awake you are"),
  symptoms: missing("dina svar på frågorna", "your answers to the questions"),
};
