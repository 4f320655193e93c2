import { Command } from "commander";
import { readConfig } from "../config.ts";
import { isSame, type ReplayReport, replay } from "../ledger/replay.ts";
import { withScratch } from "../verify/scratch.ts";

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
export const replayFolder = (folder: string, onProgress?: (commands: number) => void): Promise<ReplayReport> =>
  withScratch(folder, (from, into) => replay(from, into, onProgress));

/** The report in words. Ids and numbers only: values of patients stay in the store. */
export function replayLines(report: ReplayReport): string[] {
  const { commands, alerts, events, refused, broken, differences } = report;
  const counted = `Replayed: commands ${commands}, alerts ${alerts}, events ${events}.`;
  if (isSame(report)) return [counted, "Identical to what is stored."];
  return [
    counted,
    ...(refused.length > 0 ? [`Decided when recorded, refused now: commands ${refused.slice(0, 20).join(", ")}.`] : []),
    ...(broken.length > 0 ? [`Altered since they were logged: commands ${broken.slice(0, 20).join(", ")}.`] : []),
    ...differences.map(
      ({ table, key, recorded, replayed }) =>
        `${table} ${key}: ${recorded === undefined ? "new in the replay" : replayed === undefined ? "missing in the replay" : "differs"}`,
    ),
    "Not identical.",
  ];
}
