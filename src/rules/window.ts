import type { LocalDay } from "../domain/day.ts";
import type { Metric } from "../domain/metric.ts";
import type { DayValues } from "./history.ts";

/** The values of some successive local dates, added up; exact, since all are whole numbers far below 2^53. */
export type Window = {
  /** How many dates have a value. */
  readonly count: number;
  readonly sum: number;
  /** The sum of the squares. */
  readonly squares: number;
  /** The values, oldest first, and the readings that they come from. */
  readonly values: readonly number[];
  readonly readings: readonly string[];
};

/** The window of the dates from one up to, without, another. */
export function windowOf(dayValues: DayValues, metric: Metric, from: LocalDay, to: LocalDay): Window {
  const values: number[] = [];
  const readings: string[] = [];
  let [sum, squares] = [0, 0];
  for (let day = from; day < to; day += 1) {
    const found = dayValues(metric, day);
    if (!found) continue;
    values.push(found.value);
    readings.push(found.reading);
    sum += found.value;
    squares += found.value * found.value;
  }
  return { count: values.length, sum, squares, values, readings };
}

/** The judged reading, then each reading that it is compared with, once. */
export const restsOn = (judged: string, ...others: readonly (readonly string[])[]): string[] => [
  ...new Set([judged, ...others.flat()]),
];
