import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/**
 * What the disk itself needs to make 4 KiB durable, appended to a file: write and fdatasync, so many times over.
 * @returns durations in milliseconds, ascending
 */
export function fdatasyncs(parent: string, times: number): number[] {
  const folder = mkdtempSync(join(parent, "hemvakt-bench-fsync-"));
  const file = openSync(join(folder, "log"), "w");
  const page = Buffer.alloc(4096, 1);
  const durations: number[] = [];
  try {
    for (let turn = 0; turn < times; turn += 1) {
      const began = performance.now();
      writeSync(file, page);
      fdatasyncSync(file);
      durations.push(performance.now() - began);
    }
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
  return durations.sort((a, b) => a - b);
}
