import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { dayToIso, localDay } from "../domain/day.ts";
import { planChangesSchema, withChanges } from "../domain/plan-changes.ts";
import { withAuthors } from "../domain/plan-signature.ts";
import { HemvaktError } from "../errors.ts";
import { type Condition, conditions } from "../rules/presets.ts";
import { fromTemplates, withOptions } from "../rules/templates.ts";

/** What a plan or draft in a request starts from, and how it differs from that. */

export const conditionSchema = z.enum(conditions as [Condition, ...Condition[]]);

export const startFields = {
  preset: z.array(conditionSchema).min(1).max(3).optional().meta({ description: "Start from these templates" }),
  options: z
    .array(z.string().max(100))
    .max(20)
    .optional()
    .meta({
      description: "Parts of the templates to turn on, for instance `copd/oxygen-excess`",
      examples: [["heart-failure/symptom-questions"]],
    }),
  ...planChangesSchema.shape,
} as const;

const startSchema = z.strictObject(startFields);
export type Start = z.infer<typeof startSchema>;

/**
 * What a request makes of its start, not yet checked as a plan; values of the patient's own without an author get the
 * person who asks, today.
 * @param otherwise where it starts without a template
 * @throws HemvaktError `REQUEST_SHAPE` naming an option or rule that isn't there
 */
export function startOf(
  request: FastifyRequest,
  { preset, options = [], ...changes }: Start,
  otherwise: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const from = preset ? fromTemplates(preset, options) : withOptions(otherwise, options);
  if (from.unknown.length > 0) {
    const errors = from.unknown.map((name) => ({ path: "options", message: `${name} is not offered here` }));
    throw new HemvaktError("REQUEST_SHAPE", undefined, { errors });
  }
  const today = dayToIso(localDay(request.server.hemvakt.clock.now(), "UTC"));
  return withAuthors(withChanges({ ...from.body }, changes), request.principal.staff, today);
}
