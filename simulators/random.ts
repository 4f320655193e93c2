import { hash } from "node:crypto";

/**
 * A seeded source of randomness. Streams are named: `stream.sub("a")` depends on the seed and the path of names only,
 * never on how much has been drawn from `stream` or from a sibling, so one more patient changes no other patient.
 */
export type Random = {
  /** The next whole number in 0 … 2³²−1. */
  next(): number;
  /** The next number in [0, 1), of 53 random bits. */
  unit(): number;
  /** A number in [low, high). */
  uniform(low: number, high: number): number;
  /** A whole number in low … high, both included. */
  integer(low: number, high: number): number;
  /** A number from the normal distribution with this mean and standard deviation. */
  normal(mean: number, sd: number): number;
  /** A waiting time from the exponential distribution with this mean. */
  exponential(mean: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of the items, all equally likely. The list must not be empty. */
  choice<T>(items: readonly T[]): T;
  /** The stream of this name below this one, always from its own beginning. */
  sub(label: string): Random;
};

const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** The four words of state that a path of names stands for: the first 128 bits of its SHA-256. */
function stateOf(path: string): Uint32Array {
  const digest = hash("sha256", path, "buffer");
  return Uint32Array.from([0, 4, 8, 12], (at) => digest.readUInt32LE(at));
}

/**
 * xoshiro128** 1.1 (David Blackman and Sebastiano Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS
 * 47(4), 2021; reference code in the public domain). Starts from four words that must not all be zero.
 */
export function xoshiro128starstar(s: Uint32Array): () => number {
  let [s0, s1, s2, s3] = s as unknown as [number, number, number, number];
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotateLeft(s3, 11);
    return result;
  };
}

/**
 * The stream of a seed and an optional label. The same seed and label give the same numbers on every machine, apart
 * from the last bit of `normal` and `exponential`, which use the engine's logarithm.
 */
export function random(seed: number | string, label = ""): Random {
  return stream(`${typeof seed}:${seed}/${label}`);
}

function stream(path: string): Random {
  // Hashed at the first draw: many streams are only ever passed on.
  let generator: (() => number) | undefined;
  const next = () => (generator ??= xoshiro128starstar(stateOf(path)))();
  const unit = () => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992;
  const integer = (low: number, high: number) => low + Math.floor(unit() * (high - low + 1));
  return {
    next,
    unit,
    integer,
    uniform: (low, high) => low + unit() * (high - low),
    // Box and Muller, 1958. Both draws are taken each time and the second value dropped, so that a stream's state
    // never depends on whether an odd or even number of values has been asked for.
    normal: (mean, sd) => {
      const radius = Math.sqrt(-2 * Math.log(1 - unit()));
      return mean + sd * radius * Math.cos(2 * Math.PI * unit());
    },
    exponential: (mean) => -mean * Math.log(1 - unit()),
    chance: (probability) => unit() < probability,
    choice: <T>(items: readonly T[]) => items[integer(0, items.length - 1)] as T,
    sub: (label) => stream(`${path}/${label}`),
  };
}
