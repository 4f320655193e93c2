import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { backup as copyPages } from "node:sqlite";
import type { Clock } from "../clock.ts";
import { toIso } from "../domain/day.ts";
import { HemvaktError } from "../errors.ts";
import { openReader, storeFile } from "../store/sqlite/open.ts";
import { copyFailure, digestFile, syncToDisk } from "./files.ts";
import { ifThere, type Manifest, manifestFile, tally, writeManifest } from "./manifest.ts";

export type BackupOptions = {
  /** The data folder. A platform may be running on it. */
  readonly folder: string;
  /** The folder to make. It must not exist, the folder around it must. */
  readonly target: string;
  /** The version of Hemvakt that makes the backup. */
  readonly version: string;
  readonly clock: Clock;
  /** How much is copied between two turns of the event loop, in pages of 4 KiB. */
  readonly pagesPerStep?: number;
  /** Told after each step but the last how many of the store's pages are copied. */
  readonly onProgress?: (copied: number, total: number) => void;
};

/**
 * Copies a data folder's store and key while the platform goes on. The copy is the store as it stood at one commit: a
 * read transaction holds that state, so a busy writer neither waits nor makes the copying begin again
 * (https://www.sqlite.org/backup.html). All is written under another name; the target appears when it is whole and on
 * disk, or not at all.
 * @throws HemvaktError `BACKUP_EXISTS`, `CONFIG_INVALID` when there is no store, no key or no folder around the target,
 *   `COPY_FAILED` when the copy could not be written
 */
export async function createBackup(options: BackupOptions): Promise<Manifest> {
  const target = resolve(options.target);
  requireStore(options.folder);
  requirePlace(target);
  const draft = `${target}.partial-${randomBytes(4).toString("hex")}`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    const manifest = await copyInto(draft, options);
    writeFileSync(manifestFile(draft), writeManifest(manifest), { mode: 0o600, flush: true });
    syncToDisk(draft);
    publish(draft, target);
    return manifest;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw copyFailure(error);
  }
}

function requireStore(folder: string): void {
  if (!existsSync(storeFile(folder))) throw new HemvaktError("CONFIG_INVALID", `There is no store in ${folder}.`);
  if (!existsSync(join(folder, "hub-secrets.key"))) {
    throw new HemvaktError("CONFIG_INVALID", `${folder} has no hub-secrets.key; after a restore no hub could sign in.`);
  }
}

function requirePlace(target: string): void {
  if (existsSync(target)) throw new HemvaktError("BACKUP_EXISTS", `${target}.`);
  // Not made here: where a disk for backups is not mounted, the backup must not end up on this one.
  if (!existsSync(dirname(target))) throw new HemvaktError("CONFIG_INVALID", `There is no folder ${dirname(target)}.`);
}

async function copyInto(draft: string, options: BackupOptions): Promise<Manifest> {
  const { folder, version, clock, pagesPerStep = 1024, onProgress } = options;
  const from = openReader(folder);
  try {
    from.exec("BEGIN");
    // The first read settles which commit the whole transaction sees, the copying included.
    const { schema, lastCommand, counts } = tally(from);
    const createdAt = toIso(clock.now());
    await copyPages(from.raw, storeFile(draft), {
      rate: pagesPerStep,
      ...(onProgress
        ? { progress: ({ totalPages, remainingPages }) => onProgress(totalPages - remainingPages, totalPages) }
        : {}),
    });
    syncToDisk(storeFile(draft));
    const files: Manifest["files"] = {
      "hemvakt.db": await digestFile(storeFile(draft)),
      "hub-secrets.key": await digestFile(join(folder, "hub-secrets.key"), join(draft, "hub-secrets.key")),
    };
    for (const name of ifThere) {
      if (existsSync(join(folder, name))) files[name] = await digestFile(join(folder, name), join(draft, name));
    }
    return { format: "hemvakt-backup/1", createdAt, hemvakt: version, schema, lastCommand, counts, files };
  } finally {
    from.close();
  }
}

/** rename(2) replaces no folder that holds something: of two backups under one name the first stays. */
function publish(draft: string, target: string): void {
  try {
    renameSync(draft, target);
  } catch (error) {
    if (existsSync(target)) throw new HemvaktError("BACKUP_EXISTS", `${target}.`);
    throw error;
  }
  syncToDisk(dirname(target));
}
