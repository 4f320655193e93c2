import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { runCohort, runReference } from "../cohort/cohort.ts";
import { eventLine, eventsHead, readingLines, readingsHead } from "../cohort/export.ts";
import { commonParameters, referenceParameters } from "../cohort/parameters.ts";
import { publishedFigures } from "../cohort/published.ts";
import { ruleSets } from "../cohort/rule-sets/catalogue.ts";
import { ruleSetFrom } from "../cohort/rule-sets/rule-file.ts";
import type { RuleSet } from "../cohort/rule-sets/rule-set.ts";
import { makeCase } from "../cohort/simulate.ts";
import { type CohortCondition, cohortConditions, type Made } from "../cohort/virtual/case.ts";
import { HemvaktError } from "../errors.ts";
import { cohortLines, referenceLines } from "./cohort-lines.ts";

type Options = {
  readonly condition?: CohortCondition;
  readonly patients?: number;
  readonly seed: string;
  readonly weightNoise?: number;
  readonly ruleFile?: readonly string[];
  readonly only?: boolean;
  readonly reference?: boolean;
  readonly threads: number;
  readonly json?: boolean;
  readonly export?: string;
};

/** `hemvakt cohort`: rules compared on virtual patients that are the same for everybody. Needs no running platform. */
export const cohortCommand = (): Command =>
  new Command("cohort")
    .description("Compare rules on virtual patients: events found and by chance, alerts a patient-year, work")
    .addOption(new Option("--condition <name>", "only these patients (default: both)").choices([...cohortConditions]))
    .option("--patients <n>", `how many (default: ${commonParameters.patients.value})`, wholeNumber)
    .option("--seed <seed>", "the same seed gives the same patients and figures", "1")
    .option("--weight-noise <kg>", "heart failure: how noisy everybody's weight is, instead of 0.5 to 0.7", kilograms)
    .option("--rule-file <plan.json>", "compare the rules of a plan too; may be given several times", collect)
    .option("--only", "compare nothing but the rules of --rule-file")
    .option("--reference", "the reference simulation beside an earlier calculation of it, instead")
    .option("--threads <n>", "how many at once; the figures don't depend on it", wholeNumber, availableParallelism())
    .option("--json", "the results as JSON")
    .option("--export <folder>", "write the virtual patients to readings.csv and events.csv in a new folder, and stop")
    .addHelpText(
      "after",
      "\nWhat the patients are made of, what the figures mean and what they don't: docs/clinical/cohort.md.\n" +
        'A rule file is a plan as the API takes it; {"rules": [...]} is enough.\n\n' +
        "  hemvakt cohort --condition heart-failure --patients 500 --rule-file mine.json --only",
    )
    .action(async (options: Options) => {
      const conditions = options.condition ? [options.condition] : cohortConditions;
      if (options.export !== undefined) return exportTo(options.export, conditions, options);
      if (options.reference) return reference(options);
      return compare(conditions, options);
    });

async function compare(conditions: readonly CohortCondition[], options: Options): Promise<void> {
  const { seed, threads, patients = commonParameters.patients.value, json } = options;
  // All files are read before anything is simulated, so that a mistake is told at once.
  const sets = conditions.map((condition) => setsFor(condition, options));
  const all = [];
  for (const [index, condition] of conditions.entries()) {
    const results = await runCohort(
      condition,
      seed,
      patients,
      sets[index]!,
      {
        threads,
        onProgress: progressOf(condition),
      },
      madeBy(options),
    );
    all.push(results);
    if (!json) console.log(`${index > 0 ? "\n" : ""}${cohortLines(results).join("\n")}`);
  }
  if (json) console.log(JSON.stringify({ results: all, published: publishedFigures }, null, 2));
}

const madeBy = ({ weightNoise }: Options): Made => (weightNoise === undefined ? {} : { weightNoise });

function setsFor(condition: CohortCondition, { ruleFile = [], only = false }: Options): RuleSet[] {
  if (only && ruleFile.length === 0) throw new HemvaktError("CONFIG_INVALID", "--only needs a --rule-file.");
  const own = ruleFile.map((file) => ruleSetFrom(readText(file), basename(file), condition));
  return only ? own : [...ruleSets[condition], ...own];
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new HemvaktError("CONFIG_INVALID", `${file} can't be read (${reason}).`);
  }
}

async function reference({
  seed,
  threads,
  patients = referenceParameters.patients.value,
  json,
}: Options): Promise<void> {
  const results = await runReference(seed, patients, { threads, onProgress: progressOf("reference") });
  console.log(json ? JSON.stringify(results, null, 2) : referenceLines(results).join("\n"));
}

function exportTo(folder: string, conditions: readonly CohortCondition[], options: Options): void {
  const { seed, patients = commonParameters.patients.value } = options;
  makeFolder(folder);
  const [readings, events] = ["readings.csv", "events.csv"].map((name) => openSync(join(folder, name), "wx"));
  try {
    writeSync(readings!, `${readingsHead}\n`);
    writeSync(events!, `${eventsHead}\n`);
    for (const condition of conditions) {
      const progress = progressOf(condition);
      for (let number = 0; number < patients; number += 1) {
        const one = makeCase[condition](seed, number, madeBy(options));
        writeSync(readings!, `${readingLines(one).join("\n")}\n`);
        writeSync(events!, `${eventLine(one)}\n`);
        progress(number + 1, patients);
      }
    }
  } finally {
    closeSync(readings!);
    closeSync(events!);
  }
  console.log(`${patients} virtual patients of ${conditions.join(" and ")} are in ${folder}.`);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unwritable";
    throw new HemvaktError("CONFIG_INVALID", `${folder} can't be made (${reason}); name a folder that isn't there.`);
  }
}

/** Says on standard error how far it has come, where somebody is looking. */
function progressOf(what: string): (done: number, of: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (done, of) => process.stderr.write(done < of ? `\r${what}: ${done} of ${of} patients ` : "\r\u001b[K");
}

const collect = (file: string, files: readonly string[] = []): readonly string[] => [...files, file];

function kilograms(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 5)) throw new InvalidArgumentError("Kilograms above 0, at most 5.");
  return value;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("A whole number from 1.");
  return value;
}
