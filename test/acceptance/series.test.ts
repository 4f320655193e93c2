import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { madeUpSeries } from "../../simulators/index.ts";
import { loadOrCreateKey } from "../../src/auth/key-file.ts";
import { simulateCommand } from "../../src/cli/simulate.ts";
import { localDay } from "../../src/domain/day.ts";
import type { Reading } from "../../src/domain/reading.ts";
import { replay } from "../../src/ledger/replay.ts";
import { loadRegion } from "../../src/region/load.ts";
import type { RegionFile } from "../../src/region/region.ts";
import { dayValuesOf, isReference } from "../../src/rules/history.ts";
import { openDatabase } from "../../src/store/sqlite/database.ts";
import { readingsBetween } from "../../src/store/sqlite/recent.ts";
import { type Platform, startPlatform } from "../helpers/platform.ts";

const zone = "Europe/Stockholm";
const HOUR = 3_600_000;

let platform: Platform;
let folder: string;
const printed: string[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "hemvakt-series-"));
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  platform = await startPlatform("2026-11-22T14:00:00+01:00");
});
afterEach(async () => {
  vi.restoreAllMocks();
  printed.length = 0;
  await platform.close();
  rmSync(folder, { recursive: true });
});

/** The series to replay: a real one outside the project where the environment names it, else one made up here. */
function seriesFile(): { file: string; map: string; columns: { code: string; at: string; values: string[] } } {
  const real = process.env["HEMVAKT_REAL_DATA"];
  const columns = real
    ? { code: "user_code", at: "measurement_datetime", values: ["systolic", "diastolic"] }
    : { code: "code", at: "measured", values: ["upper", "lower"] };
  const file = real ?? join(folder, "made-up.csv");
  if (!real) writeFileSync(file, madeUpSeries({ seed: 20, people: 6, days: 40 }));
  const { code, at, values } = columns;
  return { file, columns, map: `at=${at},systolic=${values[0]},diastolic=${values[1]},patient=${code}` };
}

/** What the file holds, counted without any of the platform's code: rows, and rows with a twin three hours later. */
function countsOf({ file, columns }: ReturnType<typeof seriesFile>) {
  const [heading = [], ...rows] = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")));
  const cell = (row: string[], name: string) => row[heading.indexOf(name)] ?? "";
  const keyAt = (row: string[], later: number): string => {
    const time = Date.parse(`${cell(row, columns.at).replace(/\s+/, "T")}Z`) + later;
    return [cell(row, columns.code), time, ...columns.values.map((name) => cell(row, name))].join("/");
  };
  const all = new Set(rows.map((row) => keyAt(row, 0)));
  return {
    rows: rows.length,
    twins: rows.filter((row) => all.has(keyAt(row, 3 * HOUR))).length,
    people: new Set(rows.map((row) => cell(row, columns.code))).size,
  };
}

type ApiReading = { id: string; measuredAt: string; flags: string[]; clock: string; alerts: string[]; patient: string };

it("a series from a file becomes people's history: every row kept, what stands twice counted once, nobody alarmed", async () => {
  const series = seriesFile();
  const expected = countsOf(series);
  expect(expected.twins).toBeGreaterThan(10);
  const regionFile = join(folder, "region.yaml");
  const mqtt = `mqtt://127.0.0.1:${platform.app.ports.mqtt}`;
  const simulate = (...more: string[]) =>
    simulateCommand().parseAsync(["--from", series.file, "--zone", zone, "--map", series.map, ...more], {
      from: "user",
    });

  await simulate("--write-region", regionFile);
  const text = readFileSync(regionFile, "utf8");
  const { staff, patients } = parse(text) as RegionFile;
  const key = loadOrCreateKey(platform.folder);
  const region = await loadRegion(text, "region.yaml", { now: platform.clock.now(), key });
  await platform.app.ledger.submit({ kind: "region-import", actor: "import", region });
  printed.length = 0;
  await simulate("--url", mqtt, "--secrets", regionFile, "--json");
  const report = JSON.parse(printed.join("\n")) as { counts: Record<string, number>; codes: object };
  expect(report).toMatchObject({ codes: {}, counts: { stored: expected.rows, duplicate: 0, rejected: 0 } });

  const { username, password } = staff.find(({ role }) => role === "nurse")!;
  const get = await signIn(username, password);
  expect(patients).toHaveLength(expected.people);
  const readings: ApiReading[] = [];
  for (const { id } of patients) {
    const all = await pagesOf<Omit<ApiReading, "patient">>(get, `patients/${id}/readings?limit=200`);
    readings.push(...all.map((reading) => ({ ...reading, patient: id })));
  }
  expect(readings).toHaveLength(expected.rows);
  expect(readings.filter(({ clock, alerts }) => clock !== "good" || alerts.length > 0)).toEqual([]);
  const flagged = readings.filter(({ flags }) => flags.includes("suspect-duplicate"));
  expect(flagged).toHaveLength(expected.twins);
  const times = new Set(readings.map(({ patient, measuredAt }) => `${patient}/${Date.parse(measuredAt)}`));
  for (const { patient, measuredAt } of flagged) {
    expect(times).toContain(`${patient}/${Date.parse(measuredAt) + 3 * HOUR}`);
  }
  expect(await pagesOf(get, "alerts?limit=200")).toEqual([]);

  const db = platform.reader();
  try {
    expect(db.get("SELECT count(*) AS n FROM alert")).toEqual({ n: 0 });
    const stored = patients.map(({ id }) => readingsBetween(db, id, "blood-pressure", 0, Number.MAX_SAFE_INTEGER));
    expect(stored.flat().filter(isReference)).toHaveLength(expected.rows - expected.twins);
    for (const history of stored) expectOneValueADay(history);
    expect(replay(db, openDatabase(":memory:"))).toMatchObject({ refused: [], differences: [] });
  } finally {
    db.close();
  }

  // The same series again is the same messages.
  printed.length = 0;
  await simulate("--url", mqtt, "--secrets", regionFile, "--json");
  expect(JSON.parse(printed.join("\n"))).toMatchObject({ counts: { stored: 0, duplicate: expected.rows } });
}, 120_000);

/** Every date that has a reference has its value from one; a flagged reading gives none. */
function expectOneValueADay(history: readonly Reading[]): void {
  const values = dayValuesOf(history, zone);
  const flagged = new Set(history.filter(({ flags }) => flags.includes("suspect-duplicate")).map(({ id }) => id));
  for (const reading of history.filter(isReference)) {
    const value = values("systolic-pressure", localDay(reading.measuredAt, zone));
    expect(value).toBeDefined();
    expect(flagged).not.toContain(value?.reading);
  }
}

async function signIn(username: string, password: string) {
  const session = await fetch(platform.url("/api/v1/sessions"), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password, kind: "bearer" }),
  });
  const { token } = (await session.json()) as { token: string };
  return async (path: string): Promise<unknown> => {
    const answer = await fetch(platform.url(`/api/v1/${path}`), { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
    return answer.json();
  };
}

async function pagesOf<T>(get: (path: string) => Promise<unknown>, path: string): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const next = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = (await get(`${path}${next}`)) as { items: T[]; next: string | null };
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}
