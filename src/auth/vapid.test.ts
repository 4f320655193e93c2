import { createECDH } from "node:crypto";
import { expect, it } from "vitest";
import { vapidKeys } from "./vapid.ts";

it("is a pair on P-256, the same for the same installation and another for another", () => {
  const one = vapidKeys(Buffer.alloc(32, 1));
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(Buffer.from(one.privateKey, "base64url"));
  expect(pair.getPublicKey("base64url")).toBe(one.publicKey);
  expect(vapidKeys(Buffer.alloc(32, 1))).toEqual(one);
  expect(vapidKeys(Buffer.alloc(32, 2)).publicKey).not.toBe(one.publicKey);
});
