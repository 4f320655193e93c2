import { type LocalDay, localDay } from "../domain/day.ts";
import type { Flag } from "../domain/flag.ts";
import { timeIsCertain } from "../domain/measurement.ts";
import type { Metric } from "../domain/metric.ts";
import type { Reading } from "../domain/reading.ts";

/** The value that stands for a local date, and the reading it comes from. */
export type DayValue = { readonly value: number; readonly reading: string };

/** Looks up the value of a metric on a local date. */
export type DayValues = (metric: Metric, day: LocalDay) => DayValue | undefined;

const unfit: ReadonlySet<Flag> = new Set<Flag>([
  "implausible",
  "not-clinical",
  "questionable",
  "clock-unset-batch",
  "suspect-duplicate",
  "retained",
  "moved",
]);

/** Whether a reading may stand as a reference for others: its time is certain and nothing speaks against its value. */
export const isReference = (reading: Reading): boolean =>
  timeIsCertain(reading.clock) && !reading.flags.some((flag) => unfit.has(flag));

/** As `isReference`, whether or not another reading repeats this one: what may stand in for its own duplicate. */
export const isSound = (reading: Reading): boolean =>
  isReference({ ...reading, flags: reading.flags.filter((flag) => flag !== "suspect-duplicate") });

/**
 * One value per metric and local date: the first valid reading of that date, since people are asked to weigh themselves
 * in the morning and later values differ by meals. The answer doesn't depend on the order of `readings`; of two at the
 * same instant the lower id counts.
 */
export function dayValuesOf(readings: readonly Reading[], zone: string): DayValues {
  const first = new Map<string, { reading: Reading; value: number }>();
  for (const reading of readings) {
    if (!isReference(reading)) continue;
    const day = localDay(reading.measuredAt, zone);
    for (const [metric, value] of Object.entries(reading.values)) {
      const key = `${metric}/${day}`;
      const known = first.get(key);
      if (!known || isBefore(reading, known.reading)) first.set(key, { reading, value });
    }
  }
  return (metric, day) => {
    const found = first.get(`${metric}/${day}`);
    return found && { value: found.value, reading: found.reading.id };
  };
}

const isBefore = (a: Reading, b: Reading): boolean =>
  a.measuredAt < b.measuredAt || (a.measuredAt === b.measuredAt && a.id < b.id);
