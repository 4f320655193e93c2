import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toIso } from "../src/domain/day.ts";

const fileIn = (folder: string): string => join(folder, "demo.json");

/**
 * Until when the homes' history has been sent to the platform of a data folder, in milliseconds since the epoch;
 * `undefined` when it has not, or not to its end: then all of it is sent, and what is there already changes nothing.
 */
export function historySentUntil(folder: string): number | undefined {
  try {
    const { until } = JSON.parse(readFileSync(fileIn(folder), "utf8")) as { until: string };
    return Temporal.Instant.from(until).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** Notes it; whole or not at all. */
export function noteHistorySent(folder: string, until: number): void {
  const draft = `${fileIn(folder)}.new`;
  writeFileSync(draft, `${JSON.stringify({ until: toIso(until) })}\n`);
  renameSync(draft, fileIn(folder));
}
