import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkStrength, hashHubSecret, makeHubSecret, verifyHubSecret } from "./hub-secret.ts";
import { loadOrCreateKey } from "./key-file.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "hemvakt-key-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

test("a made secret is its own and no other's", () => {
  const key = randomBytes(32);
  const secret = makeHubSecret();
  const stored = hashHubSecret(key, secret);
  expect(stored).toMatch(/^[0-9a-f]{64}$/);
  expect(verifyHubSecret(key, secret, stored)).toBe(true);
  expect(verifyHubSecret(key, makeHubSecret(), stored)).toBe(false);
  expect(verifyHubSecret(randomBytes(32), secret, stored)).toBe(false);
  expect(verifyHubSecret(key, secret, "")).toBe(false);
  expect(verifyHubSecret(key, secret, stored.slice(2))).toBe(false);
});

test("RFC 4231 test case 2 gives its HMAC", () => {
  expect(hashHubSecret(Buffer.from("Jefe"), "what do ya want for nothing?")).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

test("secrets that a machine made with 128 bits or more are strong enough, in every usual alphabet", () => {
  for (let round = 0; round < 300; round += 1) {
    checkStrength(makeHubSecret());
    checkStrength(randomBytes(16).toString("hex"));
    checkStrength(randomBytes(16).toString("hex").toUpperCase());
    checkStrength(randomBytes(17).toString("base64url"));
    const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    checkStrength(Array.from(randomBytes(26), (byte) => base32[byte % 32]).join(""));
    checkStrength(Array.from(randomBytes(45), (byte) => byte % 10).join(""));
  }
});

test.each([
  ["empty", ""],
  ["short", "hunter2"],
  ["120 bits of hexadecimal", "9f86d081884c7d659a2feaa0c55ad0"],
  ["one letter", "a".repeat(64)],
  ["two letters", "ab".repeat(40)],
  ["a word many times", "correcthorse".repeat(8)],
  ["the alphabet", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ"],
  ["counting", "0123456789012345678901234567890123456789"],
  ["38 digits", "31415926535897932384626433832795028841"],
])("%s is too weak", (_, secret) => {
  expect(() => checkStrength(secret)).toThrow("SECRET_WEAK");
});

test("the key is made once, readable by its owner only, and leaves no draft behind", () => {
  const first = loadOrCreateKey(directory);
  expect(first).toHaveLength(32);
  expect(loadOrCreateKey(directory)).toEqual(first);
  expect(readdirSync(directory)).toEqual(["hub-secrets.key"]);
  expect(statSync(join(directory, "hub-secrets.key")).mode & 0o777).toBe(0o600);
  expect(loadOrCreateKey(directory, "other.key")).not.toEqual(first);
});

test("a damaged key and one that others can read are refused, with the way out", () => {
  const file = join(directory, "hub-secrets.key");
  writeFileSync(file, "short", { mode: 0o600 });
  expect(() => loadOrCreateKey(directory)).toThrow("Restore it from a backup");
  rmSync(file);
  loadOrCreateKey(directory);
  chmodSync(file, 0o640);
  expect(() => loadOrCreateKey(directory)).toThrow("chmod 600");
});

test("a data folder that does not exist is an error, not a key in memory", () => {
  expect(() => loadOrCreateKey(join(directory, "missing"))).toThrow("ENOENT");
});
