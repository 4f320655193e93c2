import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hubSchema, planSchema, regionSchema, resolveInstant, staffSchema, teamSchema } from "./region.ts";

const now = Temporal.Instant.from("2026-11-22T06:00:00Z").epochMilliseconds;
const DAY = 86_400_000;

describe("instants of a region file", () => {
  test.each([
    ["2026-11-22T07:00:00+01:00", now],
    ["2026-11-22T06:00:00Z", now],
    ["-P90D", now - 90 * DAY],
    ["P1D", now + DAY],
    ["-PT15M", now - 900_000],
    ["PT0S", now],
    ["-P2W", now - 14 * DAY],
    ["-P1DT12H", now - 1.5 * DAY],
    ["PT0.0004S", now],
  ])("%s", (text, expected) => {
    expect(resolveInstant(text, now)).toBe(expected);
  });

  test("a day is 24 hours, also when the clocks change in between", () => {
    const april = Temporal.Instant.from("2026-04-01T06:00:00Z").epochMilliseconds;
    expect(april - resolveInstant("-P7D", april)).toBe(7 * DAY);
  });

  test("are whole milliseconds, whatever the fraction", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (nanoseconds) => {
        const text = `-PT${(nanoseconds / 1e9).toFixed(9)}S`;
        expect(Number.isSafeInteger(resolveInstant(text, now))).toBe(true);
      }),
    );
  });

  const plan = { patient: "greta", version: 1, signedBy: "eva" };
  test.each(["2026-11-22", "2026-11-22T07:00:00", "yesterday", "", "P", "P9999999999D", "2026-02-30T00:00:00Z"])(
    "%j is refused: no offset, no such date, no duration, or too far",
    (signedAt) => {
      expect(planSchema.safeParse({ ...plan, signedAt }).success).toBe(false);
    },
  );
});

test("a region may be empty, and unknown lists are refused", () => {
  const empty = {
    teams: [],
    staff: [],
    patients: [],
    plans: [],
    hubs: [],
    devices: [],
    assignments: [],
    rota: [],
    responsibilities: [],
  };
  expect(regionSchema.parse({})).toEqual(empty);
  expect(regionSchema.safeParse({ nurses: [] }).success).toBe(false);
});

test("defaults: Swedish time, hubs that store and forward, accounts that sign in from anywhere", () => {
  const team = { id: "norr", name: "Team Norr", provider: "P", unit: "U", contact: { phone: "+46 8 000 00 00" } };
  expect(teamSchema.parse(team).zone).toBe("Europe/Stockholm");
  const hub = hubSchema.parse({ id: "hv-1", team: "norr", secret: "x".repeat(43) });
  expect(hub).toMatchObject({ zone: "Europe/Stockholm", forwarding: "store-and-forward" });
  const staff = {
    id: "eva",
    username: "eva",
    password: "long enough",
    role: "nurse",
    name: { given: "Eva", family: "Exempel" },
  };
  expect(staffSchema.parse({ ...staff, teams: [] }).loopbackOnly).toBe(false);
});

test("a zone in which no date can be counted is refused", () => {
  const team = { id: "norr", name: "Team Norr", provider: "P", unit: "U", contact: { phone: "+46 8 000 00 00" } };
  expect(teamSchema.safeParse({ ...team, zone: "Europe/Stokholm" }).success).toBe(false);
  expect(hubSchema.safeParse({ id: "hv-1", team: "norr", secret: "x".repeat(43), zone: "Nowhere" }).success).toBe(
    false,
  );
});
