import { referenceParameters as p } from "../parameters.ts";
import { earlierCalculation, type ReferenceRuleName, referenceRuleNames } from "../published-reference.ts";
import { type Estimate, meanOf, shareOf } from "../statistics.ts";
import { outcomesOf, type Terms, terms } from "./outcome.ts";
import { referencePatient } from "./patient.ts";

/** Figures of one rule, in the order of an `Outcome`. */
const figures = [0, 1, 2, 3] as const;

/** Some patients' outcomes added up: whole numbers, so that they may be added in any order. */
export type ReferenceSums = {
  readonly patients: number;
  /** Sums, then sums of squares; by noise level, way to read, rule and figure, one after another. */
  readonly sums: readonly number[];
  readonly squares: readonly number[];
};

const SIZE = p.noiseLevels.value.length * terms.length * referenceRuleNames.length * figures.length;
const at = (level: number, how: number, rule: number, figure: number): number =>
  ((level * terms.length + how) * referenceRuleNames.length + rule) * figures.length + figure;

/** Simulates and judges the patients of the numbers from one up to, without, another. */
export function simulateReference(seed: number | string, from: number, to: number): ReferenceSums {
  const sums = Array.from({ length: SIZE }, () => 0);
  const squares = Array.from({ length: SIZE }, () => 0);
  for (let number = from; number < to; number += 1) {
    p.noiseLevels.value.forEach((noise, level) => {
      const patient = referencePatient(seed, noise, number);
      terms.forEach((name, how) =>
        outcomesOf(patient, name).forEach((outcome, rule) =>
          outcome.forEach((value, figure) => {
            const place = at(level, how, rule, figure);
            sums[place] = sums[place]! + value;
            squares[place] = squares[place]! + value * value;
          }),
        ),
      );
    });
  }
  return { patients: to - from, sums, squares };
}

/** Patients of several parts together. */
export const addReference = (parts: readonly ReferenceSums[]): ReferenceSums => ({
  patients: parts.reduce((sum, { patients }) => sum + patients, 0),
  sums: parts[0]!.sums.map((_, place) => parts.reduce((sum, part) => sum + part.sums[place]!, 0)),
  squares: parts[0]!.squares.map((_, place) => parts.reduce((sum, part) => sum + part.squares[place]!, 0)),
});

/** One figure beside the earlier calculation's. Shares in per cent, as there. */
export type Compared = Estimate & {
  readonly earlier: number;
  /** How many standard errors of their difference the two lie apart beyond what rounding in the earlier table explains. */
  readonly apart: number;
};

/** A rule's figures at one noise level, in the order of the earlier table. */
export type ReferenceRow = {
  readonly rule: ReferenceRuleName;
  readonly noise: number;
  readonly figures: readonly Compared[];
};
export type ReferenceResults = {
  readonly patients: number;
  readonly rows: Readonly<Record<Terms, readonly ReferenceRow[]>>;
};

/** The figures with their Monte-Carlo error, beside the earlier ones. */
export function referenceResults({ patients, sums, squares }: ReferenceSums): ReferenceResults {
  const rowsOf = (how: number): ReferenceRow[] =>
    p.noiseLevels.value.flatMap((noise, level) =>
      referenceRuleNames.map((rule, index) => ({
        rule,
        noise,
        figures: figures.map((figure) => {
          const place = at(level, how, index, figure);
          const earlier = earlierCalculation[rule][level]![figure];
          return figure === 0
            ? compare(meanOf(patients, sums[place]!, squares[place]!), patients, earlier, printedStep(earlier))
            : compare(inPerCent(shareOf(sums[place]!, patients)), patients, earlier, 1);
        }),
      })),
    );
  return { patients, rows: { first: rowsOf(0), last: rowsOf(1) } };
}

const inPerCent = ({ value, low, high }: Estimate): Estimate => ({
  value: 100 * value,
  low: 100 * low,
  high: 100 * high,
});

/** The last printed decimal of an alert rate: hundredths below 1, tenths above. */
const printedStep = (earlier: number): number => (earlier < 1 ? 0.01 : 0.1);

/** The earlier figure has a Monte-Carlo error of its own, as large as ours would be with its number of patients. */
function compare(ours: Estimate, patients: number, earlier: number, step: number): Compared {
  const error = (ours.high - ours.low) / 2 / 1.96;
  const both = error * Math.sqrt(1 + patients / p.patients.value);
  const beyond = Math.max(0, Math.abs(ours.value - earlier) - step / 2);
  const [value, low, high, apart] = [ours.value, ours.low, ours.high, beyond === 0 ? 0 : beyond / both].map(rounded);
  return { value: value!, low: low!, high: high!, earlier, apart: apart! };
}

/** Four decimals are more than any of it is worth. */
const rounded = (value: number): number => Number(value.toFixed(4));
