import { expect, test } from "vitest";
import { alertDays } from "./outcome.ts";

const on = (...days: number[]): Uint8Array => Uint8Array.from({ length: 40 }, (_, day) => (days.includes(day) ? 1 : 0));

test.each([
  ["one finding is one alert", [5], [5], [5]],
  ["seven days after the last finding is too soon, and late enough after the last alert", [5, 12], [5], [5, 12]],
  ["six days after it is too soon for both", [5, 11], [5], [5]],
  ["eight days after it is an alert for both", [5, 13], [5, 13], [5, 13]],
  ["findings that go on are one silence not kept, but an alert a week", [5, 8, 11, 14, 17, 20], [5], [5, 14]],
  ["the first day may alert", [0], [0], [0]],
  ["nothing found, no alert", [], [], []],
] as const)("%s", (_, findings, first, last) => {
  expect(alertDays(on(...findings), "first")).toEqual(first);
  expect(alertDays(on(...findings), "last")).toEqual(last);
});
