import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { digestFile, syncToDisk } from "../backup/files.ts";
import { HemvaktError } from "../errors.ts";
import { type Database, openDatabase } from "../store/sqlite/database.ts";

/**
 * A checkpoint is the store as it stood after one command. Replaying the command log begins there when the commands up
 * to it are no longer kept. Two files stand beside the store: `checkpoint.db`, the one in use, and `checkpoint-next.db`,
 * which takes its place once every command up to it has served its time.
 */
export const checkpointFile = (folder: string): string => join(folder, "checkpoint.db");
export const nextCheckpointFile = (folder: string): string => join(folder, "checkpoint-next.db");

/** Which command a checkpoint stands for, and when that was handed in. */
export type Checkpoint = { readonly seq: number; readonly at: number };

/** The checkpoint in a file; `undefined` when there is none. */
export function readCheckpoint(file: string): Checkpoint | undefined {
  if (!existsSync(file)) return undefined;
  const db = openDatabase(file, { readOnly: true });
  try {
    return db.get<Checkpoint>("SELECT seq, at FROM command ORDER BY seq DESC LIMIT 1");
  } finally {
    db.close();
  }
}

/** Copies the store as it is at one commit to `checkpoint-next.db`, in a thread of its own, beside a running writer. */
export async function takeCheckpoint(folder: string): Promise<void> {
  const draft = `${nextCheckpointFile(folder)}.partial`;
  rmSync(draft, { force: true });
  const worker = new Worker(new URL("./checkpoint-worker.ts", import.meta.url), { workerData: { folder, draft } });
  await new Promise<void>((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`the copying ended with ${code}`))));
  });
  syncToDisk(draft);
  renameSync(draft, nextCheckpointFile(folder));
  syncToDisk(folder);
}

/** Puts the next checkpoint in the place of the one in use. @returns what the store is to remember of it */
export async function promoteCheckpoint(folder: string): Promise<Checkpoint & { readonly sha256: string }> {
  const next = readCheckpoint(nextCheckpointFile(folder));
  if (!next) throw new TypeError("no checkpoint to promote");
  const { sha256 } = await digestFile(nextCheckpointFile(folder));
  renameSync(nextCheckpointFile(folder), checkpointFile(folder));
  syncToDisk(folder);
  return { ...next, sha256 };
}

/**
 * Holds a checkpoint's file against what the store says of it.
 * @returns whether replaying begins at it; false when the log goes back to the first command
 * @throws HemvaktError `CHECKPOINT_INVALID`
 */
export async function requireCheckpoint(store: Database, file: string): Promise<boolean> {
  const known = store.get<{ seq: number; sha256: string }>("SELECT seq, sha256 FROM checkpoint WHERE id = 1");
  if (!known) return false;
  if (!existsSync(file)) throw new HemvaktError("CHECKPOINT_INVALID", "checkpoint.db is missing.");
  if ((await digestFile(file)).sha256 === known.sha256) return true;
  // The next one was put in place and the platform ended before the store was told: it must be a later one.
  const found = readCheckpoint(file);
  if (found && found.seq > known.seq) return true;
  throw new HemvaktError("CHECKPOINT_INVALID", "checkpoint.db was altered since it was written (SHA-256).");
}
