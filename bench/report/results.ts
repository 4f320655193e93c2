import type { Machine } from "./machine.ts";

/** One thing that was measured, once a round. */
export type Part = {
  readonly name: string;
  readonly unit: string;
  readonly rounds: readonly number[];
  /** Processor time of the peer per message, in microseconds. */
  readonly cpuMicros?: readonly number[];
  /** How much of one core the load generator used itself. */
  readonly generatorCore?: readonly number[];
};

/** A figure with its aims: what it is, what came out in each round, and what it was made of. */
export type Row = {
  readonly id: string;
  readonly figure: string;
  readonly unit: string;
  /** Whether more of it is better, or less. */
  readonly better: "more" | "less";
  readonly first: number;
  readonly later: number;
  readonly rounds: readonly number[];
  readonly parts: readonly Part[];
  /** How it was measured, and what a reader should know before quoting it. */
  readonly how: string;
};

/** Where one thread of the platform spent its time under load. */
export type ThreadProfile = {
  readonly thread: string;
  /** Share of the time in which the thread was not idle. */
  readonly busy: number;
  /** Largest first: share of busy time, self. */
  readonly functions: readonly { readonly name: string; readonly file: string; readonly share: number }[];
  readonly files: readonly { readonly file: string; readonly share: number }[];
};

export type Results = {
  readonly machine: Machine;
  /** Small runs show that the harness works; their figures mean nothing. */
  readonly quick: boolean;
  readonly rows: readonly Row[];
  readonly profile: readonly ThreadProfile[];
};

/** The middle value; the mean of the two middle ones when their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The value below which a share of them lies; they need not be sorted. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Three significant digits: more would be noise. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** The same with four significant digits of each figure: the rest is noise, and the file is kept. */
export const tidy = <T>(results: T): T =>
  JSON.parse(
    JSON.stringify(results, (_key, value: unknown) =>
      typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value,
    ),
  ) as T;
