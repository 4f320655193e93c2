import { type Command, Option } from "commander";
import { responsibilityKinds } from "../domain/responsibility.ts";
import type { ApiClient } from "./api-client.ts";
import { command, minute, type Said, type Shared, say, spokenLanguage } from "./equipment.ts";
import { tableLines } from "./table.ts";

type Language = "sv" | "en";
type Entry = {
  id: number;
  version: number;
  kind: string;
  team: string;
  cover: string | null;
  from: string;
  to: string | null;
  decidedBy: string;
  reason: string | null;
};
type Answer = {
  duty: {
    team: { id: string; phone: string | null } | null;
    until: string | null;
    explanation: Record<Language, string>;
    next: { team: { id: string } | null } | null;
  };
  items: Entry[];
};

const pathOf = (patient: string): string => `patients/${encodeURIComponent(patient)}/responsibilities`;

/** What of `hemvakt patient` is about who answers for somebody. */
export const responsibilityCommands = (): Command[] => [responsible(), looksNext(), entrust(), endEarlier()];

const responsible = (): Command =>
  command("responsible", "Who answers for a patient, why, and everything that was agreed")
    .argument("<patient>")
    .option("--at <instant>", "ISO 8601 with offset (default: now)")
    .addOption(spokenLanguage())
    .action((id: string, { at, lang, ...shared }: Shared & { at?: string; lang: Language }) =>
      say(shared, (api) => describe(api, id, lang, at)),
    );

type Look = { team: { phone: string | null } | null; explanation: Record<Language, string> };

const looksNext = (): Command =>
  command("next-look", "When somebody next looks at what a patient sends, as the patient may be told it")
    .argument("<patient>")
    .addOption(spokenLanguage())
    .action((id: string, { lang, ...shared }: Shared & { lang: Language }) =>
      say(shared, async (api) => {
        const look = await api.get<Look>(`patients/${encodeURIComponent(id)}/next-look`);
        return {
          json: look,
          lines: [look.explanation[lang], ...(look.team?.phone ? [`Phone ${look.team.phone}`] : [])],
        };
      }),
    );

async function describe(api: ApiClient, id: string, lang: Language, at?: string): Promise<Said> {
  const answer = await api.get<Answer>(`${pathOf(id)}${at === undefined ? "" : `?at=${encodeURIComponent(at)}`}`);
  const { duty, items } = answer;
  const rows = items.map((entry) => [
    entry.id,
    entry.kind,
    entry.team,
    entry.cover,
    minute(entry.from),
    minute(entry.to),
    entry.decidedBy,
    entry.reason,
  ]);
  const lines = [
    duty.explanation[lang],
    ...(duty.team?.phone ? [`Phone ${duty.team.phone}`] : []),
    ...(duty.until && duty.next ? [`Then (${minute(duty.until)}) ${duty.next.team?.id ?? "nobody"}`] : []),
    "",
    ...tableLines(["entry", "kind", "team", "cover", "from", "to", "decided by", "reason"], rows),
  ];
  return { json: answer, lines };
}

type Given = Shared & { kind: string; team: string; cover?: string; from?: string; to?: string; reason?: string };

const entrust = (): Command =>
  command("entrust", "Make a team responsible: from now on, for a while (takeover), or for palliative care")
    .argument("<patient>")
    .requiredOption("--team <id>")
    .addOption(new Option("--kind <kind>").choices(responsibilityKinds).default("ordinary"))
    .option("--cover <team>", "outside that team's hours (default: its own cover)")
    .option("--from <instant>", "ISO 8601 with offset (default: now)")
    .option("--to <instant>", "a takeover has an end")
    .option("--reason <text>")
    .action((id: string, { json, ...entry }: Given) =>
      say({ json }, async (api) => {
        await api.post(pathOf(id), entry);
        return describe(api, id, "en");
      }),
    );

const endEarlier = (): Command =>
  command("end-responsibility", "End a takeover or palliative care earlier")
    .argument("<patient>")
    .argument("<entry>", "its number, as `responsible` lists it")
    .option("--to <instant>", "(default: now)")
    .option("--reason <text>")
    .action((id: string, entry: string, { json, ...body }: Shared & { to?: string; reason?: string }) =>
      say({ json }, async (api) => {
        const { items } = await api.get<Answer>(pathOf(id));
        const version = items.find((one) => String(one.id) === entry)?.version ?? 1;
        await api.post(`${pathOf(id)}/${encodeURIComponent(entry)}/end`, body, version);
        return describe(api, id, "en");
      }),
    );
