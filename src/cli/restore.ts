import { Command } from "commander";
import { restoreBackup } from "../backup/restore.ts";
import { type Clock, realClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { countLine } from "./backup.ts";
import { showReplay } from "./verify-backup.ts";

/** `hemvakt restore`: puts a proven backup in a data folder's place. */
export const restoreCommand = (clock: Clock = realClock): Command =>
  new Command("restore")
    .description("Prove a backup and put it in the data folder's place; the platform must be stopped")
    .argument("<backup>", "the backup's folder")
    .option("--data <folder>", "the data folder (default: HEMVAKT_DATA)")
    .option("--replace", "move a data folder that holds something aside; nothing of it is deleted")
    .action(async (backup: string, { data, replace }: { readonly data?: string; readonly replace?: boolean }) => {
      const folder = data ?? readConfig(process.env).data;
      const { manifest, aside } = await restoreBackup({
        backup,
        folder,
        replace: replace ?? false,
        clock,
        onStep: (step) => process.stderr.write(`\r${step}              `),
        onProgress: showReplay,
      });
      process.stderr.write("\r");
      console.log(
        [
          `Restored to ${folder}: the state of ${manifest.createdAt}. What came later is not in it.`,
          countLine(manifest.counts),
          ...(aside === undefined ? [] : [`The old data folder is now ${aside}.`]),
          "Secrets and sessions that were revoked after the backup are valid again: revoke them again.",
        ].join("\n"),
      );
    });
