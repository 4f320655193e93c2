import { Command, InvalidArgumentError, Option } from "commander";
import {
  cadenceMs,
  type Home,
  makeHomes,
  type RunReport,
  regionOf,
  type Speed,
  seriesKinds,
  undisturbed,
  usualOutdoorClothes,
} from "../../simulators/index.ts";
import { realClock } from "../clock.ts";
import { HemvaktError } from "../errors.ts";
import { printReport, runShown, withSecrets, writeRegionFile } from "./simulate-run.ts";
import { type SeriesCommandOptions, simulateSeries } from "./simulate-series.ts";

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
} & SeriesCommandOptions;

const DAY = 86_400_000;
const seriesOptions = ["map", "kind", "unit", "skipBadLines", "dryRun"] as const;
const dashed = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * `hemvakt simulate`: simulated homes, or a series from a file, as MQTT clients of a running platform; or the region file
 * that it must import first.
 */
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
    .option("--write-region <file>", "write the region file that must be imported before, and stop")
    .option(
      "--zone <zone>",
      "the time zone the homes live in, and of a series' times without an offset",
      zone,
      "Europe/Stockholm",
    )
    .option("--no-disturbances", "no visitors, outages, repetitions or damaged messages")
    .addOption(
      new Option("--from <file>", "instead of simulated homes, play the series in a CSV file").conflicts([
        "homes",
        "days",
        "live",
        "disturbances",
      ]),
    )
    .option("--map <fields>", 'which column is what: "at=measured,systolic=upper,diastolic=lower,patient=code"')
    .addOption(
      new Option("--kind <kind>", "what the series holds, where the fields mapped leave it open").choices(seriesKinds),
    )
    .option("--unit <unit>", "the unit of the values (default: the one that is stored)")
    .option("--skip-bad-lines", "leave out lines that can't be used")
    .option("--dry-run", "say what would be sent, and send nothing")
    .option("--json", "print the final report as JSON")
    .action(async (options: Options) => {
      if (options.from !== undefined) {
        await simulateSeries(options.from, options);
        return;
      }
      const stray = seriesOptions.find((name) => options[name] !== undefined);
      if (stray !== undefined) throw new HemvaktError("CONFIG_INVALID", `--${dashed(stray)} needs --from <file>.`);
      const homes = await homesFor(options);
      if (options.writeRegion !== undefined) {
        await writeRegion(homes, options, options.writeRegion);
        return;
      }
      printReport(await simulate(homes, options), options.json ?? false);
    });
}

/** The homes of the options, with secrets from the file if there is one. */
async function homesFor({ homes: count, seed, disturbances, secrets, live }: Options): Promise<Home[]> {
  // Live, people are there who can be asked to take the coat off and weigh themselves again.
  const usual = live === undefined ? {} : { outdoorClothes: usualOutdoorClothes };
  const homes = makeHomes({ seed, count, disturbances: disturbances ? usual : undisturbed });
  return secrets === undefined ? homes : withSecrets(homes, secrets);
}

async function writeRegion(homes: readonly Home[], { days, zone, seed, homes: count }: Options, file: string) {
  await writeRegionFile(file, {
    heading: `${count} simulated homes, seed ${seed}. Every person in here is invented.`,
    // A week more than is simulated, so that the first readings have an owner also when the import took its time.
    region: regionOf(homes, { days: days + 7, zone }),
    next: `hemvakt simulate --homes ${count} --days ${days} --seed ${seed} --secrets ${file}`,
  });
}

function simulate(homes: readonly Home[], { days, speed, url, zone, live }: Options): Promise<RunReport> {
  const now = realClock.now();
  const everyMs = live === undefined ? undefined : cadenceMs(live);
  const period =
    live === undefined
      ? { speed, from: now - days * DAY, to: now }
      : { speed: 1, from: now, to: Number.POSITIVE_INFINITY, ...(everyMs === undefined ? {} : { everyMs }) };
  return runShown({ homes, url, zone, ...period });
}

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
