import type { Severity } from "../domain/alert.ts";
import { nextWorkingDay } from "../domain/calendar.ts";
import { localDay, startOfDay } from "../domain/day.ts";

const RED_CEILING = 4 * 3_600_000;

/**
 * The latest instant that somebody may promise: four hours for a red alert, the end of the next working day for others.
 * @param now milliseconds since the epoch
 * @param zone the IANA zone in which days are counted
 */
export function latestPromise(severity: Severity, now: number, zone: string): number {
  if (severity === "red") return now + RED_CEILING;
  return startOfDay(nextWorkingDay(localDay(now, zone)) + 1, zone) - 1;
}
