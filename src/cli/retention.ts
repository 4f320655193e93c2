import { existsSync } from "node:fs";
import { Command } from "commander";
import { type Clock, realClock } from "../clock.ts";
import { type Config, readConfig } from "../config.ts";
import { HemvaktError } from "../errors.ts";
import { checkpointFile, nextCheckpointFile, readCheckpoint } from "../retention/checkpoint.ts";
import { classes } from "../retention/classes.ts";
import { type Holding, holdings } from "../retention/retention.ts";
import { openReader, storeFile } from "../store/sqlite/open.ts";

/** `hemvakt retention`: what is kept, for how long, and what goes next. Reads only; works beside a running platform. */
export const retentionCommand = (clock: Clock = realClock): Command =>
  new Command("retention")
    .description("Show what is kept for how long, and what has served its time")
    .option("--data <folder>", "the data folder (default: HEMVAKT_DATA)")
    .option("--json", "print it as JSON")
    .action(({ data, json }: { readonly data?: string; readonly json?: boolean }) => {
      const config = readConfig(process.env);
      const folder = data ?? config.data;
      const held = heldIn(folder, config, clock.now());
      console.log(json ? JSON.stringify(held, undefined, 2) : retentionLines(folder, held, config).join("\n"));
    });

function heldIn(folder: string, config: Config, now: number): Holding[] {
  if (!existsSync(storeFile(folder))) throw new HemvaktError("CONFIG_INVALID", `There is no store in ${folder}.`);
  const db = openReader(folder);
  try {
    return holdings(db, config, now);
  } finally {
    db.close();
  }
}

/** The report in words. Numbers and days only. */
export function retentionLines(folder: string, held: readonly Holding[], config: Config): string[] {
  const [inUse, next] = [checkpointFile(folder), nextCheckpointFile(folder)].map(readCheckpoint);
  return [
    "Readings, alerts, events, plans and who they belong to are the patients' record: they are kept, whatever is set.",
    ...held.map(({ what, rows, oldest, expired }) => {
      const { setting, about } = classes[what];
      const since = oldest === undefined ? "" : `, the oldest of ${day(oldest)}`;
      return `${what}: ${rows}${since}; kept ${config[setting]} days; ${expired} have served their time. It is ${about}.`;
    }),
    inUse
      ? `Replaying begins after command ${inUse.seq} of ${day(inUse.at)} (checkpoint.db).`
      : "Replaying begins at the first command.",
    next
      ? `The next checkpoint waits: command ${next.seq} of ${day(next.at)}.`
      : "No checkpoint waits; one is taken when the oldest command has served a quarter of its time.",
    "The running platform looks every hour.",
  ];
}

const day = (at: number): string => Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 10);
