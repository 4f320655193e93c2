import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { HemvaktError } from "../errors.ts";
import { type SbarTexts, sbarParts, sbarTitles } from "../handover/sbar.ts";
import type { ApiClient } from "./api-client.ts";
import { command, group, minute, type Said, type Shared, say, spokenLanguage } from "./equipment.ts";
import { tableLines } from "./table.ts";

type Language = "sv" | "en";
type Handover = {
  id: string;
  version: number;
  from: string;
  to: string;
  state: string;
  offeredBy: { staff: string };
  offeredAt: string;
  expiresAt: string;
  takeoverUntil: string | null;
  note: string | null;
  decided: { by: { staff: string }; at: string; reason: string | null } | null;
  patients: { patient: string; edited: boolean }[];
  alerts: { alert: string; patient: string | null; severity: string; state: string; outcome: string | null }[];
};

/** `hemvakt handover`: giving what is open to another team, who accepts it or not. */
export function handoverCommand(): Command {
  const handover = group("handover", "Offer what is open to another team; accept, decline, withdraw");
  for (const one of [offer(), list(), show(), sbar(), accept(), decline(), withdraw()]) handover.addCommand(one);
  return handover;
}

const pathOf = (id: string): string => `handovers/${encodeURIComponent(id)}`;

type Offer = Shared & {
  from: string;
  to: string;
  patient?: string[];
  alert?: string[];
  minutes?: string;
  takeoverUntil?: string;
  note?: string;
  sbar?: string;
};

const offer = (): Command =>
  command("offer", "Offer everything that a team has open, or some of it")
    .requiredOption("--from <team>", "one of your teams")
    .requiredOption("--to <team>")
    .option("--patient <ids...>", "only what is open of these")
    .option("--alert <ids...>", "only these alerts")
    .option("--minutes <n>", "how long it can be answered, 5 to 720 (default: 30)")
    .option("--takeover-until <instant>", "the receiver also answers for the patients until then")
    .option("--note <text>")
    .option("--sbar <file>", 'JSON: edited texts by patient and language, {"greta": {"sv": {…}}}')
    .action(({ json, patient, alert, minutes, sbar: file, ...rest }: Offer) =>
      say({ json }, async (api) => {
        const body = {
          ...rest,
          ...(patient ? { patients: patient } : {}),
          ...(alert ? { alerts: alert } : {}),
          ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
          ...(file === undefined ? {} : { sbar: textsIn(file) }),
        };
        return described(await api.post<Handover>("handovers", body));
      }),
    );

function textsIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new HemvaktError("CONFIG_INVALID", `${file} is no JSON file that can be read.`);
  }
}

const list = (): Command =>
  command("list", "List offers to and from your teams")
    .option("--team <id>")
    .addOption(
      new Option("--state <state>", "which")
        .choices(["offered", "accepted", "declined", "expired", "withdrawn", "all"])
        .default("offered"),
    )
    .action(({ json, team, state }: Shared & { team?: string; state: string }) =>
      say({ json }, async (api) => {
        const query = new URLSearchParams({ state, ...(team ? { team } : {}) });
        const items = await api.all<Handover>(`handovers?${query.toString()}`);
        const rows = items.map((one) => [
          one.id,
          one.from,
          one.to,
          one.state,
          one.alerts.length,
          one.patients.length,
          minute(one.offeredAt),
          minute(one.expiresAt),
        ]);
        const heads = ["handover", "from", "to", "state", "alerts", "patients", "offered", "until"];
        return { json: items, lines: items.length === 0 ? ["None."] : tableLines(heads, rows) };
      }),
    );

const show = (): Command =>
  command("show", "Read an offer")
    .argument("<handover>")
    .action((id: string, shared: Shared) => say(shared, async (api) => described(await api.get<Handover>(pathOf(id)))));

const sbar = (): Command =>
  command("sbar", "Read the SBAR that a patient was offered with")
    .argument("<handover>")
    .argument("<patient>")
    .addOption(spokenLanguage())
    .option("--compiled", "as it was compiled, before anybody edited it")
    .action((id: string, patient: string, { json, lang, compiled }: Shared & { lang: Language; compiled?: true }) =>
      say({ json }, async (api) => {
        const query = `lang=${lang}${compiled ? "&compiled=true" : ""}`;
        return sbarLines(
          await api.get<SbarTexts>(`${pathOf(id)}/patients/${encodeURIComponent(patient)}/sbar?${query}`),
          lang,
        );
      }),
    );

const accept = (): Command =>
  command("accept", "Accept an offer to your team: its alerts are yours, its promises yours to keep")
    .argument("<handover>")
    .action((id: string, shared: Shared) => say(shared, (api) => answer(api, id, "accept", {})));

const decline = (): Command =>
  command("decline", "Decline an offer to your team")
    .argument("<handover>")
    .requiredOption("--reason <text>")
    .action((id: string, { json, reason }: Shared & { reason: string }) =>
      say({ json }, (api) => answer(api, id, "decline", { reason })),
    );

const withdraw = (): Command =>
  command("withdraw", "Take back an offer of your team")
    .argument("<handover>")
    .action((id: string, shared: Shared) => say(shared, (api) => answer(api, id, "withdraw", {})));

async function answer(api: ApiClient, id: string, what: string, body: object): Promise<Said> {
  const { version } = await api.get<Handover>(pathOf(id));
  return described(await api.post<Handover>(`${pathOf(id)}/${what}`, body, version));
}

function described(one: Handover): Said {
  const rows = one.alerts.map(({ alert, patient, severity, state, outcome }) => [
    alert,
    patient,
    severity,
    state,
    outcome,
  ]);
  const lines = [
    `Handover ${one.id}, ${one.from} to ${one.to}: ${one.state}`,
    `Offered by ${one.offeredBy.staff} ${minute(one.offeredAt)}, to be answered by ${minute(one.expiresAt)}`,
    ...(one.takeoverUntil ? [`With a takeover until ${minute(one.takeoverUntil)}`] : []),
    ...(one.note ? [one.note] : []),
    ...(one.decided
      ? [`${one.decided.by.staff} ${minute(one.decided.at)}${one.decided.reason ? `: ${one.decided.reason}` : ""}`]
      : []),
    "",
    ...tableLines(["alert", "patient", "severity", "state", "outcome"], rows),
    "",
    `SBAR of ${one.patients.map(({ patient, edited }) => `${patient}${edited ? " (edited)" : ""}`).join(", ")}`,
  ];
  return { json: one, lines };
}

/** The four parts as they are read aloud. */
export const sbarLines = (texts: SbarTexts, lang: Language): Said => ({
  json: texts,
  lines: sbarParts.flatMap((part) => [sbarTitles[part][lang].toUpperCase(), ...texts[part].split("\n"), ""]),
});

/** `hemvakt patient sbar`: a patient told as things are now. */
export const patientSbar = (): Command =>
  command("sbar", "Tell a patient by SBAR, as things are now")
    .argument("<patient>")
    .addOption(spokenLanguage())
    .action((id: string, { json, lang }: Shared & { lang: Language }) =>
      say({ json }, async (api) =>
        sbarLines(await api.get<SbarTexts>(`patients/${encodeURIComponent(id)}/sbar?lang=${lang}`), lang),
      ),
    );
