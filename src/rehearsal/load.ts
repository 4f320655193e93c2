import type { Severity } from "../domain/alert.ts";
import { localDay } from "../domain/day.ts";
import { calls, type RehearsedAlert } from "./outcome.ts";

/** A span of each local day that one group of people answers for, by the local hour at which it begins. */
export type Shift = { readonly name: string; readonly from: number };

/** Day 07–15, evening 15–21, night 21–07: the usual shifts of Swedish home nursing. In the order in which they begin. */
export const usualShifts: readonly Shift[] = [
  { name: "day", from: 7 },
  { name: "evening", from: 15 },
  { name: "night", from: 21 },
];

/** The work that alerts make: how many open, and how often somebody is called to look. */
export type Load = {
  readonly alerts: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** An alert calls when it opens and each time it gets worse. */
  readonly calls: number;
  /** Calls in each shift, by its name. */
  readonly byShift: Readonly<Record<string, number>>;
  /** Each week that the period touches, by its Monday as a local date (days since 1970-01-01), the first first. */
  readonly weeks: readonly { readonly monday: number; readonly alerts: number; readonly calls: number }[];
};

/**
 * Adds up the load of alerts.
 * @param period from which instant until which; milliseconds since the epoch
 * @param zone the IANA zone in which weeks and shifts are counted
 */
export function loadOf(
  alerts: readonly RehearsedAlert[],
  period: { readonly from: number; readonly to: number },
  zone: string,
  shifts: readonly Shift[] = usualShifts,
): Load {
  const weeks = new Map<number, { monday: number; alerts: number; calls: number }>();
  for (let monday = mondayOf(period.from, zone); monday <= mondayOf(period.to - 1, zone); monday += 7) {
    weeks.set(monday, { monday, alerts: 0, calls: 0 });
  }
  const byShift = Object.fromEntries(shifts.map(({ name }) => [name, 0]));
  const bySeverity: Record<Severity, number> = { info: 0, yellow: 0, red: 0 };
  let called = 0;
  for (const alert of alerts) {
    bySeverity[alert.severity] += 1;
    weeks.get(mondayOf(alert.openedAt, zone))!.alerts += 1;
    for (const { at, event } of alert.events) {
      if (!calls.has(event) || at >= period.to) continue;
      called += 1;
      byShift[shiftAt(at, zone, shifts)]! += 1;
      weeks.get(mondayOf(at, zone))!.calls += 1;
    }
  }
  return { alerts: alerts.length, bySeverity, calls: called, byShift, weeks: [...weeks.values()] };
}

/** The Monday of the week of an instant, as a local date. 1970-01-01 was a Thursday. */
function mondayOf(instant: number, zone: string): number {
  const day = localDay(instant, zone);
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** Which shift an instant falls into, by the clock on the wall: before the first begins it is still the last. */
export function shiftAt(instant: number, zone: string, shifts: readonly Shift[]): string {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return (shifts.findLast(({ from }) => from <= hour) ?? shifts.at(-1)!).name;
}
