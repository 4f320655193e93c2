import type { ClockQuality } from "../domain/measurement.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Before this no device of ours existed: a clock that says so has lost its time (2015-01-01T00:00:00Z). */
const EPOCH = 1_420_070_400_000;

export type ClockEvidence = {
  /** The device's time as an instant; absent when it gave none. Milliseconds since the epoch, like all here. */
  readonly at?: number | undefined;
  /** The device says that its clock isn't set. */
  readonly unset: boolean;
  /** When the hub says that it sent the message. */
  readonly sentAt?: number | undefined;
  readonly receivedAt: number;
  /** Since when the hub has been connected without a break. */
  readonly onlineSince?: number | undefined;
  readonly fromMemory: boolean;
  /** The hub passes notifications on the moment they come and keeps none. */
  readonly live: boolean;
};

/**
 * How far a reading's time can be trusted, and the time to use: the device's own when good or suspect, else when it was
 * received. `wrong`: more than 10 minutes ahead, or before 2015. `unknown`: none, or the device says it is unset.
 * `suspect`: more than an hour old though its hub was connected all the while and it isn't from memory; or out of step
 * with the hub's clock.
 */
export function judgeClock(evidence: ClockEvidence): { clock: ClockQuality; measuredAt: number } {
  const { at, receivedAt, sentAt, onlineSince, fromMemory } = evidence;
  if (evidence.unset) return { clock: "unknown", measuredAt: receivedAt };
  if (at === undefined) return { clock: evidence.live ? "good" : "unknown", measuredAt: receivedAt };
  if (at > receivedAt + 10 * MINUTE || at < EPOCH) return { clock: "wrong", measuredAt: receivedAt };

  const onlineSinceThen = onlineSince !== undefined && onlineSince <= at;
  const late = receivedAt - at > HOUR && onlineSinceThen && !fromMemory;
  const afterSending = sentAt !== undefined && at > sentAt + MINUTE;
  const hubAhead = sentAt !== undefined && sentAt > receivedAt + 10 * MINUTE;
  const hubBehind =
    sentAt !== undefined && receivedAt - sentAt > HOUR && onlineSince !== undefined && onlineSince <= sentAt;
  return { clock: late || afterSending || hubAhead || hubBehind ? "suspect" : "good", measuredAt: at };
}
