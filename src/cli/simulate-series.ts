import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import {
  peopleOf,
  problemLine,
  readSeries,
  regionOfSeries,
  type Series,
  type SeriesKind,
  type Speed,
  seriesHomes,
  seriesMessages,
} from "../../simulators/index.ts";
import { realClock } from "../clock.ts";
import { toLocalIso } from "../domain/day.ts";
import { HemvaktError } from "../errors.ts";
import { printReport, runShown, withSecrets, writeRegionFile } from "./simulate-run.ts";

/** The options of `hemvakt simulate` that only a series has. */
export type SeriesCommandOptions = {
  readonly from?: string;
  readonly map?: string;
  readonly kind?: SeriesKind;
  readonly unit?: string;
  readonly skipBadLines?: boolean;
  readonly dryRun?: boolean;
};

type Options = SeriesCommandOptions & {
  readonly seed: string;
  readonly speed: Speed;
  readonly url: string;
  readonly zone: string;
  readonly secrets?: string;
  readonly writeRegion?: string;
  readonly json?: boolean;
};

/** Problems and lines shown at most: the first ones tell what is wrong with the rest. */
const SHOWN = 20;

/**
 * Plays the series in a CSV file: one hub and device for each of its people. Or writes their region file, or says what it
 * would send.
 * @throws HemvaktError `CONFIG_INVALID`, `SERIES_INVALID`
 */
export async function simulateSeries(file: string, options: Options): Promise<void> {
  const series = await seriesIn(file, options);
  const paced = options.speed !== "as-fast-as-possible";
  const homes = seriesHomes(series, options.seed);
  const messages = seriesMessages(series, { paced });
  const summary = summaryOf(file, series, options.zone);
  if (options.writeRegion !== undefined) {
    await writeRegionFile(options.writeRegion, {
      heading: `The ${homes.length} people of ${basename(file)}, seed ${options.seed}, under ids of their own. Names are invented.`,
      region: regionOfSeries(series, homes, options),
      next: `hemvakt simulate --from ${file} …, with the same --map, --zone and --seed, and --secrets ${options.writeRegion}`,
    });
    return;
  }
  if (options.dryRun) {
    const all = homes.flatMap((home) => [...messages(home)]);
    console.log(summary.join("\n"));
    console.log(`Would send ${all.length} messages from ${homes.length} hubs to ${options.url}. The first:`);
    console.log(`${all[0]?.topic} ${all[0]?.payload.slice(0, 400)}${(all[0]?.payload.length ?? 0) > 400 ? "…" : ""}`);
    return;
  }
  process.stderr.write(`${summary.join("\n")}\n`);
  const known = options.secrets === undefined ? homes : await withSecrets(homes, options.secrets);
  const instants = series.readings.map(({ at }) => at);
  const { url, speed, zone, json } = options;
  const [from, to] = [instants.reduce((a, b) => Math.min(a, b)), instants.reduce((a, b) => Math.max(a, b))];
  printReport(await runShown({ homes: known, url, speed, zone, from, to, messages }), json ?? false);
}

async function seriesIn(file: string, options: Options): Promise<Series> {
  const { map, kind, unit, zone, seed } = options;
  if (map === undefined) throw new HemvaktError("CONFIG_INVALID", "--from needs --map: which column is what.");
  const more = { ...(kind ? { kind } : {}), ...(unit === undefined ? {} : { unit }) };
  const series = readSeries(await read(file), { map, zone, seed, now: realClock.now(), ...more });
  if (typeof series === "string") throw new HemvaktError("SERIES_INVALID", `${file}: ${series}`);
  if (series.problems.length > 0 && !options.skipBadLines) {
    throw new HemvaktError("SERIES_INVALID", [`${file}:`, ...problemLines(series)].join("\n"));
  }
  if (series.readings.length === 0) throw new HemvaktError("SERIES_INVALID", `${file}: no line that can be sent.`);
  return series;
}

async function read(file: string): Promise<string> {
  try {
    // A file in another encoding must not become a series of question marks.
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
  } catch (error) {
    const reason = error instanceof TypeError ? "not UTF-8" : (error as Error).message;
    throw new HemvaktError("CONFIG_INVALID", `--from ${file}: ${reason}.`);
  }
}

const problemLines = ({ problems }: Series): string[] => [
  ...problems.slice(0, SHOWN).map(problemLine),
  ...(problems.length > SHOWN ? [`… and ${problems.length - SHOWN} more.`] : []),
];

/** What was read, and what had to be assumed or left out. */
function summaryOf(file: string, series: Series, zone: string): string[] {
  const { kind, unit, readings, problems, ambiguous, skipped, unused } = series;
  const instants = readings.map(({ at }) => at).toSorted((a, b) => a - b);
  const time = (at: number | undefined) => (at === undefined ? "-" : toLocalIso(at, zone));
  const people = peopleOf(series).length;
  return [
    `${basename(file)}: ${readings.length} readings of ${people} ${people === 1 ? "person" : "people"}, ${kind} in ${unit}, ${time(instants[0])} to ${time(instants.at(-1))}.`,
    ...(unused.length > 0 ? [`Columns not used: ${unused.join(", ")}.`] : []),
    ...noted(`Times that the clock showed twice in ${zone}, the first of the two taken`, ambiguous),
    ...noted(`Times that the clock skipped in ${zone}, taken as that much later`, skipped),
    ...(problems.length > 0 ? ["Left out:", ...problemLines(series)] : []),
  ];
}

const noted = (what: string, lines: readonly number[]): string[] =>
  lines.length === 0
    ? []
    : [`${what}: line ${lines.slice(0, SHOWN).join(", ")}${lines.length > SHOWN ? `, … (${lines.length})` : ""}.`];
