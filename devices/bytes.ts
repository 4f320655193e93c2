import { HemvaktError } from "../src/errors.ts";

/** Reads fields one after the other, little-endian but for `u16be`. Every method throws `DECODE_TRUNCATED` where the bytes end early. */
export type Reader = {
  u8(): number;
  u16(): number;
  u16be(): number;
  u24(): number;
  u32(): number;
  /** Throws `DECODE_TRAILING` if bytes are left: a layout that ends early has been misread, so nothing in it counts. */
  end(): void;
};

/** A reader from the first byte. */
export function reader(bytes: Uint8Array): Reader {
  let at = 0;
  const unsigned = (size: number) => () => {
    if (at + size > bytes.length) {
      throw new HemvaktError("DECODE_TRUNCATED", `Byte ${at + size} is needed; there are ${bytes.length}.`);
    }
    let value = 0;
    for (let index = size - 1; index >= 0; index--) value = value * 256 + (bytes[at + index] ?? 0);
    at += size;
    return value;
  };
  const readU16 = unsigned(2);
  return {
    u8: unsigned(1),
    u16: readU16,
    u16be: () => {
      const word = readU16();
      return (word % 256) * 256 + Math.floor(word / 256);
    },
    u24: unsigned(3),
    u32: unsigned(4),
    end() {
      if (at < bytes.length) {
        throw new HemvaktError("DECODE_TRAILING", `${at} bytes are expected; there are ${bytes.length}.`);
      }
    },
  };
}

/** Collects little-endian fields, for simulators and tests. */
export type Writer = {
  u8(value: number): Writer;
  u16(value: number): Writer;
  u24(value: number): Writer;
  bytes(): Uint8Array;
};

/** A writer with nothing written. @throws HemvaktError `VALUE_IMPLAUSIBLE` for a number that its field can't hold. */
export function writer(): Writer {
  const written: number[] = [];
  const unsigned = (size: number) => (value: number) => {
    if (!Number.isInteger(value) || value < 0 || value >= 256 ** size) {
      throw new HemvaktError("VALUE_IMPLAUSIBLE", `A field of ${size} bytes can't hold the number.`);
    }
    for (let index = 0; index < size; index++) written.push(Math.floor(value / 256 ** index) % 256);
    return self;
  };
  const self: Writer = {
    u8: unsigned(1),
    u16: unsigned(2),
    u24: unsigned(3),
    bytes: () => Uint8Array.from(written),
  };
  return self;
}

/**
 * Refuses flag bits that the profile reserves. A flag decides which fields follow, so behind an unknown one nothing can
 * be read with certainty. (Reserved bits of *status* fields are ignored instead, as the Bluetooth core specification
 * asks: they move no field, and a reading must not be lost for them.)
 * @throws HemvaktError `DECODE_RESERVED`
 */
export function refuseReserved(flags: number, known: number): void {
  if ((flags & ~known) !== 0) {
    throw new HemvaktError("DECODE_RESERVED", `Flags 0x${flags.toString(16).padStart(2, "0")}.`);
  }
}

/** Bytes from hexadecimal text, in either case. @throws HemvaktError `DECODE_HEX` */
export function bytesFromHex(hex: string): Uint8Array {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(hex)) throw new HemvaktError("DECODE_HEX");
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  );
}

/** Bytes as lower-case hexadecimal text. */
export const hexFromBytes = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
