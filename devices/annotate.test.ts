import { describe, expect, test } from "vitest";
import { annotate, lengthOf } from "./annotate.ts";
import { bytesFromHex, hexFromBytes } from "./bytes.ts";
import type { Field } from "./device.ts";

const field = (name: string, form: string): Field => ({ name, form, meaning: "" });
const layout = [
  field("flags", "u8"),
  field("pressures", "2 × SFLOAT"),
  field("time", "7 bytes, if bit 1"),
  field("type, location", "2 × 4 bits, if bit 2"),
  field("offset", "i16, if bit 3"),
  field("status", "u16 big-endian"),
];
const read = (hex: string) =>
  annotate(layout, bytesFromHex(hex)).map(({ field, bytes, reads }) => [field.name, hexFromBytes(bytes), reads]);

describe("a notification field by field", () => {
  test("with every field that its flags can have", () => {
    expect(read("0e7d00ff07e90701100c2736a1feff0004")).toEqual([
      ["flags", "0e", "bit 1, 2, 3"],
      ["pressures", "7d00ff07", "125, NaN"],
      ["time", "e90701100c2736", "2025-01-16T12:39:54"],
      ["type, location", "a1", "1, 10"],
      ["offset", "feff", "-2"],
      ["status", "0004", "bit 2"],
    ]);
  });

  test("fields whose bit is not set are left out", () => {
    expect(read("0028f510000000")).toEqual([
      ["flags", "00", "no bit"],
      ["pressures", "28f51000", "132.0, 16"],
      ["status", "0000", "no bit"],
    ]);
  });

  test("its length is what its own flags say, whatever the bytes there are", () => {
    expect(lengthOf(layout, bytesFromHex("00"))).toBe(7);
    expect(lengthOf(layout, bytesFromHex("0e7d"))).toBe(17);
    expect(lengthOf(layout, new Uint8Array())).toBe(7);
  });

  test("a form that says no size is named", () => {
    expect(() => annotate([field("flags", "u12")], Uint8Array.of(1, 2))).toThrow(/form "u12"; known are .*SFLOAT/);
  });
});

test("a time that is none says so", () => {
  const time = [field("time", "7 bytes")];
  const text = (hex: string) => annotate(time, bytesFromHex(hex))[0]?.reads;
  expect(text("00000000000000")).toBe("not set");
  expect(text("00000110000000")).toBe("not known");
  expect(text("e9070d10000000")).toBe("not set");
});
