import { expect, test } from "vitest";
import { isToldNow, preferenceSchema } from "./preference.ts";

const at = (local: string): number => Temporal.ZonedDateTime.from(`${local}[Europe/Stockholm]`).epochMilliseconds;
const nights = preferenceSchema.parse({ quiet: { from: "21:00", until: "07:00" } });
const off = preferenceSchema.parse({ email: false });
const yellow = { severity: "yellow" as const, onDuty: true };

test.each([
  ["without a preference", undefined, yellow, "2026-11-22T03:00", true],
  ["in the daytime", nights, yellow, "2026-11-22T12:00", true],
  ["at 21:00, not any more", nights, yellow, "2026-11-22T21:00", false],
  ["after midnight, not", nights, yellow, "2026-11-22T06:59", false],
  ["from 07:00 on again", nights, yellow, "2026-11-22T07:00", true],
  ["in the hour that comes twice, not", nights, yellow, "2026-10-25T02:30", false],
  ["in the hour after the one that is skipped, not", nights, yellow, "2026-03-29T03:30", false],
  ["turned off, not", off, yellow, "2026-11-22T12:00", false],
  ["red on duty at night, always", nights, { severity: "red" as const, onDuty: true }, "2026-11-22T03:00", true],
  [
    "red on duty with e-mail turned off, always",
    off,
    { severity: "red" as const, onDuty: true },
    "2026-11-22T03:00",
    true,
  ],
  ["red off duty at night, not", nights, { severity: "red" as const, onDuty: false }, "2026-11-22T03:00", false],
])("%s", (_when, preference, what, local, told) => {
  expect(isToldNow(preference, what, at(local))).toBe(told);
});
