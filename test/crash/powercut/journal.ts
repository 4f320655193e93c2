import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HemvaktError } from "../../../src/errors.ts";

/** The kinds of record, by the numbers of record.h. */
const kinds = {
  1: "create",
  2: "bind",
  3: "write",
  4: "size",
  5: "sync",
  6: "unlink",
  7: "rename",
  8: "link",
  9: "mkdir",
  10: "rmdir",
} as const;

/** One thing that happened below the followed directory, as record.h wrote it. */
export type JournalRecord = {
  /** Where in the journal it stands, in bytes; a `sync` names everything before such a position. */
  readonly position: number;
  readonly kind: (typeof kinds)[keyof typeof kinds];
  /** The file's inode number; 0n for records about names. */
  readonly inode: bigint;
  /** write: offset; size: new size; sync: position before which the file is durable; create and mkdir: mode bits. */
  readonly value: number;
  /** write: the bytes; otherwise a name relative to the directory, or two names with a NUL between them. */
  readonly data: Buffer;
};

const MAGIC = 0x54554357;
const HEADER_BYTES = 32;

/**
 * Everything recorded in a shadow directory, in the order in which it happened. A last record cut short by the kill is
 * left out: the call that it belongs to never returned.
 *
 * @throws HemvaktError INTERNAL for bytes that are no journal.
 */
export const readJournal = (shadow: string): { records: JournalRecord[]; end: number } => {
  const path = join(shadow, "journal");
  const journal = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const records: JournalRecord[] = [];
  let position = 0;
  while (position + HEADER_BYTES <= journal.length) {
    const kind = kinds[journal.readUInt32LE(position + 4) as keyof typeof kinds];
    if (journal.readUInt32LE(position) !== MAGIC || kind === undefined) {
      throw new HemvaktError("INTERNAL", `${path} is no power-cut journal at byte ${position}.`);
    }
    const start = position + HEADER_BYTES;
    const end = start + Number(journal.readBigUInt64LE(position + 24));
    if (end > journal.length) break;
    records.push({
      position,
      kind,
      inode: journal.readBigUInt64LE(position + 8),
      value: Number(journal.readBigUInt64LE(position + 16)),
      data: journal.subarray(start, end),
    });
    position = end;
  }
  return { records, end: position };
};
