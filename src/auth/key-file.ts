import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { HemvaktError } from "../errors.ts";

const keyBytes = 32;

const hasCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException | null)?.code === code;

/**
 * The installation's key for hub secrets: 32 random bytes in a file that only the owner reads, made on first use. It
 * belongs into every backup: without it no hub's secret can be checked.
 * @param directory the data folder; must exist
 * @throws HemvaktError `CONFIG_INVALID` when the file is damaged or others can read it
 */
export function loadOrCreateKey(directory: string, name = "hub-secrets.key"): Uint8Array {
  const file = join(directory, name);
  try {
    return read(file);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
  create(directory, file);
  return read(file);
}

function read(file: string): Uint8Array {
  const key = readFileSync(file);
  if (key.length !== keyBytes) {
    throw new HemvaktError("CONFIG_INVALID", `${file} should hold ${keyBytes} bytes. Restore it from a backup.`);
  }
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new HemvaktError("CONFIG_INVALID", `Others can read ${file}. Run: chmod 600 ${file}`);
  }
  return key;
}

/** Whole or not at all, and on disk before a hub's secret depends on it; of two processes the first one's key stays. */
function create(directory: string, file: string): void {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  const handle = openSync(draft, "wx", 0o600);
  try {
    writeSync(handle, randomBytes(keyBytes));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  const folder = openSync(directory, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
