import { bytesFromHex, decodeNativeReading, decodeNotification } from "../../devices/index.ts";
import type { DeviceTime, Measurement } from "../domain/measurement.ts";
import { type HemvaktError, isHemvaktError } from "../errors.ts";
import { type GattMessage, instantOf, type ReadingsMessage } from "./messages.ts";

/** One item of a message: what it measured, or why it can't be read. */
export type Item =
  | { readonly index: number; readonly measurement: Measurement }
  | { readonly index: number; readonly error: HemvaktError };

const attempt = (index: number, decode: () => Measurement): Item => {
  try {
    return { index, measurement: decode() };
  } catch (error) {
    if (!isHemvaktError(error)) throw error;
    return { index, error };
  }
};

/** The items of a `readings` message, each decoded for itself. */
export const decodeReadings = (message: ReadingsMessage): Item[] =>
  message.readings.map((item, index) => attempt(index, () => decodeNativeReading(item)));

/**
 * The measurements in a Bluetooth notification. Where the notification carries no time of its own and the device has no
 * clock that it calls unset, the time at which the hub got it stands.
 */
export function decodeGatt(message: GattMessage, model: string | undefined): Item[] {
  let measurements: Measurement[];
  try {
    measurements = decodeNotification(message.characteristic, bytesFromHex(message.hex), model);
  } catch (error) {
    if (!isHemvaktError(error)) throw error;
    return [{ index: 0, error }];
  }
  const hubTime: DeviceTime | undefined = message.at === undefined ? undefined : { form: "instant", text: message.at };
  return measurements.map((measurement, index) => ({
    index,
    measurement:
      hubTime && !measurement.deviceTime && !measurement.clockUnset
        ? { ...measurement, deviceTime: hubTime }
        : measurement,
  }));
}

/** A device's own time as an instant; local times are read in the hub's zone. */
export const ownTimeOf = (time: DeviceTime | undefined, zone: string): number | undefined =>
  time === undefined ? undefined : time.form === "instant" ? instantOf(time.text) : localInstant(time.text, zone);

// A Bluetooth date-time has no zone: in the hour that autumn repeats the earlier instant is taken, in the hour that
// spring skips the later.
const localInstant = (text: string, zone: string): number =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
