import type { Signal } from "../alerts/lifecycle.ts";
import { quiet, type Snooze } from "../alerts/snooze.ts";
import type { AlertSubject, Concern } from "../domain/alert.ts";
import { appendEvent } from "../store/sqlite/alerts.ts";
import { activeSnoozes, toSnooze } from "../store/sqlite/snoozes.ts";
import { clearTimer } from "../store/sqlite/timers.ts";
import type { DecisionContext } from "./context.ts";

/** What is kept quiet for a while: written down all the same, and told when the time is over or it gets worse. */

/** What was kept quiet, as it is told later. */
export type Held = {
  readonly signal: Signal;
  readonly team: string;
  readonly reading?: string;
  readonly data: Readonly<Record<string, unknown>>;
};

type About = Omit<Held, "signal"> & { readonly subject: AlertSubject; readonly concern: Concern };

/** Whether a signal about a patient is kept quiet; it is then written down. What it breaks ends. */
export function isKeptQuiet(context: DecisionContext, signal: Signal, occasion: About): boolean {
  const { db, at, actor, command } = context;
  const { subject, concern, team, reading, data } = occasion;
  if (subject.type !== "patient" || signal.category !== "clinical") return false;
  const snoozes = activeSnoozes(db, subject.id, concern, at).map(toSnooze);
  if (snoozes.length === 0) return false;
  const decided = quiet(snoozes, signal);
  if ("broken" in decided) {
    for (const snooze of decided.broken) endSnooze(context, snooze, team, "snooze.broken", decided.because ?? "worse");
    return false;
  }
  const held: Held = { signal, team, ...(reading === undefined ? {} : { reading }), data };
  for (const { id } of decided.held) db.run("UPDATE snooze SET held = ? WHERE id = ?", JSON.stringify(held), id);
  appendEvent(db, {
    at,
    type: "finding.snoozed",
    patient: subject.id,
    team,
    actor,
    reason: decided.held[0]!.id,
    ...(reading === undefined ? {} : { reading }),
    data: { ...data, concern, severity: signal.severity, snoozes: decided.held.map(({ id }) => id) },
    command,
  });
  return true;
}

/** Values are back inside: there is nothing to tell when the time is over. */
export function forgetHeld(
  { db, at }: DecisionContext,
  patient: string,
  concern: Concern,
  beforeWriting: () => void,
): void {
  const holding = activeSnoozes(db, patient, concern, at).filter(({ held }) => held !== null);
  if (holding.length === 0) return;
  beforeWriting();
  for (const { id } of holding) db.run("UPDATE snooze SET held = NULL WHERE id = ?", id);
}

/** A snooze is over before its time. */
export function endSnooze(
  context: DecisionContext,
  { id, patient, concern, side }: Pick<Snooze, "id" | "patient" | "concern" | "side">,
  team: string,
  type: "snooze.broken" | "snooze.ended",
  reason: string,
): void {
  const { db, at, actor, command } = context;
  db.run("UPDATE snooze SET ended_at = ?, ended_by = ?, end_reason = ? WHERE id = ?", at, actor, reason, id);
  clearTimer(db, "snooze", id);
  appendEvent(db, {
    at,
    type,
    patient,
    team,
    actor,
    reason,
    data: { snooze: id, concern, side },
    command,
  });
}
