import { expect, it } from "vitest";
import { ageOn } from "./person.ts";

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

it.each([
  ["the day before a birthday", "1941-11-23", "2026-11-22T23:00:00+01:00", 84],
  ["on it, where the patient lives", "1941-11-23", "2026-11-22T23:30:00Z", 85],
  ["born on a leap day", "1940-02-29", "2026-03-01T12:00:00+01:00", 86],
])("age %s", (_when, born, now, age) => {
  expect(ageOn(born, at(now), "Europe/Stockholm")).toBe(age);
});
