import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mqtt from "mqtt";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type App, startApp } from "../../src/app.ts";
import { type BackupOptions, createBackup } from "../../src/backup/backup.ts";
import { restoreBackup } from "../../src/backup/restore.ts";
import { verifyBackup } from "../../src/backup/verify.ts";
import { openReader } from "../../src/store/sqlite/open.ts";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { type Sent, startLoad } from "./load.ts";

let platform: Platform;
let shelf: string;
let restored: App | undefined;
beforeEach(async () => {
  shelf = mkdtempSync(join(tmpdir(), "hemvakt-shelf-"));
  platform = await startPlatform(
    "2026-11-22T14:00:00+01:00",
    {},
    { HEMVAKT_HUB_MESSAGES_PER_SECOND: "100000", HEMVAKT_HTTP_REQUESTS_PER_MINUTE: "100000" },
  );
});
afterEach(async () => {
  await restored?.stop();
  restored = undefined;
  await platform.close();
  rmSync(shelf, { recursive: true, force: true });
});

const silent = pino({ level: "silent" });
const at = (name: string): string => join(shelf, name);
const backup = (name: string, more: Partial<BackupOptions> = {}) =>
  createBackup({ folder: platform.folder, target: at(name), version: "0.1.0", clock: platform.clock, ...more });
const restore = (name: string, folder: string) =>
  restoreBackup({ backup: at(name), folder: at(folder), replace: false, clock: platform.clock });

/** Takes a backup page by page, and again until there were commits between its first step and its last. */
async function backupOvertaken(): Promise<string> {
  const db = platform.reader();
  try {
    for (let round = 0; round < 20; round += 1) {
      const latest = new Set<unknown>();
      const look = () => void latest.add(db.get<{ seq: number }>("SELECT max(seq) AS seq FROM command")?.seq);
      await backup(`b${round}`, { pagesPerStep: 1, onProgress: look });
      if (latest.size > 1) return `b${round}`;
    }
  } finally {
    db.close();
  }
  throw new Error("Nothing was committed while any of 20 backups was copied.");
}

/** What a data folder holds up to a command: readings as their senders know them, and rows as they are stored. */
function stateOf(folder: string, upTo: number) {
  const db = openReader(folder);
  try {
    const sent = db.all<{ patient: string; measured_at: number }>(
      "SELECT patient, measured_at FROM reading JOIN series ON series.id = series WHERE command <= ?",
      upTo,
    );
    const rows = (sql: string): string[] => db.all(sql, upTo).map((row) => JSON.stringify(row));
    return {
      sent: new Set(sent.map(({ patient, measured_at }): Sent => `${patient} ${measured_at}`)),
      commands: rows("SELECT seq, at, kind, actor, meta, hex(payload) FROM command WHERE seq <= ? ORDER BY seq"),
      events: rows("SELECT * FROM event WHERE command <= ? ORDER BY seq"),
      readings: rows("SELECT * FROM reading WHERE command <= ? ORDER BY series, measured_at, n"),
      latest: db.get<{ seq: number }>("SELECT max(seq) AS seq FROM command")?.seq ?? 0,
    };
  } finally {
    db.close();
  }
}

type Page = { readonly items: readonly Record<string, unknown>[]; readonly next: string | null };

/** What a platform answers to a nurse of team north: every patient, their readings, all alerts. */
async function answers(port: number): Promise<Record<string, readonly unknown[]>> {
  const api = `http://127.0.0.1:${port}/api/v1`;
  const session = await fetch(`${api}/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username: "karin", password, kind: "bearer" }),
  });
  const { token } = (await session.json()) as { token: string };
  const all: Record<string, readonly Record<string, unknown>[]> = {};
  for (const path of ["patients", "alerts?state=all"]) all[path] = await list(path);
  for (const { id } of all["patients"] ?? []) {
    const path = `patients/${String(id)}/readings?limit=200`;
    all[path] = await list(path);
  }
  return all;

  async function list(path: string): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const url = new URL(`${api}/${path}`);
      if (cursor !== "") url.searchParams.set("cursor", cursor);
      const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      expect(response.status, url.href).toBe(200);
      const page = (await response.json()) as Page;
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  }
}

test("a backup taken while readings pour in holds every one acknowledged before, and is the store of one command", async () => {
  const load = await startLoad(platform, 12_000);
  await load.reaches(1500);
  const before = new Set(load.acknowledged);
  const name = await backupOvertaken();
  const rate = await load.stop();
  console.info(`backed up while ${Math.round(rate)} readings/s came in; ${load.acknowledged.length} in all`);

  const { lastCommand, counts } = await verifyBackup(at(name));
  await restore(name, "data");
  const [copy, source] = [stateOf(at("data"), lastCommand), stateOf(platform.folder, lastCommand)];
  expect(before.difference(copy.sent).size, "acknowledged and not in the backup").toBe(0);
  expect(copy).toEqual({ ...source, latest: lastCommand });
  expect(counts).toMatchObject({ readings: copy.readings.length, events: copy.events.length });
  expect(counts.alerts).toBeGreaterThan(0);

  restored = await startApp({ ...platform.config, data: at("data") }, { clock: platform.clock, log: silent });
  const answered = await answers(restored.ports.http);
  const readings = Object.entries(answered).filter(([path]) => path.includes("/readings"));
  expect(readings.flatMap(([, items]) => items)).toHaveLength(counts.readings);
});

test("a restored copy answers as the platform that was backed up", async () => {
  const load = await startLoad(platform, 600);
  await load.reaches(600);
  await load.stop();
  await backup("b");
  await restore("b", "data");
  restored = await startApp({ ...platform.config, data: at("data") }, { clock: platform.clock, log: silent });
  const expected = await answers(platform.app.ports.http);
  expect(await answers(restored.ports.http)).toEqual(expected);
  expect(expected["alerts?state=all"]?.length).toBeGreaterThan(0);
  const path = "patients/home-0/readings?limit=200";
  expect(expected[path]?.length).toBeGreaterThan(0);

  // And it goes on: the hub signs in with its old secret, and what it sends is acknowledged and there.
  const signIn = { username: "home-0", password: load.secret, reconnectPeriod: 0 };
  const hub = await mqtt.connectAsync(`mqtt://127.0.0.1:${restored.ports.mqtt}`, signIn);
  const reading = { kind: "oxygen-saturation", spo2: 95, pulse: 70, unit: "%" };
  const message = { id: "after", device: "home-0", readings: [reading] };
  await hub.publishAsync("hv/v1/home-0/readings", JSON.stringify(message), { qos: 1 });
  await hub.endAsync();
  expect((await answers(restored.ports.http))[path]).toHaveLength((expected[path]?.length ?? 0) + 1);
});
