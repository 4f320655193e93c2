import { createHmac, timingSafeEqual } from "node:crypto";

/** Webhooks are signed, so that a gateway pages nobody for what anybody may send it. */

/**
 * A team's secret: it follows from the installation's key, so that it is stored nowhere.
 * @param key the installation's key
 * @param turn how often it has been changed
 */
export const webhookSecret = (key: Uint8Array, team: string, turn = 0): string =>
  createHmac("sha256", key)
    .update("webhook\0")
    .update(team)
    .update(turn === 0 ? "" : `\0${turn}`)
    .digest("base64url");

/**
 * What `Hemvakt-Signature` holds: HMAC-SHA-256, hexadecimal, over the timestamp, a dot and the body. The timestamp is in
 * `Hemvakt-Timestamp` (seconds since the epoch); a receiver refuses what is older than five minutes.
 */
export const signatureOf = (secret: string, timestamp: number, body: string): string =>
  createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");

/**
 * Whether one of the signatures that a header holds is right, in constant time: for receivers, and for the tests. There are
 * two, separated by a comma, while a secret is being changed.
 */
export function isSigned(secret: string, timestamp: number, body: string, signatures: string): boolean {
  const right = Buffer.from(signatureOf(secret, timestamp, body), "hex");
  return signatures.split(",").some((one) => {
    const given = Buffer.from(one.trim(), "hex");
    return given.length === right.length && timingSafeEqual(given, right);
  });
}
