/**
 * Stretches of time, from an instant up to and without another, in milliseconds since the epoch. Lists of them are in order
 * of time, apart from each other and not empty; `union` makes such a list of any.
 */
export type Interval = { readonly from: number; readonly to: number };

/** All instants of any of the intervals, as a list in order; what touches becomes one. Empty ones are left out. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from);
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** The instants that are in both lists. */
export function intersection(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i]!.from, b[j]!.from);
    const to = Math.min(a[i]!.to, b[j]!.to);
    if (from < to) common.push({ from, to });
    // The one that ends first meets nothing further.
    if (a[i]!.to < b[j]!.to) i += 1;
    else j += 1;
  }
  return common;
}

/** The instants of the first list that are not in the second. */
export function difference(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let next = 0;
  for (const { from, to } of a) {
    while (next < b.length && b[next]!.to <= from) next += 1;
    let at = from;
    for (let index = next; index < b.length && b[index]!.from < to; index += 1) {
      if (at < b[index]!.from) left.push({ from: at, to: b[index]!.from });
      at = Math.max(at, b[index]!.to);
    }
    if (at < to) left.push({ from: at, to });
  }
  return left;
}

/** Whether an instant is in one of the intervals. */
export const contains = (intervals: readonly Interval[], at: number): boolean =>
  intervals.some(({ from, to }) => from <= at && at < to);
