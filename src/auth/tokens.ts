import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * Session tokens and CSRF tokens: 256 random bits, so that guessing is out of the question and a plain SHA-256 is
 * enough to store (OWASP ASVS 7.2.3). The token itself is never stored or logged.
 */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** The SHA-256 of a token as the store keeps it. */
export const tokenDigest = (token: string): Uint8Array => createHash("sha256").update(token).digest();

/**
 * Whether two texts are the same, in a time that tells nothing about where they differ: their digests are compared, so
 * that not even the length shows.
 */
export const sameText = (a: string, b: string): boolean => timingSafeEqual(tokenDigest(a), tokenDigest(b));
