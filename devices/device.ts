import type { Flag } from "../src/domain/flag.ts";
import type { Measurement } from "../src/domain/measurement.ts";
import type { ErrorCode } from "../src/errors.ts";

/**
 * One notification's bytes as measurements, with nothing remembered from earlier ones: a decoder that keeps state can
 * hand one patient's value to the next.
 * @throws HemvaktError for anything that is not a whole, finite measurement
 */
export type Decoder = (bytes: Uint8Array) => Measurement[];

/** A worked example: the device's test, its documentation and material for simulators, in one. */
export type Example = {
  readonly title: string;
  readonly input: { readonly characteristic: string; readonly hex: string } | { readonly json: unknown };
  /** What comes out, values in stored integers; or the code with which it is refused. */
  readonly output: readonly Measurement[] | ErrorCode;
  readonly note?: string;
};

/** One field of a layout, in the order of the bytes (or of the JSON document). */
export type Field = { readonly name: string; readonly form: string; readonly meaning: string };

/** What the device says about a reading, and the flag it becomes. */
export type Saying = { readonly says: string; readonly flag: Flag };

/** The kinds of device in the catalogue. */
export const deviceTypes = ["scale", "cuff", "oximeter", "thermometer", "glucose-meter", "gateway"] as const;

/** How a device comes into a home: what its page in docs/devices is made of. */
export type Connect = {
  /** What the technician does, in order. */
  readonly steps: readonly string[];
  /** What surprises: how it differs from what one would expect, and what Hemvakt makes of it. */
  readonly quirks: readonly string[];
  /** What the person sees, or hears, when all is well and when not. */
  readonly patient: string;
};

/** A device model, or a profile that many models follow: data plus decoders. */
export type DeviceModel = {
  /** Stable: stands in region files and in the store. */
  readonly id: string;
  readonly name: string;
  readonly type: (typeof deviceTypes)[number];
  readonly transport: "bluetooth" | "mqtt";
  /** The document that the decoder follows. */
  readonly source: string;
  /** What it is and what to know about it, for a technician. */
  readonly about: string;
  readonly connect: Connect;
  /** Layout by what carries it: a characteristic's 16-bit UUID in lower-case hexadecimal, or a JSON kind. */
  readonly layout: Readonly<Record<string, readonly Field[]>>;
  readonly sayings: readonly Saying[];
  /** Decoders by characteristic: the 16-bit UUID in lower-case hexadecimal. */
  readonly characteristics: Readonly<Record<string, Decoder>>;
  /** Decodes one JSON item, for gateways that send JSON. */
  readonly json?: (item: unknown) => Measurement;
  readonly examples: readonly Example[];
};
