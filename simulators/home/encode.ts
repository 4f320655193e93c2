import { encodeBloodPressure } from "../../devices/cuffs/generic-blood-pressure.ts";
import { encodeSpotCheck } from "../../devices/oximeters/generic-pulse-oximeter.ts";
import { encodeWeight } from "../../devices/scales/generic-weight.ts";
import type { Flag } from "../../src/domain/flag.ts";
import { deviceInstant, deviceLocalTime } from "./device-clock.ts";
import type { Taken } from "./occasion.ts";

type How = {
  readonly zone: string;
  /** The reading was stored in a device or hub before it was sent. */
  readonly fromMemory: boolean;
};

/** The profiles' "unknown user", which a native device says by leaving the slot out. */
const UNKNOWN_USER = 255;

/** A reading in the JSON of the device contract. With `trueTime` the hub's good clock replaces the device's. */
export function nativeReading(taken: Taken, { zone, fromMemory, trueTime = false }: How & { trueTime?: boolean }) {
  const { value, user, device } = taken;
  const at = trueTime
    ? deviceInstant({ ...taken, device: { ...device, clock: { kind: "set", offsetMs: 0, followsDst: true } } }, zone)
    : deviceInstant(taken, zone);
  const flags = [
    ...(fromMemory ? ["from-memory"] : []),
    ...(value.kind === "blood-pressure" && value.irregular ? ["irregular-pulse"] : []),
    ...(value.kind === "oxygen-saturation" && value.poorSignal ? ["poor-signal"] : []),
  ];
  return {
    seq: taken.seq,
    kind: value.kind,
    ...(at === undefined ? {} : { at }),
    ...measured(taken),
    ...(user === undefined || user === UNKNOWN_USER ? {} : { user }),
    ...(flags.length > 0 ? { flags } : {}),
  };
}

function measured({ value }: Taken): Record<string, string | number> {
  switch (value.kind) {
    case "body-weight":
      return { value: value.kg, unit: "kg" };
    case "blood-pressure": {
      const { systolic, diastolic, mean, pulse } = value;
      return { systolic, diastolic, mean, pulse, unit: "mmHg" };
    }
    case "oxygen-saturation":
      return { spo2: value.spo2, pulse: value.pulse, unit: "%" };
  }
  return value satisfies never;
}

/**
 * A measurement as the Bluetooth notification of its profile: the characteristic's 16-bit UUID and the bytes as
 * hexadecimal. Only the oximeter profile can say that a reading comes from storage; a shared device always has a slot in
 * it, 255 when nobody chose one.
 */
export function gattNotification(
  taken: Taken,
  { zone, fromMemory }: How,
): { readonly characteristic: "2a9d" | "2a35" | "2a5e"; readonly hex: string } {
  const { value, user, device } = taken;
  const time = deviceLocalTime(taken, zone);
  const common = { ...(time === undefined ? {} : { time }), ...(user === undefined ? {} : { user }) };
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  switch (value.kind) {
    case "body-weight":
      return { characteristic: "2a9d", hex: hex(encodeWeight({ kg: value.kg, ...common })) };
    case "blood-pressure": {
      const { systolic, diastolic, mean, pulse, irregular } = value;
      const status: readonly Flag[] = irregular ? ["irregular-pulse"] : [];
      const bytes = encodeBloodPressure({ systolic, diastolic, mean, pulse, status, ...common });
      return { characteristic: "2a35", hex: hex(bytes) };
    }
    case "oxygen-saturation": {
      const { spo2, pulse, poorSignal } = value;
      // The profile has no user: a shared oximeter can't say whose finger it was.
      const bytes = encodeSpotCheck({
        spo2,
        pulse,
        ...(time === undefined ? {} : { time }),
        clockUnset: device.clock.kind === "unset",
        status: [poorSignal ? "questionable" : "validated", ...(fromMemory ? (["from-storage"] as const) : [])],
        ...(poorSignal ? { sensor: ["poor-signal", "low-perfusion"] as const } : {}),
      });
      return { characteristic: "2a5e", hex: hex(bytes) };
    }
  }
  return value satisfies never;
}
