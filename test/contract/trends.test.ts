import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Flag, flagsToBits } from "../../src/domain/flag.ts";
import { type Kind, kinds } from "../../src/domain/kind.ts";
import { type ClockQuality, clockQualities } from "../../src/domain/measurement.ts";
import { type Metric, metricNames } from "../../src/domain/metric.ts";
import type { CarePlan } from "../../src/domain/plan.ts";
import { lineOf, pseudonymsBy, type StoredReading } from "../../src/outbox/point.ts";
import { preset } from "../../src/rules/presets.ts";
import { type Database, openDatabase } from "../../src/store/sqlite/database.ts";
import { insertReading } from "../../src/store/sqlite/readings.ts";
import { migrate } from "../../src/store/sqlite/schema.ts";
import { ensureSeries } from "../../src/store/sqlite/series.ts";
import { influxTrends } from "../../src/trends/influx.ts";
import { type TrendQuery, trendOf } from "../../src/trends/trends.ts";
import { type TrendPeer, trendPeers } from "./trend-peers.ts";

// Whatever is stored, delivered, waiting, refused or changed: InfluxDB's trend is the store's, to the last digit.

const HOUR = 3_600_000;
const instant = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
/** The nights on which Stockholm's clock changes, and an ordinary day. */
const around = ["2026-03-29T00:00:00Z", "2026-10-25T00:00:00Z", "2026-06-10T00:00:00Z"].map(instant);

type Generated = {
  kind: Kind;
  device: string;
  at: number;
  values: readonly (number | undefined)[];
  flags: readonly Flag[];
  clock: ClockQuality;
  /** What has become of it at InfluxDB, and whether somebody moves it away after that. */
  fate: "delivered" | "waiting" | "in-flight" | "refused";
  movedLater: "no" | "told" | "waiting";
};

const kindsMeasured = [
  "body-weight",
  "blood-pressure",
  "oxygen-saturation",
  "pulse",
] as const satisfies readonly Kind[];

const reading: fc.Arbitrary<Generated> = fc.record({
  kind: fc.constantFrom(...kindsMeasured),
  device: fc.constantFrom("one", "two"),
  // Few instants, so that several readings share one, and edges of local days are hit.
  at: fc.oneof(
    fc
      .record({ day: fc.constantFrom(...around), hour: fc.integer({ min: -50, max: 50 }) })
      .map((t) => t.day + t.hour * HOUR),
    fc.record({ day: fc.constantFrom(...around), ms: fc.integer({ min: -9e7, max: 9e7 }) }).map((t) => t.day + t.ms),
  ),
  values: fc.array(fc.option(fc.integer({ min: 0, max: 350_000 }), { nil: undefined }), { minLength: 4, maxLength: 4 }),
  flags: fc.uniqueArray(
    fc.constantFrom<Flag>("not-clinical", "questionable", "poor-signal", "implausible", "suspect-duplicate", "manual"),
    { maxLength: 2 },
  ),
  clock: fc.constantFrom(...clockQualities),
  fate: fc.constantFrom("delivered", "delivered", "delivered", "waiting", "in-flight", "refused"),
  movedLater: fc.constantFrom("no", "no", "no", "told", "waiting"),
});

const asked = fc.record({
  metric: fc.constantFrom<Metric>("body-weight", "systolic-pressure", "mean-pressure", "pulse", "oxygen-saturation"),
  day: fc.constantFrom(...around),
  before: fc.integer({ min: -1, max: 60 }),
  after: fc.integer({ min: 2, max: 60 }),
  odd: fc.nat(2),
  points: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
});

const plan = (version: number, validFrom: number, overrides = {}): CarePlan => ({
  ...preset(["heart-failure"], overrides),
  patient: "p",
  version,
  signedBy: "s",
  signedAt: validFrom,
  validFrom,
});
/** Limits change in the middle of what is asked for. */
const plans = around.flatMap((day, index) => [
  plan(2 * index + 1, day - 30 * HOUR),
  plan(2 * index + 2, day + 7 * HOUR),
]);

describe.each(trendPeers())("%s", (_name, start) => {
  let peer: TrendPeer;
  let folder: string;
  let db: Database;
  const pseudonym = pseudonymsBy(randomBytes(32));
  let patients = 0;

  beforeAll(async () => {
    peer = await start();
    folder = mkdtempSync(join(tmpdir(), "hemvakt-trends-"));
    db = openDatabase(join(folder, "t.sqlite"));
    migrate(db);
    // Everything from before has been passed on.
    db.run("INSERT INTO outbox_target (id, target, series, measured_at, n) VALUES (1, 't', NULL, NULL, NULL)");
  });
  afterAll(async () => {
    db.close();
    rmSync(folder, { recursive: true });
    await peer.remove();
  });

  const lineAsStored = (key: { series: number; measuredAt: number; n: number }): string => {
    const row = db.get<StoredReading>(
      "SELECT r.*, s.kind, s.patient FROM reading r JOIN series s ON s.id = r.series WHERE r.series = ? AND r.measured_at = ? AND r.n = ?",
      key.series,
      key.measuredAt,
      key.n,
    );
    return lineOf(row!, pseudonym);
  };

  /** Stores readings of a new patient, and brings to InfluxDB and leaves in the queue what their fates say. */
  async function fill(readings: readonly Generated[]): Promise<string> {
    const patient = `p${(patients += 1)}`;
    const lines: string[] = [];
    const later: string[] = [];
    db.exec("BEGIN");
    for (const { kind, device, at, values, flags, clock, fate, movedLater } of readings) {
      const series = ensureSeries(db, { device: `${device}-${patient}`, user: null, kind, patient, team: "t" });
      const { components, required } = kinds[kind];
      const measured = Object.fromEntries(
        components.flatMap((metric, index) => {
          const value = values[index] ?? (required.includes(metric) ? 1000 : undefined);
          return value === undefined ? [] : [[metric, value]];
        }),
      );
      const place = { series, measuredAt: at, receivedAt: at, decision: "inside" as const, command: 1, position: 0 };
      const { id } = insertReading(db, { ...place, values: measured, clock, flags: [...flags] });
      const [seriesId, measuredAt, n] = id.split("-").map((part) => Number.parseInt(part, 36));
      const key = { series: seriesId!, measuredAt: measuredAt!, n: n! };
      const done = () =>
        db.run("DELETE FROM outbox WHERE series = ? AND measured_at = ? AND n = ?", key.series, key.measuredAt, key.n);
      // The triggers have queued it.
      if (fate === "delivered" || fate === "in-flight") lines.push(lineAsStored(key));
      if (fate === "delivered" || fate === "refused") done();
      if (fate === "refused") {
        db.run("INSERT INTO outbox_refused VALUES (?, ?, ?, 0, 422, 'no')", key.series, key.measuredAt, key.n);
      }
      if (movedLater !== "no") {
        const bits = flagsToBits(["moved"]);
        db.run(
          "UPDATE reading SET flags = flags | ? WHERE series = ? AND measured_at = ? AND n = ?",
          bits,
          key.series,
          key.measuredAt,
          key.n,
        );
        if (movedLater === "told") {
          later.push(lineAsStored(key));
          done();
        }
      }
    }
    db.exec("COMMIT");
    if (lines.length > 0) await peer.write(lines);
    if (later.length > 0) await peer.write(later);
    return patient;
  }

  test("gives the trend that the store gives", { timeout: 120_000 }, async () => {
    const influx = influxTrends(db, peer.target, pseudonym);
    const resolutions = new Set<string>();
    let left = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(reading, { maxLength: 60 }),
        fc.array(asked, { minLength: 3, maxLength: 8 }),
        async (readings, all) => {
          const patient = await fill(readings);
          for (const { metric, day, before, after, odd, points } of all) {
            const period = { from: day - before * HOUR + odd, to: day + after * HOUR - odd };
            const query: TrendQuery = { patient, metric, points, zone: "Europe/Stockholm", ...period };
            const wanted = trendOf(db, query, plans);
            expect(await influx.read(query, plans)).toStrictEqual(wanted);
            if (wanted.count > 0) resolutions.add(wanted.series.resolution);
            left += wanted.excluded.moved + wanted.excluded.byStaff + wanted.excluded.notClinical;
          }
          db.run("DELETE FROM outbox");
          db.run("DELETE FROM outbox_refused");
        },
      ),
      { numRuns: 40, seed: 20260329, endOnFailure: true },
    );
    influx.close();
    // The comparison had something to compare.
    expect([...resolutions].sort()).toEqual(["buckets", "raw"]);
    expect(left).toBeGreaterThan(20);
  });

  test("gives every metric, to its last digit", async () => {
    const influx = influxTrends(db, peer.target, pseudonym);
    const all = Object.keys(kinds) as Kind[];
    const patient = await fill(
      all.flatMap((kind, place) =>
        [1, 3, 7, 82_451, 299_999].map((value, index): Generated => {
          const values = kinds[kind].components.map(() => value);
          const at = around[2]! + place * HOUR + index;
          return { kind, device: "one", at, values, flags: [], clock: "good", fate: "delivered", movedLater: "no" };
        }),
      ),
    );
    for (const metric of metricNames) {
      for (const points of [undefined, 1]) {
        const query = {
          patient,
          metric,
          points,
          zone: "Europe/Stockholm",
          from: around[2]!,
          to: around[2]! + 48 * HOUR,
        };
        const wanted = trendOf(db, query, plans);
        expect(wanted.count).toBeGreaterThanOrEqual(5);
        expect(await influx.read(query, plans)).toStrictEqual(wanted);
      }
    }
    influx.close();
  });

  test("is not used when it lacks a reading, holds a stranger's source, or is another patient's", async () => {
    const influx = influxTrends(db, peer.target, pseudonym);
    const one = (fate: Generated["fate"], at: number): Generated => {
      const where = { kind: "body-weight" as const, device: "one", at, values: [82_000] };
      return { ...where, flags: [], clock: "good", fate, movedLater: "no" };
    };
    const patient = await fill([one("delivered", around[2]!), one("waiting", around[2]! + HOUR)]);
    const query = { patient, metric: "body-weight" as const, zone: "Europe/Stockholm" };
    const read = (from: number, to: number) => influx.read({ ...query, from, to }, plans);
    expect(await read(around[2]!, around[2]! + 2 * HOUR)).toMatchObject({ count: 2 });
    // As after a queue was dropped: the second is nowhere.
    db.run("DELETE FROM outbox");
    await expect(read(around[2]!, around[2]! + 2 * HOUR)).rejects.toMatchObject({ code: "TRENDS_DIFFER" });
    expect(await read(around[2]!, around[2]! + HOUR)).toMatchObject({ count: 1 });
    // As after a restored backup: readings of a time that the store doesn't know.
    const name = pseudonym("patient", patient);
    const marks = "excluded=F,uncertain=F,body_weight=70";
    const series = db.get<{ id: number }>("SELECT id FROM series WHERE patient = ?", patient)!;
    const own = pseudonym("source", String(series.id));
    await peer.write([`body_weight,patient=${name},source=${own} ${marks} ${BigInt(around[2]! + 5) * 1_000_000n}`]);
    await expect(read(around[2]!, around[2]! + HOUR)).rejects.toMatchObject({ code: "TRENDS_DIFFER" });
    await peer.write([`body_weight,patient=${name},source=ff ${marks} ${BigInt(around[1]!) * 1_000_000n}`]);
    await expect(read(around[1]!, around[1]! + HOUR)).rejects.toMatchObject({ code: "TRENDS_DIFFER" });
    influx.close();
  });

  test("refuses too many single values as the store does", async () => {
    const influx = influxTrends(db, peer.target, pseudonym);
    const patient = await fill(
      Array.from({ length: 5001 }, (_, index): Generated => {
        const where = {
          kind: "pulse" as const,
          device: "one",
          at: around[0]! + index * 1000,
          values: [700 + (index % 9)],
        };
        return { ...where, flags: [], clock: "good", fate: "delivered", movedLater: "no" };
      }),
    );
    const query = {
      patient,
      metric: "pulse" as const,
      zone: "Europe/Stockholm",
      from: around[0]!,
      to: around[0]! + 2 * HOUR,
    };
    await expect(influx.read(query, plans)).rejects.toMatchObject({ code: "REQUEST_SHAPE" });
    expect(await influx.read({ ...query, points: 7 }, plans)).toStrictEqual(
      trendOf(db, { ...query, points: 7 }, plans),
    );
    influx.close();
  });
});
