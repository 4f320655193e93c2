import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { HemvaktError } from "../errors.ts";
import type { ApiClient } from "./api-client.ts";
import { command, group, minute, type Said, type Shared, say, spokenLanguage } from "./equipment.ts";
import { tableLines } from "./table.ts";

type Sentence = { sv: string; en: string };
type Difference = { sentence: Sentence };
type Plan = {
  version: number;
  signedBy: { staff: string; name: string | null };
  signedAt: string;
  validFrom: string;
  inForce: boolean;
  intact: boolean | null;
  digest: string | null;
  body: object;
};
type Draft = {
  id: string;
  state: string;
  base: number;
  outdated: boolean;
  body: object;
  problems: { path: string; message: string }[];
  differences: Difference[] | null;
  rehearsal: unknown;
  updatedBy: string;
  updatedAt: string;
  version: number;
};
type Preset = {
  condition: string;
  body: { rules: { id: string; severity: string }[] };
  sources: Record<string, string>;
  options: { name: string; title: Sentence; needs: { kind: string; metric?: string }[]; source: string }[];
};
type Language = keyof Sentence;
type Spoken = Shared & { lang: Language };
type Start = { preset?: string[]; option?: string[]; changes?: string; without?: string[] };

/** `hemvakt plan`: care plans of a running platform. */
export function planCommand(): Command {
  const plan = group("plan", "Read, draft, compare and sign care plans of a running platform");
  for (const one of [show(), templates(), drafts(), draft(), change(), compare(), sign(), discard(), verify()]) {
    plan.addCommand(one);
  }
  return plan;
}

const at = (patient: string, rest: string): string => `patients/${encodeURIComponent(patient)}/${rest}`;
const draftAt = (patient: string, id: string): string => at(patient, `plan-drafts/${encodeURIComponent(id)}`);

const spoken = (name: string, about: string): Command => command(name, about).addOption(spokenLanguage());

/** What a plan is begun from and how it differs, as all commands that make one take it. */
const starting = (made: Command): Command =>
  made
    .option("--preset <condition...>", "start from these templates: heart-failure, copd, hypertension")
    .option("--option <name...>", "parts of the templates to turn on; see hemvakt plan templates")
    .option("--changes <file>", "JSON of what differs: body, rules (by id), safetyLimits")
    .option("--without <rule...>", "rules to leave out");

function startOf({ preset, option, changes, without }: Start): object {
  return {
    ...(preset && { preset }),
    ...(option && { options: option }),
    ...(without && { withoutRules: without }),
    ...(changes === undefined ? {} : readJson(changes)),
  };
}

function readJson(file: string): object {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as object;
  } catch (error) {
    throw new HemvaktError("CONFIG_INVALID", `${file}: ${error instanceof Error ? error.message : "not readable"}`);
  }
}

const show = (): Command =>
  command("show", "List a patient's signed plans, or print one of them")
    .argument("<patient>")
    .argument("[version]")
    .action((patient: string, version: string | undefined, shared: Shared) =>
      say(shared, async (api) => {
        if (version !== undefined) {
          const plan = await api.get<Plan>(at(patient, `plans/${encodeURIComponent(version)}`));
          return { json: plan, lines: JSON.stringify(plan, null, 2).split("\n") };
        }
        const { items } = await api.get<{ items: Plan[] }>(at(patient, "plans"));
        const rows = items.map((plan) => [
          plan.version,
          plan.inForce ? "in force" : null,
          plan.signedBy.staff,
          minute(plan.signedAt),
          minute(plan.validFrom),
          plan.intact === null ? "no digest" : plan.intact ? "as signed" : "ALTERED",
        ]);
        return { json: items, lines: tableLines(["version", "", "signed by", "signed", "valid from", "digest"], rows) };
      }),
    );

const templates = (): Command =>
  spoken("templates", "List the templates: where each limit comes from, and the parts that can be turned on").action(
    ({ lang, ...shared }: Spoken) =>
      say(shared, async (api) => {
        const { items } = await api.get<{ items: Preset[] }>("presets");
        const lines = items.flatMap(({ condition, body, sources, options }) => [
          condition,
          ...body.rules.map(({ id, severity }) => `  ${id} (${severity}): ${sources[id] ?? ""}`),
          ...options.map(({ name, title, needs, source }) => {
            const needed = needs.map(({ kind, metric }) => metric ?? kind).join(", ");
            return `  + ${name}: ${title[lang]}${needed ? ` (needs ${needed})` : ""}. ${source}`;
          }),
        ]);
        return { json: items, lines };
      }),
  );

const drafts = (): Command =>
  command("drafts", "List a patient's open drafts")
    .argument("<patient>")
    .action((patient: string, shared: Shared) =>
      say(shared, async (api) => {
        const { items } = await api.get<{ items: Draft[] }>(at(patient, "plan-drafts"));
        const rows = items.map(({ id, base, outdated, problems, updatedBy, updatedAt }) => [
          id,
          base,
          outdated ? "outdated" : null,
          problems.length === 0 ? "complete" : `${problems.length} problems`,
          updatedBy,
          minute(updatedAt),
        ]);
        return { json: items, lines: tableLines(["draft", "from version", "", "state", "by", "changed"], rows) };
      }),
    );

const draft = (): Command =>
  starting(spoken("draft", "Begin a draft, from templates or the latest version"))
    .argument("<patient>")
    .action((patient: string, { lang, json, ...start }: Spoken & Start) =>
      say({ json }, async (api) => {
        const { id } = await api.post<{ id: string }>(at(patient, "plan-drafts"), startOf(start));
        return described(api, patient, id, lang);
      }),
    );

const change = (): Command =>
  starting(spoken("change", "Change a draft"))
    .argument("<patient>")
    .argument("<draft>")
    .option("--rebase", "it has been brought up to the latest signed version")
    .action((patient: string, id: string, { lang, json, rebase, ...start }: Spoken & Start & { rebase?: boolean }) =>
      say({ json }, async (api) => {
        const { version } = await api.get<Draft>(draftAt(patient, id));
        await api.put(draftAt(patient, id), { ...startOf(start), ...(rebase && { rebase }) }, version);
        return described(api, patient, id, lang);
      }),
    );

const compare = (): Command =>
  spoken("diff", "Say what a draft, or a signed version, changes")
    .argument("<patient>")
    .argument("<draft-or-version>")
    .action((patient: string, which: string, { lang, json }: Spoken) =>
      say({ json }, async (api) => {
        if (!/^\d+$/.test(which)) return described(api, patient, which, lang);
        const found = await api.get<{ items: Difference[] }>(at(patient, `plans/${which}/differences`));
        return { json: found, lines: sentences(found.items, lang) };
      }),
    );

const sign = (): Command =>
  command("sign", "Sign a draft as you: your password is asked for again")
    .argument("<patient>")
    .argument("<draft>")
    .option("--valid-from <instant>", "ISO 8601 with offset; default: now")
    .addHelpText("after", "\nThe password is taken from HEMVAKT_PASSWORD.")
    .action((patient: string, id: string, { json, validFrom }: Shared & { validFrom?: string }) =>
      say({ json }, async (api) => {
        const password = process.env["HEMVAKT_PASSWORD"];
        if (!password) throw new HemvaktError("CONFIG_INVALID", "Set HEMVAKT_PASSWORD: a signature needs it.");
        await api.post("sessions/current/confirmation", { password });
        const { version } = await api.get<Draft>(draftAt(patient, id));
        const body = validFrom === undefined ? {} : { validFrom };
        const signed = await api.post<{ version: number }>(`${draftAt(patient, id)}/signature`, body, version);
        return { json: signed, lines: [`Signed: ${patient} version ${signed.version}.`] };
      }),
    );

const discard = (): Command =>
  command("discard", "Discard a draft")
    .argument("<patient>")
    .argument("<draft>")
    .action((patient: string, id: string, shared: Shared) =>
      say(shared, async (api) => {
        const { version } = await api.get<Draft>(draftAt(patient, id));
        const gone = await api.delete<object>(draftAt(patient, id), version);
        return { json: gone, lines: [`Discarded: ${id}.`] };
      }),
    );

const verify = (): Command =>
  command("verify", "Check that every signed version of a patient's plan is as it was signed")
    .argument("<patient>")
    .action((patient: string, shared: Shared) =>
      say(shared, async (api) => {
        const { items } = await api.get<{ items: Plan[] }>(at(patient, "plans"));
        const altered = items.filter(({ intact }) => intact === false);
        if (altered.length > 0) {
          throw new HemvaktError("PLAN_ALTERED", `Versions ${altered.map(({ version }) => version).join(", ")}.`);
        }
        const without = items.filter(({ intact }) => intact === null).length;
        const rest = without > 0 ? ` ${without} are older than digests.` : "";
        return { json: items, lines: [`${items.length - without} versions are as they were signed.${rest}`] };
      }),
    );

async function described(api: ApiClient, patient: string, id: string, lang: Language): Promise<Said> {
  const found = await api.get<Draft>(draftAt(patient, id));
  const lines = [
    `Draft ${found.id}, ${found.state}, from version ${found.base}${found.outdated ? "; another has been signed since" : ""}`,
    ...found.problems.map(({ path, message }) => `Missing or wrong: ${path}: ${message}`),
    ...sentences(found.differences ?? [], lang),
    ...(found.rehearsal === null ? ["Not rehearsed as it is."] : []),
  ];
  return { json: found, lines };
}

const sentences = (differences: readonly Difference[], lang: Language): string[] =>
  differences.length === 0 ? ["No difference."] : differences.map(({ sentence }) => sentence[lang]);
