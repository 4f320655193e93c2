import { z } from "zod";
import { type CarePlan, planBodySchema } from "../../domain/plan.ts";
import { iso, isoSchema } from "../conventions.ts";

export const planSchema = z
  .object({
    version: z.int().min(1),
    signedBy: z.object({ staff: z.string(), name: z.string().nullable() }),
    signedAt: isoSchema,
    validFrom: isoSchema.meta({ description: "Judges what was measured from then on; never before it was signed" }),
    inForce: z.boolean().meta({ description: "Whether it judges what is measured now" }),
    body: planBodySchema,
  })
  .meta({ id: "Plan" });

/** A signed plan version as the API gives it. */
export function presentPlan(
  plan: CarePlan,
  inForce: boolean,
  names: ReadonlyMap<string, string>,
): z.infer<typeof planSchema> {
  const { patient: _patient, version, signedBy, signedAt, validFrom, ...body } = plan;
  return {
    version,
    signedBy: { staff: signedBy, name: names.get(signedBy) ?? null },
    signedAt: iso(signedAt),
    validFrom: iso(validFrom),
    inForce,
    body,
  };
}
