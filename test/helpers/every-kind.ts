import type { PlanBody } from "../../src/domain/plan.ts";
import { type Rule, ruleKinds } from "../../src/domain/rule.ts";
import { catalogue } from "../../src/rules/catalogue.ts";
import { preset } from "../../src/rules/presets.ts";

/** A plan with a rule of every kind, as in the worked examples, and what they compare with. */
export function everyKind(): PlanBody {
  const examples = ruleKinds.map((kind) => ({ kind, ...catalogue[kind].examples[0]! }));
  const references = new Map(examples.flatMap(({ references = [] }) => references).map((one) => [one.metric, one]));
  return preset(["heart-failure", "copd"], {
    rules: examples.map(({ kind, rule }) => ({
      ...rule,
      id: `a-${kind}`,
      // The combination speaks of the others.
      ...(kind === "combination" ? { of: ["a-limit", "a-symptoms", "a-change"] } : {}),
    })) as Rule[],
    references: [...references.values()],
    ...Object.assign({}, ...examples.map(({ saturationTarget }) => saturationTarget && { saturationTarget })),
  });
}
