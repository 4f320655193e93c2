import type { Schemas } from "../api/client.ts";

/** A team's ordinary week, day by day: how it is shown and changed. Times are local, "08:00". */

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** It ends on the next day where `until` isn't after `from`; "24:00" is midnight. */
export type Opening = { readonly from: string; readonly until: string };
export type Week = Readonly<Record<Weekday, readonly Opening[]>>;
type Weekly = Schemas["Hours"]["weekly"];

/** The openings of each day, in order of time. */
export const weekOf = (weekly: Weekly): Week =>
  Object.fromEntries(
    weekdays.map((day) => [
      day,
      weekly
        .filter(({ days }) => days.includes(day))
        .map(({ from, until }) => ({ from, until }))
        .sort((a, b) => (a.from < b.from ? -1 : 1)),
    ]),
  ) as Record<Weekday, Opening[]>;

/** The same as the API takes it: each opening once, with the days that have it. */
export function weeklyOf(week: Week): Weekly {
  const all = weekdays.flatMap((day) => week[day].map((opening) => ({ day, opening })));
  const byTime = Map.groupBy(all, ({ opening }) => `${opening.from} ${opening.until}`);
  return [...byTime.values()].flatMap((group) => {
    const opening = group[0]?.opening;
    return opening ? [{ days: [...new Set(group.map(({ day }) => day))], ...opening }] : [];
  });
}

const MIDNIGHT = 24 * 60;
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Minutes from midnight at which the team is there on that day; what lasts past midnight stands on both days. */
export function barsOn(week: Week, day: Weekday): { readonly from: number; readonly until: number }[] {
  const before = weekdays[(weekdays.indexOf(day) + 6) % 7] ?? "sun";
  const lastsOver = ({ from, until }: Opening): boolean => minutes(until) <= minutes(from);
  return [
    ...week[before].filter(lastsOver).map(({ until }) => ({ from: 0, until: minutes(until) })),
    ...week[day].map((opening) => ({
      from: minutes(opening.from),
      until: lastsOver(opening) ? MIDNIGHT : minutes(opening.until),
    })),
  ].filter(({ from, until }) => from < until);
}

/** `<input type="time">` knows no 24:00: midnight stands there as 00:00, which ends an opening at the same instant. */
export const untilInField = (until: string): string => (until === "24:00" ? "00:00" : until);
export const untilFromField = (typed: string): string => (typed === "00:00" ? "24:00" : typed);

/** Whether every time has been filled in. */
export const areWhole = (openings: readonly Opening[]): boolean =>
  openings.every(({ from, until }) => from !== "" && until !== "");
