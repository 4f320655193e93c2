import type { Measurement } from "../src/domain/measurement.ts";
import { HemvaktError } from "../src/errors.ts";
import { bosoMedicus } from "./cuffs/boso-medicus.ts";
import { genericBloodPressure } from "./cuffs/generic-blood-pressure.ts";
import type { Decoder, DeviceModel } from "./device.ts";
import { nativeGateway } from "./gateways/native.ts";
import { theengsGateway } from "./gateways/theengs.ts";
import { genericGlucose } from "./glucose-meters/generic-glucose.ts";
import { genericPulseOximeter } from "./oximeters/generic-pulse-oximeter.ts";
import { genericBodyComposition } from "./scales/generic-body-composition.ts";
import { genericWeight } from "./scales/generic-weight.ts";
import { xiaomiBodyScale } from "./scales/xiaomi-body-scale.ts";
import { genericThermometer } from "./thermometers/generic-thermometer.ts";

export { bytesFromHex, hexFromBytes } from "./bytes.ts";
export { type Decoder, type DeviceModel, deviceTypes, type Example } from "./device.ts";
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
  xiaomiBodyScale,
  bosoMedicus,
  nativeGateway,
  theengsGateway,
];

const byId: ReadonlyMap<string, DeviceModel> = new Map(deviceModels.map((model) => [model.id, model]));
const decodersOf = (model: DeviceModel): ReadonlyMap<string, Decoder> => new Map(Object.entries(model.characteristics));
const ownDecoders = new Map(deviceModels.map((model) => [model.id, decodersOf(model)]));
const genericDecoders = new Map(generic.flatMap((model) => [...decodersOf(model)]));

/** The device model with an id, if there is one. */
export const deviceModel = (id: string): DeviceModel | undefined => byId.get(id);

/**
 * A Bluetooth notification as measurements.
 * @param characteristic 16-bit UUID in hexadecimal, either case, for instance "2a9d"
 * @param model id of the device's model; where it is unknown, absent or has no decoder of its own for the
 *   characteristic, the generic profile decodes
 * @throws HemvaktError `CHARACTERISTIC_UNKNOWN`, and what the decoder refuses: `DECODE_TRUNCATED`, `DECODE_TRAILING`,
 *   `DECODE_RESERVED`, `MEASUREMENT_UNSUCCESSFUL`, `VALUE_NOT_FINITE`
 */
export function decodeNotification(characteristic: string, bytes: Uint8Array, model?: string): Measurement[] {
  const uuid = characteristic.toLowerCase();
  const own = model === undefined ? undefined : ownDecoders.get(model)?.get(uuid);
  const decoder = own ?? genericDecoders.get(uuid);
  if (!decoder) throw new HemvaktError("CHARACTERISTIC_UNKNOWN", /^[0-9a-f]{4}$/.test(uuid) ? `0x${uuid}.` : undefined);
  return decoder(bytes);
}
