/** Days by the clock on the wall where the reader is. Instants in milliseconds since the epoch. */

/** The first instant of the day that is `ahead` days after the one of `at`; days are as long as they are. */
export function dayStart(at: number, ahead = 0): number {
  const local = new Date(at);
  return new Date(local.getFullYear(), local.getMonth(), local.getDate() + ahead).getTime();
}

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (at: number): number => new Date(at).getDay() || 7;

/** The first instant of the Monday of that week, `weeks` weeks later. */
export const weekStart = (at: number, weeks = 0): number => dayStart(at, weeks * 7 + 1 - weekdayOf(at));

export type Stretch = { readonly from: number; readonly to: number };

/** The days of some stretch of days, each from its beginning to the next one's. */
export const daysFrom = (first: number, count: number): Stretch[] =>
  Array.from({ length: count }, (_, index) => ({ from: dayStart(first, index), to: dayStart(first, index + 1) }));

/** What two stretches have in common; `undefined` when it is nothing. */
export function common(a: Stretch, b: Stretch): Stretch | undefined {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : undefined;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** The date as `<input type="date">` holds it. */
export function toDateField(at: number): string {
  const local = new Date(at);
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}
