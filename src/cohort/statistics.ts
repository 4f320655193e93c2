import type { Random } from "../../simulators/random.ts";

/** An estimate with its 95 % confidence interval. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number };

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959_963_984_540_054;

/** A share of a number of independent cases: Wilson's interval (J Am Stat Assoc 1927;22:209). @param of at least 1 */
export function shareOf(count: number, of: number): Estimate {
  const value = count / of;
  const middle = (value + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const half = (Z * Math.sqrt((value * (1 - value)) / of + (Z * Z) / (4 * of * of))) / (1 + (Z * Z) / of);
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** The mean of independent cases, by their number, sum and sum of squares: the normal interval. @param of at least 2 */
export function meanOf(of: number, sum: number, squares: number): Estimate {
  const value = sum / of;
  const half = Z * Math.sqrt(Math.max(0, squares - of * value * value) / (of - 1) / of);
  return { value, low: value - half, high: value + half };
}

/**
 * The mean of cases with a percentile bootstrap interval over them (Efron, Ann Stat 1979;7:1): what differs between patients,
 * however it is distributed. The same stream gives the same interval.
 * @param cases one number a patient; at least 1
 */
export function bootstrapMean(cases: readonly number[], resamples: number, stream: Random): Estimate {
  const of = cases.length;
  const mean = (sum: number): number => sum / of;
  const means: number[] = [];
  for (let sample = 0; sample < resamples; sample += 1) {
    let sum = 0;
    for (let each = 0; each < of; each += 1) sum += cases[Math.floor((stream.next() / 4_294_967_296) * of)]!;
    means.push(mean(sum));
  }
  means.sort((a, b) => a - b);
  return {
    value: mean(cases.reduce((sum, one) => sum + one, 0)),
    low: quantile(means, 0.025),
    high: quantile(means, 0.975),
  };
}

/** A quantile of sorted numbers, between the two nearest where it falls between them. @param sorted at least one */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const [a, b] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  return a + (b - a) * (place - below);
}
