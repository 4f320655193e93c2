import { readFile, writeFile } from "node:fs/promises";
import { parse, stringify } from "yaml";
import {
  type Home,
  progressView,
  type RunOptions,
  type RunReport,
  reportLines,
  runHomes,
} from "../../simulators/index.ts";
import { realClock } from "../clock.ts";
import { HemvaktError } from "../errors.ts";

/** What `hemvakt simulate` does alike for simulated homes and for series. */

/** The homes with their hubs' secrets from a file. @throws HemvaktError `CONFIG_INVALID` */
export async function withSecrets(homes: readonly Home[], secrets: string): Promise<Home[]> {
  const known = secretsIn(await readText(secrets), secrets);
  return homes.map((home) => {
    const secret = known.get(home.hub.id);
    if (secret === undefined) {
      throw new HemvaktError("CONFIG_INVALID", `--secrets ${secrets}: no secret for hub ${home.hub.id}.`);
    }
    return { ...home, hub: { ...home.hub, secret } };
  });
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new HemvaktError("CONFIG_INVALID", `--secrets ${file}: ${(error as Error).message}`);
  }
}

/** Hub ids and secrets of a region file or a plain mapping. Neither the text nor a secret goes into an error. */
function secretsIn(text: string, file: string): Map<string, string> {
  let content: unknown;
  try {
    content = parse(text);
  } catch {
    throw new HemvaktError("CONFIG_INVALID", `--secrets ${file}: neither YAML nor JSON.`);
  }
  const hubs = (content as { hubs?: unknown } | null)?.hubs;
  const pairs: [unknown, unknown][] = Array.isArray(hubs)
    ? (hubs as { id?: unknown; secret?: unknown }[]).map(({ id, secret }) => [id, secret])
    : Object.entries(content ?? {});
  return new Map(pairs.filter((pair): pair is [string, string] => pair.every((part) => typeof part === "string")));
}

/** Writes a region file and says what to do with it. */
export async function writeRegionFile(
  file: string,
  { heading, region, next }: { readonly heading: string; readonly region: object; readonly next: string },
): Promise<void> {
  // Secrets and passwords are in it: nobody else on the machine needs to read them.
  await writeFile(file, `# ${heading}\n${stringify(region)}`, { mode: 0o600 });
  console.log(`Wrote ${file}. Next: hemvakt import ${file}`);
  console.log(`Then:  ${next}`);
}

/** Runs until done or interrupted; the first Ctrl-C stops in good order, the second is Node's own. */
export async function runShown(options: RunOptions): Promise<RunReport> {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  const view = progressView(process.stderr, () => realClock.now());
  try {
    return await runHomes({ ...options, onProgress: view.show, signal: stop.signal });
  } finally {
    view.clear();
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}

/** The final report on standard output; a run in which not everything was acknowledged ends the process with 1. */
export function printReport(report: RunReport, json: boolean): void {
  console.log(json ? JSON.stringify(asJson(report), null, 2) : reportLines(report).join("\n"));
  if (report.failed.length > 0 || report.counts.acknowledged < report.counts.sent) process.exitCode = 1;
}

const asJson = ({ ledger, ...report }: RunReport) => ({
  ...report,
  from: new Date(report.from).toISOString(),
  to: Number.isFinite(report.to) ? new Date(report.to).toISOString() : null,
  errors: ledger.hubs().flatMap((hub) => hub.errors().map((message) => ({ hub: hub.hub, message }))),
});
