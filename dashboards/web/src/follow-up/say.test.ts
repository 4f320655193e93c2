import { expect, it } from "vitest";
import { sayShare, saySpan } from "./say.ts";

it.each([
  [0, "0 s", "0 s"],
  [59, "59 s", "59 s"],
  [720, "12 min", "12 min"],
  [7200, "2 tim", "2 h"],
  [7500, "2 tim 5 min", "2 h 5 min"],
  [216_000, "2,5 dygn", "2.5 days"],
])("says %i seconds", (seconds, sv, en) => {
  expect(saySpan(seconds, "sv")).toBe(sv);
  expect(saySpan(seconds, "en")).toBe(en);
});

it("says shares in whole percent", () => expect(sayShare(0.6667, "sv")).toBe("67 %"));
