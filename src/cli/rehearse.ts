import { readFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { HemvaktError } from "../errors.ts";
import { type Language, languages } from "../rules/wording.ts";
import { type ApiClient, signingIn, withApi } from "./api-client.ts";
import { type PatientResult, patientLines, type TeamResult, teamLines } from "./rehearsal-report.ts";
import { listenForStop } from "./stopping.ts";

type Job<Result> = {
  readonly id: string;
  readonly state: "waiting" | "running" | "done" | "cancelled" | "failed";
  readonly progress: { readonly done: number; readonly total: number };
  readonly draft: string | null;
  readonly kept: boolean | null;
  readonly failure: { readonly title: string; readonly action: string } | null;
  readonly result: Result | null;
};

type Options = {
  readonly team?: string;
  readonly draft?: string;
  readonly plan?: string;
  readonly set: readonly Setting[];
  readonly remove: readonly string[];
  readonly change?: string;
  readonly condition?: string;
  readonly days: string;
  readonly resolveAfter?: string;
  readonly lang: Language;
  readonly json?: boolean;
};

/** `hemvakt rehearse`: what a plan would have done, before anybody signs it. */
export const rehearseCommand = (): Command =>
  new Command("rehearse")
    .description("Run a plan that nobody has signed over the last months: which alerts come, go and move")
    .argument("[patient]", "whose history; or --team")
    .option("--team <id>", "all patients of a team instead, each with the change made to their own plan")
    .option("--draft <id>", "a draft; what comes out is kept with it")
    .option("--plan <file>", "a whole plan, as JSON")
    .option(
      "--set <rule.part=value>",
      "change a part of a rule of the plan in force, for instance weight-rise-3d.amount='1.5 kg'; repeatable",
      collectSettings,
      [],
    )
    .option("--remove <rule>", "take a rule away; repeatable", collect, [])
    .option("--change <file>", "a change as JSON: overrides, add, remove")
    .option("--condition <name>", "with --team: only patients whose plan names it")
    .option("--days <n>", "so many days back", "90")
    .option("--resolve-after <hours>", "assume that each alert is resolved so long after it opened")
    .addOption(new Option("--lang <language>", "of the sentences").choices(languages).default("en"))
    .option("--json", "print what the API answers")
    .addHelpText(
      "after",
      `
Examples:
  hemvakt rehearse greta --set weight-rise-3d.amount='1.5 kg'
  hemvakt rehearse greta --plan plan.json --days 30 --lang sv
  hemvakt rehearse --team north --condition heart-failure --remove weight-rise-3d-since-lowest

Nothing is signed and nobody is alerted. Ctrl-C cancels it.
${signingIn}`,
    )
    .action(rehearse);

async function rehearse(patient: string | undefined, options: Options): Promise<void> {
  const { lang: language, json } = options;
  await withApi(process.env, async (api) => {
    if (options.team !== undefined && patient === undefined) {
      const path = `teams/${encodeURIComponent(options.team)}/rehearsals`;
      const { condition } = options;
      const body = {
        change: changeIn(options),
        ...(condition === undefined ? {} : { condition }),
        ...termsIn(options),
      };
      return show(await follow<TeamResult>(api, path, body), (result) => teamLines(result, language), json);
    }
    if (patient === undefined || options.team !== undefined) throw wrong("Name a patient, or a team with --team.");
    const path = `patients/${encodeURIComponent(patient)}/rehearsals`;
    const body = { ...draftIn(options), ...termsIn(options) };
    return show(await follow<PatientResult>(api, path, body), (result) => patientLines(result, language), json);
  });
}

const termsIn = ({ days, resolveAfter }: Options): object => ({
  days: Number(days),
  ...(resolveAfter === undefined ? {} : { resolveAfterHours: Number(resolveAfter) }),
});

function draftIn(options: Options): object {
  const { draft, plan, set, remove, change } = options;
  const given = [draft, plan, change, set.length + remove.length > 0 ? "" : undefined];
  if (given.filter((one) => one !== undefined).length !== 1) {
    throw wrong("Say what to rehearse: one of --draft, --plan, --change, or --set and --remove.");
  }
  if (draft !== undefined) return { draft };
  return plan === undefined ? { change: changeIn(options) } : { body: readJson(plan) };
}

function changeIn({ change, set, remove, draft, plan }: Options): unknown {
  if (draft !== undefined || plan !== undefined) throw wrong("A team is rehearsed with --change, --set and --remove.");
  if (change !== undefined) return readJson(change);
  const overrides: Record<string, Record<string, unknown>> = {};
  for (const { rule, part, value } of set) overrides[rule] = { ...overrides[rule], [part]: value };
  return { overrides, remove };
}

const wrong = (detail: string): HemvaktError => new HemvaktError("CONFIG_INVALID", detail);

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw wrong(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A part of a rule and its new value. */
export type Setting = { readonly rule: string; readonly part: string; readonly value: unknown };

const collect = (value: string, before: readonly string[]): string[] => [...before, value];
const collectSettings = (text: string, before: readonly Setting[]): Setting[] => [...before, readSetting(text)];

/** `rule.part=value`; the value a number, a quantity with its unit ("1.5 kg"), a word, or JSON. */
export function readSetting(text: string): Setting {
  const parts = /^([a-z0-9-]+)\.([A-Za-z]+)=(.+)$/s.exec(text);
  if (!parts) throw new InvalidArgumentError("Write rule.part=value, for instance pulse-high.limit='115 /min'.");
  const [, rule = "", part = "", value = ""] = parts;
  const quantity = /^(-?\d+(?:\.\d+)?)\s+(\S.*)$/.exec(value);
  if (quantity) return { rule, part, value: { value: Number(quantity[1]), unit: quantity[2] } };
  try {
    return { rule, part, value: JSON.parse(value) as unknown };
  } catch {
    return { rule, part, value };
  }
}

/** Asks for a rehearsal and waits for its end; says on standard error how far it is. Being stopped cancels it. */
async function follow<Result>(api: ApiClient, path: string, body: object): Promise<Job<Result>> {
  const stopping = listenForStop();
  const tell = (text: string): void => void (process.stderr.isTTY && process.stderr.write(`\r\u001B[K${text}`));
  try {
    let job = await api.post<Job<Result>>(`${path}?wait=1`, body);
    while (job.state === "waiting" || job.state === "running") {
      const { done, total } = job.progress;
      tell(job.state === "waiting" ? "Waiting for another rehearsal" : `Rehearsed ${done} of ${total}`);
      const at = `${path}/${job.id}`;
      job = stopping.signal.aborted ? await api.delete(at) : await api.get(`${at}?wait=1`);
    }
    return job;
  } finally {
    tell("");
    stopping.done();
  }
}

/** What a shell sees of a command that SIGINT ended. */
const INTERRUPTED = 130;

function show<Result>(job: Job<Result>, lines: (result: Result) => string[], json: boolean | undefined): void {
  if (job.state === "cancelled") {
    console.error("Cancelled.");
    process.exitCode = INTERRUPTED;
    return;
  }
  if (job.failure || !job.result) {
    throw new HemvaktError("INTERNAL", [job.failure?.title, job.failure?.action].filter(Boolean).join(" "));
  }
  console.log(json ? JSON.stringify(job, null, 2) : [...lines(job.result), ...keptLines(job)].join("\n"));
}

const keptLines = ({ draft, kept }: Pick<Job<unknown>, "draft" | "kept">): string[] =>
  draft === null
    ? []
    : ["", kept ? `Kept with draft ${draft}.` : `Draft ${draft} has changed meanwhile: this is not kept with it.`];
