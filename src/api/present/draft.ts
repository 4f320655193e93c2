import { z } from "zod";
import { dayToIso, localDay } from "../../domain/day.ts";
import { bodyOf, planBodySchema } from "../../domain/plan.ts";
import { differencesBetween, type PlanDifference } from "../../domain/plan-changes.ts";
import { withAuthors } from "../../domain/plan-signature.ts";
import { differenceInWords } from "../../rules/plan-in-words.ts";
import type { Database } from "../../store/sqlite/database.ts";
import type { DraftRow } from "../../store/sqlite/drafts.ts";
import { staffNames } from "../../store/sqlite/queries/patients.ts";
import { plansOf } from "../../store/sqlite/registry.ts";
import { iso, isoSchema } from "../conventions.ts";

export const differenceSchema = z
  .object({
    part: z.enum(["rule", "safety-limit", "reference", "schedule", "field"]),
    id: z.string().meta({ description: "The rule's id, the limit's side, the metric, the signal or the field" }),
    before: z.unknown().meta({ description: "Null where it is new" }),
    after: z.unknown().meta({ description: "Null where it is gone" }),
    sentence: z.object({ sv: z.string(), en: z.string() }),
  })
  .meta({ id: "PlanDifference" });

export const planLineSchema = z
  .object({
    part: differenceSchema.shape.part,
    id: z.string(),
    sentence: z.object({ sv: z.string(), en: z.string() }),
  })
  .meta({ id: "PlanLine", description: "One part of a plan in words" });

/** A difference as the API gives it. */
export const presentDifference = (difference: PlanDifference): z.infer<typeof differenceSchema> => ({
  part: difference.part,
  id: difference.id,
  before: difference.before ?? null,
  after: difference.after ?? null,
  sentence: differenceInWords(difference),
});

export const draftSchema = z
  .object({
    id: z.string(),
    state: z.enum(["open", "signed", "discarded"]),
    base: z.int().meta({ description: "The signed version that it was begun from; 0 when there was none" }),
    outdated: z.boolean().meta({ description: "Whether another version has been signed since" }),
    body: z.record(z.string(), z.unknown()).meta({ description: "What there is of a PlanBody" }),
    problems: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .meta({ description: "What stands in the way of signing it; empty when it is a whole plan" }),
    differences: z
      .array(differenceSchema)
      .nullable()
      .meta({ description: "What differs from the version that it was begun from; null while it is no whole plan" }),
    rehearsal: z
      .unknown()
      .meta({ description: "What rehearsing it gave; null when it has not been rehearsed as it is" }),
    createdBy: z.string(),
    createdAt: isoSchema,
    updatedBy: z.string(),
    updatedByName: z.string().nullable(),
    updatedAt: isoSchema,
    version: z.int(),
  })
  .meta({ id: "PlanDraft" });

/** A draft with what stands in the way of signing it and what it changes. */
export function presentDraft(db: Database, row: DraftRow): z.infer<typeof draftSchema> {
  const plans = plansOf(db, row.patient);
  const base = plans.find(({ version }) => version === row.base);
  const body = JSON.parse(row.body) as Record<string, unknown>;
  const today = dayToIso(localDay(row.updated_at, "UTC"));
  const parsed = planBodySchema.safeParse(withAuthors(body, row.updated_by, today));
  return {
    id: row.id,
    state: row.state,
    base: row.base,
    outdated: row.state === "open" && (plans.at(-1)?.version ?? 0) !== row.base,
    body,
    problems: (parsed.error?.issues ?? []).map(({ path, message }) => ({ path: path.join("."), message })),
    differences: parsed.success ? differencesBetween(base && bodyOf(base), parsed.data).map(presentDifference) : null,
    rehearsal: row.rehearsal === null ? null : (JSON.parse(row.rehearsal) as unknown),
    createdBy: row.created_by,
    createdAt: iso(row.created_at),
    updatedBy: row.updated_by,
    updatedByName: staffNames(db, [row.updated_by]).get(row.updated_by) ?? null,
    updatedAt: iso(row.updated_at),
    version: row.version,
  };
}
