import { describe, expect, test } from "vitest";
import { readTable } from "../../test/tables/table.ts";
import { planBodySchema } from "../domain/plan.ts";
import { ruleKinds } from "../domain/rule.ts";
import { catalogue, workThrough } from "./catalogue.ts";
import { sentences } from "./sentences.ts";

const examples = ruleKinds.flatMap((kind) => catalogue[kind].examples.map((example) => ({ kind, ...example })));

test.each(examples)("$kind: $story", (example) => {
  const judgement = workThrough(example);
  expect(judgement.verdict === "not-evaluable" ? judgement.reason : judgement.verdict).toBe(example.expected);
  expect(judgement.ruleKind).toBe(example.kind);
});

test.each(examples)(
  "$kind: $story (the rule can be signed)",
  ({ rule, alongside = [], references, saturationTarget }) => {
    const body = {
      conditions: [],
      rules: [...alongside, rule],
      safetyLimits: [],
      ...(references && { references }),
      ...(saturationTarget && { saturationTarget }),
    };
    expect(planBodySchema.safeParse(body).error?.issues ?? []).toEqual([]);
  },
);

describe.each(ruleKinds)("%s", (kind) => {
  test("shows a finding and what is none", () => {
    const verdicts = catalogue[kind].examples.map(({ expected }) => expected);
    expect(verdicts).toContain("finding");
    expect(verdicts.some((verdict) => verdict !== "finding")).toBe(true);
  });
});

test("every sentence is the one in the table that people correct, and the table has no other", () => {
  const rows = readTable("rule-sentences", ["situation", "side", "sv", "en"], ";");
  const ours = Object.entries(sentences).flatMap(([situation, row]) =>
    Object.entries(row).map(([side, { sv, en }]) => ({ situation, side, sv, en })),
  );
  expect(ours).toEqual(rows);
});
