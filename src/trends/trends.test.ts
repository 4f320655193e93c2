import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Flag } from "../domain/flag.ts";
import type { Kind } from "../domain/kind.ts";
import type { ClockQuality, Values } from "../domain/measurement.ts";
import { type Database, openDatabase } from "../store/sqlite/database.ts";
import { insertReading } from "../store/sqlite/readings.ts";
import { migrate } from "../store/sqlite/schema.ts";
import { ensureSeries } from "../store/sqlite/series.ts";
import { mostRaw, trendOf } from "./trends.ts";

const HOUR = 3_600_000;
let folder: string;
let db: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hemvakt-trends-"));
  db = openDatabase(join(folder, "t.sqlite"));
  migrate(db);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

function store(
  kind: Kind,
  measuredAt: number,
  values: Values,
  more: { device?: string; flags?: Flag[]; clock?: ClockQuality; patient?: string } = {},
): string {
  const { device = "scale", flags = [], clock = "good", patient = "p1" } = more;
  const series = ensureSeries(db, { device, user: null, kind, patient, team: "t1" });
  const where = { series, measuredAt, receivedAt: measuredAt, decision: "inside" as const };
  return insertReading(db, { ...where, values, clock, flags, command: 1, position: 0 }).id;
}

const query = { patient: "p1", from: 0, to: 10 * HOUR, zone: "Europe/Stockholm" } as const;

describe("a trend", () => {
  it("gives each value with the reading it comes from, oldest first, from every device that measured it", () => {
    const late = store("oxygen-saturation", 3 * HOUR, { "oxygen-saturation": 910, pulse: 880 }, { device: "oximeter" });
    const early = store("blood-pressure", HOUR, { "systolic-pressure": 1300, "diastolic-pressure": 800, pulse: 700 });
    store("blood-pressure", 2 * HOUR, { "systolic-pressure": 1300, "diastolic-pressure": 800 });
    store("pulse", HOUR, { pulse: 600 }, { patient: "p2" });
    expect(trendOf(db, { ...query, metric: "pulse" }, []).series).toEqual({
      resolution: "raw",
      points: [
        { measuredAt: HOUR, value: 700, uncertain: false, reading: early },
        { measuredAt: 3 * HOUR, value: 880, uncertain: false, reading: late },
      ],
    });
  });

  it("leaves out and counts what is somebody else's or no measurement, and marks what is uncertain", () => {
    store("body-weight", HOUR, { "body-weight": 82_000 });
    store("body-weight", 2 * HOUR, { "body-weight": 61_000 }, { flags: ["moved", "not-clinical"] });
    store("body-weight", 3 * HOUR, { "body-weight": 50_000 }, { flags: ["not-clinical"] });
    store("body-weight", 4 * HOUR, { "body-weight": 82_500 }, { clock: "suspect" });
    store("body-weight", 5 * HOUR, { "body-weight": 82_600 }, { flags: ["implausible"] });
    const trend = trendOf(db, { ...query, metric: "body-weight", points: 1 }, []);
    expect(trend).toMatchObject({ count: 3, excluded: { moved: 1, byStaff: 0, notClinical: 1 } });
    expect(trend.series).toEqual({
      resolution: "buckets",
      buckets: [{ from: 0, to: 10 * HOUR, count: 3, min: 82_000, max: 82_600, mean: 82_367, uncertain: 2 }],
    });
  });

  it("is refused value by value when there are too many, and given in buckets", () => {
    db.exec("BEGIN");
    for (let i = 0; i <= mostRaw; i += 1) store("pulse", i, { pulse: 700 });
    db.exec("COMMIT");
    expect(() => trendOf(db, { ...query, metric: "pulse" }, [])).toThrow(/REQUEST_SHAPE/);
    expect(trendOf(db, { ...query, metric: "pulse", points: 3 }, []).count).toBe(mostRaw + 1);
  });

  it("takes in the first instant of the period and not the last", () => {
    for (const hour of [0, 5, 10]) store("body-weight", hour * HOUR, { "body-weight": 80_000 + hour });
    const trend = trendOf(db, { ...query, metric: "body-weight" }, []);
    expect(trend.series).toMatchObject({ points: [{ value: 80_000 }, { value: 80_005 }] });
  });
});
