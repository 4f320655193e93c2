import type { Direction } from "../domain/metric.ts";

/**
 * Standard deviations without floating point: what has to be compared with a square root is compared by whole numbers of
 * any size, so that no value ever falls on the wrong side of a limit by rounding.
 */

/** Values added up: how many, their sum and the sum of their squares. */
export type Sample = { readonly count: number; readonly sum: number; readonly squares: number };

/**
 * The last stored integer that is not beyond mean ± sds × SD: a value is beyond exactly when it is strictly above it (or
 * below it, on that side).
 * @param sample at least two values
 * @param leastSd the SD is taken as at least this, more than 0, in stored integers: equal values have none of their own
 * @param sds in thousandths of an SD; may be negative
 */
export function edgeOf(sample: Sample, leastSd: number, sds: number, side: Direction): number {
  if (side === "below") return -edgeOf({ ...sample, sum: -sample.sum }, leastSd, sds, "above");
  const n = BigInt(sample.count);
  const { numerator, denominator } = varianceOf(sample, leastSd);
  const k = BigInt(sds);
  // floor(sum / n + k SD / 1000) = floor((1000 sum ± √(n² k² variance)) / 1000 n), and a floor may be taken inside a floor.
  const underRoot = n * n * k * k * numerator;
  const root = rootOf(underRoot / denominator);
  const isWhole = root * root * denominator === underRoot;
  const distance = k >= 0n ? root : -(isWhole ? root : root + 1n);
  return Number(floorDivide(1000n * BigInt(sample.sum) + distance, 1000n * n));
}

/**
 * How many SDs a value lies above the mean, in thousandths, rounded to the nearest (negative below it).
 * @param sample,leastSd as for `edgeOf`
 */
export function deviationOf(sample: Sample, leastSd: number, value: number): number {
  const n = BigInt(sample.count);
  const { numerator, denominator } = varianceOf(sample, leastSd);
  const away = n * BigInt(value) - BigInt(sample.sum);
  // Twice the thousandths, whole part: half of that, rounded up, is the nearest.
  const twice = rootOf((4_000_000n * away * away * denominator) / (n * n * numerator));
  const nearest = Number((twice + 1n) / 2n);
  return away < 0n && nearest !== 0 ? -nearest : nearest;
}

/** The sample variance (n − 1), or the square of the least SD where that is larger, as a fraction. */
function varianceOf({ count, sum, squares }: Sample, leastSd: number): { numerator: bigint; denominator: bigint } {
  const [n, least] = [BigInt(count), BigInt(leastSd) ** 2n];
  const numerator = n * BigInt(squares) - BigInt(sum) ** 2n;
  const denominator = n * (n - 1n);
  return numerator > least * denominator ? { numerator, denominator } : { numerator: least, denominator: 1n };
}

/** The whole part of a square root, by Newton's method from the nearest double. */
function rootOf(value: bigint): bigint {
  if (value < 2n) return value;
  let root = BigInt(Math.ceil(Math.sqrt(Number(value)))) + 1n;
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) break;
    root = next;
  }
  // The double may have been too small by its last bits.
  while ((root + 1n) * (root + 1n) <= value) root += 1n;
  while (root * root > value) root -= 1n;
  return root;
}

const floorDivide = (numerator: bigint, denominator: bigint): bigint =>
  numerator / denominator - (numerator < 0n && numerator % denominator !== 0n ? 1n : 0n);
