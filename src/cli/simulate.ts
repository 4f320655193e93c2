import { readFile, writeFile } from "node:fs/promises";
import { Command, InvalidArgumentError } from "commander";
import { parse, stringify } from "yaml";
import {
  cadenceMs,
  type Home,
  makeHomes,
  progressView,
  type RunReport,
  regionOf,
  reportLines,
  runHomes,
  type Speed,
  undisturbed,
} from "../../simulators/index.ts";
import { realClock } from "../clock.ts";
import { HemvaktError } from "../errors.ts";

type Options = {
  readonly homes: number;
  readonly days: number;
  readonly speed: Speed;
  readonly seed: string;
  readonly url: string;
  readonly zone: string;
  readonly secrets?: string;
  readonly writeRegion?: string;
  readonly live?: string;
  readonly disturbances: boolean;
  readonly json?: boolean;
};

const DAY = 86_400_000;

/** `hemvakt simulate`: simulated homes as MQTT clients of a running platform, or the region file it must import first. */
export function simulateCommand(): Command {
  return new Command("simulate")
    .description("Let simulated homes send to a running platform")
    .option("--homes <n>", "how many homes", wholeNumber, 200)
    .option("--days <n>", "how many days, ending now", wholeNumber, 30)
    .option("--speed <n|max>", "simulated seconds per second, or as fast as possible", speed, "as-fast-as-possible")
    .option("--live <cadence>", 'from now on in real time: "daily", or a duration such as PT2M', cadence)
    .option("--seed <seed>", "the same seed gives the same homes and messages", "1")
    .option("--url <url>", "the broker", "mqtt://localhost:1883")
    .option("--secrets <file>", "hub secrets: a region file, or hub ids and secrets in YAML or JSON")
    .option("--write-region <file>", "write the region file for these homes and stop; import it before simulating")
    .option("--zone <zone>", "the time zone the homes live in", zone, "Europe/Stockholm")
    .option("--no-disturbances", "no visitors, outages, repetitions or damaged messages")
    .option("--json", "print the final report as JSON")
    .action(async (options: Options) => {
      const homes = await homesFor(options);
      if (options.writeRegion !== undefined) {
        await writeRegion(homes, options, options.writeRegion);
        return;
      }
      const report = await simulate(homes, options);
      console.log(options.json ? JSON.stringify(asJson(report), null, 2) : reportLines(report).join("\n"));
      if (report.failed.length > 0 || report.counts.acknowledged < report.counts.sent) process.exitCode = 1;
    });
}

/** The homes of the options, with secrets from the file if there is one. */
async function homesFor({ homes: count, seed, disturbances, secrets }: Options): Promise<Home[]> {
  const homes = makeHomes({ seed, count, ...(disturbances ? {} : { disturbances: undisturbed }) });
  if (secrets === undefined) return homes;
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

async function writeRegion(homes: readonly Home[], { days, zone, seed, homes: count }: Options, file: string) {
  // A week more than is simulated, so that the first readings have an owner also when the import took its time.
  const text = stringify(regionOf(homes, { days: days + 7, zone }));
  const heading = `# ${count} simulated homes, seed ${seed}. Every person in here is invented.\n`;
  // Secrets and passwords are in it: nobody else on the machine needs to read them.
  await writeFile(file, heading + text, { mode: 0o600 });
  console.log(`Wrote ${file}. Next: hemvakt import ${file}`);
  console.log(`Then:  hemvakt simulate --homes ${count} --days ${days} --seed ${seed} --secrets ${file}`);
}

/** Runs until done or interrupted; the first Ctrl-C stops in good order, the second is Node's own. */
async function simulate(homes: readonly Home[], { days, speed, url, zone, live }: Options): Promise<RunReport> {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  const view = progressView(process.stderr, () => realClock.now());
  const now = realClock.now();
  const everyMs = live === undefined ? undefined : cadenceMs(live);
  const period =
    live === undefined
      ? { speed, from: now - days * DAY, to: now }
      : { speed: 1, from: now, to: Number.POSITIVE_INFINITY, ...(everyMs === undefined ? {} : { everyMs }) };
  try {
    return await runHomes({ homes, url, zone, ...period, onProgress: view.show, signal: stop.signal });
  } finally {
    view.clear();
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}

const asJson = ({ ledger, ...report }: RunReport) => ({
  ...report,
  from: new Date(report.from).toISOString(),
  to: Number.isFinite(report.to) ? new Date(report.to).toISOString() : null,
  errors: ledger.hubs().flatMap((hub) => hub.errors().map((message) => ({ hub: hub.hub, message }))),
});

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("A whole number from 1.");
  return value;
}

function speed(text: string): Speed {
  if (text === "max") return "as-fast-as-possible";
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new InvalidArgumentError('A number above 0, or "max".');
  return value;
}

function cadence(text: string): string {
  try {
    const every = cadenceMs(text);
    if (every === undefined || every >= 1000) return text;
  } catch {
    // Told below, in the same words.
  }
  throw new InvalidArgumentError('"daily", or an ISO 8601 duration of at least a second, such as PT2M.');
}

function zone(text: string): string {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId;
  } catch {
    throw new InvalidArgumentError("An IANA time zone such as Europe/Stockholm.");
  }
}
