import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { mayPrompt, prompt } from "../../decision/prompting.ts";
import { HemvaktError } from "../../errors.ts";
import { patientById } from "../../store/sqlite/registry.ts";
import type { CommandBody } from "../commands.ts";
import { found } from "./registry.ts";

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
  if (!mayPrompt(context, patient.id)) throw new HemvaktError("ENROLMENT_ENDED");
  const { prompt: kind, text, expiresAt } = command;
  const ids = prompt(context, patient, { kind, text, expiresAt }).map(String);
  if (ids.length === 0) throw new HemvaktError("NOT_FOUND", "The patient has no hub to show it on.");
  return { changed: true, value: { ids } };
}
