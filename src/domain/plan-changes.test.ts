import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyKind } from "../../test/helpers/every-kind.ts";
import { conditions, preset } from "../rules/presets.ts";
import { planBodySchema } from "./plan.ts";
import { differencesBetween, withChanges } from "./plan-changes.ts";
import { asSignedBy, planDigest } from "./plan-signature.ts";

const whole = everyKind();
const shuffled = fc.shuffledSubarray(whole.rules, { minLength: whole.rules.length });
const some = fc.subarray(whole.rules);

describe("differences", () => {
  test("are none between a plan and itself, in whatever order its rules stand", () => {
    fc.assert(
      fc.property(shuffled, (rules) => {
        expect(differencesBetween(whole, { ...whole, rules })).toEqual([]);
      }),
    );
  });

  test("name exactly the rules that only one of two plans has", () => {
    fc.assert(
      fc.property(some, some, (before, after) => {
        const found = differencesBetween({ ...whole, rules: before }, { ...whole, rules: after });
        const ids = (rules: typeof before) => new Set(rules.map(({ id }) => id));
        expect(new Set(found.map(({ id }) => id))).toEqual(ids(before).symmetricDifference(ids(after)));
        for (const { before: was, after: is } of found) expect((was === undefined) !== (is === undefined)).toBe(true);
      }),
    );
  });

  test("of a first plan are all of it", () => {
    const parts = differencesBetween(undefined, whole).map(({ part }) => part);
    expect(parts.filter((part) => part === "rule").length).toBe(whole.rules.length);
    expect(new Set(parts)).toEqual(new Set(["rule", "safety-limit", "reference", "schedule", "field"]));
  });

  test("who set a value and when is none; the value is one", () => {
    const [reference] = whole.references ?? [];
    const otherwise = (change: object) => ({ ...whole, references: [{ ...reference!, ...change }] });
    expect(differencesBetween(whole, otherwise({ setBy: "nobody", setOn: "2020-01-01" }))).toEqual([]);
    expect(differencesBetween(whole, otherwise({ value: { value: 1, unit: "kg" } }))).toMatchObject([
      { part: "reference", id: "body-weight" },
    ]);
  });
});

describe("changes", () => {
  test("that name nothing change nothing, of any template", () => {
    for (const condition of conditions)
      expect(withChanges({ ...preset([condition]) }, {})).toEqual(preset([condition]));
  });

  test("to another kind leave nothing of the old rule", () => {
    const rule = { id: "pulse-high", kind: "irregular-pulse", severity: "red" };
    const changed = withChanges({ ...preset(["heart-failure"]) }, { rules: [rule] });
    expect(planBodySchema.parse(changed).rules.find(({ id }) => id === "pulse-high")).toEqual(rule);
  });

  test("may begin from nothing", () => {
    expect(withChanges({}, { rules: [{ id: "a" }] })).toEqual({ rules: [{ id: "a" }] });
  });
});

describe("a digest", () => {
  const signed = { patient: "greta", version: 2, signedBy: "doris", signedAt: 1, validFrom: 1, body: whole };

  test("is the same whatever order the fields stand in, and another for any other plan", () => {
    const turned = Object.fromEntries(Object.entries(whole).toReversed()) as typeof whole;
    expect(planDigest({ ...signed, body: turned })).toBe(planDigest(signed));
    const others = [
      { ...signed, version: 3 },
      { ...signed, signedBy: "karin" },
      { ...signed, validFrom: 2 },
      { ...signed, body: { ...whole, maxBlind: 3 } },
      { ...signed, body: { ...whole, rules: whole.rules.toReversed() } },
    ];
    expect(new Set([signed, ...others].map(planDigest)).size).toBe(others.length + 1);
  });
});

test("a target that stays keeps its author, one that is new has the signer", () => {
  const target = (range: "88-92" | "94-98", setBy: string) => ({
    ...whole,
    saturationTarget: { range, setBy, setOn: "2026-01-01" },
  });
  const at = Temporal.Instant.from("2026-11-22T23:30:00Z").epochMilliseconds;
  expect(asSignedBy(target("88-92", "x"), target("88-92", "doris"), "karin", at).saturationTarget?.setBy).toBe("doris");
  // 00:30 on the next date where the plan counts its days.
  expect(asSignedBy(target("94-98", "x"), target("88-92", "doris"), "karin", at).saturationTarget).toEqual({
    range: "94-98",
    setBy: "karin",
    setOn: "2026-11-23",
  });
});
