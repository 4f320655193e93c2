import { randomInt } from "node:crypto";

/**
 * One-time codes that a technician reads off a screen and types into a hub, or that a hub reads from a QR code: 12
 * characters of Crockford's base 32 (digits and letters without I, L, O and U), 60 random bits, in groups of four.
 */
const alphabet: string = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const characters = 12;

/** A new code, for instance `K7QF-2M9X-R4TC`. */
export const makeProvisioningCode = (): string =>
  Array.from({ length: characters }, () => alphabet[randomInt(alphabet.length)])
    .join("")
    .replace(/(.{4})(?=.)/g, "$1-");

/**
 * A code as somebody typed it, in the one form that is compared: capitals, without hyphens and spaces, lookalikes read
 * as Crockford's base 32 says (I and L are 1, O is 0). Undefined when it can't be a code.
 */
export function normalizedCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, "").replace(/[IL]/g, "1").replace(/O/g, "0");
  return code.length === characters && /^[0-9A-HJKMNP-TV-Z]+$/.test(code) ? code : undefined;
}

/** What of a code is digested with the installation's key: bound to its hub, and never equal to a hub's secret. */
export const provisioningText = (hub: string, code: string): string => `provisioning:${hub}:${code}`;
