import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Registry } from "prom-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { manualClock } from "../clock.ts";
import { type Database, openDatabase } from "../store/sqlite/database.ts";
import { insertReading } from "../store/sqlite/readings.ts";
import { migrate } from "../store/sqlite/schema.ts";
import { ensureSeries } from "../store/sqlite/series.ts";
import { openTrends } from "./open.ts";

// Nothing listens on port 1 (tcpmux): InfluxDB can't be reached. With a real one: test/contract/trends.test.ts.
const nowhere = { url: "http://127.0.0.1:1", org: "o", bucket: "b", token: "t" };
let folder: string;
let db: Database;
const clock = manualClock("2026-06-10T08:00:00+02:00");
const said: unknown[][] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hemvakt-trends-"));
  db = openDatabase(join(folder, "t.sqlite"));
  migrate(db);
  said.length = 0;
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const open = (target?: typeof nowhere) =>
  openTrends({ folder, db, clock, registry: new Registry(), say: (...line) => void said.push(line) }, target);

/** Stores so many weights; a receiver with its history behind it makes the triggers queue them. */
function store(count: number): void {
  db.exec("BEGIN");
  const series = ensureSeries(db, { device: "scale", user: null, kind: "body-weight", patient: "p1", team: "t1" });
  for (let at = 0; at < count; at += 1) {
    const where = { series, measuredAt: at, receivedAt: at, decision: "inside" as const, command: 1, position: at };
    insertReading(db, { ...where, values: { "body-weight": 82_000 + (at % 10) }, clock: "good", flags: [] });
  }
  db.exec("COMMIT");
}
const follow = (series: number | null): void => {
  db.run("INSERT INTO outbox_target (id, target, series, measured_at, n) VALUES (1, 't', ?, 0, 0)", series);
};

const query = { patient: "p1", metric: "body-weight", from: 0, to: 100_000, points: 3, zone: "UTC" } as const;

test("without InfluxDB the store answers, and has no reason to give", async () => {
  store(5);
  const answer = await open().read(query, []);
  expect(answer).toMatchObject({ source: "store", count: 5 });
  expect(answer).not.toHaveProperty("fallback");
});

test("an InfluxDB that can't be reached is said once in ten minutes", async () => {
  store(5);
  follow(null);
  const trends = open(nowhere);
  for (let half = 0; half <= 20; half += 1) {
    expect(await trends.read(query, [])).toMatchObject({ source: "store", count: 5, fallback: "TRENDS_UNREACHABLE" });
    clock.advance(30_000);
  }
  trends.close();
  const line = { code: "TRENDS_UNREACHABLE", reason: "ECONNREFUSED" };
  expect(said.map(([level, , about]) => [level, about])).toEqual([
    ["warn", line],
    ["warn", line],
  ]);
});

test("while readings from before are passed on, or very many wait, it isn't asked; that is nobody's fault", async () => {
  store(5);
  follow(1);
  const trends = open(nowhere);
  expect(await trends.read(query, [])).toMatchObject({ source: "store", count: 5, fallback: "TRENDS_BEHIND" });
  db.run("UPDATE outbox_target SET series = NULL");
  store(1001);
  expect(await trends.read(query, [])).toMatchObject({ source: "store", count: 1006, fallback: "TRENDS_BEHIND" });
  trends.close();
  expect(said).toEqual([]);
});

test("very many values are counted and drawn by the store", async () => {
  store(20_001);
  follow(null);
  const trends = open(nowhere);
  expect(await trends.read(query, [])).toMatchObject({ count: 20_001, fallback: "TRENDS_TOO_LARGE" });
  expect(await trends.read({ ...query, to: 20_000 }, [])).toMatchObject({ fallback: "TRENDS_UNREACHABLE" });
  trends.close();
});

test("too many single values are refused whoever answers", async () => {
  store(5001);
  follow(null);
  const trends = open(nowhere);
  await expect(trends.read({ ...query, points: undefined }, [])).rejects.toMatchObject({ code: "REQUEST_SHAPE" });
  trends.close();
});
