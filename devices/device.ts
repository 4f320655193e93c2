import type { Flag } from "../src/domain/flag.ts";
import type { Measurement } from "../src/domain/measurement.ts";
import type { Metric } from "../src/domain/metric.ts";
import type { ErrorCode } from "../src/errors.ts";
import type { Quirk } from "./quirks.ts";

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
  /** Where these very bytes of a real device were published. Without it they were made by the model's source. */
  readonly recorded?: string;
};

/**
 * One field of a layout, in the order of the bytes (or of the JSON document). For bytes `form` is read by `annotate`:
 * a type, "2 × " in front of it for two, ", if bit 3" after it where a bit of the first field decides.
 */
export type Field = { readonly name: string; readonly form: string; readonly meaning: string };

/** What the device says about a reading, and the flag it becomes. */
export type Saying = { readonly says: string; readonly flag: Flag };

/** The kinds of device in the catalogue. */
export const deviceTypes = ["scale", "cuff", "oximeter", "thermometer", "glucose-meter", "gateway"] as const;

/** What a device can measure, by its own papers: what lies outside it did not measure, or it is another device. */
export type MeasuringRange = {
  /** The manual, or who read it from the device. */
  readonly source: string;
  /** Inclusive bounds, in the metric's UCUM unit. */
  readonly limits: Readonly<Partial<Record<Metric, { readonly low: number; readonly high: number }>>>;
};

/** How a device comes into a home: what its page in docs/devices is made of. */
export type Connect = {
  /** What the technician does, in order. */
  readonly steps: readonly string[];
  /** What surprises besides the model's quirks: what only this model does, and what Hemvakt makes of it. */
  readonly surprises?: readonly string[];
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
  readonly quirks: readonly Quirk[];
  /** Absent where no paper that can be looked up says it: then what a living adult can have is the only bound. */
  readonly range?: MeasuringRange;
  /** Layout by what carries it: a characteristic as in `characteristics`, or a JSON kind. */
  readonly layout: Readonly<Record<string, readonly Field[]>>;
  readonly sayings: readonly Saying[];
  /** Decoders by characteristic: the 16-bit UUID in lower-case hexadecimal; 128 bits with hyphens for a maker's own. */
  readonly characteristics: Readonly<Record<string, Decoder>>;
  /** Decodes one JSON item, for gateways that send JSON. */
  readonly json?: (item: unknown) => Measurement;
  readonly examples: readonly Example[];
};
