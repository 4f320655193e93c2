import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { text } from "node:stream/consumers";
import { Command } from "commander";
import { loadOrCreateKey } from "../auth/key-file.ts";
import { type Clock, realClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { HemvaktError, isHemvaktError } from "../errors.ts";
import { openLedger } from "../ledger/ledger.ts";
import { compareRegion, loadRegion, type RegionCounts } from "../region/load.ts";
import type { Database } from "../store/sqlite/database.ts";
import { claimFolder, openReader, storeFile } from "../store/sqlite/open.ts";
import { engine } from "../verify/engine.ts";

/** `hemvakt import`: brings a data folder to what a region file declares. Importing the file again changes nothing. */
export function importCommand(clock: Clock = realClock): Command {
  return new Command("import")
    .description("Bring teams, staff, patients, plans, hubs, devices and assignments to what a region file declares")
    .argument("<file>", "a region in YAML or JSON; - reads it from standard input")
    .option("--data <folder>", "the data folder (default: HEMVAKT_DATA)")
    .option("--dry-run", "say what would be added and changed, and change nothing; works beside a running platform")
    .action(async (file: string, { data, dryRun }: { readonly data?: string; readonly dryRun?: boolean }) => {
      const folder = data ?? readConfig(process.env).data;
      const content = await read(file);
      const name = file === "-" ? "standard input" : basename(file);
      const counts = dryRun ? await compare(content, name, folder, clock) : await bring(content, name, folder, clock);
      console.log(summary(counts, dryRun ?? false).join("\n"));
    });
}

async function read(file: string): Promise<string> {
  try {
    return file === "-" ? await text(process.stdin) : await readFile(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new HemvaktError("CONFIG_INVALID", `${file} can't be read (${reason}).`);
  }
}

/** The import itself: as the ledger's only writer, so the platform must not be running on this folder. */
async function bring(content: string, name: string, folder: string, clock: Clock): Promise<RegionCounts> {
  const release = claim(folder);
  try {
    const now = clock.now();
    const key = loadOrCreateKey(folder);
    const region = await withStore(folder, (db) => loadRegion(content, name, { now, key, ...(db ? { db } : {}) }));
    const ledger = await openLedger({ folder, clock, mode: "inline" });
    try {
      await ledger.submit({ kind: "engine-started", ...engine(), actor: "platform" });
      return (await ledger.submit({ kind: "region-import", actor: "platform", region })).counts ?? {};
    } finally {
      await ledger.stop();
    }
  } finally {
    release();
  }
}

function claim(folder: string): () => void {
  try {
    return claimFolder(folder);
  } catch (error) {
    if (!isHemvaktError(error, "DATA_IN_USE")) throw error;
    throw new HemvaktError(
      "DATA_IN_USE",
      `${folder}: stop Hemvakt, import, and start it again; single changes go through the API while it runs.`,
    );
  }
}

async function compare(content: string, name: string, folder: string, clock: Clock): Promise<RegionCounts> {
  return withStore(folder, async (db) => {
    // Where nothing is stored, nothing was digested: any key will do.
    const key = db ? loadOrCreateKey(folder) : randomBytes(32);
    const region = await loadRegion(content, name, { now: clock.now(), key, ...(db ? { db } : {}) });
    return compareRegion(region, db);
  });
}

/** Reads from the folder's store while `use` runs; `undefined` when there is none yet. */
async function withStore<T>(folder: string, use: (db: Database | undefined) => Promise<T>): Promise<T> {
  if (!existsSync(storeFile(folder))) return use(undefined);
  const db = openReader(folder);
  try {
    return await use(db);
  } finally {
    db.close();
  }
}

function summary(counts: RegionCounts, dryRun: boolean): string[] {
  const rows = Object.entries(counts).map(([list, { added, changed, unchanged }]) => [list, added, changed, unchanged]);
  const table = [["", "added", "changed", "unchanged"], ...rows].map(([list, ...cells]) =>
    `${String(list).padEnd(12)}${cells.map((cell) => String(cell).padStart(10)).join("")}`.trimEnd(),
  );
  const touched = Object.values(counts).some(({ added, changed }) => added + changed > 0);
  return [...table, dryRun ? "Dry run: nothing was written." : touched ? "Imported." : "Nothing has changed."];
}
