import { type Outcome, outcomes } from "../domain/alert.ts";
import { type ConfirmedEvent, confirmedEvents, type RecordedAlert, recordedOutcome } from "./confirmed.ts";
import { type Load, loadOf, type Shift, usualShifts } from "./load.ts";
import { type Change, changes, type Pair, pairAlerts } from "./match.ts";
import type { RehearsedAlert } from "./outcome.ts";
import type { Rehearsed } from "./run.ts";

/** What a draft would have changed for one patient over a period. Instants in milliseconds since the epoch. */
export type Comparison = {
  readonly period: { readonly from: number; readonly to: number };
  /** The zone in which days, weeks and shifts are counted. */
  readonly zone: string;
  /** Under the plan in force. */
  readonly before: Load;
  /** Under the draft. */
  readonly after: Load;
  readonly counts: Readonly<Record<Change, number>> & {
    readonly earlier: number;
    readonly later: number;
    readonly higher: number;
    readonly lower: number;
  };
  /** Every alert of either plan, in the order in which they open. */
  readonly pairs: readonly Pair[];
  /** What staff said of the real alerts that stand for those that the draft takes away. */
  readonly removedOutcomes: Readonly<Record<Outcome | "none", number>>;
  readonly confirmed: readonly ConfirmedEvent[];
  /** How many readings were judged, and how often judging one failed under the draft. */
  readonly judged: number;
  readonly failures: number;
  /** How many readings of the period came too late to alert anybody, and were taken as having come in time. */
  readonly late: number;
};

/**
 * Compares two plans over the same readings, with the same staff.
 * @param recorded what really happened in the period: what staff confirmed, and what they said it was
 */
export function compare(
  before: Rehearsed,
  after: Rehearsed,
  recorded: readonly RecordedAlert[],
  about: {
    readonly period: { readonly from: number; readonly to: number };
    readonly zone: string;
    readonly shifts?: readonly Shift[];
    readonly late?: number;
  },
): Comparison {
  const { period, zone, shifts = usualShifts, late = 0 } = about;
  const [old, draft] = [clinicalOf(before.alerts, period), clinicalOf(after.alerts, period)];
  const pairs = pairAlerts(old, draft);
  const removed = pairs.flatMap(({ change, before: alert }) => (change === "removed" && alert ? [alert] : []));
  return {
    period,
    zone,
    before: loadOf(old, period, zone, shifts),
    after: loadOf(draft, period, zone, shifts),
    counts: {
      ...tally(
        changes,
        pairs.map(({ change }) => change),
      ),
      earlier: pairs.filter(({ shift = 0 }) => shift < 0).length,
      later: pairs.filter(({ shift = 0 }) => shift > 0).length,
      higher: pairs.filter(({ severity }) => severity === "higher").length,
      lower: pairs.filter(({ severity }) => severity === "lower").length,
    },
    pairs,
    removedOutcomes: tally(
      [...outcomes, "none"],
      removed.map((alert) => recordedOutcome(alert, recorded)),
    ),
    // What opened before the period and is still active in it finds an event too.
    confirmed: confirmedEvents(recorded, clinical(before.alerts), clinical(after.alerts)),
    judged: after.judged,
    failures: after.failures,
    late,
  };
}

const clinical = (alerts: readonly RehearsedAlert[]): RehearsedAlert[] =>
  alerts.filter(({ category }) => category === "clinical");

const clinicalOf = (alerts: readonly RehearsedAlert[], { from, to }: Comparison["period"]): RehearsedAlert[] =>
  clinical(alerts).filter(({ openedAt }) => openedAt >= from && openedAt < to);

/** How often each of some names occurs. */
export const tally = <K extends string>(names: readonly K[], seen: readonly K[]): Record<K, number> =>
  Object.fromEntries(names.map((name) => [name, seen.filter((one) => one === name).length])) as Record<K, number>;
