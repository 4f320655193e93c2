import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { type PlanBody, planBodySchema } from "../domain/plan.ts";
import { ruleSchema } from "../domain/rule.ts";

const ruleId = z.string().min(1).max(64);

/** A change to whatever plan a patient has: parts of its rules replaced, rules added, rules taken away, by the rules' ids. */
export const planChangeSchema = z
  .strictObject({
    overrides: z.record(ruleId, z.record(z.string(), z.unknown())).default({}).meta({
      description: "By rule id: the parts that replace the rule's. Plans without such a rule stay as they are",
    }),
    add: z.array(ruleSchema).max(50).default([]),
    remove: z.array(ruleId).max(50).default([]),
  })
  .refine(({ overrides, add, remove }) => Object.keys(overrides).length + add.length + remove.length > 0, {
    message: "says nothing: give overrides, add or remove",
  })
  .meta({
    id: "PlanChange",
    examples: [{ overrides: { "weight-rise-3d": { amount: { value: 1.5, unit: "kg" } } }, add: [], remove: [] }],
  });
export type PlanChange = z.infer<typeof planChangeSchema>;

/** What a change makes of a plan: another plan, the same (it has none of the rules), or none that could be signed. */
export type Changed =
  | { readonly outcome: "changed"; readonly body: PlanBody }
  | { readonly outcome: "unaffected" }
  | { readonly outcome: "invalid"; readonly errors: readonly { readonly path: string; readonly message: string }[] };

/** Applies a change to a plan. A rule that is added takes the place of one with its id. */
export function applyChange(plan: PlanBody, { overrides, add, remove }: PlanChange): Changed {
  const replaced = new Map(add.map((rule) => [rule.id, rule]));
  const kept = plan.rules
    .filter(({ id }) => !remove.includes(id))
    .map((rule) => {
      const instead = replaced.get(rule.id);
      replaced.delete(rule.id);
      return instead ?? { ...rule, ...overrides[rule.id] };
    });
  const parsed = planBodySchema.safeParse({ ...plan, rules: [...kept, ...replaced.values()] });
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    return { outcome: "invalid", errors };
  }
  return isDeepStrictEqual(parsed.data.rules, plan.rules)
    ? { outcome: "unaffected" }
    : { outcome: "changed", body: parsed.data };
}
