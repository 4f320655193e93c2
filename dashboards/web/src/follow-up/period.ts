import { dateFormat } from "../i18n/formats.ts";
/** Over which time follow-up looks. Days are local dates of the team, "2026-11-23". */

export const periods = ["week", "days28", "custom"] as const;
export type PeriodName = (typeof periods)[number];

const DAY = 86_400_000;

/** The local date of an instant (milliseconds since the epoch) in an IANA zone. */
export const dateIn = (at: number, zone: string): string =>
  dateFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);

/** So many days later. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** When a local date begins, in milliseconds since the epoch. */
export function startOf(date: string, zone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // The zone's own clock at an instant, read as if it were UTC, is off by the offset; twice, for the nights when it changes.
  const offset = (at: number): number => {
    const { year, month, day, hour, minute } = Object.fromEntries(
      dateFormat("en-CA", {
        timeZone: zone,
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      })
        .formatToParts(at)
        .map(({ type, value }) => [type, value]),
    );
    return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`) - at;
  };
  const guess = midnight - offset(midnight);
  return midnight - offset(guess);
}

/** The Monday of a date's week. */
export const mondayOf = (date: string): string =>
  daysAfter(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Days from one date to another, both counted; none when the first is later. At most 400. */
export function daysBetween(first: string, last: string): string[] {
  const count = Math.round((Date.parse(last) - Date.parse(first)) / DAY) + 1;
  return Array.from({ length: Math.max(0, Math.min(count, 400)) }, (_, index) => daysAfter(first, index));
}

/**
 * What to ask the API for. Whatever goes on until now has no end, so that asking again is asking the same.
 * @param choice `from` and `until` are the first and last day of a period of one's own
 * @returns instants, ISO 8601; `undefined` when the days can't be a period
 */
export function askedPeriod(
  choice: { readonly name: PeriodName; readonly from: string; readonly until: string },
  now: number,
  zone: string,
): { from?: string; to?: string } | undefined {
  const iso = (date: string): string => new Date(startOf(date, zone)).toISOString();
  switch (choice.name) {
    case "days28":
      return {};
    case "week":
      return { from: iso(mondayOf(dateIn(now, zone))) };
    case "custom": {
      const days = daysBetween(choice.from, choice.until).length;
      if (!isDate(choice.from) || !isDate(choice.until) || days < 1 || days >= 400) return undefined;
      return { from: iso(choice.from), to: iso(daysAfter(choice.until, 1)) };
    }
  }
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
