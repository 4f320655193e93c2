import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HemvaktError } from "../errors.ts";
import { checkpointFile, requireCheckpoint } from "../retention/checkpoint.ts";
import { type Database, openDatabase } from "../store/sqlite/database.ts";
import { openReader, storeFile } from "../store/sqlite/open.ts";

/**
 * Lets `use` run a data folder's command log again: `from` is what is stored, one snapshot of it whatever a running platform
 * adds meanwhile; `into` is a temporary store, empty or a copy of the checkpoint that the log begins at.
 * @throws HemvaktError `CONFIG_INVALID` when the folder holds no store; `CHECKPOINT_INVALID`
 */
export async function withScratch<T>(folder: string, use: (from: Database, into: Database) => T): Promise<T> {
  if (!existsSync(storeFile(folder))) throw new HemvaktError("CONFIG_INVALID", `There is no store in ${folder}.`);
  const from = openReader(folder);
  const scratch = mkdtempSync(join(tmpdir(), "hemvakt-replay-"));
  try {
    from.exec("BEGIN");
    const file = join(scratch, "replay.db");
    if (await requireCheckpoint(from, checkpointFile(folder))) copyFileSync(checkpointFile(folder), file);
    const into = openDatabase(file);
    try {
      // Nobody will read it after a power cut.
      into.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
      return use(from, into);
    } finally {
      into.close();
    }
  } finally {
    from.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}
