import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { alterByte, openSource, type Source } from "../../test/helpers/backup.ts";
import { claimFolder, openReader } from "../store/sqlite/open.ts";
import { restoreBackup } from "./restore.ts";

let source: Source;
beforeEach(async () => {
  source = await openSource();
  await source.backup("b");
});
afterEach(() => source.close());

const coded = (code: string) => expect.objectContaining({ code });
const restore = (to: string, replace = false) =>
  restoreBackup({ backup: source.at("b"), folder: source.at(to), replace, clock: source.home.clock });

/** Everything a store holds, in words. */
function contents(folder: string): string {
  const db = openReader(folder);
  try {
    const tables = db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    const rows = ({ name }: { name: string }) => [name, ...db.all(`SELECT * FROM ${name}`)];
    return JSON.stringify(tables.map(rows));
  } finally {
    db.close();
  }
}

describe("restoring", () => {
  it("gives the folder that was backed up, to no folder, an empty one or one that was only claimed", async () => {
    mkdirSync(source.at("empty"));
    claimFolder(source.at("claimed"))();
    for (const name of ["new", "empty", "claimed"]) {
      expect(await restore(name)).not.toHaveProperty("aside");
      expect(contents(source.at(name))).toBe(contents(source.home.folder));
      const key = (folder: string) => readFileSync(join(folder, "hub-secrets.key"));
      expect(key(source.at(name))).toEqual(key(source.home.folder));
    }
    expect(readdirSync(source.shelf).sort()).toEqual(["b", "claimed", "empty", "new"]);
  });

  it("refuses a folder that holds something", async () => {
    mkdirSync(source.at("data"));
    writeFileSync(source.at("data/notes"), "mine");
    await expect(restore("data")).rejects.toThrowError(coded("RESTORE_TARGET"));
    expect(readdirSync(source.at("data")).filter((name) => !name.startsWith("writer.lock"))).toEqual(["notes"]);
  });

  it("refuses a folder in use, also when it should be replaced", async () => {
    const release = claimFolder(source.at("data"));
    await expect(restore("data")).rejects.toThrowError(coded("DATA_IN_USE"));
    await expect(restore("data", true)).rejects.toThrowError(coded("DATA_IN_USE"));
    release();
    expect(readdirSync(source.shelf).sort()).toEqual(["b", "data"]);
  });

  it("refuses a link and a place that isn't there", async () => {
    symlinkSync(source.at("b"), source.at("link"));
    await expect(restore("link", true)).rejects.toThrowError(coded("RESTORE_TARGET"));
    await expect(restore("not-mounted/data")).rejects.toThrowError(coded("RESTORE_TARGET"));
  });

  it("refuses a mount point, which no rename can replace", async () => {
    const proc = { backup: source.at("b"), folder: "/proc", replace: true, clock: source.home.clock };
    await expect(restoreBackup(proc)).rejects.toThrowError(/mount point/);
  });

  it("moves the old folder aside, named by when, and deletes nothing of it", async () => {
    await restore("data");
    writeFileSync(source.at("data/notes"), "mine");
    const { aside = "" } = await restore("data", true);
    expect(aside).toBe(source.at("data.replaced-2026-11-22T13-00-00.000Z"));
    expect(readFileSync(join(aside, "notes"), "utf8")).toBe("mine");
    expect(contents(aside)).toBe(contents(source.at("data")));
    // The same instant again: not over the one that is there.
    await expect(restore("data", true)).rejects.toThrowError(coded("RESTORE_TARGET"));
    expect(contents(source.at("data"))).toBe(contents(source.home.folder));
  });

  it("touches nothing when the backup is altered", async () => {
    await restore("data");
    alterByte(source.at("b/hemvakt.db"));
    await expect(restore("data", true)).rejects.toThrowError(coded("BACKUP_INVALID"));
    await expect(restore("new")).rejects.toThrowError(coded("BACKUP_INVALID"));
    expect(readdirSync(source.shelf).sort()).toEqual(["b", "data"]);
    expect(contents(source.at("data"))).toBe(contents(source.home.folder));
  });
});

describe("a restore that was cut off between its two renames", () => {
  it("is finished by whoever claims the folder next", async () => {
    await restore("data");
    renameSync(source.at("data"), source.at("data.restored"));
    claimFolder(source.at("data"))();
    expect(contents(source.at("data"))).toBe(contents(source.home.folder));
    expect(existsSync(source.at("data.restored"))).toBe(false);
  });

  it("never takes the place of a folder that is there", async () => {
    await restore("data.restored");
    mkdirSync(source.at("data"));
    claimFolder(source.at("data"))();
    expect(existsSync(source.at("data/hemvakt.db"))).toBe(false);
    rmSync(source.at("data"), { recursive: true });
  });
});
