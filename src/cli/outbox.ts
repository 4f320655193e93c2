import { existsSync } from "node:fs";
import { Command } from "commander";
import { readConfig } from "../config.ts";
import { HemvaktError } from "../errors.ts";
import { refusedCount, refusedReadings, storedTarget, waiting } from "../outbox/queue.ts";
import { openReader, storeFile } from "../store/sqlite/open.ts";
import { readingId } from "../store/sqlite/reading-row.ts";

const shown = 50;

/** `hemvakt outbox`: what waits to be passed on and what was refused. Reads only; works beside a running platform. */
export const outboxCommand = (): Command =>
  new Command("outbox")
    .description("Show what waits to be passed on to InfluxDB and what it refused")
    .option("--data <folder>", "the data folder (default: HEMVAKT_DATA)")
    .action(({ data }: { readonly data?: string }) => {
      console.log(outboxLines(data ?? readConfig(process.env).data).join("\n"));
    });

/**
 * The outbox in words: ids and the receiver's answers, no values.
 * @throws HemvaktError `CONFIG_INVALID` when the folder holds no store
 */
export function outboxLines(folder: string): string[] {
  if (!existsSync(storeFile(folder))) throw new HemvaktError("CONFIG_INVALID", `There is no store in ${folder}.`);
  const db = openReader(folder);
  try {
    if (storedTarget(db) === undefined) return ["Readings are passed on to nobody: set HEMVAKT_INFLUX_URL."];
    const { count, oldest, history } = waiting(db);
    const since = oldest === undefined ? "" : `, the first received ${instant(oldest)}`;
    const refused = refusedCount(db);
    return [
      `Waiting: ${count}${since}.${history ? " Readings from before are still being passed on." : ""}`,
      `Refused: ${refused}.${refused > shown ? ` The newest ${shown}:` : ""}`,
      ...refusedReadings(db, shown).map(
        ({ series, measured_at, n, at, status, answer }) =>
          `${instant(at)} reading ${readingId({ series, measuredAt: measured_at, n })}: ${status} ${answer}`,
      ),
    ];
  } finally {
    db.close();
  }
}

const instant = (at: number): string => Temporal.Instant.fromEpochMilliseconds(at).toString();
