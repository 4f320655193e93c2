import { expect, it } from "vitest";
import { isPushService, pushSubscriptionSchema } from "./push.ts";

const hosts = ["fcm.googleapis.com", "*.push.apple.com", "127.0.0.1:9000"];

it.each([
  ["https://fcm.googleapis.com/fcm/send/x", true],
  ["https://web.push.apple.com/x", true],
  ["http://127.0.0.1:9000/x", true],
  ["http://fcm.googleapis.com/x", false],
  ["https://fcm.googleapis.com:8443/x", false],
  ["https://fcm.googleapis.com.evil.example/x", false],
  ["https://evil.example/?fcm.googleapis.com", false],
  ["https://user@fcm.googleapis.com/x", false],
  ["https://push.apple.com/x", false],
  ["https://evilpush.apple.com/x", false],
  ["http://127.0.0.1/x", false],
  ["http://127.0.0.1:90/x", false],
  ["https://[::1]/x", false],
  ["not an address", false],
])("%s may be called: %s", (endpoint, allowed) => {
  expect(isPushService(endpoint, hosts)).toBe(allowed);
});

it("takes keys of the right length only", () => {
  const of = (p256dh: number, auth: number) => ({
    endpoint: "https://fcm.googleapis.com/x",
    keys: { p256dh: Buffer.alloc(p256dh).toString("base64url"), auth: Buffer.alloc(auth).toString("base64url") },
  });
  expect(pushSubscriptionSchema.safeParse(of(65, 16)).success).toBe(true);
  expect(pushSubscriptionSchema.safeParse(of(64, 16)).success).toBe(false);
  expect(pushSubscriptionSchema.safeParse(of(65, 15)).success).toBe(false);
});
