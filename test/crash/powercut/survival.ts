import type { RecordedFile, Recording } from "./recording.ts";

/** A disk writes a sector whole or not at all, which is what SQLite counts on too (SQLITE_IOCAP_POWERSAFE_OVERWRITE). */
export const SECTOR_BYTES = 512;

/** What of one file survives, as positions in the journal: earlier changes do, later ones don't. */
export type FileSurvival = {
  /** For changes of the file's size. */
  readonly size: number;
  /** For the bytes of one sector. Its versions come in order, so a later one never survives without the earlier. */
  readonly sector: (number: number) => number;
};

/** A model of what a disk still has after the cut. */
export type Survival = {
  /** Changes of names before this position survive: they are journaled in order. */
  readonly names: number;
  readonly file: (file: RecordedFile) => FileSurvival;
};

/**
 * The plain model: of a file's content exactly what was fsynced survives. Names survive at once, as if the metadata
 * journal were committed after each change. For most mistakes that is the harsher choice: a file renamed or a WAL
 * deleted before the content that should replace it was fsynced is found out (the zero-length files of ext4's delayed
 * allocation). It is the milder one for a program that counts on an unlink or rename without any later fsync, for
 * instance SQLite's rollback journal below synchronous=EXTRA; the seeded model covers that.
 */
export const onlySynced = (recording: Recording): Survival => ({
  names: recording.end,
  file: (file) => ({ size: file.syncedTo, sector: () => file.syncedTo }),
});

/** Nothing is lost: rebuilds the directory as the process saw it, to check that nothing escaped the recording. */
export const everything: Survival = { names: Infinity, file: () => ({ size: Infinity, sector: () => Infinity }) };

/** A number of [0, 1) that depends on all its arguments: MurmurHash3's finaliser over each in turn. */
const draw = (...parts: readonly number[]): number => {
  let h = 0x9e3779b9;
  for (const part of parts) {
    h = Math.imul(h ^ part, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
  }
  return (h >>> 0) / 2 ** 32;
};

/** Nothing, everything or a part of what came after `from`, each with the same chance. */
const cutBetween = (from: number, to: number, chance: number): number => {
  if (chance < 1 / 3) return from;
  return chance < 2 / 3 ? to : from + (chance - 2 / 3) * 3 * (to - from);
};

/**
 * The harsh model: what was fsynced survives, and of the rest any part that a disk with a cache may have written. A
 * quarter of the files keep nothing more, a quarter keep everything, a quarter keep what came before some moment, and
 * in a quarter each sector fares for itself, so that writes are torn and arrive out of order. Names survive up to some
 * moment after the last fsync. Not modelled: file systems where a new name needs an fsync of its directory.
 *
 * @param seed any integer; the same seed and recording give the same directory.
 */
export const seeded = (recording: Recording, seed: number): Survival => ({
  names: cutBetween(recording.namesSyncedTo, recording.end, draw(seed, -1)),
  file: ({ number, syncedTo }) => {
    const cut = (part: number): number => cutBetween(syncedTo, recording.end, draw(seed, number, part));
    const style = Math.floor(draw(seed, number) * 4);
    if (style === 0) return { size: syncedTo, sector: () => syncedTo };
    if (style === 1) return { size: recording.end, sector: () => recording.end };
    const moment = syncedTo + draw(seed, number, -2) * (recording.end - syncedTo);
    return style === 2 ? { size: moment, sector: () => moment } : { size: cut(-3), sector: cut };
  },
});
