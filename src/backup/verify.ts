import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HemvaktError, isHemvaktError } from "../errors.ts";
import { type ReplayReport, replay } from "../ledger/replay.ts";
import { type Database, openDatabase } from "../store/sqlite/database.ts";
import { migrate } from "../store/sqlite/schema.ts";
import { copyFailure, digestFile } from "./files.ts";
import { filesIn, type Manifest, readManifest, tally } from "./manifest.ts";

/**
 * Proves a backup: every file is as the manifest says, SQLite finds the store sound, nothing refers to what isn't there,
 * it holds as much as was counted, and its command log, run again from nothing, gives the same alerts, events and
 * readings. Works on a copy in the folder for temporary files, twice the store's size; the backup is only read.
 * @param onProgress told every thousand commands how many have been run again
 * @throws HemvaktError `BACKUP_INVALID` naming all that differs, a line each; `DATA_TOO_NEW`; `COPY_FAILED`
 */
export async function verifyBackup(backup: string, onProgress?: (commands: number) => void): Promise<Manifest> {
  const manifest = readManifest(backup);
  const scratch = scratchFolder();
  try {
    const copy = join(scratch, "copy.db");
    await requireSame(backup, manifest, copy);
    try {
      const fresh = join(scratch, "replay.db");
      if (manifest.files["checkpoint.db"]) copyFileSync(join(backup, "checkpoint.db"), fresh);
      refuse(problemsOf(copy, manifest, fresh, onProgress));
    } catch (error) {
      // Want of space is no fault of the backup; all else is what SQLite or the log's reader can't make sense of.
      throw isHemvaktError(error) || isScratchFailure(error)
        ? error
        : invalid([`hemvakt.db: ${error instanceof Error ? error.message : "?"}`]);
    }
    return manifest;
  } catch (error) {
    throw copyFailure(error);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function scratchFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), "hemvakt-verify-"));
  } catch (error) {
    throw copyFailure(error);
  }
}

const invalid = (problems: readonly string[]): HemvaktError => new HemvaktError("BACKUP_INVALID", problems.join("\n"));

/** NOMEM, IOERR, FULL, CANTOPEN (SQLite's primary result codes), on a copy whose bytes are known to be right. */
const isScratchFailure = (error: unknown): boolean =>
  [7, 10, 13, 14].includes(((error as { errcode?: number } | null)?.errcode ?? 0) & 0xff);

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw invalid(problems);
}

/** Compares the files with the manifest; `copy` becomes a copy of the store. What is compared is what was copied. */
async function requireSame(backup: string, manifest: Manifest, copy: string): Promise<void> {
  const problems: string[] = [];
  for (const [name, told] of filesIn(manifest)) {
    try {
      const { bytes, sha256 } = await digestFile(join(backup, name), name === "hemvakt.db" ? copy : undefined);
      if (bytes !== told.bytes) problems.push(`${name}: ${bytes} bytes instead of ${told.bytes}.`);
      else if (sha256 !== told.sha256) problems.push(`${name}: altered since it was written (SHA-256).`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      problems.push(`${name}: missing.`);
    }
  }
  refuse(problems);
}

function problemsOf(
  copy: string,
  manifest: Manifest,
  fresh: string,
  onProgress: ((commands: number) => void) | undefined,
): string[] {
  const db = openDatabase(copy);
  const into = openDatabase(fresh);
  try {
    // Nobody will read them after a power cut.
    for (const each of [db, into]) each.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
    const unsound = structureProblems(db);
    if (unsound.length > 0) return unsound;
    const counted = countProblems(tally(db), manifest);
    // An older store is judged as it would be after a restore.
    migrate(db);
    return [...counted, ...replayProblems(replay(db, into, onProgress))];
  } finally {
    into.close();
    db.close();
  }
}

/** What SQLite itself finds wrong: damaged pages and indexes, rows that refer to nothing. */
export function structureProblems(db: Database): string[] {
  const pages = db.all<{ integrity_check: string }>("PRAGMA integrity_check(20)").map((row) => row.integrity_check);
  const orphans = db.all<{ table: string; rowid: number | null; parent: string }>("PRAGMA foreign_key_check");
  return [
    ...(pages[0] === "ok" ? [] : pages.map((line) => `hemvakt.db: ${line}`)),
    ...orphans.slice(0, 20).map(({ table, rowid, parent }) => `${table} ${rowid ?? ""}: refers to no ${parent}.`),
  ];
}

/** Where the store holds another number of something than the manifest says. */
export function countProblems(found: ReturnType<typeof tally>, manifest: Manifest): string[] {
  const flat = ({ schema, lastCommand, counts }: ReturnType<typeof tally>) => ({ schema, lastCommand, ...counts });
  const expected: Record<string, number> = flat(manifest);
  return Object.entries(flat(found)).flatMap(([what, n]) =>
    n === expected[what] ? [] : [`${what}: ${n} in the store, ${expected[what]} in the manifest.`],
  );
}

/** Where the log, run again, gives something else. Ids and numbers only: values of patients stay in the store. */
function replayProblems({ refused, broken, differences }: ReplayReport): string[] {
  return [
    ...broken.slice(0, 20).map((seq) => `command ${seq}: altered since it was logged.`),
    ...refused.slice(0, 20).map((seq) => `command ${seq}: decided when recorded, refused now.`),
    ...differences.map(({ table, key, recorded, replayed }) =>
      recorded === undefined
        ? `${table} ${key}: in the replay only.`
        : replayed === undefined
          ? `${table} ${key}: not in the replay.`
          : `${table} ${key}: differs from the replay.`,
    ),
  ];
}
