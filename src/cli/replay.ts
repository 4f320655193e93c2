import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { readConfig } from "../config.ts";
import { HemvaktError } from "../errors.ts";
import { type ReplayReport, replay } from "../ledger/replay.ts";
import { checkpointFile, requireCheckpoint } from "../retention/checkpoint.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openReader, storeFile } from "../store/sqlite/open.ts";

/**
 * `hemvakt replay`: whether the command log rebuilds what is stored. Reads only; works beside a running platform, on what
 * it has stored when the replay begins.
 */
export const replayCommand = (): Command =>
  new Command("replay")
    .description("Rebuild all alerts from the command log in a fresh store and compare")
    .option("--data <folder>", "the data folder (default: HEMVAKT_DATA)")
    .action(async ({ data }: { readonly data?: string }) => {
      const folder = data ?? readConfig(process.env).data;
      const report = await replayFolder(folder, (done) => process.stderr.write(`\r${done} commands `));
      process.stderr.write("\r");
      console.log(replayLines(report).join("\n"));
      if (!isSame(report)) process.exitCode = 1;
    });

/**
 * Replays the store of a data folder in a temporary one and compares.
 * @param onProgress told every thousand commands how many are done
 * @throws HemvaktError `CONFIG_INVALID` when the folder holds no store; `CHECKPOINT_INVALID`
 */
export async function replayFolder(folder: string, onProgress?: (commands: number) => void): Promise<ReplayReport> {
  if (!existsSync(storeFile(folder))) throw new HemvaktError("CONFIG_INVALID", `There is no store in ${folder}.`);
  const from = openReader(folder);
  const scratch = mkdtempSync(join(tmpdir(), "hemvakt-replay-"));
  try {
    // One snapshot for log and comparison, whatever a running platform adds meanwhile.
    from.exec("BEGIN");
    const file = join(scratch, "replay.db");
    if (await requireCheckpoint(from, checkpointFile(folder))) copyFileSync(checkpointFile(folder), file);
    const into = openDatabase(file);
    try {
      // Nobody will read it after a power cut.
      into.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
      return replay(from, into, onProgress);
    } finally {
      into.close();
    }
  } finally {
    from.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

const isSame = ({ refused, differences }: ReplayReport): boolean => refused.length === 0 && differences.length === 0;

/** The report in words. Ids and numbers only: values of patients stay in the store. */
export function replayLines(report: ReplayReport): string[] {
  const { commands, alerts, events, refused, differences } = report;
  const counted = `Replayed: commands ${commands}, alerts ${alerts}, events ${events}.`;
  if (isSame(report)) return [counted, "Identical to what is stored."];
  return [
    counted,
    ...(refused.length > 0 ? [`Decided when recorded, refused now: commands ${refused.slice(0, 20).join(", ")}.`] : []),
    ...differences.map(
      ({ table, key, recorded, replayed }) =>
        `${table} ${key}: ${recorded === undefined ? "new in the replay" : replayed === undefined ? "missing in the replay" : "differs"}`,
    ),
    "Not identical.",
  ];
}
