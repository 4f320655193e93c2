import { hasReturned, noteReturn, signalOf } from "../alerts/lifecycle.ts";
import { raise, record } from "../decision/alerting.ts";
import type { DecisionContext } from "../decision/context.ts";
import { forgetHeld } from "../decision/snoozing.ts";
import type { Concern } from "../domain/alert.ts";
import type { Finding, Judgement } from "../domain/finding.ts";
import { LATE, type Reading } from "../domain/reading.ts";
import { latestAlert } from "../store/sqlite/alerts.ts";
import type { PatientRow } from "../store/sqlite/registry.ts";
import { answerTo, ask, waitingFor } from "./asking.ts";
import { say } from "./texts.ts";

/** What the rules of one concern say of a patient's reading. */
export type Judged = {
  readonly patient: PatientRow;
  readonly reading: Reading;
  readonly concern: Concern;
  readonly judgements: readonly Judgement[];
  /** The version of the plan that judged; `undefined` when only the general safety limits did. */
  readonly version: number | undefined;
};

/**
 * Draws the conclusion from what the rules of one concern say: findings open an alert or change the one there is, or wait
 * until the person has measured again; a value back inside is noted on the alert.
 * @param beforeWriting to be called before anything is written
 * @returns `waits` where a finding does
 */
export function conclude(context: DecisionContext, judged: Judged, beforeWriting: () => void): "waits" | undefined {
  const { patient, reading, concern, judgements, version } = judged;
  const found = judgements.filter((judgement) => judgement.verdict === "finding");
  const waiting = waitingFor(context, patient.id, concern);
  if (waiting?.reading === reading.id) return "waits";
  let confirms: string | undefined;
  if (waiting) {
    beforeWriting();
    const answer = answerTo(context, patient, reading, waiting, judgements);
    if (answer === "confirmed") confirms = waiting.reading;
  }
  if (found.length === 0) {
    returnInside(context, judged, beforeWriting);
    return undefined;
  }
  // It has been measured again since, and was inside.
  const isAnswered = reading.flags.includes("repeated") && !found.some(({ ruleKind }) => ruleKind === "safety");
  if (isAnswered) return undefined;
  beforeWriting();
  if (!waiting && ask(context, patient, reading, concern, found)) return "waits";
  const age = context.at - reading.measuredAt;
  const event = raise(context, signalOf(found, age > LATE ? reading.measuredAt : undefined), {
    subject: { type: "patient", id: patient.id },
    concern,
    team: patient.team,
    patient: patient.id,
    reading: reading.id,
    data: {
      ...evidence(reading, found, version, age),
      // Measured again because of this one, and beyond the limit again.
      ...(confirms === undefined ? {} : { confirms }),
    },
  });
  say(context, {
    patient,
    reading,
    concern,
    found,
    isNews: event !== "joined" && event !== "snoozed",
    late: age > LATE,
  });
  return undefined;
}

/** What a nurse needs to see why, and a later check to recompute it. */
export const evidence = (reading: Reading, findings: readonly Finding[], plan: number | undefined, age: number) => ({
  findings,
  plan: plan ?? null,
  reading: { id: reading.id, kind: reading.kind, values: reading.values, measuredAt: reading.measuredAt },
  ...(age > LATE ? { late: age } : {}),
});

/** The value is back inside by the step: noted on the latest alert, unless it was measured before that alert's last change. */
function returnInside(context: DecisionContext, judged: Judged, beforeWriting: () => void): void {
  const { patient, reading, concern, judgements } = judged;
  if (hasReturned(judgements)) forgetHeld(context, patient.id, concern, beforeWriting);
  const latest = latestAlert(context.db, { type: "patient", id: patient.id }, concern, patient.team);
  if (!latest || latest.category !== "clinical" || reading.measuredAt < latest.openedAt) return;
  if (!hasReturned(judgements, latest)) return;
  const change = noteReturn(latest, context.at);
  if (!change) return;
  beforeWriting();
  record(context, change, {
    reading: reading.id,
    data: { reading: { id: reading.id, kind: reading.kind, values: reading.values, measuredAt: reading.measuredAt } },
  });
}
