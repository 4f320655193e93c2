import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import type { PushSubscription } from "../../src/domain/push.ts";

/** What a browser does with a push message, written from the standards alone: RFC 8291 (keys), 8188 (aes128gcm), 8292 (VAPID). */
export function pushBrowser(endpoint: string) {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  const auth = randomBytes(16);
  const subscription: PushSubscription = {
    endpoint,
    keys: { p256dh: pair.getPublicKey("base64url"), auth: auth.toString("base64url") },
  };
  return {
    subscription,
    /** What the message says. @throws when it isn't for this browser */
    open(message: Buffer): Record<string, unknown> {
      const salt = message.subarray(0, 16);
      const sender = message.subarray(21, 21 + message[20]!);
      const sealed = message.subarray(21 + message[20]!);
      const info = Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), sender]);
      const secret = Buffer.from(hkdfSync("sha256", pair.computeSecret(sender), auth, info, 32));
      const derive = (label: string, length: number): Buffer =>
        Buffer.from(hkdfSync("sha256", secret, salt, `Content-Encoding: ${label}\0`, length));
      const cipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
      cipher.setAuthTag(sealed.subarray(-16));
      const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
      // The last record ends with 2 and then zeros.
      return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString("utf8")) as Record<string, unknown>;
    },
  };
}

/** Who a push message says it comes from, if it is signed by the key that the browser allowed. */
export function vapidClaims(authorization: string, key: string): Record<string, unknown> | undefined {
  const [, token = "", given] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? [];
  if (given !== key) return undefined;
  const point = Buffer.from(key, "base64url");
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const end = token.lastIndexOf(".");
  const isRight = verify(
    "sha256",
    Buffer.from(token.slice(0, end)),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(token.slice(end + 1), "base64url"),
  );
  return isRight
    ? (JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString("utf8")) as Record<string, unknown>)
    : undefined;
}
