import { z } from "zod";
import { HemvaktError } from "../errors.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { PlanBody } from "./plan.ts";
import type { Rule } from "./rule.ts";

/**
 * How a plan differs for one patient from the template or version that it starts from, without repeating all of it. What
 * comes of it is checked as a whole plan.
 */
export const planChangesSchema = z
  .strictObject({
    body: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: "Parts of a PlanBody that replace those of the start; null leaves one out" }),
    rules: z
      .array(z.looseObject({ id: z.string().max(64) }))
      .max(50)
      .optional()
      .meta({
        description:
          "Fields that replace those of the rule with this id, for instance its limit; a new id is a new rule",
      }),
    withoutRules: z.array(z.string().max(64)).max(50).optional().meta({ description: "Ids of rules to leave out" }),
    safetyLimits: z
      .array(z.looseObject({ metric: z.string().max(64), direction: z.string().max(16) }))
      .max(30)
      .optional()
      .meta({ description: "Safety limits that replace the one on their side, or are new" }),
  })
  .meta({ id: "PlanChanges" });
export type PlanChanges = z.infer<typeof planChangesSchema>;

/**
 * A plan with its changes, not yet checked.
 * @throws HemvaktError `REQUEST_SHAPE` naming a rule that is to be left out and isn't there
 */
export function withChanges(
  start: Readonly<Record<string, unknown>>,
  { body = {}, rules = [], withoutRules = [], safetyLimits = [] }: PlanChanges,
): Record<string, unknown> {
  const parts = Object.entries({ ...start, ...body });
  const whole: Record<string, unknown> = Object.fromEntries(parts.filter(([, part]) => part !== null));
  const known = (Array.isArray(whole["rules"]) ? whole["rules"] : []) as { id: string; kind?: unknown }[];
  const merged = known.map((rule) => {
    const change = rules.find(({ id }) => id === rule.id);
    // Another kind is another rule: nothing of the old one is left.
    return !change ? rule : "kind" in change && change["kind"] !== rule.kind ? change : { ...rule, ...change };
  });
  const added = rules.filter(({ id }) => !known.some((rule) => rule.id === id));
  const missing = withoutRules.filter((id) => ![...known, ...added].some((rule) => rule.id === id));
  if (missing.length > 0) {
    const errors = missing.map((id) => ({ path: "withoutRules", message: `there is no rule ${id}` }));
    throw new HemvaktError("REQUEST_SHAPE", undefined, { errors });
  }
  if (merged.length + added.length > 0 || withoutRules.length > 0) {
    whole["rules"] = [...merged, ...added].filter(({ id }) => !withoutRules.includes(id));
  }
  if (safetyLimits.length > 0) {
    const before = (Array.isArray(whole["safetyLimits"]) ? whole["safetyLimits"] : []) as PlanBody["safetyLimits"];
    const kept = before.filter(
      (limit) => !safetyLimits.some((other) => other.metric === limit.metric && other.direction === limit.direction),
    );
    whole["safetyLimits"] = [...kept, ...safetyLimits];
  }
  return whole;
}

/** One part of a plan that another has otherwise. */
export type PlanDifference =
  | { readonly part: "rule"; readonly id: string; readonly before: Rule | undefined; readonly after: Rule | undefined }
  | {
      readonly part: "safety-limit" | "reference" | "schedule";
      /** The side, metric or signal that it is about. */
      readonly id: string;
      readonly before: unknown;
      readonly after: unknown;
    }
  | { readonly part: "field"; readonly id: string; readonly before: unknown; readonly after: unknown };

/**
 * What differs between two plans, part by part: rules in the order of the later plan, those left out last; then safety
 * limits, references, schedules and the single fields. The order of rules and who set a value on which date is no difference.
 * @param before the earlier plan; `undefined` when there is none, and everything is new
 */
export function differencesBetween(before: PlanBody | undefined, after: PlanBody): PlanDifference[] {
  const found: PlanDifference[] = [];
  const compare = <T>(
    part: "rule" | "safety-limit" | "reference" | "schedule",
    keyOf: (entry: T) => string,
    old: readonly T[] = [],
    now: readonly T[] = [],
  ): void => {
    const oldByKey = new Map(old.map((entry) => [keyOf(entry), entry]));
    const nowByKey = new Map(now.map((entry) => [keyOf(entry), entry]));
    for (const id of new Set([...nowByKey.keys(), ...oldByKey.keys()])) {
      const [was, is] = [oldByKey.get(id), nowByKey.get(id)];
      if (!same(was, is)) found.push({ part, id, before: was, after: is } as PlanDifference);
    }
  };
  compare<Rule>("rule", ({ id }) => id, before?.rules, after.rules);
  compare(
    "safety-limit",
    ({ metric, direction }) => `${metric}/${direction}`,
    before?.safetyLimits,
    after.safetyLimits,
  );
  compare("reference", ({ metric }) => metric, before?.references?.map(valueOnly), after.references?.map(valueOnly));
  compare("schedule", ({ signal }) => signal, before?.schedules, after.schedules);
  const listed = new Set(["rules", "safetyLimits", "references", "schedules"]);
  const [was, is] = [before, after].map((body) => ({
    ...body,
    ...(body?.saturationTarget && { saturationTarget: body.saturationTarget.range }),
  })) as [Record<string, unknown>, Record<string, unknown>];
  for (const id of [...new Set([...Object.keys(is), ...Object.keys(was)])].filter((field) => !listed.has(field))) {
    if (!same(was[id], is[id])) found.push({ part: "field", id, before: was[id], after: is[id] });
  }
  return found;
}

const valueOnly = ({ metric, value }: NonNullable<PlanBody["references"]>[number]) => ({ metric, value });

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
