import { z } from "zod";
import { canonicalJson } from "./canonical-json.ts";
import { quantitySchema } from "./quantity.ts";

/**
 * What the patient reads when a rule of their plan finds something: written by the clinic for this patient, never made up
 * by the platform. Where the plan has no words nothing is said.
 */

const rule = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const words = z.string().min(1).max(500);

/** Shown when an alert opens, gets worse or opens again because of the rule. It changes no treatment. */
export const patientTextSchema = z.strictObject({ rule, text: words }).meta({ id: "PatientText" });
export type PatientText = z.infer<typeof patientTextSchema>;

/**
 * A prescription given in advance: shown on a day when the rule finds something and nothing stands in its way, at most once
 * a day. Only a physician signs it. What an exclusion asks about must be known that day, or nothing is shown.
 */
export const treatmentTextSchema = z
  .strictObject({
    rule,
    text: words,
    drug: z.string().min(1).max(100),
    dose: z.string().min(1).max(100),
    /** On at most so many local dates in a row. */
    maxDays: z.number().int().min(1).max(14),
    /** The last local date on which it may be shown. */
    expires: z.iso.date(),
    unless: z.strictObject({
      /** The latest systolic pressure of the date is below this, or there is none. */
      systolicBelow: quantitySchema.optional(),
      /** The date's symptom questions were answered with dizziness, or not answered. */
      dizziness: z.boolean().default(true),
      /** The date's weight is below the plan's reference, or there is none. */
      weightBelowReference: z.boolean().default(true),
      /** The patient has a red alert of another concern that nobody has resolved. */
      otherRedAlert: z.boolean().default(true),
    }),
  })
  .meta({ id: "TreatmentText" });
export type TreatmentText = z.infer<typeof treatmentTextSchema>;

/** Off until somebody turns it on. */
export const treatmentsSchema = z
  .strictObject({ enabled: z.boolean(), texts: z.array(treatmentTextSchema).max(10) })
  .meta({ id: "Treatments" });
export type Treatments = z.infer<typeof treatmentsSchema>;

/**
 * Whether only a physician may sign this plan: it has a text that changes treatment which the version before didn't have, or
 * had otherwise. Turning such texts off or taking them out is anybody's who signs plans.
 */
export function needsPhysician(
  plan: { readonly treatments?: Treatments | undefined },
  before: { readonly treatments?: Treatments | undefined } | undefined,
): boolean {
  const now = plan.treatments;
  if (!now?.enabled || now.texts.length === 0) return false;
  const signed = before?.treatments?.enabled ? before.treatments.texts.map(canonicalJson) : [];
  return now.texts.some((text) => !signed.includes(canonicalJson(text)));
}
