import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { patientById } from "../../store/sqlite/registry.ts";
import type { CommandBody } from "../commands.ts";
import { found, requireVersion, tell } from "./registry.ts";

/**
 * Keeps what a rehearsal of a draft gave beside the draft, for whoever signs it. The draft itself stays as it is, and so
 * does its version.
 * @throws HemvaktError `NOT_FOUND`; `PRECONDITION_FAILED` when the draft has changed since: the result is about another
 */
export function keepRehearsal(
  context: DecisionContext,
  command: Extract<CommandBody, { kind: "draft-rehearsal" }>,
): Decided<OutcomeValue> {
  const { db } = context;
  const draft = found(
    db.get<{ patient: string; version: number }>("SELECT patient, version FROM plan_draft WHERE id = ?", command.draft),
  );
  requireVersion(draft.version, command.ifVersion);
  const patient = found(patientById(db, draft.patient));
  db.run("UPDATE plan_draft SET rehearsal = ? WHERE id = ?", JSON.stringify(command.rehearsal), command.draft);
  tell(context, "plan.rehearsed", {
    team: patient.team,
    patient: patient.id,
    data: { draft: command.draft, version: draft.version },
  });
  return { changed: true, value: { id: command.draft, version: draft.version } };
}
