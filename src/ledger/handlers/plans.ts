import type { Decided, DecisionContext } from "../../decision/context.ts";
import type { OutcomeValue } from "../../decision/message.ts";
import { needsPhysician } from "../../domain/patient-text.ts";
import { type CarePlan, type PlanBody, requireNotBackdated } from "../../domain/plan.ts";
import { asSignedBy, planDigest, type Signed } from "../../domain/plan-signature.ts";
import { HemvaktError } from "../../errors.ts";
import { watchSilence } from "../../silence/look.ts";
import { type PatientRow, patientById, plansOf } from "../../store/sqlite/registry.ts";
import type { CommandBody } from "../commands.ts";
import { found, requireVersion, tell } from "./registry.ts";

/** Signed plans. A version never changes; what a draft says becomes the next one. */

type Of<K extends CommandBody["kind"]> = Extract<CommandBody, { kind: K }>;

/** Signs a patient's next plan. @throws HemvaktError `NOT_FOUND`, `PRECONDITION_FAILED`, `PLAN_BACKDATED` */
export function signPlan(context: DecisionContext, command: Of<"plan-sign">): Decided<OutcomeValue> {
  const patient = found(patientById(context.db, command.patient));
  const latest = latestOf(context, patient.id);
  requireVersion(latest?.version ?? 0, command.ifVersion);
  const version = signNext(context, patient, latest, command);
  return { changed: true, value: { id: patient.id, version } };
}

/** A patient's latest signed version, whether or not it holds yet. */
export const latestOf = ({ db }: DecisionContext, patient: string): CarePlan | undefined => plansOf(db, patient).at(-1);

/** Makes a body the patient's next version, signed by whoever asks, now. @throws HemvaktError `PLAN_BACKDATED` */
export function signNext(
  context: DecisionContext,
  patient: PatientRow,
  latest: CarePlan | undefined,
  { body, validFrom = context.at, rehearsal }: { body: PlanBody; validFrom?: number; rehearsal?: string | null },
): number {
  requireNotBackdated(context.at, validFrom);
  requireAuthority(context, body, latest, context.actor);
  const version = (latest?.version ?? 0) + 1;
  insertPlan(context, patient.team, {
    patient: patient.id,
    version,
    body: asSignedBy(body, latest, context.actor, context.at),
    signedBy: context.actor,
    signedAt: context.at,
    validFrom,
    rehearsal: rehearsal ?? null,
  });
  return version;
}

/** Checks that whoever signs may sign what is new in a plan. @throws HemvaktError `PHYSICIAN_REQUIRED` */
export function requireAuthority(
  { db }: DecisionContext,
  body: PlanBody,
  before: PlanBody | undefined,
  signer: string,
): void {
  if (!needsPhysician(body, before)) return;
  const role = db.get<{ role: string }>("SELECT role FROM staff WHERE id = ?", signer)?.role;
  if (role !== "physician") throw new HemvaktError("PHYSICIAN_REQUIRED");
}

/** Stores a signed plan version with its digest and tells of it. `team` is the responsible one. */
export function insertPlan(
  context: DecisionContext,
  team: string,
  plan: Signed & { readonly rehearsal?: string | null },
): void {
  context.db.run(
    `INSERT INTO plan (patient, version, body, signed_by, signed_at, valid_from, team, digest, rehearsal)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    plan.patient,
    plan.version,
    JSON.stringify(plan.body),
    plan.signedBy,
    plan.signedAt,
    plan.validFrom,
    team,
    planDigest(plan),
    plan.rehearsal ?? null,
  );
  tell(context, "plan.signed", {
    team,
    patient: plan.patient,
    data: { version: plan.version, validFrom: plan.validFrom },
  });
  const patient = patientById(context.db, plan.patient);
  if (patient) watchSilence(context, patient);
}
