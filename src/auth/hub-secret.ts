import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { HemvaktError } from "../errors.ts";

/**
 * Hub secrets. They are random and long, so a keyed HMAC is enough to store and takes microseconds: ten thousand hubs
 * reconnecting after an outage must not turn into minutes of password hashing. That holds only for strong secrets,
 * hence `checkStrength`.
 */

/** A new secret: 256 random bits as 43 characters of base64url. */
export const makeHubSecret = (): string => randomBytes(32).toString("base64url");

/** The HMAC-SHA-256 of a secret under the installation's key (32 bytes), hexadecimal. */
export const hashHubSecret = (key: Uint8Array, secret: string): string =>
  createHmac("sha256", key).update(secret).digest("hex");

/** Whether a secret belongs to a stored HMAC (hexadecimal), in constant time. */
export function verifyHubSecret(key: Uint8Array, secret: string, stored: string): boolean {
  const expected = Buffer.from(stored, "hex");
  const actual = createHmac("sha256", key).update(secret).digest();
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Bits per character of the alphabets that machines write secrets in. */
const alphabets: readonly (readonly [RegExp, bits: number])[] = [
  [/^\d*$/, Math.log2(10)],
  [/^([\da-f]*|[\dA-F]*)$/, 4],
  [/^([^A-Z]*|[^a-z]*)$/, 5],
  [/^/, 6],
];

/** The shortest length after which the text repeats itself. */
function period(text: string): number {
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (text.slice(length) === text.slice(0, -length)) return length;
  }
  return text.length;
}

/** How many characters stand neither beside their neighbour in the code table nor equal it: "abcdef" and "aaaa" have one. */
const unpredicted = (text: string): number =>
  text.split("").filter((character, index) => {
    const step = character.charCodeAt(0) - text.charCodeAt(index - 1);
    return index === 0 || Math.abs(step) > 1;
  }).length;

/**
 * An estimate, from above, of how many bits a secret holds: its length without repetition times the bits per character
 * of the narrowest usual alphabet it fits. It tells a machine-made secret from a typed one; it can't prove randomness.
 */
export function estimateBits(secret: string): number {
  const distinct = new Set(secret).size;
  const bits = alphabets.find(([pattern]) => pattern.test(secret))?.[1] ?? 0;
  // 22 random characters of base64 have 18 to 19 distinct ones, 39 random digits nearly all ten.
  if (distinct < 7) return Math.log2(Math.max(distinct, 1)) * period(secret);
  const length = period(secret);
  // Random digits follow a neighbour 28 times in 100, other alphabets less often.
  return unpredicted(secret) < length * 0.4 ? unpredicted(secret) * bits : length * bits;
}

/**
 * Checks that a secret made elsewhere can hold 128 bits.
 * @throws HemvaktError `SECRET_WEAK`
 */
export function checkStrength(secret: string): void {
  if (estimateBits(secret) < 128) {
    throw new HemvaktError("SECRET_WEAK", "Use 22 random characters of base64, or 32 of hexadecimal, or more.");
  }
}
