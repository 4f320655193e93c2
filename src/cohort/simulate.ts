import { localDay } from "../domain/day.ts";
import { measure, type PatientFigures, prepare } from "./measure.ts";
import type { RuleSet } from "./rule-sets/rule-set.ts";
import { type CohortCondition, type Made, type VirtualCase, zone } from "./virtual/case.ts";
import { copdCase } from "./virtual/copd.ts";
import { heartFailureCase } from "./virtual/heart-failure.ts";

/** What a virtual patient is besides the readings, for results by kind of event. */
export type CaseFacts = {
  readonly changes: boolean;
  readonly felt: boolean;
  /** What weight gained over the 14 days to the event, in kg, where both ends were measured within two days. */
  readonly gain14?: number;
};

/** Some virtual patients with what each rule set did for them, in order. */
export type Simulated = {
  readonly facts: readonly CaseFacts[];
  /** By rule set, then by patient. */
  readonly figures: readonly (readonly PatientFigures[])[];
};

/** Makes virtual patients. The same seed, condition and number give the same patient. */
export const makeCase: Readonly<
  Record<CohortCondition, (seed: number | string, number: number, made?: Made) => VirtualCase>
> = {
  "heart-failure": heartFailureCase,
  copd: copdCase,
};

/** Makes the virtual patients of the numbers from one up to, without, another, and puts the rule sets to work on them. */
export function simulate(
  condition: CohortCondition,
  seed: number | string,
  sets: readonly RuleSet[],
  from: number,
  to: number,
  made: Made = {},
): Simulated {
  const facts: CaseFacts[] = [];
  const figures: PatientFigures[][] = sets.map(() => []);
  for (let number = from; number < to; number += 1) {
    const prepared = prepare(makeCase[condition](seed, number, made));
    sets.forEach((set, index) => figures[index]!.push(measure(set, prepared)));
    facts.push(factsOf(prepared.one));
  }
  return { facts, figures };
}

/** Several parts one after another. */
export const joinSimulated = (parts: readonly Simulated[]): Simulated => ({
  facts: parts.flatMap(({ facts }) => facts),
  figures: parts[0]!.figures.map((_, set) => parts.flatMap(({ figures }) => figures[set]!)),
});

function factsOf({ changes, felt, eventful, eventDay }: VirtualCase): CaseFacts {
  const weightAbout = (around: number): number | undefined =>
    eventful.findLast(({ measuredAt, values }) => {
      const day = localDay(measuredAt, zone);
      return values["body-weight"] !== undefined && day <= around && day >= around - 2;
    })?.values["body-weight"];
  const [before, at] = [weightAbout(eventDay - 14), weightAbout(eventDay)];
  return { changes, felt, ...(before === undefined || at === undefined ? {} : { gain14: (at - before) / 1000 }) };
}
