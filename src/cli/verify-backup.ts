import { Command } from "commander";
import { verifyBackup } from "../backup/verify.ts";
import { countLine } from "./backup.ts";

/** `hemvakt verify-backup`: proves that a backup is whole, unaltered, and that its log gives what it holds. */
export const verifyBackupCommand = (): Command =>
  new Command("verify-backup")
    .description("Prove a backup: digests, soundness, counts, and its command log run again")
    .argument("<folder>", "the backup")
    .action(async (backup: string) => {
      const { createdAt, hemvakt, counts } = await verifyBackup(backup, showReplay);
      process.stderr.write("\r");
      console.log(
        [`Whole and unaltered: the state of ${createdAt}, from Hemvakt ${hemvakt}.`, countLine(counts)].join("\n"),
      );
    });

/** Shows on the terminal how far the check has come. */
export const showReplay = (commands: number): void => void process.stderr.write(`\r${commands} commands run again `);
