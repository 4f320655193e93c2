import type { LocalDay } from "../domain/day.ts";
import type { Metric } from "../domain/metric.ts";
import type { Reading } from "../domain/reading.ts";
import { type DayValue, type DayValues, dayValuesOf, lastValid } from "../rules/history.ts";
import type { RuleInput } from "../rules/rule.ts";

/** What rules are given beside the judged reading. */
export type LookUp = Omit<RuleInput, "reading">;

/**
 * Looks among the readings of one virtual patient as rules ask for them: the same as `dayValuesOf`, `nearbyIn` and `recentIn`
 * of them, with each date's value looked up once and the others found by halving.
 * @param readings in the order they were measured
 */
export function lookUpIn(readings: readonly Reading[], zone: string): LookUp {
  const between = (from: number, to: number): readonly Reading[] =>
    readings.slice(firstNotBefore(readings, from), firstNotBefore(readings, to + 1));
  return {
    zone,
    dayValues: remembering(dayValuesOf(readings, zone)),
    nearby: (metric, from, to) => lastValid(between(from, to), metric),
    recent: (kind, from, to) => between(from, to).filter((reading) => reading.kind === kind),
  };
}

function remembering(dayValues: DayValues): DayValues {
  const known = new Map<Metric, Map<LocalDay, DayValue | undefined>>();
  return (metric, day) => {
    let days = known.get(metric);
    if (!days) known.set(metric, (days = new Map()));
    const found = days.get(day);
    if (found !== undefined || days.has(day)) return found;
    const value = dayValues(metric, day);
    days.set(day, value);
    return value;
  };
}

/** The place of the first reading measured at an instant or after it. */
function firstNotBefore(readings: readonly Reading[], instant: number): number {
  let [low, high] = [0, readings.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (readings[middle]!.measuredAt < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
