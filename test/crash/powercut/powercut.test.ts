import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isHemvaktError } from "../../../src/errors.ts";
import { buildShim, cutPower, escapedRecording, powercutEnvironment } from "./powercut.ts";

let root: string;
let dir: string;
let shadow: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "powercut-"));
  dir = join(root, "data");
  shadow = join(root, "shadow");
  mkdirSync(dir);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Runs a part of victim.ts, kills it at the line for which `until` says so, and gives all lines that it got out. */
const runAndKill = async (part: string, until: (line: string) => boolean, argument = ""): Promise<string[]> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "victim.ts"), part, dir, argument], {
    env: powercutEnvironment(dir, shadow),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (until(line)) child.kill("SIGKILL");
  }
  await closed;
  expect(child.signalCode, `the victim ended by itself after ${lines.length} lines`).toBe("SIGKILL");
  return lines;
};

const runToEnd = (part: string): Promise<string[]> => runAndKill(part, (line) => line === "done");

const databaseIn = (folder: string): { integrity: unknown; ids: Set<number> } => {
  const db = new DatabaseSync(join(folder, "a.db"));
  try {
    const integrity = db.prepare("PRAGMA integrity_check").get()?.["integrity_check"];
    const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'reading'").get();
    const rows = table ? db.prepare("SELECT id FROM reading").all() : [];
    return { integrity, ids: new Set(rows.map((row) => Number(row["id"]))) };
  } finally {
    db.close();
  }
};

const expectAcknowledgedKept = (acknowledged: readonly string[], cut: string): void => {
  const { integrity, ids } = databaseIn(dir);
  expect(integrity, cut).toBe("ok");
  expect(
    acknowledged.map(Number).filter((id) => !ids.has(id)),
    `${cut}: acknowledged and missing`,
  ).toEqual([]);
};

const read = (name: string): string => readFileSync(join(dir, name), "utf8");

describe("files", () => {
  const old = ["overwritten", "truncated", "truncated-synced", "removed", "replaced", "replaced-unsynced"];

  beforeEach(async () => {
    for (const name of old) writeFileSync(join(dir, `old-${name}`), "before");
    await runToEnd("files");
  });

  test("the library sees every change that Node's file functions make", () => {
    expect(escapedRecording(dir, shadow)).toEqual([]);
  });

  test("what was fsynced survives, and nothing else", () => {
    const loss = cutPower(dir, shadow);
    const contents = readdirSync(dir, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(dir, name)).isFile())
      .map((name) => [name, read(name)]);
    expect(Object.fromEntries(contents)).toEqual({
      unsynced: "",
      synced: "kept",
      "synced-then-appended": "kept",
      "old-overwritten": "before",
      "old-truncated": "before",
      "old-truncated-synced": "bef",
      "old-replaced": "new",
      "old-replaced-unsynced": "",
      "copied-synced": "kept",
      "copied-unsynced": "",
      "vector-synced": "kept!",
      "opened-with-O_SYNC": "kept",
      "moved/deeper/secret": "kept",
      linked: "kept",
      relative: "kept",
      "promised-synced": "kept",
      "promised-unsynced": "",
      "streamed-synced": "kept",
    });
    expect(statSync(join(dir, "moved/deeper/secret")).mode & 0o777).toBe(0o600);
    expect(loss.bytesLost).toBeGreaterThan(0);
  });

  test("one life can be cut many ways: what was fsynced always survives, the rest varies with the seed", () => {
    const outcomes = new Set<string>();
    for (let seed = 0; seed < 40; seed++) {
      cutPower(dir, shadow, { seed });
      for (const name of ["synced", "relative", "promised-synced"]) expect(read(name), `seed ${seed}`).toBe("kept");
      expect(["kept", "kept and gone"]).toContain(read("synced-then-appended").replaceAll("\0", "").trim());
      expect(["", "gone"]).toContain(read("unsynced").replaceAll("\0", ""));
      outcomes.add(`${read("unsynced")}|${read("old-overwritten")}|${read("old-truncated")}`);
      const again = readdirSync(dir, { recursive: true });
      cutPower(dir, shadow, { seed });
      expect(readdirSync(dir, { recursive: true })).toEqual(again);
    }
    expect(outcomes.size).toBeGreaterThan(3);
  });
});

describe("databases", () => {
  test("commits acknowledged under synchronous=FULL survive twelve lives, cut after cut", async () => {
    let acknowledged: string[] = [];
    let bytesLost = 0;
    for (let life = 0; life < 12; life++) {
      const target = 5 + ((life * 29) % 60);
      let seen = 0;
      acknowledged = acknowledged.concat(await runAndKill("commit", () => ++seen >= target, "FULL"));
      // The same moment under other seeds first; the last cut is what the next life finds.
      for (const seed of [undefined, 4 * life, 4 * life + 1, 4 * life + 2]) {
        bytesLost += cutPower(dir, shadow, seed === undefined ? {} : { seed }).bytesLost;
        expectAcknowledgedKept(acknowledged, `life ${life}, seed ${seed}`);
      }
      cutPower(dir, shadow, { seed: 4 * life + 3 });
    }
    // More than the few bytes by which SQLite stretches its -shm, which it never fsyncs.
    expect(bytesLost, "no cut took a row that was being written").toBeGreaterThan(4_096);
  });

  test("commits acknowledged under synchronous=OFF are lost", async () => {
    await runAndKill("commit", (line) => line === "10", "FULL");
    cutPower(dir, shadow);
    const before = databaseIn(dir).ids;
    const acknowledged = await runAndKill("commit", (line) => line === "60", "OFF");
    cutPower(dir, shadow);
    const { ids } = databaseIn(dir);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.filter((id) => ids.has(Number(id)))).toEqual([]);
    expect(ids).toEqual(before);
  });

  test("commits acknowledged under synchronous=NORMAL get lost, and the database is whole whatever survives", async () => {
    let lost = 0;
    // Several lives, because one may end at the very moment when a checkpoint has just fsynced the WAL.
    for (let life = 0; life < 6; life++) {
      let seen = 0;
      const acknowledged = await runAndKill("commit", () => ++seen >= 30 + life, "NORMAL");
      for (const seed of [life, life + 6, life + 12, undefined]) {
        cutPower(dir, shadow, seed === undefined ? {} : { seed });
        expect(databaseIn(dir).integrity, `life ${life}, seed ${seed}`).toBe("ok");
      }
      const { ids } = databaseIn(dir);
      lost += acknowledged.filter((id) => !ids.has(Number(id))).length;
    }
    expect(lost).toBeGreaterThan(0);
  });

  test("without the cut the same commits would have outlived the kill", async () => {
    const acknowledged = await runAndKill("commit", (line) => line === "60", "OFF");
    expectAcknowledgedKept(acknowledged, "kill -9 alone");
  });

  test("two connections of one process see each other's rows and locks", async () => {
    await runToEnd("two-connections");
    expect(escapedRecording(dir, shadow)).toEqual([]);
    cutPower(dir, shadow);
    const { integrity, ids } = databaseIn(dir);
    expect([integrity, ids.size]).toEqual(["ok", 30]);
  });

  test("threads are recorded with their process", async () => {
    await runToEnd("threads");
    expect(escapedRecording(dir, shadow)).toEqual([]);
    cutPower(dir, shadow);
    for (const name of ["one", "two"]) {
      const { integrity, ids } = databaseIn(join(dir, name));
      expect([name, integrity, ids.size]).toEqual([name, "ok", 20]);
      expect([read(`${name}/synced`), read(`${name}/unsynced`)]).toEqual(["kept", ""]);
    }
  });
});

describe("the helper", () => {
  test("compiles once", () => {
    const library = buildShim();
    const { mtimeMs } = statSync(library);
    expect([buildShim(), statSync(library).mtimeMs]).toEqual([library, mtimeMs]);
  });

  test("says what to install when there is no compiler", () => {
    expect(() => buildShim("no-such-compiler", root)).toThrow("apt-get install gcc libc6-dev");
  });

  test("refuses a shadow inside the directory, and a shadow that it did not make", () => {
    const refused = (action: () => unknown): boolean => {
      try {
        action();
      } catch (error) {
        return isHemvaktError(error, "CONFIG_INVALID");
      }
      return false;
    };
    writeFileSync(join(dir, "precious"), "kept");
    expect(refused(() => powercutEnvironment(dir, join(dir, "shadow")))).toBe(true);
    expect(refused(() => cutPower(dir, shadow))).toBe(true);
    expect(read("precious")).toBe("kept");
  });
});
