import type { DeviceMessage } from "../decision/message.ts";
import type { Kind } from "../domain/kind.ts";
import type { ClockQuality, Measurement } from "../domain/measurement.ts";
import type { HubRow } from "../store/sqlite/registry.ts";
import { judgeClock } from "./clock-quality.ts";
import { ownTimeOf } from "./decode.ts";
import { instantOf } from "./messages.ts";

/** A measurement with the time to use and how far it can be trusted. Instants in milliseconds since the epoch. */
export type Dated = {
  readonly index: number;
  readonly measurement: Measurement;
  /** The device's own time, uncorrected; absent when it gave none. */
  readonly ownTime: number | undefined;
  readonly clock: ClockQuality;
  readonly measuredAt: number;
};

/** Dates one measurement of a message. */
export function date(
  item: { readonly index: number; readonly measurement: Measurement },
  message: Pick<DeviceMessage, "onlineSince">,
  sentAt: string | undefined,
  hub: Pick<HubRow, "zone" | "forwarding">,
  receivedAt: number,
): Dated {
  const { measurement } = item;
  const ownTime = ownTimeOf(measurement.deviceTime, hub.zone);
  const judged = judgeClock({
    at: ownTime,
    unset: measurement.clockUnset === true,
    sentAt: sentAt === undefined ? undefined : instantOf(sentAt),
    receivedAt,
    onlineSince: message.onlineSince,
    fromMemory: measurement.flags.includes("from-memory"),
    live: hub.forwarding === "live",
  });
  return { ...item, ownTime, ...judged };
}

/**
 * The kinds of which a message holds several readings without a known time: a device that empties its memory with its
 * clock unset. They are history; which of them is the newest can't be known.
 */
export function kindsWithoutTime(dated: readonly Dated[]): ReadonlySet<Kind> {
  const counts = new Map<Kind, number>();
  for (const { clock, measurement } of dated) {
    if (clock === "unknown") counts.set(measurement.kind, (counts.get(measurement.kind) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([kind]) => kind));
}
