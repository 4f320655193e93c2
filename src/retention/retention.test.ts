import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Platform, startPlatform } from "../../test/helpers/platform.ts";
import { createBackup } from "../backup/backup.ts";
import { verifyBackup } from "../backup/verify.ts";
import { replayFolder } from "../cli/replay.ts";
import { retentionLines } from "../cli/retention.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { storeFile } from "../store/sqlite/open.ts";
import { checkpointFile, nextCheckpointFile, promoteCheckpoint, readCheckpoint } from "./checkpoint.ts";
import { holdings } from "./retention.ts";

const DAY = 86_400_000;
const settings = {
  HEMVAKT_KEEP_COMMAND_DAYS: "40",
  HEMVAKT_KEEP_QUARANTINE_DAYS: "30",
  HEMVAKT_KEEP_MESSAGE_ID_DAYS: "60",
};

let platform: Platform;
let hub: Awaited<ReturnType<Platform["hub"]>>;
let sent = 0;

beforeEach(async () => {
  platform = await startPlatform("2026-01-10T08:00:00+01:00", {}, settings);
  hub = await platform.hub("hub-greta");
});
afterEach(() => platform.close());

async function weigh(value: number, id = `w${(sent += 1)}`): Promise<unknown> {
  const at = new Date(platform.clock.now() - 60_000).toISOString();
  await hub.publish("readings", { id, device: "scale", readings: [{ kind: "body-weight", value, unit: "kg", at }] });
  return (await hub.heard("receipts"))["results"];
}
/** So many days, each with a weight; every tenth far above the others, so that alerts open. */
async function live(days: number): Promise<void> {
  for (let day = 1; day <= days; day += 1) {
    platform.clock.advance(DAY);
    await weigh(day % 10 === 0 ? 86 : 80 + (day % 3) / 10);
  }
}
const count = (table: string): number => {
  const db = platform.reader();
  try {
    return db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n;
  } finally {
    db.close();
  }
};

describe("the command log", () => {
  it("goes when it has served its time, never before a copy stands for it, and what is left rebuilds all that is stored", async () => {
    await live(5);
    await platform.app.sweep();
    expect(readCheckpoint(nextCheckpointFile(platform.folder)), "nothing is near its end yet").toBeUndefined();

    // What a run that was killed has left is in nobody's way.
    for (const left of [".partial", ".partial.whole"])
      writeFileSync(nextCheckpointFile(platform.folder) + left, "half");
    await live(10);
    await platform.app.sweep();
    const waiting = readCheckpoint(nextCheckpointFile(platform.folder));
    expect(waiting, "a quarter of the time has passed").toBeDefined();
    const before = count("command");

    await live(39);
    expect((await platform.app.sweep()).commands, "the newest command of the copy has a day left").toBe(0);
    await live(3);
    expect((await platform.app.sweep()).commands).toBe(before);
    expect(readCheckpoint(checkpointFile(platform.folder))).toEqual(waiting);
    expect(await replayFolder(platform.folder)).toMatchObject({ refused: [], differences: [], alerts: count("alert") });

    // A second round: the copy in use gives way to a later one.
    await platform.app.sweep();
    await live(42);
    expect((await platform.app.sweep()).commands).toBeGreaterThan(0);
    expect(readCheckpoint(checkpointFile(platform.folder))!.seq).toBeGreaterThan(waiting!.seq);
    expect(await replayFolder(platform.folder)).toMatchObject({ refused: [], differences: [] });
    expect(count("reading")).toBe(99);
    expect(count("alert")).toBeGreaterThan(0);
  });

  it("is whole for replaying wherever the platform ended while a copy came into use", async () => {
    await live(12);
    await platform.app.sweep();
    await live(41);
    // The file has its name, the store has not been told, and nothing has been deleted.
    await promoteCheckpoint(platform.folder);
    await platform.restart();
    hub = await platform.hub("hub-greta");
    expect(await replayFolder(platform.folder)).toMatchObject({ refused: [], differences: [] });
    await platform.app.sweep();
    await live(41);
    expect((await platform.app.sweep()).commands).toBeGreaterThan(0);
    expect(await replayFolder(platform.folder)).toMatchObject({ refused: [], differences: [] });
  });

  it("is proved and restored with its copy; an altered or missing copy is found", async () => {
    await live(12);
    await platform.app.sweep();
    await live(41);
    await platform.app.sweep();
    const target = join(mkdtempSync(join(tmpdir(), "hemvakt-retention-")), "backup");
    await createBackup({ folder: platform.folder, target, version: "test", clock: platform.clock });
    expect((await verifyBackup(target)).files["checkpoint.db"]).toBeDefined();
    const bytes = readFileSync(checkpointFile(platform.folder));
    appendFileSync(checkpointFile(platform.folder), "x");
    await expect(replayFolder(platform.folder)).rejects.toMatchObject({ code: "CHECKPOINT_INVALID" });
    rmSync(checkpointFile(platform.folder));
    await expect(replayFolder(platform.folder)).rejects.toMatchObject({ code: "CHECKPOINT_INVALID" });
    writeFileSync(checkpointFile(platform.folder), bytes);
    expect(await replayFolder(platform.folder)).toMatchObject({ differences: [] });
    rmSync(join(target, ".."), { recursive: true });
  });
});

describe("what is let go", () => {
  it("message ids: the same bytes again are still the same reading, a year later", async () => {
    const at = new Date(platform.clock.now() - 60_000).toISOString();
    const message = { id: "first", device: "scale", readings: [{ kind: "body-weight", value: 80, unit: "kg", at }] };
    await hub.publish("readings", message);
    expect((await hub.heard("receipts"))["results"]).toMatchObject([{ status: "stored" }]);
    platform.clock.advance(365 * DAY);
    expect((await platform.app.sweep()).messageIds).toBe(1);
    await hub.publish("readings", message);
    expect((await hub.heard("receipts"))["results"]).toMatchObject([{ status: "duplicate" }]);
    expect(count("reading")).toBe(1);
  });

  it("quarantine in slices, with messages in between; what is younger stays", async () => {
    for (let n = 0; n < 1100; n += 1) hub.client.publish("hv/v1/hub-greta/readings", JSON.stringify({ n }), { qos: 1 });
    await hub.client.publishAsync("hv/v1/hub-greta/readings", JSON.stringify({ n: "the last of the old" }), { qos: 1 });
    platform.clock.advance(31 * DAY);
    await hub.client.publishAsync("hv/v1/hub-greta/readings", JSON.stringify({ n: "younger" }), { qos: 1 });
    const sweeping = platform.app.sweep();
    await hub.publish("readings", {
      id: "between",
      device: "scale",
      readings: [{ kind: "body-weight", value: 80, unit: "kg" }],
    });
    expect((await sweeping).quarantine).toBe(1101);
    expect(count("quarantine")).toBe(1);
    expect(count("reading")).toBe(1);
    expect(await platform.app.metrics.registry.getSingleMetricAsString("hemvakt_retention_deleted_total")).toContain(
      'hemvakt_retention_deleted_total{class="quarantine"} 1101',
    );
  });

  it("the read log after ten years, and by nobody before", async () => {
    const karin = await platform.person("karin");
    await karin.get("patients/greta");
    const db = openDatabase(storeFile(platform.folder));
    expect(() => db.exec("DELETE FROM read_log")).toThrow("append-only");
    platform.clock.advance(3654 * DAY);
    expect((await platform.app.sweep()).readLog).toBeGreaterThan(0);
    expect(count("read_log")).toBe(0);
    db.close();
  });

  it("is told in words, with nothing about anybody", async () => {
    await live(3);
    platform.clock.advance(500 * DAY);
    const db = platform.reader();
    const lines = retentionLines(platform.folder, holdings(db, platform.config, platform.clock.now()), platform.config);
    db.close();
    expect(lines.join("\n")).toContain(
      "messageIds: 3, the oldest of 2026-01-11; kept 60 days; 3 have served their time.",
    );
    expect(lines.join("\n")).toContain("Replaying begins at the first command.");
  });
});
