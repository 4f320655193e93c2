import { createHash } from "node:crypto";
import { closeSync, createReadStream, createWriteStream, fsyncSync, openSync, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { HemvaktError, isHemvaktError } from "../errors.ts";

/** What a file held when it was read: its size in bytes and its SHA-256 in hexadecimal. */
export type FileDigest = { readonly bytes: number; readonly sha256: string };

/**
 * Reads a file once; with `to`, writes what was read there: a new file that only the owner reads, on disk when this
 * resolves. The digest is that of the very bytes that were written.
 */
export async function digestFile(file: string, to?: string): Promise<FileDigest> {
  const hash = createHash("sha256");
  let bytes = 0;
  const source = createReadStream(file, { highWaterMark: 1024 * 1024 });
  const through = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      if (to !== undefined) yield chunk;
    }
  };
  if (to === undefined) for await (const _ of through(source));
  else await pipeline(source, through, createWriteStream(to, { flags: "wx", mode: 0o600, flush: true }));
  return { bytes, sha256: hash.digest("hex") };
}

/** Makes what a file holds, or which names a folder has, survive a power cut (fsync(2)). */
export function syncToDisk(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Whether a folder stands on another file system than the folder around it; a rename can't replace it then. */
export const isMountPoint = (folder: string, parent: string): boolean => statSync(folder).dev !== statSync(parent).dev;

/** Whatever stopped a copy, coded: `COPY_FAILED` with the system's or SQLite's own reason, without file contents. */
export function copyFailure(error: unknown): HemvaktError {
  if (isHemvaktError(error)) return error;
  const { code, message } = error as { code?: string; message?: string };
  return new HemvaktError("COPY_FAILED", code === "ERR_SQLITE_ERROR" ? `SQLite: ${message}.` : `${code ?? message}.`);
}
