import { createECDH, createHmac } from "node:crypto";

/** The key with which the platform shows push services that it is the one the browser allowed (VAPID, RFC 8292). */
export type VapidKeys = { readonly publicKey: string; readonly privateKey: string };

/**
 * The installation's key pair on P-256, base64url. It follows from the installation's key, so that it is in every backup of
 * it, and browsers need not be asked again after a restore.
 * @param key the installation's key (32 bytes)
 */
export function vapidKeys(key: Uint8Array): VapidKeys {
  const pair = createECDH("prime256v1");
  for (let turn = 0; ; turn += 1) {
    const secret = createHmac("sha256", key).update(`vapid\0${turn}`).digest();
    try {
      pair.setPrivateKey(secret);
    } catch {
      // Not below the curve's order: one in four thousand million.
      continue;
    }
    return { publicKey: pair.getPublicKey("base64url"), privateKey: secret.toString("base64url") };
  }
}
