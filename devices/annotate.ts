import { reader } from "./bytes.ts";
import { readDateTime, timeOf } from "./date-time.ts";
import type { Field } from "./device.ts";
import { decimalText, decodeFloat, decodeSfloat, type Word } from "./ieee11073.ts";

/** One field of a notification: what its bytes are, and how they read. */
export type Annotated = { readonly field: Field; readonly bytes: Uint8Array; readonly reads: string };

type Shape = { readonly size: number; readonly reads: (bytes: Uint8Array) => string };

const number = (bytes: Uint8Array): number => bytes.reduceRight((value, byte) => value * 256 + byte, 0);
const wordText = (word: Word): string => (typeof word === "string" ? word : decimalText(word));

function timeText(bytes: Uint8Array): string {
  const { deviceTime, clockUnset } = timeOf(readDateTime(reader(bytes)));
  return deviceTime?.text ?? (clockUnset ? "not set" : "not known");
}

const unsigned = (size: number): Shape => ({ size, reads: (bytes) => `${number(bytes)}` });
// Two of them share a byte.
const nibble: Shape = { size: 0.5, reads: (bytes) => `${number(bytes)}` };
const shapes: Readonly<Record<string, Shape>> = {
  "4 bits": nibble,
  u8: unsigned(1),
  u16: unsigned(2),
  "u16 big-endian": { size: 2, reads: (bytes) => `${number(bytes.toReversed())}` },
  i16: { size: 2, reads: (bytes) => `${(number(bytes) << 16) >> 16}` },
  u24: unsigned(3),
  SFLOAT: { size: 2, reads: (bytes) => wordText(decodeSfloat(number(bytes))) },
  "SFLOAT big-endian": { size: 2, reads: (bytes) => wordText(decodeSfloat(number(bytes.toReversed()))) },
  FLOAT: { size: 4, reads: (bytes) => wordText(decodeFloat(number(bytes))) },
  "7 bytes": { size: 7, reads: timeText },
};

const formPattern = /^(?:(\d) × )?(.*?)(?:, if bit (\d+))?$/;

/** The parts of a field's form. Throws for a form that says no size: then the layout could not be held to the bytes. */
function parse(form: string): { times: number; shape: Shape; bit: number | undefined } {
  const [, times = "1", name = "", bit] = formPattern.exec(form) ?? [];
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  if (!shape) throw new TypeError(`a field of the form "${form}"; known are ${Object.keys(shapes).join(", ")}`);
  return { times: Number(times), shape, bit: bit === undefined ? undefined : Number(bit) };
}

const bitsText = (word: number): string => {
  const set = Array.from({ length: 24 }, (_, bit) => bit).filter((bit) => word & (1 << bit));
  return set.length === 0 ? "no bit" : `bit ${set.join(", ")}`;
};

type Present = { readonly field: Field; readonly times: number; readonly shape: Shape; readonly size: number };

/** The fields that a notification has by its layout and the bits of its own first field. */
function presentIn(layout: readonly Field[], notification: Uint8Array): Present[] {
  const result: Present[] = [];
  for (const field of layout) {
    const { times, shape, bit } = parse(field.form);
    const first = number(notification.subarray(0, result[0]?.size ?? 0));
    if (bit === undefined || first & (1 << bit)) result.push({ field, times, shape, size: times * shape.size });
  }
  return result;
}

/** How many bytes a notification has by its layout and its own first field. */
export const lengthOf = (layout: readonly Field[], notification: Uint8Array): number =>
  presentIn(layout, notification).reduce((sum, { size }) => sum + size, 0);

/** A whole notification field by field, as its layout says; fields whose bit is not set are left out. */
export function annotate(layout: readonly Field[], notification: Uint8Array): Annotated[] {
  let at = 0;
  return presentIn(layout, notification).map(({ field, times, shape, size }) => {
    const bytes = notification.subarray(at, at + size);
    at += size;
    return { field, bytes, reads: readsOf(field, shape, times, bytes) };
  });
}

function readsOf({ name }: Field, shape: Shape, times: number, bytes: Uint8Array): string {
  if (/^(flags|state|.*status)$/.test(name)) return bitsText(Number(shape.reads(bytes)));
  if (shape === nibble) return `${number(bytes) % 16}, ${Math.floor(number(bytes) / 16)}`;
  const parts = Array.from({ length: times }, (_, index) =>
    shape.reads(bytes.subarray(index * shape.size, (index + 1) * shape.size)),
  );
  return parts.join(", ");
}
