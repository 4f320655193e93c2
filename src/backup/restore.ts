import { randomBytes } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Clock } from "../clock.ts";
import { toIso } from "../domain/day.ts";
import { HemvaktError } from "../errors.ts";
import { claimFolder, restoredFolder } from "../store/sqlite/open.ts";
import { copyFailure, digestFile, isMountPoint, syncToDisk } from "./files.ts";
import { filesIn, type Manifest } from "./manifest.ts";
import { verifyBackup } from "./verify.ts";

/** Where a restore has come to. After `prepared` the new folder is whole; with `moved-aside` the old one is away. */
export type RestoreStep = "verified" | "copied" | "prepared" | "moved-aside" | "done";

export type RestoreOptions = {
  readonly backup: string;
  /** The data folder to restore to. */
  readonly folder: string;
  /** Move a data folder that holds something aside, instead of refusing. */
  readonly replace: boolean;
  readonly clock: Clock;
  readonly onStep?: (step: RestoreStep) => void;
  /** Told every thousand commands how many the check has run again. */
  readonly onProgress?: (commands: number) => void;
};

export type Restored = {
  readonly manifest: Manifest;
  /** Where the old data folder is now; nothing of it is deleted. */
  readonly aside?: string;
};

/**
 * Puts a backup in a data folder's place, after proving it. However it ends, a kill or a power cut included, the platform
 * started next finds the old folder or the new one, whole: the new one is prepared beside and renamed, and where the end
 * comes between the two renames of a replacement, `claimFolder` does the second.
 * @throws HemvaktError `BACKUP_INVALID`, `DATA_TOO_NEW`, `RESTORE_TARGET`, `DATA_IN_USE`, `COPY_FAILED`
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { backup, replace, clock, onProgress, onStep = () => {} } = options;
  const folder = resolve(options.folder);
  const release = takeTarget(folder, replace);
  const draft = `${folder}.restoring-${randomBytes(4).toString("hex")}`;
  try {
    const manifest = await verifyBackup(backup, onProgress);
    onStep("verified");
    await prepare(backup, manifest, draft);
    onStep("copied");
    const aside = isVacant(folder) ? putInPlace(draft, folder) : replaceFolder(draft, folder, clock.now(), onStep);
    onStep("done");
    return { manifest, ...(aside === undefined ? {} : { aside }) };
  } catch (error) {
    throw copyFailure(error);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    release();
  }
}

/** What a claim leaves behind; a folder with nothing else is empty. */
const lockFiles = new Set(["writer.lock", "writer.lock-journal"]);

const isVacant = (folder: string): boolean =>
  !existsSync(folder) || readdirSync(folder).every((name) => lockFiles.has(name));

/** Refuses what can't be restored to, before anything is done; claims what is there, so that nothing starts on it. */
function takeTarget(folder: string, replace: boolean): () => void {
  const parent = dirname(folder);
  if (!existsSync(parent)) throw new HemvaktError("RESTORE_TARGET", `There is no folder ${parent}.`);
  if (!existsSync(folder) && !existsSync(restoredFolder(folder))) return () => {};
  if (existsSync(folder)) {
    const found = lstatSync(folder);
    // What is renamed must be the folder itself, and stay on its disk.
    if (!found.isDirectory()) throw new HemvaktError("RESTORE_TARGET", `${folder} is no folder of its own.`);
    if (isMountPoint(folder, parent)) {
      throw new HemvaktError(
        "RESTORE_TARGET",
        `${folder} is a mount point: restore to a folder below it and set HEMVAKT_DATA.`,
      );
    }
  }
  const release = claimFolder(folder);
  if (!replace && !isVacant(folder)) {
    release();
    throw new HemvaktError("RESTORE_TARGET", `${folder} is not empty.`);
  }
  return release;
}

async function prepare(backup: string, manifest: Manifest, draft: string): Promise<void> {
  mkdirSync(draft, { mode: 0o700 });
  for (const [name, told] of filesIn(manifest)) {
    const { sha256 } = await digestFile(join(backup, name), join(draft, name));
    // Read a second time: a failing disk may have given something else now.
    if (sha256 !== told.sha256) throw new HemvaktError("BACKUP_INVALID", `${name}: altered while restoring.`);
  }
  syncToDisk(draft);
}

/** One rename, over nothing or over an empty folder; if a platform has begun there meanwhile, it fails. */
function putInPlace(draft: string, folder: string): undefined {
  for (const name of lockFiles) rmSync(join(folder, name), { force: true });
  renameSync(draft, folder);
  syncToDisk(dirname(folder));
}

function replaceFolder(draft: string, folder: string, now: number, onStep: (step: RestoreStep) => void): string {
  const parent = dirname(folder);
  const ready = restoredFolder(folder);
  // A colon means something else in scp, tar and PATH.
  const aside = join(parent, `${basename(folder)}.replaced-${toIso(now).replaceAll(":", "-")}`);
  if (existsSync(aside)) throw new HemvaktError("RESTORE_TARGET", `${aside} exists already.`);
  // Left by a restore that was killed before it moved anything.
  rmSync(ready, { recursive: true, force: true });
  renameSync(draft, ready);
  // On disk before the old folder moves: there must never be neither.
  syncToDisk(parent);
  onStep("prepared");
  try {
    renameSync(folder, aside);
  } catch (error) {
    rmSync(ready, { recursive: true, force: true });
    throw error;
  }
  onStep("moved-aside");
  renameSync(ready, folder);
  syncToDisk(parent);
  return aside;
}
