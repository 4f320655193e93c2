import { z } from "zod";
import { bodyOf, type CarePlan, planBodySchema, planInForce } from "../../domain/plan.ts";
import { planDigest } from "../../domain/plan-signature.ts";
import { planInWords } from "../../rules/plan-in-words.ts";
import type { Database } from "../../store/sqlite/database.ts";
import { signaturesOf, staffNames } from "../../store/sqlite/queries/patients.ts";
import { plansOf } from "../../store/sqlite/registry.ts";
import { iso, isoSchema } from "../conventions.ts";
import { planLineSchema } from "./draft.ts";

export const planSchema = z
  .object({
    version: z.int().min(1),
    signedBy: z.object({ staff: z.string(), name: z.string().nullable() }),
    signedAt: isoSchema,
    validFrom: isoSchema.meta({ description: "Judges what was measured from then on; never before it was signed" }),
    inForce: z.boolean().meta({ description: "Whether it judges what is measured now" }),
    digest: z
      .string()
      .nullable()
      .meta({ description: "SHA-256 of what was signed; null for what is older than digests" }),
    intact: z.boolean().nullable().meta({ description: "Whether the plan still has its digest; null without one" }),
    rehearsal: z
      .unknown()
      .meta({ description: "What the signer saw of the draft's rehearsal; null when it had not been rehearsed" }),
    body: planBodySchema,
    words: z.array(planLineSchema).meta({ description: "The plan in Swedish and English, part by part" }),
  })
  .meta({ id: "Plan" });

/** A patient's signed plan versions as the API gives them, the oldest first. */
export function presentPlans(db: Database, patient: string, now: number): z.infer<typeof planSchema>[] {
  const plans = plansOf(db, patient);
  const inForce = planInForce(plans, now);
  const signatures = signaturesOf(db, patient);
  const names = staffNames(
    db,
    plans.map(({ signedBy }) => signedBy),
  );
  return plans.map((plan) => presentPlan(plan, plan === inForce, names, signatures.get(plan.version)));
}

function presentPlan(
  plan: CarePlan,
  inForce: boolean,
  names: ReadonlyMap<string, string>,
  signature: { digest: string | null; rehearsal: string | null } | undefined,
): z.infer<typeof planSchema> {
  const { version, signedBy, signedAt, validFrom } = plan;
  const body = bodyOf(plan);
  const digest = signature?.digest ?? null;
  return {
    version,
    signedBy: { staff: signedBy, name: names.get(signedBy) ?? null },
    signedAt: iso(signedAt),
    validFrom: iso(validFrom),
    inForce,
    digest,
    intact: digest === null ? null : planDigest({ ...plan, body }) === digest,
    rehearsal: signature?.rehearsal ? (JSON.parse(signature.rehearsal) as unknown) : null,
    body,
    words: planInWords(body),
  };
}
