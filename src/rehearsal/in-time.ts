import { timeIsCertain } from "../domain/measurement.ts";
import type { Arrival, Given } from "./arrival.ts";

/** What comes later than this after it was measured is history by then: whatever it says, nobody is alerted. */
const HISTORY = 24 * 3_600_000;

/**
 * Readings that came so late that they could alert nobody say nothing about a plan's limits: a hub that empties its memory
 * on its first day, a month without coverage. They are taken as having come when they were measured. What came a little
 * late stays so, for late it would come under any plan; so does what has no certain time.
 */
export function inTime(arrivals: readonly Arrival[]): Arrival[] {
  const late = new Map<number, Given[]>();
  const kept = arrivals.flatMap((arrival) => {
    const readings = arrival.readings.filter((reading) => !isHistory(arrival, reading));
    if (readings.length === arrival.readings.length) return [arrival];
    for (const reading of arrival.readings) {
      if (isHistory(arrival, reading)) late.getOrInsertComputed(reading.measuredAt, () => []).push(reading);
    }
    return readings.length > 0 ? [{ ...arrival, readings }] : [];
  });
  if (late.size === 0) return kept;
  const retimed = [...late].map(([at, readings]): Arrival => ({ at, readings }));
  return [...kept, ...retimed].sort((a, b) => a.at - b.at || (a.order ?? 0) - (b.order ?? 0));
}

/** How many readings that were measured from an instant on came so late. */
export const lateSince = (arrivals: readonly Arrival[], since: number): number =>
  arrivals.reduce(
    (sum, arrival) =>
      sum + arrival.readings.filter((reading) => reading.measuredAt >= since && isHistory(arrival, reading)).length,
    0,
  );

const isHistory = ({ at }: Arrival, { measuredAt, clock = "good", flags = [] }: Given): boolean =>
  at - measuredAt > HISTORY && timeIsCertain(clock) && !flags.includes("moved") && !flags.includes("retained");
