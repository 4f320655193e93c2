import { describe, expect, test } from "vitest";
import { decodeNotification } from "../index.ts";

/** Each bit alone, in both notifications, against a list written from the profile and not from the decoder's table. */
const u16 = (bit: number) => [(1 << bit) & 0xff, (1 << bit) >> 8];
const flagsOf = (characteristic: string, bytes: number[]) =>
  decodeNotification(characteristic, Uint8Array.from(bytes)).flatMap(({ flags }) => flags);

const measurement: Readonly<Record<number, string>> = {
  5: "ongoing",
  6: "early-estimate",
  9: "from-memory",
  10: "not-clinical",
  11: "not-clinical",
  13: "not-clinical",
  14: "questionable",
  15: "not-clinical",
};
const poor = [1, 3, 4, 5, 6, 7, 8, 10, 11, 13, 14, 15];
const bits = Array.from({ length: 16 }, (_, bit) => bit);
const oxygen = [0x5b, 0x00, 0x58, 0x00];

describe.each(bits)("bit %i", (bit) => {
  test("of the measurement status", () => {
    const expected = measurement[bit] ? [measurement[bit]] : [];
    expect(flagsOf("2a5e", [0x02, ...oxygen, ...u16(bit)])).toEqual(expected);
    expect(flagsOf("2a5f", [0x04, ...oxygen, ...u16(bit)])).toEqual(expected);
  });

  test("of the sensor status", () => {
    const expected = poor.includes(bit) ? ["poor-signal"] : [];
    expect(flagsOf("2a5e", [0x04, ...oxygen, ...u16(bit), 0])).toEqual(expected);
    expect(flagsOf("2a5f", [0x08, ...oxygen, ...u16(bit), 0])).toEqual(expected);
  });
});

test("reserved status bits are ignored: a reading is not lost for them", () => {
  expect(flagsOf("2a5e", [0x06, ...oxygen, 0x1f, 0x00, 0x00, 0x00, 0xff])).toEqual([]);
});
