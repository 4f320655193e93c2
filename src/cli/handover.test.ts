import { expect, test } from "vitest";
import { sbarLines } from "./handover.ts";

test("an SBAR at a terminal has its headings in the language that was asked for", () => {
  const texts = { situation: "a\nb", background: "c", assessment: "d", recommendation: "e" };
  expect(sbarLines(texts, "sv").lines).toEqual([
    "SITUATION",
    "a",
    "b",
    "",
    "BAKGRUND",
    "c",
    "",
    "AKTUELLT TILLSTÅND",
    "d",
    "",
    "REKOMMENDATION",
    "e",
    "",
  ]);
  expect(sbarLines(texts, "en").lines).toContain("BACKGROUND");
});
