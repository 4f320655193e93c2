import type { Measurement } from "../src/domain/measurement.ts";
import { HemvaktError } from "../src/errors.ts";
import { andUa651ble } from "./cuffs/and-ua-651ble.ts";
import { beurerBm85 } from "./cuffs/beurer-bm85.ts";
import { bosoMedicus } from "./cuffs/boso-medicus.ts";
import { genericBloodPressure } from "./cuffs/generic-blood-pressure.ts";
import { omronHem9200t } from "./cuffs/omron-hem-9200t.ts";
import type { Decoder, DeviceModel, MeasuringRange } from "./device.ts";
import { nativeGateway } from "./gateways/native.ts";
import { theengsGateway } from "./gateways/theengs.ts";
import { genericGlucose } from "./glucose-meters/generic-glucose.ts";
import { genericPulseOximeter } from "./oximeters/generic-pulse-oximeter.ts";
import { nonin3230 } from "./oximeters/nonin-3230.ts";
import { andUc352ble } from "./scales/and-uc-352ble.ts";
import { beurerBf720 } from "./scales/beurer-bf720.ts";
import { genericBodyComposition } from "./scales/generic-body-composition.ts";
import { genericWeight } from "./scales/generic-weight.ts";
import { renphoEsWbe28 } from "./scales/renpho-es-wbe28.ts";
import { xiaomiBodyScale } from "./scales/xiaomi-body-scale.ts";
import { xiaomiMiScale } from "./scales/xiaomi-mi-scale.ts";
import { genericThermometer } from "./thermometers/generic-thermometer.ts";

export { bytesFromHex, hexFromBytes } from "./bytes.ts";
export { type Decoder, type DeviceModel, deviceTypes, type Example, type MeasuringRange } from "./device.ts";
export { decodeNativeReading } from "./gateways/native.ts";

/** Profiles that any device may follow: what they decode is the fallback for every model. */
const generic: readonly DeviceModel[] = [
  genericWeight,
  genericBloodPressure,
  genericPulseOximeter,
  genericThermometer,
  genericGlucose,
  genericBodyComposition,
];

/** Every device model that Hemvakt knows. A new one is a file and a line here. */
export const deviceModels: readonly DeviceModel[] = [
  ...generic,
  andUc352ble,
  beurerBf720,
  renphoEsWbe28,
  xiaomiBodyScale,
  xiaomiMiScale,
  andUa651ble,
  beurerBm85,
  bosoMedicus,
  omronHem9200t,
  nonin3230,
  nativeGateway,
  theengsGateway,
];

const byId: ReadonlyMap<string, DeviceModel> = new Map(deviceModels.map((model) => [model.id, model]));
const decodersOf = (model: DeviceModel): ReadonlyMap<string, Decoder> => new Map(Object.entries(model.characteristics));
const ownDecoders = new Map(deviceModels.map((model) => [model.id, decodersOf(model)]));
const genericDecoders = new Map(generic.flatMap((model) => [...decodersOf(model)]));

/** The device model with an id, if there is one. */
export const deviceModel = (id: string): DeviceModel | undefined => byId.get(id);

/** What devices of a model can measure, in each metric's unit; nothing for a model that says nothing or is unknown. */
export const measuringLimits = (model: string | undefined): MeasuringRange["limits"] | undefined =>
  model === undefined ? undefined : byId.get(model)?.range?.limits;

// A 128-bit UUID on the Bluetooth base is the 16-bit one in other words (Core Specification, Vol 3, Part B, 2.5.1).
const onBase = /^0000([0-9a-f]{4})-0000-1000-8000-00805f9b34fb$/;
const uuidPattern = /^[0-9a-f]{4}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A Bluetooth notification as measurements.
 * @param characteristic 16-bit UUID in hexadecimal, for instance "2a9d", or 128-bit with hyphens; either case
 * @param model id of the device's model; where it is unknown, absent or has no decoder of its own for the
 *   characteristic, the generic profile decodes
 * @throws HemvaktError `CHARACTERISTIC_UNKNOWN`, and what the decoder refuses: `DECODE_TRUNCATED`, `DECODE_TRAILING`,
 *   `DECODE_RESERVED`, `MEASUREMENT_UNSUCCESSFUL`, `VALUE_NOT_FINITE`
 */
export function decodeNotification(characteristic: string, bytes: Uint8Array, model?: string): Measurement[] {
  const lower = characteristic.toLowerCase();
  const uuid = onBase.exec(lower)?.[1] ?? lower;
  const own = model === undefined ? undefined : ownDecoders.get(model)?.get(uuid);
  const decoder = own ?? genericDecoders.get(uuid);
  // What isn't a UUID could be anything, so it isn't repeated.
  if (!decoder) throw new HemvaktError("CHARACTERISTIC_UNKNOWN", uuidPattern.test(uuid) ? `0x${uuid}.` : undefined);
  return decoder(bytes);
}
