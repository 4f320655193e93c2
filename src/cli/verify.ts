import { Command } from "commander";
import { readConfig } from "../config.ts";
import { HemvaktError } from "../errors.ts";
import type { Language } from "../rules/wording.ts";
import { alertById } from "../store/sqlite/alerts.ts";
import { engine } from "../verify/engine.ts";
import { withScratch } from "../verify/scratch.ts";
import { isProven, type Verification, verify } from "../verify/verify.ts";
import { verificationLines } from "../verify/words.ts";
import { spokenLanguage } from "./equipment.ts";

type Options = {
  readonly data?: string;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly lang: Language;
};

/**
 * `hemvakt verify`: recomputes alerts from what the homes sent. A process of its own that only reads; works beside a running
 * platform, on what it has stored when the command begins.
 */
export const verifyCommand = (): Command =>
  new Command("verify")
    .description("Recompute an alert from the raw messages in an empty store, and compare byte for byte")
    .argument("[alert]", "the alert's id")
    .option("--all", "every alert there is, from one run of the log")
    .option("--data <folder>", "the data folder (default: HEMVAKT_DATA)")
    .option("--json", "print the whole result as JSON")
    .addOption(spokenLanguage())
    .addHelpText(
      "after",
      "\nEnds with 0 when all that was compared is identical and nobody has altered the log, else with 1.\nNeeds the data folder; a nurse or physician can ask a running platform for the same of one alert: POST /alerts/:alert/verification.",
    )
    .action(async (alert: string | undefined, { data, all, json, lang }: Options) => {
      if ((alert === undefined) === !all) throw new HemvaktError("CONFIG_INVALID", "Name one alert, or give --all.");
      const folder = data ?? readConfig(process.env).data;
      const verification = await verifyFolder(folder, alert ?? "all", (done, of) =>
        process.stderr.write(`\r${done} of ${of} commands `),
      );
      process.stderr.write("\r");
      console.log(json ? JSON.stringify(verification, null, 2) : verificationLines(verification, lang).join("\n"));
      if (!isProven(verification)) process.exitCode = 1;
    });

/**
 * Verifies one alert of a data folder, or all.
 * @throws HemvaktError `CONFIG_INVALID` when the folder holds no store; `NOT_FOUND`; `CHECKPOINT_INVALID`
 */
export const verifyFolder = (
  folder: string,
  alert: string,
  onProgress?: (done: number, all: number) => void,
): Promise<Verification> =>
  withScratch(folder, (from, into) => {
    if (alert !== "all" && !alertById(from, alert)) throw new HemvaktError("NOT_FOUND", `There is no alert ${alert}.`);
    return verify(from, into, { alerts: alert === "all" ? "all" : [alert], engine: engine(), onProgress });
  });
