import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesFromHex, hexFromBytes, reader, writer } from "./bytes.ts";
import { type DateTime, readDateTime, timeOf, writeDateTime } from "./date-time.ts";

const refusal = (code: string) => expect.objectContaining({ code });

describe("hexadecimal", () => {
  test.each(["0", "0g", "00 60", "0x60", "٠٠"])("%j is refused", (hex) => {
    expect(() => bytesFromHex(hex)).toThrow(refusal("DECODE_HEX"));
  });

  test("either case is read", () => {
    expect([...bytesFromHex("E907ff")]).toEqual([0xe9, 0x07, 0xff]);
  });

  test("bytes come back as they were", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(bytesFromHex(hexFromBytes(bytes))).toEqual(bytes);
      }),
    );
  });
});

test("fields are little-endian", () => {
  const from = reader(bytesFromHex("01020304050607ffffffff"));
  expect([from.u8(), from.u16(), from.u24(), from.u8()]).toEqual([0x01, 0x0302, 0x060504, 0x07]);
  expect(from.u32()).toBe(0xffffffff);
  from.end();
});

test("a word with its high byte first is read that way round", () => {
  expect(reader(bytesFromHex("013f")).u16be()).toBe(0x013f);
  expect(() => reader(bytesFromHex("01")).u16be()).toThrow(refusal("DECODE_TRUNCATED"));
});

test("reading past the end and ending early are both refused", () => {
  expect(() => reader(bytesFromHex("01")).u16()).toThrow(refusal("DECODE_TRUNCATED"));
  expect(() => reader(bytesFromHex("01")).end()).toThrow(refusal("DECODE_TRAILING"));
});

test.each([-1, 256, 0.5, Number.NaN])("a byte can't hold %d", (value) => {
  expect(() => writer().u8(value)).toThrow(refusal("VALUE_IMPLAUSIBLE"));
});

describe("date and time", () => {
  const noon: DateTime = { year: 2025, month: 3, day: 14, hour: 12, minute: 0, second: 0 };

  test("a known time is local and without zone", () => {
    expect(timeOf(noon)).toEqual({ deviceTime: { form: "local", text: "2025-03-14T12:00:00" } });
  });

  test.each([{ year: 0 }, { month: 0 }, { day: 0 }, { year: 0, month: 2, day: 29 }])(
    "without %o it is no time",
    (part) => {
      expect(timeOf({ ...noon, ...part })).toEqual({});
    },
  );

  test.each([{}, { hour: 0 }])("without any date the clock is not set: %o", (part) => {
    expect(timeOf({ ...noon, year: 0, month: 0, day: 0, ...part })).toEqual({ clockUnset: true });
  });

  test.each([
    { month: 13 },
    { day: 32 },
    { month: 2, day: 29 },
    { year: 1581 },
    { year: 10_000 },
    { hour: 24 },
    { minute: 60 },
    { second: 60 },
    { year: 0, month: 2, day: 30 },
  ])("%o does not exist: the clock is wrong, so it is not set", (part) => {
    expect(timeOf({ ...noon, ...part })).toEqual({ clockUnset: true });
  });

  test("a local time comes back as it was", () => {
    const text = "2024-02-29T23:59:58";
    const read = readDateTime(reader(writeDateTime(writer(), text).bytes()));
    expect(timeOf(read)).toEqual({ deviceTime: { form: "local", text } });
  });
});
