import { localDay, startOfDay } from "../domain/day.ts";
import { divideHalfEven } from "../domain/unit.ts";

/** Values of one metric as columns: `values[i]`, in stored integers, was measured at `at[i]` (milliseconds). */
export type Columns = {
  readonly at: readonly number[];
  readonly values: readonly number[];
  /** When those were measured whose time or value can't be fully trusted. */
  readonly uncertainAt: readonly number[];
};

/** The values measured in [from, to), in stored integers. */
export type Bucket = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly min: number;
  readonly max: number;
  /** Sum by count, exact until one rounding half to even. */
  readonly mean: number;
  /** How many of them are uncertain. */
  readonly uncertain: number;
};

/** The shortest local date there is, when the clock goes forward. */
const SHORTEST_DAY = 23 * 3_600_000;

/**
 * The edges of at most `most` buckets over [from, to), ascending, the first at `from` and the last at `to` (milliseconds
 * since the epoch). Where a bucket would be a day or longer it is a whole number of local dates in `zone`, so that a
 * morning's weight falls on its own date on both sides of a change of the clock; otherwise all are equally long.
 * @param most at least 1
 */
export function bucketEdges(from: number, to: number, most: number, zone: string): number[] {
  const width = Math.ceil((to - from) / most);
  const edges = [from];
  if (width < SHORTEST_DAY) {
    for (let edge = from + width; edge < to; edge += width) edges.push(edge);
  } else {
    const first = localDay(from, zone);
    const last = localDay(to - 1, zone);
    const days = Math.ceil((last - first + 1) / most);
    for (let day = first + days; day <= last; day += days) edges.push(startOfDay(day, zone));
  }
  edges.push(to);
  return edges;
}

/**
 * The buckets that hold something, in order; every value measured inside the edges is in exactly one. The values may come
 * in any order and are walked once; they cost least in order of time.
 */
export function bucketsOf({ at, values, uncertainAt }: Columns, edges: readonly number[]): Bucket[] {
  const find = finder(edges);
  const tallies: ({ count: number; min: number; max: number; sum: number; uncertain: number } | undefined)[] = [];
  for (let i = 0; i < at.length; i += 1) {
    const bucket = find(at[i]!);
    const value = values[i]!;
    if (bucket === undefined) continue;
    const tally = tallies[bucket];
    if (tally === undefined) {
      tallies[bucket] = { count: 1, min: value, max: value, sum: value, uncertain: 0 };
      continue;
    }
    tally.count += 1;
    tally.sum += value;
    if (value < tally.min) tally.min = value;
    if (value > tally.max) tally.max = value;
  }
  for (const instant of uncertainAt) {
    const tally = tallies[find(instant) ?? -1];
    if (tally) tally.uncertain += 1;
  }
  return edges.flatMap((from, index) => {
    const tally = tallies[index];
    const to = edges[index + 1];
    if (!tally || to === undefined) return [];
    const { sum, ...rest } = tally;
    return [{ from, to, ...rest, mean: Number(divideHalfEven(BigInt(sum), BigInt(tally.count))) }];
  });
}

/** Looks up the bucket of an instant, beginning where the last one was found. */
function finder(edges: readonly number[]): (instant: number) => number | undefined {
  const last = edges.length - 2;
  let bucket = 0;
  return (instant) => {
    if (last < 0 || instant < edges[0]! || instant >= edges[last + 1]!) return undefined;
    while (instant < edges[bucket]!) bucket -= 1;
    while (instant >= edges[bucket + 1]!) bucket += 1;
    return bucket;
  };
}
