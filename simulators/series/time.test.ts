import { describe, expect, it } from "vitest";
import { readTime } from "./time.ts";

const zone = "Europe/Stockholm";
const read = (text: string): string => {
  const time = readTime(text, zone);
  if (typeof time === "string") return time;
  return `${new Date(time.instant).toISOString()}${time.assumed ? ` ${time.assumed}` : ""}`;
};

describe("a time of a series", () => {
  it.each([
    ["2020-04-29  22:33:33", "2020-04-29T20:33:33.000Z"],
    ["2020-04-29T22:33:33", "2020-04-29T20:33:33.000Z"],
    ["2020-01-29 22:33", "2020-01-29T21:33:00.000Z"],
    ["2020/4/9, 7:05", "2020-04-09T05:05:00.000Z"],
    ["9.4.2020 07:05:01.25", "2020-04-09T05:05:01.250Z"],
    ["2020-04-29 22:33:33Z", "2020-04-29T22:33:33.000Z"],
    ["2020-04-29 22:33:33 UTC", "2020-04-29T22:33:33.000Z"],
    ["2020-04-29T22:33:33+0530", "2020-04-29T17:03:33.000Z"],
    ["2020-04-29T22:33:33-05", "2020-04-30T03:33:33.000Z"],
    // 25 October 2020, 02:30 came twice in Stockholm: first at +02:00.
    ["2020-10-25 02:30:00", "2020-10-25T00:30:00.000Z ambiguous"],
    ["2020-10-25 02:30:00+01:00", "2020-10-25T01:30:00.000Z"],
    // 29 March 2020, 02:30 never came: the clock went from 02:00 to 03:00.
    ["2020-03-29 02:30:00", "2020-03-29T01:30:00.000Z skipped"],
    ["2020-03-29 03:00:00", "2020-03-29T01:00:00.000Z"],
  ])("%s is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["2020-04-31 10:00", "no calendar or clock has it"],
    ["2020-04-30 24:00", "no calendar or clock has it"],
    ["2020-04-30", "a date without a time of day"],
    ["4/9/2020 10:00", "whether the day or the month comes first can't be known; write the year first"],
    ["2020-04-30 10:00+99:00", "no such offset from UTC"],
    ["yesterday", "no date and time such as 2020-04-29 22:33:33"],
    ["2020-04-30 10:00 CEST", "no date and time such as 2020-04-29 22:33:33"],
  ])("%s: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
