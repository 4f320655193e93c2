import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  average,
  cases,
  fall,
  fromDry,
  inputOf,
  limit,
  own,
  references,
  rise,
  spo2,
  sum,
  weight,
} from "../../test/helpers/why-not.ts";
import { readTable } from "../../test/tables/table.ts";
import type { Rule } from "../domain/rule.ts";
import { evaluate } from "./evaluate.ts";
import { marginOf } from "./margin.ts";
import { sayNothing, situationOf, whyNot } from "./why-not.ts";
import { whyNotSentences } from "./why-not-sentences.ts";

describe("why a rule found nothing", () => {
  it.each(cases)("%s", (situation, asked, expected) => {
    expect(whyNot(asked, "sv")).toBe(expected);
    expect(situationOf(asked)).toBe(situation);
    expect(whyNot(asked, "en")).toMatch(/^\p{Lu}[^{}]*\.$/u);
  });

  it("has a case for each row, and the rows of the table outside the code", () => {
    const nothing = ["no-reading", "no-reading-ever", "no-rule"] as const;
    expect(new Set([...cases.map(([situation]) => situation), ...nothing])).toEqual(
      new Set(Object.keys(whyNotSentences)),
    );
    expect(readTable("why-not-sentences", ["situation", "sv", "en"], ";")).toEqual(
      Object.entries(whyNotSentences).map(([situation, row]) => ({ situation, ...row })),
    );
    expect(nothing.map((situation) => sayNothing(situation, "glucose", "sv", "2026-11-20"))).toEqual([
      "Blodsockret: ingen mätning, senast 2026-11-20.",
      "Blodsockret: ingen mätning, ingen tidigare heller.",
      "Blodsockret: ingen regel i vårdplanen gäller den.",
    ]);
  });
});

describe("how far from the limit", () => {
  it("is what takes a value exactly to the limit, and the smallest step further finds it", () => {
    const rules = [limit, rise, fall, fromDry, { ...fromDry, direction: "fall" } as Rule];
    const earlier = [weight(82_000, 1), weight(82_500, 3)];
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.integer({ min: 70_000, max: 95_000 }), (rule, value) => {
        const judged = (stored: number) => {
          const given = rule.kind === "limit" ? [spo2(stored, 800)] : [weight(stored), ...earlier];
          const [judgement] = evaluate(inputOf(given), { safetyLimits: [], rules: [rule], references });
          if (!judgement || judgement.verdict === "not-evaluable") throw new Error("not asked");
          return judgement;
        };
        const stored = rule.kind === "limit" ? 700 + (value % 300) : value;
        const judgement = judged(stored);
        const { left, times } = marginOf(judgement)!;
        expect(times).toBe(1);
        expect(left < 0).toBe(judgement.verdict === "finding");
        const towards = judgement.direction === "above" ? 1 : -1;
        expect(judged(stored + towards * left).verdict).toBe("inside");
        expect(judged(stored + towards * (left + 1)).verdict).toBe("finding");
      }),
    );
  });

  it("has the sign of the verdict for windows and sums too", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(average, own, sum),
        fc.array(fc.integer({ min: 80_000, max: 86_000 }), { minLength: 5, maxLength: 20 }),
        (rule, values) => {
          const given = values.map((value, daysAgo) => weight(value, daysAgo));
          const [judgement] = evaluate(inputOf(given), { safetyLimits: [], rules: [rule], references });
          if (!judgement || judgement.verdict === "not-evaluable") return;
          expect(marginOf(judgement)!.left < 0).toBe(judgement.verdict === "finding");
        },
      ),
    );
  });
});
