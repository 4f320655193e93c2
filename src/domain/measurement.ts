import type { Flag } from "./flag.ts";
import type { Kind } from "./kind.ts";
import type { Metric } from "./metric.ts";

/** Values by metric, in the metric's stored integers. What was not measured is left out; 0 is a value. */
export type Values = Readonly<Partial<Record<Metric, number>>>;

/**
 * What a device said, decoded: the output of `devices/`. Nothing here has been checked against a patient, a plan or
 * the platform's clock.
 */
export type Measurement = {
  readonly kind: Kind;
  readonly values: Values;
  /** Values and unit as sent, when the unit was not the metric's own. */
  readonly original?: { readonly unit: string; readonly values: Readonly<Partial<Record<Metric, string>>> };
  /**
   * The device's own time, uncorrected: an instant with offset when the sender gave one, a local date and time without
   * zone when a Bluetooth date-time did, absent when there was none or it was marked unset.
   */
  readonly deviceTime?: DeviceTime;
  /** True when the device has a clock and says it is not set. */
  readonly clockUnset?: boolean;
  /** The device's user slot; absent when it has none or sent "unknown". */
  readonly user?: number;
  readonly seq?: number;
  readonly flags: readonly Flag[];
  /** Coded answers, consciousness letter, measuring site and other things that are not metrics. */
  readonly detail?: Readonly<Record<string, unknown>>;
};

export type DeviceTime =
  /** ISO 8601 with offset, exactly as sent. */
  | { readonly form: "instant"; readonly text: string }
  /** `YYYY-MM-DDTHH:MM:SS`, no zone (GATT date_time). */
  | { readonly form: "local"; readonly text: string };

/** How far the time of a reading can be trusted. */
export const clockQualities = ["good", "suspect", "unknown", "wrong"] as const;
export type ClockQuality = (typeof clockQualities)[number];

/** Whether change and baseline rules may use a reading of this clock quality; safety limits always may. */
export const timeIsCertain = (quality: ClockQuality): boolean => quality === "good";
