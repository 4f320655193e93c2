import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { enrolmentAt, mayContact } from "../../domain/enrolment.ts";
import { HemvaktError } from "../../errors.ts";
import { enrolmentsOf } from "../../store/sqlite/enrolments.ts";
import { patientById } from "../../store/sqlite/registry.ts";
import type { CommandBody } from "../commands.ts";
import { found, tell } from "./registry.ts";

/**
 * A word to the person at home, on every hub that has a device of theirs now. Published when the hub is connected, until
 * it says that it was shown or the prompt expires.
 */
export function createPrompt(
  context: DecisionContext,
  command: Extract<CommandBody, { kind: "prompt-create" }>,
): Decided<OutcomeValue> {
  const { db, at } = context;
  const patient = found(patientById(db, command.patient));
  if (command.expiresAt <= at) throw new HemvaktError("REQUEST_SHAPE", "expiresAt lies in the past.");
  if (!mayContact(enrolmentAt(enrolmentsOf(db, patient.id), at))) throw new HemvaktError("ENROLMENT_ENDED");
  const places = db.all<{ hub: string; user: number | null }>(
    `SELECT d.hub AS hub, min(a.user) AS user FROM assignment a JOIN device d ON d.id = a.device
     WHERE a.patient = ? AND a.from_at <= ? AND (a.to_at IS NULL OR a.to_at > ?) GROUP BY d.hub ORDER BY d.hub`,
    patient.id,
    at,
    at,
  );
  if (places.length === 0) throw new HemvaktError("NOT_FOUND", "The patient has no hub to show it on.");
  const ids = places.map(({ hub, user }) => {
    const { lastId } = db.run(
      "INSERT INTO prompt (hub, patient, user, kind, text, created_at, created_by, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      hub,
      patient.id,
      user,
      command.prompt,
      command.text,
      at,
      context.actor,
      command.expiresAt,
    );
    tell(context, "prompt.created", { team: patient.team, patient: patient.id, data: { prompt: lastId, hub } });
    return String(lastId);
  });
  return { changed: true, value: { ids } };
}
