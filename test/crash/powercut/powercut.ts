import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { HemvaktError } from "../../../src/errors.ts";
import { type Loss, rebuild } from "./rebuild.ts";
import { readRecording } from "./recording.ts";
import { everything, onlySynced, seeded } from "./survival.ts";

const here = import.meta.dirname;
const cache = join(here, "../../../node_modules/.cache/powercut");

/**
 * Compiles powercut.c unless this version of it was compiled before.
 *
 * @param compiler a C compiler that takes gcc's options.
 * @param folder where the library is kept.
 * @returns the library's path, for LD_PRELOAD.
 * @throws HemvaktError CONFIG_INVALID off 64-bit Linux, without a C compiler, or when the compiler refuses.
 */
export const buildShim = (compiler = "cc", folder: string = cache): string => {
  if (process.platform !== "linux" || !["x64", "arm64"].includes(process.arch)) {
    throw new HemvaktError("CONFIG_INVALID", `Power cuts need 64-bit Linux, not ${process.platform} ${process.arch}.`);
  }
  const hash = createHash("sha256").update(process.arch);
  for (const source of ["powercut.c", "record.h"]) hash.update(readFileSync(join(here, source)));
  const library = join(folder, `powercut-${hash.digest("hex").slice(0, 16)}.so`);
  if (existsSync(library)) return library;
  mkdirSync(folder, { recursive: true });
  // Built aside and renamed: test workers may build at the same time, and a library in use must not change.
  const aside = `${library}.${process.pid}`;
  const options = ["-O2", "-Wall", "-Wextra", "-fPIC", "-shared", "-pthread"];
  const cc = spawnSync(compiler, [...options, "-o", aside, join(here, "powercut.c"), "-ldl"], { encoding: "utf8" });
  if (cc.status !== 0) {
    const reason = cc.error ? cc.error.message : cc.stderr;
    throw new HemvaktError("CONFIG_INVALID", `The C compiler failed; apt-get install gcc libc6-dev. ${reason}`);
  }
  renameSync(aside, library);
  return library;
};

/**
 * Prepares one life of a process whose power will be cut: copies `dir` as it is now, all of which counts as durable,
 * to `shadow`, and drops what an earlier life left there. Processes started one after another with the environment,
 * and worker threads, are recorded together; processes that write the same file at the same time are not supported.
 *
 * @param dir the directory whose fate matters; it exists.
 * @param shadow a directory outside it, made if need be, of which this module uses `base` and `journal`.
 * @returns the environment to start the process with.
 */
export const powercutEnvironment = (dir: string, shadow: string): NodeJS.ProcessEnv => {
  const library = buildShim();
  mkdirSync(shadow, { recursive: true });
  const [from, to] = [realpathSync(dir), realpathSync(shadow)];
  if (`${to}/`.startsWith(`${from}/`)) throw new HemvaktError("CONFIG_INVALID", "The shadow lies in the directory.");
  rmSync(join(to, "base"), { recursive: true, force: true });
  rmSync(join(to, "journal"), { force: true });
  cpSync(from, join(to, "base"), { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
  return {
    ...process.env,
    LD_PRELOAD: [library, process.env["LD_PRELOAD"] ?? []].flat().join(":"),
    POWERCUT_DIR: from,
    POWERCUT_SHADOW: to,
  };
};

const recordingOf = (shadow: string): ReturnType<typeof readRecording> => {
  if (existsSync(join(shadow, "base"))) return readRecording(shadow);
  throw new HemvaktError("CONFIG_INVALID", `${shadow} was not made by powercutEnvironment.`);
};

const empty = (dir: string): void => {
  for (const name of readdirSync(dir)) rmSync(join(dir, name), { recursive: true });
};

/**
 * Cuts the power, once the process has been killed: replaces what is in `dir` by what a disk would still have. The
 * recording stays, so one life can be cut again with other seeds, until powercutEnvironment prepares the next.
 *
 * @param options.seed without it exactly what was fsynced survives; with it (any integer) also a part of the rest,
 *   torn at sectors of 512 bytes, as `seeded` in survival.ts describes.
 * @returns how much was taken away, so that a test can tell that its cuts cut something.
 */
export const cutPower = (dir: string, shadow: string, options: { seed?: number } = {}): Loss => {
  const recording = recordingOf(shadow);
  empty(dir);
  const survival = options.seed === undefined ? onlySynced(recording) : seeded(recording, options.seed);
  return rebuild(recording, survival, dir);
};

/** A file's bytes, the word "directory", or undefined for what is not there. */
const contentOf = (path: string): Buffer | undefined => {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return undefined;
  return status.isDirectory() ? Buffer.from("directory") : readFileSync(path);
};

/**
 * The names below `dir` whose content is not what the recording says it is: what escaped the library. The process
 * must have been idle when it was killed, for a kill may fall between a write and its record. Shared-memory indexes of
 * SQLite (-shm) are left out; they are written through a map, and rebuilt.
 */
export const escapedRecording = (dir: string, shadow: string): string[] => {
  const target = mkdtempSync(join(shadow, "everything-"));
  try {
    rebuild(recordingOf(shadow), everything, target);
    const names = [dir, target].flatMap((root) => readdirSync(root, { recursive: true, encoding: "utf8" }));
    return [...new Set(names)].sort().filter((name) => {
      if (name.endsWith("-shm")) return false;
      const [real, recorded] = [contentOf(join(dir, name)), contentOf(join(target, name))];
      return real === undefined || recorded === undefined || !real.equals(recorded);
    });
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
};
