import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type JournalRecord, readJournal } from "./journal.ts";

/** A change of a file's content, at its position in the journal. */
export type Change =
  | { readonly position: number; readonly kind: "write"; readonly at: number; readonly data: Buffer }
  | { readonly position: number; readonly kind: "size"; readonly size: number };

/** A file that existed at some time, whatever it was called. */
export type RecordedFile = {
  readonly number: number;
  /** Its copy from before the start; undefined for a file created since. */
  readonly base: string | undefined;
  readonly mode: number;
  readonly changes: Change[];
  /** Changes before this position of the journal are durable. */
  syncedTo: number;
};

/** What a name stands for: a file, or a directory with its mode bits. */
export type Entry = RecordedFile | { readonly directory: number };

/** The directory's names, relative to it, to what they stand for. */
export type Names = Map<string, Entry>;

/** What a life of a process did to a directory: the base, every file's changes and every change of names, in order. */
export type Recording = {
  readonly base: Names;
  readonly nameChanges: readonly { readonly position: number; readonly apply: (names: Names) => void }[];
  readonly files: readonly RecordedFile[];
  /**
   * Changes of names before this position are durable: an fsync of any file or directory commits the metadata journal,
   * which is ordered, up to there (as in ext4 with its default options and XFS).
   */
  readonly namesSyncedTo: number;
  /** The end of the journal. */
  readonly end: number;
};

const isOrBelow = (name: string, top: string): boolean => name === top || name.startsWith(`${top}/`);

const move = (names: Names, from: string, to: string): void => {
  const moving = Array.from(names).filter(([name]) => isOrBelow(name, from));
  for (const [name] of moving) names.delete(name);
  for (const [name, entry] of moving) names.set(to + name.slice(from.length), entry);
};

const remove = (names: Names, top: string): void => {
  for (const name of names.keys()) if (isOrBelow(name, top)) names.delete(name);
};

const link = (names: Names, from: string, to: string): void => {
  const entry = names.get(from);
  if (entry) names.set(to, entry);
};

/** How a record changes the names; undefined for one that doesn't. `file` is the file that a `create` made. */
const nameChange = (record: JournalRecord, file: RecordedFile | undefined): ((names: Names) => void) | undefined => {
  const [name = "", other = ""] = record.kind === "write" ? [] : record.data.toString().split("\0");
  if (record.kind === "create" && file) return (names) => names.set(name, file);
  if (record.kind === "unlink" || record.kind === "rmdir") return (names) => remove(names, name);
  if (record.kind === "rename") return (names) => move(names, name, other);
  if (record.kind === "link") return (names) => link(names, name, other);
  if (record.kind === "mkdir") return (names) => names.set(name, { directory: record.value });
  return undefined;
};

const readBase = (root: string, newFile: (mode: number, base: string) => RecordedFile): Names => {
  const names: Names = new Map();
  // Sorted, so that files have the same numbers, which the seeded model draws from, on every file system.
  for (const name of readdirSync(root, { recursive: true, encoding: "utf8" }).sort()) {
    const path = join(root, name);
    const status = lstatSync(path);
    const mode = status.mode & 0o7777;
    if (status.isDirectory()) names.set(name, { directory: mode });
    else if (status.isFile()) names.set(name, newFile(mode, path));
  }
  return names;
};

/** Reads a shadow directory: the base and the journal, with each record given to the file that it was about. */
export const readRecording = (shadow: string): Recording => {
  const { records, end } = readJournal(shadow);
  const files: RecordedFile[] = [];
  const newFile = (mode: number, base?: string): RecordedFile => {
    const file = { number: files.length, base, mode, changes: [], syncedTo: 0 };
    files.push(file);
    return file;
  };
  const base = readBase(join(shadow, "base"), newFile);

  // An inode number means the file last created or opened under it: numbers of deleted files come back.
  const byInode = new Map<bigint, RecordedFile>();
  const live: Names = new Map(base);
  const nameChanges: { position: number; apply: (names: Names) => void }[] = [];
  let namesSyncedTo = 0;
  for (const record of records) {
    const { kind, inode, value, data, position } = record;
    if (kind === "create") byInode.set(inode, newFile(value));
    if (kind === "bind") {
      const entry = live.get(data.toString());
      if (entry && "changes" in entry) byInode.set(inode, entry);
    }
    const file = byInode.get(inode);
    if (kind === "write") file?.changes.push({ position, kind, at: value, data });
    if (kind === "size") file?.changes.push({ position, kind, size: value });
    if (kind === "sync") {
      namesSyncedTo = Math.max(namesSyncedTo, value);
      if (file) file.syncedTo = Math.max(file.syncedTo, value);
    }
    const apply = nameChange(record, file);
    if (apply) {
      apply(live);
      nameChanges.push({ position, apply });
    }
  }
  return { base, nameChanges, files, namesSyncedTo, end };
};
