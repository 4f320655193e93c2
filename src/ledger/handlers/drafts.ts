import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { dayToIso, localDay } from "../../domain/day.ts";
import { requirePlan } from "../../domain/plan.ts";
import { withAuthors } from "../../domain/plan-signature.ts";
import { HemvaktError } from "../../errors.ts";
import { type DraftRow, draftById } from "../../store/sqlite/drafts.ts";
import { type PatientRow, patientById } from "../../store/sqlite/registry.ts";
import type { CommandBody } from "../commands.ts";
import { latestOf, signNext } from "./plans.ts";
import { found, requireVersion, tell } from "./registry.ts";

/** Plans before they are signed. A draft may be unfinished; what is signed may not. */

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/** Begins a draft. @throws HemvaktError `NOT_FOUND`, `ALREADY_EXISTS` */
export function createDraft(context: DecisionContext, command: Of<"plan-draft-create">): Decided<OutcomeValue> {
  const { db, at, actor } = context;
  const patient = found(patientById(db, command.patient));
  if (draftById(db, command.id)) throw new HemvaktError("ALREADY_EXISTS");
  if (command.base > (latestOf(context, patient.id)?.version ?? 0)) throw new HemvaktError("NOT_FOUND");
  db.run(
    `INSERT INTO plan_draft (id, patient, base, body, state, created_by, created_at, updated_by, updated_at, version)
     VALUES (?, ?, ?, ?, 'open', ?, ?, ?, ?, 1)`,
    command.id,
    patient.id,
    command.base,
    JSON.stringify(command.body),
    actor,
    at,
    actor,
    at,
  );
  tellOf(context, patient, "begun", command.id);
  return { changed: true, value: { id: command.id, version: 1 } };
}

/** Changes a draft; what a rehearsal of it gave no longer holds. @throws HemvaktError `PRECONDITION_FAILED`, `DRAFT_CLOSED` */
export function changeDraft(context: DecisionContext, command: Of<"plan-draft-change">): Decided<OutcomeValue> {
  const { draft, patient } = openDraft(context, command);
  const base = command.base ?? draft.base;
  if (base > (latestOf(context, patient.id)?.version ?? 0)) throw new HemvaktError("NOT_FOUND");
  const body = JSON.stringify(command.body);
  const rehearsal = body === draft.body ? draft.rehearsal : null;
  update(context, draft, "body = ?, base = ?, rehearsal = ?", body, base, rehearsal);
  tellOf(context, patient, "changed", draft.id);
  return { changed: true, value: { id: draft.id, version: draft.version + 1 } };
}

/** Puts a draft aside for good; it stays readable. @throws HemvaktError `PRECONDITION_FAILED`, `DRAFT_CLOSED` */
export function discardDraft(context: DecisionContext, command: Of<"plan-draft-discard">): Decided<OutcomeValue> {
  const { draft, patient } = openDraft(context, command);
  update(context, draft, "state = 'discarded'");
  tellOf(context, patient, "discarded", draft.id);
  return { changed: true, value: { id: draft.id, version: draft.version + 1 } };
}

/**
 * Makes a draft the patient's next version, signed by whoever asks.
 * @throws HemvaktError `PRECONDITION_FAILED`, `DRAFT_CLOSED`, `DRAFT_OUTDATED` when another version was signed meanwhile,
 * `REQUEST_SHAPE` when it is not a whole plan, `PLAN_BACKDATED`
 */
export function signDraft(context: DecisionContext, command: Of<"plan-draft-sign">): Decided<OutcomeValue> {
  const { draft, patient } = openDraft(context, command);
  const latest = latestOf(context, patient.id);
  if ((latest?.version ?? 0) !== draft.base) {
    throw new HemvaktError("DRAFT_OUTDATED", undefined, { base: draft.base, latest: latest?.version ?? 0 });
  }
  const raw = JSON.parse(draft.body) as Record<string, unknown>;
  const today = dayToIso(localDay(context.at, "UTC"));
  const version = signNext(context, patient, latest, {
    body: requirePlan(withAuthors(raw, context.actor, today)),
    ...(command.validFrom === undefined ? {} : { validFrom: command.validFrom }),
    rehearsal: draft.rehearsal,
  });
  update(context, draft, "state = 'signed'");
  return { changed: true, value: { id: patient.id, version } };
}

function openDraft(
  context: DecisionContext,
  command: { readonly draft: string; readonly ifVersion: number },
): { readonly draft: DraftRow; readonly patient: PatientRow } {
  const draft = found(draftById(context.db, command.draft));
  requireVersion(draft.version, command.ifVersion);
  if (draft.state !== "open") throw new HemvaktError("DRAFT_CLOSED", `It is ${draft.state}.`);
  return { draft, patient: found(patientById(context.db, draft.patient)) };
}

function update(
  { db, at, actor }: DecisionContext,
  draft: DraftRow,
  set: string,
  ...values: (string | number | null)[]
) {
  db.run(
    `UPDATE plan_draft SET ${set}, updated_by = ?, updated_at = ?, version = version + 1 WHERE id = ?`,
    ...values,
    actor,
    at,
    draft.id,
  );
}

const tellOf = (
  context: DecisionContext,
  { id: patient, team }: PatientRow,
  what: "begun" | "changed" | "discarded",
  draft: string,
): void => tell(context, `plan.draft-${what}`, { team, patient, data: { draft } });
