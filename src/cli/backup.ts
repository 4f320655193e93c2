import { Command } from "commander";
import { createBackup } from "../backup/backup.ts";
import { type Clock, realClock } from "../clock.ts";
import { readConfig } from "../config.ts";

/** `hemvakt backup`: copies a data folder, beside a running platform too. */
export const backupCommand = (version: string, clock: Clock = realClock): Command =>
  new Command("backup")
    .description("Copy the data folder, hub-secrets.key included; works beside a running platform")
    .argument("<target-folder>", "the folder to make; it must not exist yet")
    .option("--data <folder>", "the data folder (default: HEMVAKT_DATA)")
    .action(async (target: string, { data }: { readonly data?: string }) => {
      const folder = data ?? readConfig(process.env).data;
      const { createdAt, lastCommand, counts } = await createBackup({
        folder,
        target,
        version,
        clock,
        onProgress: (copied, total) => process.stderr.write(`\r${Math.floor((100 * copied) / total)} % copied `),
      });
      process.stderr.write("\r");
      console.log(
        [
          `Backed up to ${target}: the state of ${createdAt}, up to command ${lastCommand}.`,
          countLine(counts),
          "It holds hub-secrets.key and patients' data: keep it as safe as the data folder.",
          `Now prove it: hemvakt verify-backup ${target}`,
        ].join("\n"),
      );
    });

/** How much a backup holds, in words. */
export const countLine = (counts: Readonly<Record<string, number>>): string =>
  `${Object.entries(counts)
    .map(([what, n]) => `${what} ${n}`)
    .join(", ")}.`;
