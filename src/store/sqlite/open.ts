import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { HemvaktError } from "../../errors.ts";
import { type Database, openDatabase } from "./database.ts";
import { migrate } from "./schema.ts";

/** The store's file inside a data folder. */
export const storeFile = (folder: string): string => join(folder, "hemvakt.db");

export type StoreOptions = {
  /** How far a commit reaches: FULL is on disk. OFF exists only to prove that a test notices the difference. */
  readonly synchronous?: "FULL" | "OFF";
};

/**
 * Opens the store for writing, makes it if there is none and brings it to the current schema. WAL lets readers go on
 * while a batch commits; synchronous=FULL makes every commit reach the disk before it is acknowledged.
 */
export function openStore(folder: string, { synchronous = "FULL" }: StoreOptions = {}): Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = openDatabase(storeFile(folder));
  db.exec("PRAGMA busy_timeout = 5000");
  db.exec("PRAGMA journal_mode = WAL");
  db.exec(`PRAGMA synchronous = ${synchronous}`);
  db.exec("PRAGMA foreign_keys = ON");
  db.exec("PRAGMA cache_size = -65536");
  // 64 MiB of log before it is copied into the store: pages that many batches touch are then copied once.
  db.exec("PRAGMA wal_autocheckpoint = 16384");
  migrate(db);
  return db;
}

/** Opens the store for reading only. It must exist. */
export function openReader(folder: string): Database {
  const db = openDatabase(storeFile(folder), { readOnly: true });
  db.exec("PRAGMA busy_timeout = 5000");
  db.exec("PRAGMA cache_size = -65536");
  return db;
}

/** Where a restored data folder stands, whole and on disk, until it takes the old one's place. */
export const restoredFolder = (folder: string): string => `${resolve(folder)}.restored`;

/**
 * Lets a restored folder take its place when the end came after the old one was moved aside and before this: otherwise
 * the platform would begin with nothing.
 */
function finishRestore(folder: string): void {
  if (!existsSync(folder) && existsSync(restoredFolder(folder))) renameSync(restoredFolder(folder), resolve(folder));
}

/**
 * Claims a data folder for this process until the returned function is called or the process ends, however it ends: the
 * claim is an SQLite lock, which the operating system gives up by itself.
 * @throws HemvaktError `DATA_IN_USE`
 */
export function claimFolder(folder: string): () => void {
  finishRestore(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(folder, "writer.lock"));
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE");
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof Error && /locked/.test(error.message)) throw new HemvaktError("DATA_IN_USE", folder);
    throw error;
  }
  return () => lock.close();
}
