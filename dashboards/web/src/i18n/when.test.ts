import { describe, expect, it } from "vitest";
import { sayAgo, sayLeft, sayNumber, sayWhen } from "./when.ts";

const zone = "Europe/Stockholm";
const now = Date.parse("2026-11-23T08:12:00+01:00");
const at = (text: string): number => Date.parse(text);

describe("when something was", () => {
  it.each([
    ["2026-11-23T07:03:00+01:00", "i dag 07:03", "today 07:03"],
    ["2026-11-23T00:00:00+01:00", "i dag 00:00", "today 00:00"],
    ["2026-11-22T23:59:59+01:00", "i går 23:59", "yesterday 23:59"],
    ["2026-11-22T22:14:00+01:00", "i går 22:14", "yesterday 22:14"],
    ["2026-11-24T09:00:00+01:00", "i morgon 09:00", "tomorrow 09:00"],
    ["2026-11-19T07:03:00+01:00", "tor 19 nov 07:03", "Thu 19 Nov 07:03"],
    // Summer time: the instant is said by the clock on the wall that day.
    ["2026-10-24T22:30:00Z", "sön 25 okt 00:30", "Sun 25 Oct 00:30"],
    ["2025-11-19T07:03:00+01:00", "ons 19 nov 2025 07:03", "Wed 19 Nov 2025 07:03"],
  ])("%s", (instant, sv, en) => {
    expect(sayWhen(at(instant), { now, language: "sv", zone })).toBe(sv);
    expect(sayWhen(at(instant), { now, language: "en", zone })).toBe(en);
  });
});

describe("how long ago", () => {
  it.each([
    ["2026-11-23T08:11:30+01:00", "nyss", "just now"],
    ["2026-11-23T08:00:00+01:00", "12 min", "12 min"],
    ["2026-11-23T05:13:00+01:00", "2 tim", "2 h"],
    ["2026-11-21T09:00:00+01:00", "47 tim", "47 h"],
    ["2026-11-20T08:00:00+01:00", "3 dygn", "3 days"],
    ["2026-11-23T09:00:00+01:00", "nyss", "just now"],
  ])("%s", (instant, sv, en) => {
    expect(sayAgo(at(instant), { now, language: "sv", zone })).toBe(sv);
    expect(sayAgo(at(instant), { now, language: "en", zone })).toBe(en);
  });
});

it("counts a promise down, and up when it has passed", () => {
  expect(sayLeft(at("2026-11-23T10:00:00+01:00"), { now })).toEqual({ text: "1:48", passed: false });
  expect(sayLeft(at("2026-11-23T08:05:00+01:00"), { now })).toEqual({ text: "0:07", passed: true });
});

it("writes numbers as the language does", () => {
  expect(sayNumber(84.7, "sv")).toBe("84,7");
  expect(sayNumber(84.7, "en")).toBe("84.7");
});
