import { type Concern, isMoreSevere, type Severity } from "../domain/alert.ts";
import type { RehearsedAlert } from "./outcome.ts";

/** What becomes of the plan's alerts under the draft. */
export const changes = ["same", "moved", "added", "removed"] as const;
export type Change = (typeof changes)[number];

/** One alert under both plans; `before` is missing where the draft adds it, `after` where it takes it away. */
export type Pair = {
  readonly change: Change;
  readonly concern: Concern;
  readonly before?: RehearsedAlert;
  readonly after?: RehearsedAlert;
  /** How much later it opens under the draft, in milliseconds; negative is earlier. */
  readonly shift?: number;
  /** Whether the draft's is of higher severity, or of lower. */
  readonly severity?: "higher" | "lower";
};

/**
 * Two alerts of one concern that open no further apart are taken to be of the same event: as long as a resolved alert
 * takes in further findings in silence.
 */
export const SAME_EVENT = 3 * 86_400_000;

/**
 * Pairs the alerts of two plans over the same readings. Alerts are of the same event when they are of one concern and open
 * within three days of each other; those that open closest together are paired first, each with one. What is left was added
 * or taken away. The answer depends on nothing else, and seen from the other side it is the same with the words changed.
 * @returns in the order in which they open
 */
export function pairAlerts(before: readonly RehearsedAlert[], after: readonly RehearsedAlert[]): Pair[] {
  const candidates = before
    .flatMap((a) =>
      after
        .filter((b) => b.concern === a.concern && Math.abs(b.openedAt - a.openedAt) <= SAME_EVENT)
        .map((b) => ({ a, b, apart: Math.abs(b.openedAt - a.openedAt), first: Math.min(a.openedAt, b.openedAt) })),
    )
    .toSorted((x, y) => x.apart - y.apart || x.first - y.first);
  const paired = new Set<RehearsedAlert>();
  const pairs: Pair[] = [];
  for (const { a, b } of candidates) {
    if (paired.has(a) || paired.has(b)) continue;
    paired.add(a).add(b);
    const shift = b.openedAt - a.openedAt;
    const severity = compareSeverity(a.severity, b.severity);
    pairs.push({
      change: shift === 0 ? "same" : "moved",
      concern: a.concern,
      before: a,
      after: b,
      ...(shift === 0 ? {} : { shift }),
      ...(severity ? { severity } : {}),
    });
  }
  for (const a of before) if (!paired.has(a)) pairs.push({ change: "removed", concern: a.concern, before: a });
  for (const b of after) if (!paired.has(b)) pairs.push({ change: "added", concern: b.concern, after: b });
  return pairs.toSorted((x, y) => openingOf(x) - openingOf(y) || (x.concern < y.concern ? -1 : 1));
}

/** When an alert opens under whichever plan opens it first. */
export const openingOf = ({ before, after }: Pair): number =>
  Math.min(before?.openedAt ?? Infinity, after?.openedAt ?? Infinity);

const compareSeverity = (before: Severity, after: Severity): Pair["severity"] =>
  before === after ? undefined : isMoreSevere(after, before) ? "higher" : "lower";
