import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../src/store/sqlite/database.ts";
import { storeFile } from "../../src/store/sqlite/open.ts";
import { checkFolder, type Fault } from "./check.ts";
import { beginLives, type Lives } from "./lives.ts";

/** A proof that can't fail is no proof: each promise is broken on purpose here, and the rounds' check has to say so. */

const kinds = (faults: readonly Fault[]): string[] => [...new Set(faults.map(({ kind }) => kind))].sort();
const MINUTE = 60_000;

describe("a platform that breaks its word is found out", () => {
  let lives: Lives;
  afterEach(() => lives.remove());

  test(
    "acknowledging before the commit loses readings at a kill -9",
    async () => {
      lives = beginLives(1);
      // The kill falls on the first PUBACKs under a deep window: thousands of readings are still to be stored.
      let found: string[] = [];
      for (let round = 0; round < 5 && !found.includes("missing"); round += 1) {
        await lives.killed({ acknowledgements: 100, window: 500, sabotage: "ack-before-commit" });
        found = kinds(lives.check());
      }
      expect(found).toContain("missing");
    },
    MINUTE,
  );

  test(
    "synchronous=OFF loses readings at a power cut, and only there",
    async () => {
      lives = beginLives(2);
      (await lives.powered({ acknowledgements: 100, window: 50 }))();
      expect(lives.check()).toEqual([]);
      const cut = await lives.powered({ acknowledgements: 300, window: 50, sabotage: "synchronous-off" });
      expect(lives.check(), "kill -9 alone can't tell: the page cache outlives the process").toEqual([]);
      cut();
      expect(kinds(lives.check())).toEqual(["missing"]);
    },
    MINUTE,
  );

  test(
    "without recognising what is stored already, redelivery stores readings twice",
    async () => {
      lives = beginLives(3);
      await lives.killed({ acknowledgements: 300, window: 50, sabotage: "dedupe-off" });
      expect(kinds(lives.check())).toContain("doubled");
    },
    MINUTE,
  );
});

describe("one altered row is found", () => {
  let lives: Lives;
  let copies: string;
  beforeAll(async () => {
    lives = beginLives(4);
    await lives.killed({ acknowledgements: 300, window: 50 });
    await lives.settle();
    copies = mkdtempSync(join(tmpdir(), "hemvakt-copies-"));
  }, MINUTE);
  afterAll(() => {
    lives.remove();
    rmSync(copies, { recursive: true, force: true });
  });

  /** The faults of a copy of the store in which something was changed. */
  function faultsAfter(change: string): Fault[] {
    const folder = mkdtempSync(join(copies, "copy-"));
    const original = openDatabase(storeFile(lives.folder), { readOnly: true });
    original.exec(`VACUUM INTO '${storeFile(folder)}'`);
    original.close();
    const copy = openDatabase(storeFile(folder));
    try {
      copy.exec(change);
      expect(copy.get<{ n: number }>("SELECT total_changes() AS n")?.n, "something was changed").toBeGreaterThan(0);
    } finally {
      copy.close();
    }
    return checkFolder(folder, lives.load.books, true);
  }

  test("the store as it is has no fault", () => {
    expect(lives.check(true)).toEqual([]);
  });

  const aFinding = "(SELECT min(seq) FROM event WHERE type = 'alert.joined')";
  const aReading =
    "(series, measured_at, n) = (SELECT series, measured_at, n FROM reading WHERE decision = 1 ORDER BY measured_at DESC LIMIT 1)";
  const columns = "received_at, v1, v2, v3, v4, clock, flags, decision, plan, seq, command, position, detail";
  test.each<[string, string, Fault["kind"][]]>([
    ["a reading gone", `DELETE FROM reading WHERE ${aReading}`, ["missing", "replay"]],
    [
      "a reading there twice",
      `INSERT INTO reading (series, measured_at, n, ${columns}) SELECT series, measured_at, n + 1, ${columns} FROM reading
       WHERE ${aReading}`,
      ["doubled", "replay"],
    ],
    [
      "a reading that nobody sent",
      `UPDATE reading SET measured_at = measured_at + 1000000 WHERE ${aReading}`,
      ["missing", "never-sent", "replay"],
    ],
    ["a value off by one", `UPDATE reading SET v1 = v1 + 1 WHERE ${aReading}`, ["altered", "replay"]],
    ["a reading not judged", "UPDATE reading SET decision = 0 WHERE decision = 1", ["replay", "wrong-decision"]],
    ["a finding taken for inside", "UPDATE reading SET decision = 1 WHERE decision = 2", ["replay", "wrong-decision"]],
    ["an alert's event gone", `DELETE FROM event WHERE seq = ${aFinding}`, ["alert-history", "not-alerted", "replay"]],
    [
      "an alert's event there twice",
      `INSERT INTO event SELECT NULL, at, type, alert, patient, team, actor, reason, reading, data, command FROM event
       WHERE seq = ${aFinding}`,
      ["alert-history", "alerted-too-much", "replay"],
    ],
    [
      "an alert over a reading within its limits",
      `UPDATE event SET reading = (SELECT reading FROM event WHERE type = 'alert.returned' LIMIT 1) WHERE seq = ${aFinding}`,
      ["alerted-too-much", "not-alerted", "replay"],
    ],
    ["an alert gone", "DELETE FROM alert WHERE id = (SELECT max(id) FROM alert)", ["alert-history", "replay"]],
    ["a command gone", "DELETE FROM command WHERE seq = (SELECT max(seq) FROM command)", ["replay"]],
    [
      "a limit off by one in the log",
      `UPDATE command SET payload = CAST(replace(CAST(payload AS TEXT), '{"value":170,', '{"value":171,') AS BLOB)
       WHERE kind = 'region-import'`,
      ["replay"],
    ],
  ])("%s", (_what, change, expected) => {
    const found = kinds(faultsAfter(change));
    expect(found).toEqual(expected);
  });

  test("a page that is not what was written", () => {
    const folder = mkdtempSync(join(copies, "torn-"));
    const source = openDatabase(storeFile(lives.folder), { readOnly: true });
    source.exec(`VACUUM INTO '${storeFile(folder)}'`);
    source.close();
    const file = openSync(storeFile(folder), "r+");
    const page = Math.floor(statSync(storeFile(folder)).size / 4096 / 2);
    writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
    closeSync(file);
    expect(kinds(checkFolder(folder, lives.load.books))).toContain("corrupt");
  });
});
