import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { startDemo } from "../../demo/start.ts";
import { type HomeMessage, makeHomes, regionOf, scheduleHome } from "../../simulators/index.ts";
import { manualClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { loadRegion } from "../../src/region/load.ts";
import { openReader, storeFile } from "../../src/store/sqlite/open.ts";
import { engine } from "../../src/verify/engine.ts";
import type { Verification } from "../../src/verify/verify.ts";

const DAY = 86_400_000;
const zone = "Europe/Stockholm";
const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hemvakt-verify-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** `hemvakt verify` in a process of its own: how it ended, and what it found. */
async function verifyAll(): Promise<{ code: number; found: Verification }> {
  const done = Promise.withResolvers<{ code: number; stdout: string; stderr: string }>();
  const command = [main, "verify", "--all", "--json", "--data", folder];
  execFile(process.execPath, command, { maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
    done.resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
  );
  const { code, stdout, stderr } = await done.promise;
  if (!stdout) throw new Error(stderr);
  return { code, found: JSON.parse(stdout) as Verification };
}

/** Changes one byte behind the platform's back. */
function alter(sql: string): void {
  const db = new DatabaseSync(storeFile(folder));
  expect(db.prepare(sql).run().changes).toBe(1);
  db.close();
}

const count = (table: string): number => {
  const db = openReader(folder);
  try {
    return db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  } finally {
    db.close();
  }
};

const someDigit = (from: string, of: string) =>
  `UPDATE reading SET v1 = v1 + 1 WHERE (series, measured_at, n) = (SELECT ${of} FROM reading ${from} LIMIT 1)`;

/** Two weeks of simulated homes with visitors, outages, repetitions and damaged messages, hour by hour on the platform's clock. */
async function simulate(homes: number, days: number): Promise<void> {
  const clock = manualClock("2026-10-18T00:00:00+02:00");
  const from = clock.now();
  const simulated = makeHomes({ seed: 4, count: homes });
  const ledger = await openLedger({ folder, clock, mode: "inline", synchronous: "OFF" });
  await ledger.submit({ kind: "engine-started", ...engine(), actor: "platform" });
  const region = await loadRegion(stringify(regionOf(simulated, { days: days + 1, zone })), "homes.yaml", {
    now: from,
    key: randomBytes(32),
  });
  await ledger.submit({ kind: "region-import", region, actor: "platform" });
  const period = { from, to: from + days * DAY, zone };
  const messages: HomeMessage[] = simulated.flatMap((home) => [...scheduleHome(home, period)]);
  const reader = openReader(folder);
  let taken = 0;
  for (const message of messages.toSorted((a, b) => a.at - b.at)) {
    clock.set(Math.max(message.at, clock.now()));
    const [, , hub = "", channel] = message.topic.split("/");
    const payload = Buffer.from(message.payload);
    const sent = { hub, topic: message.topic, channel: channel as "readings", payload, onlineSince: from };
    await ledger.submit({ kind: "device-message", actor: `hub:${hub}`, ...sent });
    const open = reader.get<{ id: string; version: number }>(
      "SELECT id, version FROM alert WHERE state = 'open' LIMIT 1",
    );
    if (!open || ++taken % 3 === 0) continue;
    // Somebody takes most of them on; of those every other is closed, the others' promises pass.
    const promise = { text: "I call", due: clock.now() + 600_000 };
    await ledger.submit({
      kind: "alert-acknowledge",
      alert: open.id,
      ifVersion: open.version,
      promise,
      actor: "sim-nurse",
    });
    const close = { ifVersion: open.version + 1, outcome: "true", action: "advice" } as const;
    if (taken % 2 === 0) await ledger.submit({ kind: "alert-resolve", alert: open.id, ...close, actor: "sim-nurse" });
    await ledger.submit({ kind: "tick", actor: "platform" });
  }
  reader.close();
  await ledger.stop();
}

describe("every alert is recomputed by another process, from what the homes sent", () => {
  it("of the demo, beside the running platform; one altered byte is found", async () => {
    const config = readConfig({ HEMVAKT_DATA: folder, HEMVAKT_MQTT_PORT: "0", HEMVAKT_HTTP_PORT: "0" });
    const log = pino({ level: "silent" });
    const clock = manualClock("2026-11-22T14:00:00+01:00");
    const demo = await startDemo(config, { homes: Number.POSITIVE_INFINITY, cadence: "never", log, clock });
    try {
      clock.advance(DAY);
      await demo.keep();
      // The platform goes on: what it opens meanwhile may be among what is proved, or not.
      const before = count("alert");
      const { code, found } = await verifyAll();
      expect(code).toBe(0);
      expect(found.proofs.length).toBeGreaterThanOrEqual(before);
      expect(found.proofs.length).toBeLessThanOrEqual(count("alert"));
      expect(found.proofs.length).toBeGreaterThan(5);
      expect(found.proofs.filter(({ identical, otherEngine }) => !identical || otherEngine)).toEqual([]);
      expect(found).toMatchObject({ broken: [], refused: [], elsewhere: [] });
    } finally {
      await demo.stop();
    }
    alter(
      "UPDATE command SET payload = CAST(replace(CAST(payload AS TEXT), '82.4', '82.5') AS BLOB) WHERE seq = (SELECT min(seq) FROM command WHERE CAST(payload AS TEXT) LIKE '%82.4%')",
    );
    const { code, found } = await verifyAll();
    expect(code).toBe(1);
    expect(found.broken).toHaveLength(1);
  }, 120_000);

  it("of simulated homes over two weeks with a clock change in them; one altered byte of a reading is found", async () => {
    await simulate(80, 14);
    const { code, found } = await verifyAll();
    expect(found.proofs.filter(({ identical }) => !identical)).toEqual([]);
    expect(code).toBe(0);
    expect(found.proofs.length).toBe(count("alert"));
    expect(found.proofs.length).toBeGreaterThan(30);
    const states = new Set(found.proofs.map(({ rows }) => rows.event ?? 0));
    expect(Math.max(...states), "some have a long story").toBeGreaterThan(4);

    alter(someDigit("WHERE decision = 2", "series, measured_at, n"));
    const altered = await verifyAll();
    expect(altered.code).toBe(1);
    const differing = altered.found.proofs.filter(({ identical }) => !identical);
    expect(differing.flatMap(({ differences }) => differences).every(({ table }) => table === "reading")).toBe(true);
    expect(differing.length).toBeGreaterThan(0);
    expect(differing.length).toBeLessThan(found.proofs.length);
  }, 120_000);
});
