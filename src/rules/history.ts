import { type LocalDay, localDay } from "../domain/day.ts";
import type { Flag } from "../domain/flag.ts";
import { type Kind, kinds } from "../domain/kind.ts";
import { timeIsCertain } from "../domain/measurement.ts";
import type { Metric } from "../domain/metric.ts";
import type { Reading } from "../domain/reading.ts";

/** The value that stands for a local date, and the reading it comes from. */
export type DayValue = { readonly value: number; readonly reading: string };

/** Looks up the value of a metric on a local date. */
export type DayValues = (metric: Metric, day: LocalDay) => DayValue | undefined;

/** What speaks against a value standing for others. */
export const unfit: ReadonlySet<Flag> = new Set<Flag>([
  "implausible",
  "not-clinical",
  "questionable",
  "clock-unset-batch",
  "suspect-duplicate",
  "retained",
  "moved",
  "excluded",
  "repeated",
]);

/** Whether a reading may stand as a reference for others: its time is certain and nothing speaks against its value. */
export const isReference = (reading: Reading): boolean =>
  timeIsCertain(reading.clock) && !reading.flags.some((flag) => unfit.has(flag));

/** As `isReference`, whether or not another reading repeats this one: what may stand in for its own duplicate. */
export const isSound = (reading: Reading): boolean =>
  isReference({ ...reading, flags: reading.flags.filter((flag) => flag !== "suspect-duplicate") });

/**
 * The reading that stands for a metric where several of one date carry it: the first valid one, since people are asked to
 * weigh themselves in the morning and later values differ by meals. The answer doesn't depend on the order of `readings`;
 * of two at the same instant the first by `compareReadings` counts.
 */
export function firstValid(readings: readonly Reading[], metric: Metric): Reading | undefined {
  let first: Reading | undefined;
  for (const reading of readings) {
    if (reading.values[metric] === undefined || !isReference(reading)) continue;
    if (!first || isBefore(reading, first)) first = reading;
  }
  return first;
}

/** Finds the latest sound reading that carries a metric, measured from one instant to another, both included. */
export type Nearby = (metric: Metric, from: number, to: number) => Reading | undefined;

/** The latest of readings that carries a metric and may be compared with; of two at the same instant as in `firstValid`. */
export function lastValid(readings: readonly Reading[], metric: Metric): Reading | undefined {
  let last: Reading | undefined;
  for (const reading of readings) {
    if (reading.values[metric] === undefined || !isReference(reading)) continue;
    const isLater = !last || reading.measuredAt > last.measuredAt;
    if (!last || isLater || (reading.measuredAt === last.measuredAt && isBefore(reading, last))) last = reading;
  }
  return last;
}

/** Finds the readings of a kind measured from one instant to another, both included. */
export type Recent = (kind: Kind, from: number, to: number) => readonly Reading[];

/** Looks for them among given readings. */
export const recentIn =
  (readings: readonly Reading[]): Recent =>
  (kind, from, to) =>
    readings.filter((reading) => reading.kind === kind && reading.measuredAt >= from && reading.measuredAt <= to);

/** Looks among given readings, in whatever order they stand. */
export const nearbyIn =
  (readings: readonly Reading[]): Nearby =>
  (metric, from, to) =>
    lastValid(
      readings.filter(({ measuredAt }) => measuredAt >= from && measuredAt <= to),
      metric,
    );

/**
 * One value per metric and local date: that of the first valid reading of the date, as in `firstValid`.
 */
export function dayValuesOf(readings: readonly Reading[], zone: string): DayValues {
  const days = Map.groupBy(readings, (reading) => localDay(reading.measuredAt, zone));
  return (metric, day) => {
    const found = firstValid(days.get(day) ?? [], metric);
    return found && { value: found.values[metric]!, reading: found.id };
  };
}

/**
 * The order of readings: by when they were measured, and of several at one instant by what they say. Only where that is
 * equal as well, so that it makes no difference, by their ids, which depend on what was stored first.
 */
export const compareReadings = (a: Reading, b: Reading): number =>
  a.measuredAt - b.measuredAt || compareTexts(contentOf(a), contentOf(b)) || compareTexts(a.id, b.id);

const contentOf = ({ kind, values, answers, clock, flags }: Reading): string =>
  JSON.stringify([kind, kinds[kind].components.map((metric) => values[metric] ?? null), answers ?? null, clock, flags]);

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isBefore = (a: Reading, b: Reading): boolean => compareReadings(a, b) < 0;
