import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type Home, openHome, smallRegion } from "../../test/helpers/home.ts";
import { manualClock } from "../clock.ts";
import { isHemvaktError } from "../errors.ts";
import type { Database } from "../store/sqlite/database.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openReader, openStore, storeFile } from "../store/sqlite/open.ts";
import type { Submission } from "./commands.ts";
import { type LedgerOptions, openLedger } from "./ledger.ts";

/** What the tests have opened, closed in reverse order. */
const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

const clock = manualClock("2026-11-22T14:00:00+01:00");

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "hemvakt-ledger-"));
  opened.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function openThread(folder = newFolder(), options: Partial<LedgerOptions> = {}) {
  const ledger = await openLedger({ folder, clock, mode: "thread", ...options });
  opened.push(() => ledger.stop());
  return ledger;
}

const importRegion = (): Submission => ({ kind: "region-import", region: smallRegion(clock.now()), actor: "import" });

const weighing = (id: string, value = 82): Submission => ({
  kind: "device-message",
  actor: "hub:hub-greta",
  hub: "hub-greta",
  topic: "hv/v1/hub-greta/readings",
  channel: "readings",
  payload: Buffer.from(
    JSON.stringify({
      id,
      device: "scale",
      readings: [{ kind: "body-weight", value, unit: "kg", at: "2026-11-22T13:50:00+01:00" }],
    }),
  ),
});

const readingsIn = (db: Database): number => db.get<{ n: number }>("SELECT count(*) AS n FROM reading")!.n;

describe("the writer's thread", () => {
  test("what is answered is on disk: another connection sees it", async () => {
    const folder = newFolder();
    const ledger = await openThread(folder);
    await ledger.submit(importRegion());
    const db = openReader(folder);
    opened.push(() => db.close());
    await ledger.submit(weighing("a"));
    expect(readingsIn(db)).toBe(1);
  });

  test("locked by another connection: not answered until it lets go, then stored once", async () => {
    const folder = newFolder();
    const ledger = await openThread(folder);
    await ledger.submit(importRegion());
    const other = openDatabase(storeFile(folder));
    opened.push(() => other.close());
    other.exec("BEGIN IMMEDIATE");
    let answered = false;
    const answer = ledger.submit(weighing("a")).finally(() => (answered = true));
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect([answered, ledger.pending()]).toEqual([false, 1]);
    other.exec("COMMIT");
    const { receipt } = await answer;
    expect(receipt?.results).toMatchObject([{ status: "stored" }]);
    expect(readingsIn(other)).toBe(1);
  });

  test("locked for longer than it waits: refused and unhealthy, then the same message is stored once", async () => {
    const folder = newFolder();
    const ledger = await openThread(folder);
    await ledger.submit(importRegion());
    const other = openDatabase(storeFile(folder));
    opened.push(() => other.close());
    other.exec("BEGIN IMMEDIATE");
    await expect(ledger.submit(weighing("a"))).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    expect(ledger.healthy()).toBe(false);
    other.exec("COMMIT");
    await Promise.all([ledger.submit(weighing("a")), ledger.submit(weighing("a"))]);
    expect([ledger.healthy(), readingsIn(other)]).toEqual([true, 1]);
  });

  test("answers come in the order of the commands, whatever shares a commit", async () => {
    const ledger = await openThread();
    await ledger.submit(importRegion());
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 2500 }, (_, index) =>
        ledger.submit(weighing(`m${index}`, 60 + index / 100)).then(() => order.push(index)),
      ),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(ledger.pending()).toBe(0);
  });

  test("data of a newer Hemvakt is refused by its own code", async () => {
    const folder = newFolder();
    const db = openStore(folder);
    db.exec("PRAGMA user_version = 99");
    db.close();
    const refusal: unknown = await openThread(folder).catch((error: unknown) => error);
    expect(isHemvaktError(refusal, "DATA_TOO_NEW")).toBe(true);
  });

  test("stopping answers what was handed in and takes nothing more", async () => {
    const ledger = await openThread();
    const handedIn = ledger.submit(importRegion());
    const stopped = ledger.stop();
    await expect(ledger.submit(weighing("late"))).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    await expect(handedIn).resolves.toMatchObject({ counts: { teams: { added: 2 } } });
    await stopped;
  });
});

describe("listeners", () => {
  test("one that throws harms neither the caller, nor the others, nor the ledger's health", async () => {
    const reports: string[] = [];
    const ledger = await openThread(undefined, { onReports: (all) => reports.push(...all.map(({ code }) => code)) });
    ledger.onCommit(() => {
      throw new Error("a listener's fault");
    });
    let heard = 0;
    const forget = ledger.onCommit(() => {
      heard += 1;
    });
    await ledger.submit(importRegion());
    expect([heard, ledger.healthy(), reports]).toEqual([1, true, ["INTERNAL"]]);
    forget();
    await ledger.submit(weighing("a"));
    expect(heard).toBe(1);
  });

  test("hear the number of the last event", async () => {
    const ledger = await openThread();
    const heard: number[] = [];
    ledger.onCommit((last) => heard.push(last));
    await ledger.submit(importRegion());
    await ledger.submit({ ...weighing("a"), channel: "unknown" } as Submission);
    expect(heard).toHaveLength(2);
    expect(heard[1]! - heard[0]!).toBe(1);
  });
});

describe("idempotency keys", () => {
  let home: Home;
  const digest = "aa".repeat(32);
  const observe = (key: string, change: object = {}): Submission => ({
    kind: "observation-record",
    patient: "greta",
    readings: [{ kind: "pulse", value: 70 }],
    actor: "karin",
    idempotency: { key, digest },
    ...change,
  });

  test("the same request again gives the same answer and is done once, in one batch or later", async () => {
    home = await openHome();
    opened.push(() => home.close());
    const [first, again] = await Promise.all([home.submit(observe("k1")), home.submit(observe("k1"))]);
    home.clock.advance(60_000);
    const later = await home.submit(observe("k1"));
    expect(first).toMatchObject({ ids: [expect.any(String)] });
    expect([again, later]).toEqual([first, first]);
    expect([home.count("reading"), home.count("command")]).toEqual([1, 2]);
  });

  test("the key with another request is refused; another person's same key is another key", async () => {
    home = await openHome();
    opened.push(() => home.close());
    await home.submit(observe("k1"));
    const other = { idempotency: { key: "k1", digest: "bb".repeat(32) } };
    await expect(home.submit(observe("k1", other))).rejects.toMatchObject({ code: "IDEMPOTENCY_REUSED" });
    await home.submit(observe("k1", { ...other, actor: "nils" }));
    expect(home.count("reading")).toBe(2);
  });

  test("a refusal is not remembered: what was wrong may have been put right", async () => {
    home = await openHome();
    opened.push(() => home.close());
    await expect(home.submit(observe("k1", { patient: "nobody" }))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await home.submit(observe("k1"));
    expect(home.count("reading")).toBe(1);
  });
});
