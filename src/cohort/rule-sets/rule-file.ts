import { planBodySchema } from "../../domain/plan.ts";
import { HemvaktError } from "../../errors.ts";
import { judgedKinds } from "../../rules/about.ts";
import { makeCase } from "../simulate.ts";
import { type CohortCondition, zone } from "../virtual/case.ts";
import type { RuleSet } from "./rule-set.ts";

/**
 * Somebody's own rules as a rule set: a plan as the API takes it, of which `rules` is enough. References are each virtual
 * patient's own, whatever the file says.
 * @param name what it is called in tables, for instance the file's name
 * @throws HemvaktError `PLAN_FILE`
 */
export function ruleSetFrom(content: string, name: string, condition: CohortCondition): RuleSet {
  const body = planBodySchema.safeParse({
    conditions: [],
    safetyLimits: [],
    zone,
    ...objectIn(content, name),
    references: makeCase[condition]("any", 0).references,
  });
  if (!body.success) {
    const problems = body.error.issues.map(({ path, message }) => `${[name, ...path].join(" ")}: ${message}`);
    throw new HemvaktError("PLAN_FILE", problems.join("\n"));
  }
  const { rules, safetyLimits, saturationTarget } = body.data;
  const blind = unseen(body.data.rules, condition);
  return {
    id: name,
    title: name,
    source: "your own",
    ...(blind.length > 0
      ? { note: `These virtual patients measure nothing that it looks at: ${blind.join(", ")}.` }
      : {}),
    plan: { rules, safetyLimits, ...(saturationTarget ? { saturationTarget } : {}) },
  };
}

function objectIn(content: string, name: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw new HemvaktError("PLAN_FILE", `${name}: not JSON.`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new HemvaktError(
      "PLAN_FILE",
      `${name}: not a plan but ${Array.isArray(value) ? "a list" : "a single value"}.`,
    );
  }
  return value as Record<string, unknown>;
}

/** The rules that look at nothing that virtual patients of the condition measure. */
function unseen(rules: RuleSet["plan"]["rules"], condition: CohortCondition): string[] {
  const measured = new Set(makeCase[condition]("any", 0).quiet.map(({ kind }) => kind));
  return rules.filter((rule) => !judgedKinds(rule, rules).some((kind) => measured.has(kind))).map(({ id }) => id);
}
