import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Decimal } from "../src/domain/unit.ts";
import { isHemvaktError } from "../src/errors.ts";
import { decimalText, decodeFloat, decodeSfloat, encodeSfloat, finite, required, type Word } from "./ieee11073.ts";

const text = (word: Word): string => (typeof word === "string" ? word : decimalText(word));

test.each([
  [0x0072, "114"],
  [0xf014, "2.0"],
  [0xe0c8, "2.00"],
  [0x1002, "20"],
  [0x0b2e, "-1234"],
  [0xf2f8, "76.0"],
  [0xf5d2, "149.0"],
  [0x0fff, "-1"],
  [0xffff, "-0.1"],
  // 98·10⁻⁸: the exponent is signed and not biased, though some libraries read 98 here.
  [0x8062, "0.00000098"],
  [0x77fd, "20450000000"],
  [0x0000, "0"],
  [0xf000, "0.0"],
  [0x07ff, "NaN"],
  [0x0800, "NRes"],
  [0x07fe, "+INF"],
  [0x0802, "-INF"],
  [0x0801, "RFU"],
  // Only the whole word is special: the same mantissas with another exponent are numbers.
  [0x17ff, "20470"],
  [0xf800, "-204.8"],
])("SFLOAT %i is %s", (word, expected) => {
  expect(text(decodeSfloat(word))).toBe(expected);
});

test.each([
  [0xff000176, "37.4"],
  [0xfe000e9a, "37.38"],
  [0x00fffb2e, "-1234"],
  [0x0000004c, "76"],
  [0xffffffff, "-0.1"],
  [0x007fffff, "NaN"],
  [0x00800000, "NRes"],
  [0x007ffffe, "+INF"],
  [0x00800002, "-INF"],
  [0x00800001, "RFU"],
  [0xff7fffff, "838860.7"],
])("FLOAT %i is %s", (word, expected) => {
  expect(text(decodeFloat(word))).toBe(expected);
});

describe("special values", () => {
  const specials = [0x07ff, 0x0800, 0x07fe, 0x0802, 0x0801].map(decodeSfloat);

  test.each(specials)("%s is no decimal", (word) => {
    expect(finite(word)).toBeUndefined();
  });

  test.each(specials)("%s is refused where a number is required", (word) => {
    expect(() => required(word, "spo2")).toThrow(expect.objectContaining({ code: "VALUE_NOT_FINITE" }));
  });
});

describe("encoding", () => {
  test("every SFLOAT that is a number in range comes back as the same word", () => {
    for (let word = 0; word <= 0xffff; word++) {
      const value = finite(decodeSfloat(word));
      if (value === undefined || value.mantissa > 2045n || value.mantissa < -2045n) continue;
      expect(encodeSfloat(value)).toBe(word);
    }
  });

  test.each([
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "+INF"],
    [Number.NEGATIVE_INFINITY, "-INF"],
    [1e12, "+INF"],
    [-1e12, "-INF"],
    [132, "132"],
    [36.65, "36.6"],
    [204.45, "204.4"],
    [205.45, "205"],
    [20451, "20450"],
    [2e10, "20000000000"],
    [1e-12, "0.00000000"],
  ])("%d is sent as %s", (value, expected) => {
    expect(text(decodeSfloat(encodeSfloat(value)))).toBe(expected);
  });

  test("no number becomes a special value unless it is too large", () => {
    const number = fc.record({
      mantissa: fc.bigInt(-(10n ** 20n), 10n ** 20n),
      exponent: fc.integer({ min: -30, max: -10 }),
    });
    fc.assert(fc.property(number, (value: Decimal) => typeof decodeSfloat(encodeSfloat(value)) !== "string"));
  });
});

test("a refusal names the field and the special value", () => {
  try {
    required("NRes", "diastolic");
    expect.unreachable();
  } catch (error) {
    expect(isHemvaktError(error) && error.detail).toBe("diastolic is NRes.");
  }
});
