import { type Concern, isMoreSevere, type Severity, type Side } from "../domain/alert.ts";
import { stepOf } from "../domain/metric.ts";
import type { Signal } from "./lifecycle.ts";

/** Keeping one side of one concern quiet for a while, by name, and what breaks it. */

/** Instants in milliseconds since the epoch; `value` in stored integers. */
export type Snooze = {
  readonly id: string;
  readonly patient: string;
  readonly concern: Concern;
  readonly side: Side;
  readonly until: number;
  /** How far the side had gone when it was set. */
  readonly value: number;
  readonly severity: Severity;
};

/** What becomes of a signal: kept quiet by these, or told although these were set, which then end. */
export type Quiet =
  | { readonly held: readonly Snooze[] }
  | { readonly broken: readonly Snooze[]; readonly because?: Break };

export const breaks = ["worse", "more-severe", "safety-limit"] as const;
export type Break = (typeof breaks)[number];

const HOUR = 3_600_000;
/** For so long at most: a red one not over a night, others not over more than a week. A proposal, not clinically approved. */
export const longestSnooze = (severity: Severity): number => (severity === "red" ? 12 * HOUR : 7 * 24 * HOUR);

/**
 * Whether a signal is kept quiet. It is only when each side of it is snoozed, none has gone further by its metric's step,
 * it isn't more severe, and no safety limit is crossed: safety comes before whatever anybody wanted quiet.
 * @param snoozes those of the patient and concern that are active
 */
export function quiet(snoozes: readonly Snooze[], signal: Signal): Quiet {
  const sides = Object.entries(signal.values) as [Side, number][];
  const ofSides = sides.map(([side, value]) => ({ value, snooze: snoozes.find((one) => one.side === side) }));
  const set = ofSides.flatMap(({ snooze }) => (snooze ? [snooze] : []));
  if (set.length === 0) return { broken: [] };
  if (signal.safety) return { broken: set, because: "safety-limit" };
  if (set.some(({ severity }) => isMoreSevere(signal.severity, severity)))
    return { broken: set, because: "more-severe" };
  const worse = ofSides.flatMap(({ value, snooze }) => (snooze && isWorse(snooze, value) ? [snooze] : []));
  if (worse.length > 0) return { broken: worse, because: "worse" };
  // A side that nobody snoozed is news; what is snoozed beside it stays so.
  return set.length === ofSides.length ? { held: set } : { broken: [] };
}

function isWorse({ side, value: known }: Snooze, value: number): boolean {
  const [metric, direction] = side.split("/") as [Parameters<typeof stepOf>[0], "above" | "below"];
  return (direction === "above" ? value - known : known - value) >= stepOf(metric);
}
