import { enrolmentAt, mayContact } from "../domain/enrolment.ts";
import type { Kind } from "../domain/kind.ts";
import { appendEvent } from "../store/sqlite/alerts.ts";
import { enrolmentsOf } from "../store/sqlite/enrolments.ts";
import type { PatientRow } from "../store/sqlite/registry.ts";
import type { DecisionContext } from "./context.ts";

/** What is said to a patient. */
export type Said = {
  readonly kind: "measure-again" | "message" | "reminder";
  readonly text: string;
  /** Milliseconds since the epoch; not shown later. */
  readonly expiresAt: number;
  /** What the platform said it because of: the reading, the rule, and whether it changes treatment. */
  readonly cause?: { readonly reading: string; readonly rule?: string; readonly treatment?: true };
  /** The signal that is asked for. */
  readonly signal?: Kind;
};

/** Whether anything may be said to the patient's home now. */
export const mayPrompt = ({ db, at }: DecisionContext, patient: string): boolean =>
  mayContact(enrolmentAt(enrolmentsOf(db, patient), at));

/**
 * Says something on every hub that has a device of the patient's now. Published when the hub is connected, until it says
 * that it was shown or it expires.
 * @returns the prompts' ids; none where there is no hub to show it on, or nothing may be said to this home
 */
export function prompt(context: DecisionContext, patient: PatientRow, said: Said): number[] {
  const { db, at, actor, command } = context;
  if (!mayPrompt(context, patient.id)) return [];
  const places = db.all<{ hub: string; user: number | null }>(
    `SELECT d.hub AS hub, min(a.user) AS user FROM assignment a JOIN device d ON d.id = a.device
     WHERE a.patient = ? AND a.from_at <= ? AND (a.to_at IS NULL OR a.to_at > ?) GROUP BY d.hub ORDER BY d.hub`,
    patient.id,
    at,
    at,
  );
  return places.map(({ hub, user }) => {
    const { lastId } = db.run(
      "INSERT INTO prompt (hub, patient, user, kind, text, created_at, created_by, expires_at, cause) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      hub,
      patient.id,
      user,
      said.kind,
      said.text,
      at,
      actor.startsWith("hub:") ? "platform" : actor,
      said.expiresAt,
      causeOf(said),
    );
    appendEvent(db, {
      at,
      type: "prompt.created",
      team: patient.team,
      patient: patient.id,
      actor: actor.startsWith("hub:") ? "platform" : actor,
      reason: "prompt.created",
      ...(said.cause ? { reading: said.cause.reading } : {}),
      data: { prompt: lastId, hub, ...(said.cause || said.signal ? { kind: said.kind } : {}) },
      command,
    });
    return lastId;
  });
}

const causeOf = ({ cause, signal }: Said): string | null =>
  cause ? JSON.stringify(cause) : signal ? JSON.stringify({ signal }) : null;
