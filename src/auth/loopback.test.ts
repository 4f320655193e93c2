import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { isLocal, isLoopbackAddress } from "./loopback.ts";

test.each([
  ["127.0.0.1", true],
  ["127.8.9.10", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["::ffff:192.0.2.1", false],
  ["192.0.2.1", false],
  ["128.0.0.1", false],
  ["2001:db8::1", false],
  ["", false],
  ["localhost", false],
])("%s", (address, expected) => {
  expect(isLoopbackAddress(address)).toBe(expected);
});

const request = (remoteAddress: string | undefined, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;

test("a header never makes a request local, and a proxy on this machine makes it not local", () => {
  expect(isLocal(request("127.0.0.1"))).toBe(true);
  expect(isLocal(request("192.0.2.1", { "x-forwarded-for": "127.0.0.1" }))).toBe(false);
  expect(isLocal(request("127.0.0.1", { "x-forwarded-for": "127.0.0.1" }))).toBe(false);
  expect(isLocal(request("127.0.0.1", { forwarded: "for=127.0.0.1" }))).toBe(false);
  expect(isLocal(request(undefined))).toBe(false);
});
