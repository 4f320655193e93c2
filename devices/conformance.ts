import { flagNames } from "../src/domain/flag.ts";
import { kinds } from "../src/domain/kind.ts";
import type { Measurement } from "../src/domain/measurement.ts";
import { type HemvaktError, isHemvaktError } from "../src/errors.ts";
import { bytesFromHex } from "./bytes.ts";
import type { Example } from "./device.ts";
import { decodeNotification, deviceModel } from "./index.ts";

/** What the conformance tests ask of every model: they hold a new one to the same as the old ones. */

/** What decoding gives: measurements, or the refusal. Any other failure is thrown: it would stop a whole batch. */
export function outcome(decode: () => Measurement[]): Measurement[] | HemvaktError {
  try {
    return decode();
  } catch (error) {
    if (!isHemvaktError(error)) throw error;
    return error;
  }
}

/** An example's input, as its model decodes it. */
export const decodeExample = (id: string, { input }: Example): Measurement[] | HemvaktError =>
  outcome(() =>
    "hex" in input
      ? decodeNotification(input.characteristic, bytesFromHex(input.hex), id)
      : [jsonDecoderOf(id)(input.json)],
  );

/** A model's decoder of JSON. Throws where the model has none, though it has an example of it. */
export function jsonDecoderOf(id: string): (item: unknown) => Measurement {
  const decoder = deviceModel(id)?.json;
  if (!decoder) throw new Error(`${id} has a JSON example and no JSON decoder`);
  return decoder;
}

/**
 * What is wrong with a measurement that left a decoder, whatever its input was; nothing when it is well formed: only
 * metrics of its kind, all that the kind requires, whole numbers, and flags in catalogue order.
 */
export function flawOf({ kind, values, flags }: Measurement): string | undefined {
  const components: readonly string[] = kinds[kind].components;
  for (const [metric, value] of Object.entries(values)) {
    if (!components.includes(metric)) return `${metric} in ${kind}`;
    if (!Number.isSafeInteger(value)) return `${metric} ${value}`;
  }
  const absent = kinds[kind].required.find((metric) => !(metric in values));
  if (absent) return `no ${absent}`;
  const order = flags.map((flag) => flagNames.indexOf(flag));
  return order.some((at, index) => index > 0 && at <= (order[index - 1] ?? 0)) ? `flags ${flags.join()}` : undefined;
}
