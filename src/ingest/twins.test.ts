import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { type Home, openHome } from "../../test/helpers/home.ts";
import { localDay } from "../domain/day.ts";
import { bitsToFlags } from "../domain/flag.ts";
import { dayValuesOf } from "../rules/history.ts";
import { readingsBetween } from "../store/sqlite/recent.ts";

let home: Home;
afterEach(async () => {
  expect(home.replayed().differences).toEqual([]);
  await home.close();
});

type Row = { at: string; patient: string | null; flags: string[] };
const HOUR = 3_600_000;
const morning = Date.parse("2026-11-10T07:00:00Z");
const iso = (instant: number): string => new Date(instant).toISOString().replace(".000Z", "Z");
const weight = (hours: number, value = 82.4, more: object = {}) => ({
  kind: "body-weight",
  at: iso(morning + hours * HOUR),
  value,
  unit: "kg",
  flags: ["from-memory"],
  ...more,
});
/** Flagged readings as "hours after the morning", readings moved away left out. */
const flagged = (): number[] =>
  rows()
    .filter(({ flags }) => flags.includes("suspect-duplicate"))
    .map(hoursOf);
const hoursOf = ({ at }: Row): number => (Date.parse(at) - morning) / HOUR;
const rows = (): Row[] =>
  home.db
    .all<{ measured_at: number; patient: string | null; flags: number }>(
      "SELECT r.measured_at, s.patient, r.flags FROM reading r JOIN series s ON s.id = r.series ORDER BY 1, 2",
    )
    .map((row) => ({ at: iso(row.measured_at), patient: row.patient, flags: bitsToFlags(row.flags) }))
    .filter(({ flags }) => !flags.includes("moved"));

describe("the same values exactly three hours later", () => {
  it("flag the earlier of the two; both are kept and judged", async () => {
    home = await openHome();
    const receipt = await home.readings("scale", [weight(0), weight(3)]);
    expect(receipt.results.map(({ status }) => status)).toEqual(["stored", "stored"]);
    expect(rows().map(({ flags }) => flags)).toEqual([["from-memory", "suspect-duplicate"], ["from-memory"]]);
    const values = dayValuesOf(
      readingsBetween(home.db, "greta", "body-weight", 0, Number.MAX_SAFE_INTEGER),
      "Europe/Stockholm",
    );
    expect(values("body-weight", localDay(morning, "Europe/Stockholm"))?.value).toBe(82_400);
  });

  it.each([
    ["a second more", weight(3 + 1 / 3600)],
    ["another number of hours", weight(2)],
    ["another value", weight(3, 82.5)],
    ["another unit of origin", weight(3, 82_400, { unit: "g" })],
    ["not a measurement of the person", weight(3, 82.4, { flags: ["from-memory", "not-clinical"] })],
    ["entered by hand", weight(3, 82.4, { flags: ["from-memory", "manual"] })],
  ])("%s is no twin", async (_, other) => {
    home = await openHome();
    await home.readings("scale", [weight(0), other]);
    expect(flagged()).toEqual([]);
  });

  it("of another slot or another device are somebody's own", async () => {
    home = await openHome();
    await home.readings("shared", [weight(0, 82.4, { user: 1 }), weight(3, 82.4, { user: 2 })]);
    await home.readings("scale", [weight(3)]);
    expect(flagged()).toEqual([]);
  });

  it("in whatever order and messages they come, the same ones are flagged, and none of three or more in a row", async () => {
    const all = [0, 1, 3, 6, 10, 13, 20, 23, 26, 29, 41, 44].map((hours) => weight(hours));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.integer({ min: 1, max: all.length }),
        async (order, size) => {
          home = await openHome();
          try {
            for (let i = 0; i < order.length; i += size) await home.readings("scale", order.slice(i, i + size));
            expect(flagged()).toEqual([10, 41]);
            expect(home.replayed().differences).toEqual([]);
          } finally {
            await home.close();
          }
        },
      ),
      { numRuns: 12 },
    );
    home = await openHome();
  });
});

describe("a flag excuses nothing", () => {
  it("a value beyond a safety limit opens a red alert, also in the reading that is flagged", async () => {
    home = await openHome("2026-11-22T14:00:00+01:00");
    const pressure = (at: string) => ({ kind: "blood-pressure", at, systolic: 235, diastolic: 130, unit: "mmHg" });
    const hub = { hub: "hub-store" };
    await home.readings("cuff", [pressure("2026-11-22T13:00:00+01:00")], hub);
    await home.readings("cuff", [pressure("2026-11-22T10:00:00+01:00")], hub);
    const [first] = rows();
    expect(first?.flags).toContain("suspect-duplicate");
    const decisions = home.db.all<{ decision: number }>("SELECT decision FROM reading ORDER BY measured_at");
    // Both count as findings, by the place in `decisions`.
    expect(decisions.map(({ decision }) => decision)).toEqual([2, 2]);
    expect(home.alerts("greta")).toMatchObject([{ severity: "red", concern: "bp-high" }]);
  });
});

describe("readings that turn out to be somebody else's", () => {
  const idOf = (hours: number): string => {
    const instant = morning + hours * HOUR;
    const row = home.db.get<{ series: number; n: number }>(
      "SELECT series, n FROM reading WHERE measured_at = ?",
      instant,
    )!;
    return `${row.series.toString(36)}-${instant.toString(36)}-${row.n.toString(36)}`;
  };
  const move = (hours: number, patient: string) =>
    home.submit({ kind: "reading-move", actor: "karin", reading: idOf(hours), patient, reason: "visitor" });

  it("set their twins free, so that the one left counts again", async () => {
    home = await openHome();
    await home.readings("scale", [weight(0), weight(3)]);
    await move(3, "soheil");
    expect(rows().map((row) => [hoursOf(row), row.patient, row.flags.length])).toEqual([
      [0, "greta", 1],
      [3, "soheil", 1],
    ]);
    await move(0, "soheil");
    expect(flagged()).toEqual([0]);
  });

  it("are flagged when the assignment comes after them", async () => {
    home = await openHome();
    await home.readings("loose", [weight(0), weight(3)]);
    expect(flagged()).toEqual([0]);
    await home.submit({
      kind: "assignment-create",
      actor: "karin",
      device: "loose",
      patient: "greta",
      from: morning - HOUR,
    });
    expect(rows().map((row) => [hoursOf(row), row.patient, row.flags.length])).toEqual([
      [0, "greta", 2],
      [3, "greta", 1],
    ]);
  });
});
