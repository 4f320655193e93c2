import { type Decimal, decimal, divideHalfEven } from "../src/domain/unit.ts";
import { HemvaktError } from "../src/errors.ts";

/**
 * The medical device numbers of IEEE 11073-20601, as Bluetooth's health profiles use them (Personal Health Devices
 * Transcoding White Paper, 2.2): mantissa × 10^exponent, both signed. 2.0 and 2.00 are different words, and the
 * difference is the device's precision; so they are decoded to exact decimals, never through binary floating point.
 */

/** The five words that are no numbers: not a number, not at this resolution, infinities, reserved. */
export type Special = "NaN" | "NRes" | "+INF" | "-INF" | "RFU";

/** What a word says: an exact decimal, or one of the special values. */
export type Word = Decimal | Special;

const sfloatSpecials: ReadonlyMap<number, Special> = new Map([
  [0x07ff, "NaN"],
  [0x0800, "NRes"],
  [0x07fe, "+INF"],
  [0x0802, "-INF"],
  [0x0801, "RFU"],
]);

const floatSpecials: ReadonlyMap<number, Special> = new Map([
  [0x007fffff, "NaN"],
  [0x00800000, "NRes"],
  [0x007ffffe, "+INF"],
  [0x00800002, "-INF"],
  [0x00800001, "RFU"],
]);

const signed = (value: number, bits: number): number => (value >= 2 ** (bits - 1) ? value - 2 ** bits : value);

// The special words are compared whole and first: decoded as numbers they are 2047, −2048 and the like, values a
// pressure could have.
const decode = (
  word: number,
  specials: ReadonlyMap<number, Special>,
  mantissaBits: number,
  exponentBits: number,
): Word =>
  specials.get(word) ?? {
    mantissa: BigInt(signed(word % 2 ** mantissaBits, mantissaBits)),
    exponent: signed(Math.floor(word / 2 ** mantissaBits), exponentBits),
  };

/** A 16-bit SFLOAT: 4 bits of exponent, 12 of mantissa. */
export const decodeSfloat = (word: number): Word => decode(word, sfloatSpecials, 12, 4);

/** A 32-bit FLOAT: 8 bits of exponent, 24 of mantissa. */
export const decodeFloat = (word: number): Word => decode(word, floatSpecials, 24, 8);

/** The word as a decimal, or nothing when it is special: for fields that a device may leave unmeasured. */
export const finite = (word: Word): Decimal | undefined => (typeof word === "string" ? undefined : word);

/**
 * The word as a decimal, for fields without which there is no reading.
 * @throws HemvaktError `VALUE_NOT_FINITE` for each of the special values; `field` says which
 */
export function required(word: Word, field: string): Decimal {
  if (typeof word === "string") throw new HemvaktError("VALUE_NOT_FINITE", `${field} is ${word}.`);
  return word;
}

/** An exact decimal as text with all its digits: 200 × 10^−2 is "2.00". */
export function decimalText({ mantissa, exponent }: Decimal): string {
  const sign = mantissa < 0n ? "-" : "";
  const digits = (mantissa < 0n ? -mantissa : mantissa).toString();
  if (exponent >= 0) return mantissa === 0n ? "0" : `${sign}${digits}${"0".repeat(exponent)}`;
  const padded = digits.padStart(1 - exponent, "0");
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

// ±2045: the numbers beyond share their bits with the special values.
const largest = 2045n;

/**
 * The SFLOAT word nearest to a number, for simulators and tests. NaN, and numbers too large for the format, become
 * the special values that the standard has for them.
 */
export function encodeSfloat(value: number | Decimal): number {
  if (typeof value === "number" && Number.isNaN(value)) return 0x07ff;
  if (value === Number.POSITIVE_INFINITY) return 0x07fe;
  if (value === Number.NEGATIVE_INFINITY) return 0x0802;
  const { mantissa, exponent } = typeof value === "number" ? decimal(value) : value;
  for (let to = Math.min(7, Math.max(-8, exponent)); to <= 7; to++) {
    // From the exact number each time: rounding what is rounded already can miss the nearest.
    const shifted =
      to < exponent ? mantissa * 10n ** BigInt(exponent - to) : divideHalfEven(mantissa, 10n ** BigInt(to - exponent));
    if (shifted <= largest && shifted >= -largest) return ((to & 0xf) << 12) | (Number(shifted) & 0xfff);
  }
  return mantissa < 0n ? 0x0802 : 0x07fe;
}

// ±(2^23 − 3), likewise.
const largestFloat = 8_388_605n;

/** A number as a 32-bit FLOAT's mantissa (as 24 bits) and exponent (as 8): NaN becomes the special value. */
export function encodeFloat(value: number | Decimal): { mantissa: number; exponent: number } {
  if (typeof value === "number" && Number.isNaN(value)) return { mantissa: 0x7fffff, exponent: 0 };
  const { mantissa, exponent } = typeof value === "number" ? decimal(value) : value;
  if (mantissa > largestFloat || mantissa < -largestFloat || exponent < -128 || exponent > 127) {
    throw new HemvaktError("VALUE_IMPLAUSIBLE", "A FLOAT can't hold the number.");
  }
  return { mantissa: Number(mantissa) & 0xffffff, exponent: exponent & 0xff };
}
