import { describe, expect, test } from "vitest";
import { planBodySchema } from "../../domain/plan.ts";
import { planFor } from "../measure.ts";
import { makeCase } from "../simulate.ts";
import { cohortConditions, zone } from "../virtual/case.ts";
import { ruleSets } from "./catalogue.ts";

describe.each(cohortConditions)("the rule sets for %s", (condition) => {
  const patient = makeCase[condition]("plans", 0);

  test.each(ruleSets[condition].map((set) => [set.id, set] as const))("%s is a plan that could be signed", (_, set) => {
    const body = { conditions: [condition], zone, ...planFor(set, patient) };
    expect(planBodySchema.safeParse(body).error?.issues).toBeUndefined();
  });

  test("have each their own id and name their source", () => {
    const sets = ruleSets[condition];
    expect(new Set(sets.map(({ id }) => id)).size).toBe(sets.length);
    expect(sets.filter(({ source, title }) => source === "" || title === "")).toEqual([]);
  });
});
