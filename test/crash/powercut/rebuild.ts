import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { Change, Names, RecordedFile, Recording } from "./recording.ts";
import { type FileSurvival, SECTOR_BYTES, type Survival } from "./survival.ts";

/** How much of what the process wrote was taken away, in bytes of file content and in changes of names. */
export type Loss = { bytesWritten: number; bytesLost: number; namesLost: number };

/** Writes the parts of a write that survive below `limit`, the size of the file; gives how many bytes that is. */
const writeSectors = (
  fd: number,
  change: Change & { kind: "write" },
  limit: number,
  survival: FileSurvival,
): number => {
  const end = Math.min(change.at + change.data.length, limit);
  let written = 0;
  for (let at = change.at; at < end; ) {
    const sector = Math.floor(at / SECTOR_BYTES);
    const next = Math.min((sector + 1) * SECTOR_BYTES, end);
    if (change.position < survival.sector(sector)) {
      written += writeSync(fd, change.data, at - change.at, next - at, at);
    }
    at = next;
  }
  return written;
};

/** Replays a file's changes on its base, in order, and counts what does not survive. */
const replay = (fd: number, file: RecordedFile, survival: FileSurvival, loss: Loss): void => {
  let size = fstatSync(fd).size;
  // Once a truncation is lost, the blocks written after it belong to nothing and are lost with it.
  let detached = false;
  for (const change of file.changes) {
    const synced = change.position < file.syncedTo;
    const sized = synced || (!detached && change.position < survival.size);
    if (change.kind === "size") {
      if (sized) ftruncateSync(fd, (size = change.size));
      else if (change.size < size) detached = true;
      continue;
    }
    const { at, data } = change;
    loss.bytesWritten += data.length;
    if (sized && at + data.length > size) ftruncateSync(fd, (size = at + data.length));
    if (synced) writeSync(fd, data, 0, data.length, at);
    else loss.bytesLost += data.length - (detached ? 0 : writeSectors(fd, change, size, survival));
  }
};

const rebuildFile = (path: string, file: RecordedFile, survival: FileSurvival, loss: Loss): void => {
  if (file.base !== undefined) {
    copyFileSync(file.base, path, constants.COPYFILE_FICLONE);
    chmodSync(path, 0o600);
  }
  const fd = openSync(path, file.base === undefined ? "w+" : "r+");
  try {
    fchmodSync(fd, file.mode);
    replay(fd, file, survival, loss);
  } finally {
    closeSync(fd);
  }
};

const survivingNames = (recording: Recording, survival: Survival): Names => {
  const names: Names = new Map(recording.base);
  for (const change of recording.nameChanges) if (change.position < survival.names) change.apply(names);
  return names;
};

/**
 * Builds in `target`, an empty directory, what survives of a recording; the recording stays as it is.
 *
 * @returns what was lost of the files that still have a name, and how many changes of names were.
 */
export const rebuild = (recording: Recording, survival: Survival, target: string): Loss => {
  const loss: Loss = {
    bytesWritten: 0,
    bytesLost: 0,
    namesLost: recording.nameChanges.filter((change) => change.position >= survival.names).length,
  };
  const built = new Map<RecordedFile, string>();
  // Sorted, a directory comes before what is in it.
  for (const [name, entry] of [...survivingNames(recording, survival)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = join(target, name);
    if ("directory" in entry) {
      mkdirSync(path, { mode: entry.directory });
      continue;
    }
    const other = built.get(entry);
    if (other === undefined) rebuildFile(path, entry, survival.file(entry), loss);
    else linkSync(other, path);
    built.set(entry, path);
  }
  return loss;
};
