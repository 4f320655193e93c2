import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { makeProvisioningCode, normalizedCode, provisioningText } from "./provisioning-code.ts";

test("a code is three groups of four without lookalikes, and each is another", () => {
  const codes = Array.from({ length: 200 }, makeProvisioningCode);
  for (const code of codes) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(normalizedCode(code)).toBe(code.replaceAll("-", ""));
  }
  expect(new Set(codes).size).toBe(codes.length);
  // All 32 characters turn up: 2 400 draws miss one with a chance of 1 in 10^31.
  expect(new Set(codes.join("").replaceAll("-", "")).size).toBe(32);
});

test.each([
  ["in small letters with spaces", " k7qf 2m9x r4tc ", "K7QF2M9XR4TC"],
  ["with lookalikes", "KIL0-OOXX-1i1l", "K11000XX1111"],
  ["too short", "K7QF-2M9X-R4T", undefined],
  ["too long", "K7QF-2M9X-R4TCC", undefined],
  ["with U, which no code has", "U7QF-2M9X-R4TC", undefined],
  ["empty", "", undefined],
])("typed %s", (_, typed, expected) => {
  expect(normalizedCode(typed)).toBe(expected);
});

test("whatever is typed gives a code or nothing, and a code stays itself", () => {
  assert(
    property(string(), (typed) => {
      const code = normalizedCode(typed);
      expect(code === undefined || normalizedCode(code) === code).toBe(true);
    }),
  );
});

test("the same code of two hubs is two texts", () => {
  expect(provisioningText("a", "1")).not.toBe(provisioningText("b", "1"));
});
