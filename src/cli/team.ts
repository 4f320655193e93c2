import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { parse } from "yaml";
import { onCallRoles, teamKinds } from "../domain/responsibility.ts";
import { HemvaktError } from "../errors.ts";
import type { ApiClient } from "./api-client.ts";
import { command, group, minute, type Said, type Shared, say, spokenLanguage } from "./equipment.ts";
import { teamEscalation } from "./escalation.ts";
import { tableLines } from "./table.ts";

type Opening = { days?: string[]; from: string; until: string };
type Hours = {
  weekly: Opening[];
  publicHolidays: string;
  exceptions: { date: string; openings: Opening[]; reason: string }[];
};
type Language = "sv" | "en";
type Team = {
  id: string;
  version: number;
  name: string;
  unit: string;
  zone: string;
  kind: string;
  contact: { phone?: string; email?: string; webhook?: string };
  hours: Hours | null;
  cover: string | null;
  onCall: string;
  closedAt: string | null;
  now: { open: boolean; explanation: Record<Language, string>; onCall: { staff: string; role: string }[] };
};
type Shift = { id: number; version: number; staff: string; role: string; from: string; to: string };
type Spoken = Shared & { readonly lang: Language };

/** `hemvakt team`: who is there when. */
export function teamCommand(): Command {
  const team = group("team", "Teams: when they are there, how they are reached, who is on call");
  for (const one of [list(), show(), create(), change(), close(), shifts(), teamEscalation()]) team.addCommand(one);
  return team;
}

const pathOf = (id: string): string => `teams/${encodeURIComponent(id)}`;

const list = (): Command =>
  command("list", "List your teams; for administrators all")
    .addOption(spokenLanguage())
    .action(({ lang, ...shared }: Spoken) =>
      say(shared, async (api) => {
        const teams = await api.all<Team>("teams");
        const rows = teams.map((team) => [
          team.id,
          team.kind,
          team.contact.phone ?? team.contact.email ?? null,
          team.cover,
          team.closedAt === null ? team.now.explanation[lang] : `closed for good ${minute(team.closedAt)}`,
        ]);
        return { json: teams, lines: tableLines(["team", "kind", "contact", "cover", "now"], rows) };
      }),
    );

const show = (): Command =>
  command("show", "Show a team: hours, contact, cover, who is on call")
    .argument("<team>")
    .addOption(spokenLanguage())
    .action((id: string, { lang, ...shared }: Spoken) => say(shared, (api) => describe(api, id, lang)));

async function describe(api: ApiClient, id: string, lang: Language): Promise<Said> {
  const team = await api.get<Team>(pathOf(id));
  const contact = Object.entries(team.contact).map(([kind, value]) => `${kind} ${value}`);
  const lines = [
    `Team      ${team.id}, ${team.name} (${team.kind}), ${team.unit}`,
    `Now       ${team.now.explanation[lang]}`,
    ...team.now.onCall.map(({ staff, role }) => `On call   ${staff} (${role})`),
    `Contact   ${contact.join(", ") || "none: nobody is reached"}`,
    `Cover     ${team.cover ?? "none"}`,
    `Reds      ${team.onCall === "rota" ? "go to whoever is on the rota" : "go to whoever is at work"}`,
    ...hoursLines(team.hours),
  ];
  return { json: team, lines };
}

const hoursLines = (hours: Hours | null): string[] =>
  hours === null
    ? ["Hours     around the clock"]
    : [
        ...hours.weekly.map(({ days, from, until }) => `Hours     ${days?.join(" ")} ${from}-${until}`),
        `Holidays  ${hours.publicHolidays}`,
        ...hours.exceptions.map(
          ({ date, openings, reason }) =>
            `Except    ${date} ${openings.map(({ from, until }) => `${from}-${until}`).join(", ") || "closed"} (${reason})`,
        ),
      ];

type Fields = {
  readonly name?: string;
  readonly kind?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly webhook?: string;
  readonly hours?: string;
  readonly cover?: string;
  readonly onCall?: string;
};

const withFields = (of: Command): Command =>
  of
    .addOption(new Option("--kind <kind>").choices(teamKinds))
    .option("--phone <number>", "the function's number, shown to patients and staff")
    .option("--email <address>", "where alerts are sent")
    .option("--webhook <url>", "a gateway for SMS or paging")
    .option("--hours <file>", 'a YAML or JSON file with `weekly`, `publicHolidays`, `exceptions`, or "always"')
    .option("--cover <team>", 'the team outside these hours, or "none"')
    .addOption(new Option("--on-call <how>", "who answers for reds").choices(["rota", "at-work"]));

/** What was given, as the API takes it; a part of the contact that isn't named stays. */
function fieldsOf(given: Fields, before?: Team["contact"]): Record<string, unknown> {
  const { name, kind, phone, email, webhook, hours, cover, onCall } = given;
  const contact = {
    ...before,
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(webhook === undefined ? {} : { webhook }),
  };
  const isContact = [phone, email, webhook].some((one) => one !== undefined);
  return {
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    ...(isContact ? { contact } : {}),
    ...(hours === undefined ? {} : { hours: hours === "always" ? null : parse(read(hours)) }),
    ...(cover === undefined ? {} : { cover: cover === "none" ? null : cover }),
    ...(onCall === undefined ? {} : { onCall }),
  };
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new HemvaktError("CONFIG_INVALID", `${file} can't be read.`);
  }
}

const create = (): Command =>
  withFields(command("create", "Create a team"))
    .argument("<team>", "its id")
    .requiredOption("--name <name>")
    .requiredOption("--provider <name>", "the care provider (vårdgivare)")
    .requiredOption("--unit <name>", "the care unit (vårdenhet)")
    .option("--zone <zone>", "IANA time zone", "Europe/Stockholm")
    .action(
      (
        id: string,
        { json, provider, unit, zone, ...given }: Shared & Fields & Record<"provider" | "unit" | "zone", string>,
      ) =>
        say({ json }, async (api) => {
          await api.post("teams", { id, provider, unit, zone, contact: {}, ...fieldsOf(given) });
          return describe(api, id, "en");
        }),
    );

const change = (): Command =>
  withFields(command("change", "Change a team from now on; what isn't named stays"))
    .argument("<team>")
    .option("--name <name>")
    .action((id: string, { json, ...given }: Shared & Fields) =>
      say({ json }, async (api) => {
        const { version, contact } = await api.get<Team>(pathOf(id));
        await api.patch(pathOf(id), fieldsOf(given, contact), version);
        return describe(api, id, "en");
      }),
    );

const close = (): Command =>
  command("close", "Close a team for good; refused while it has patients, alerts, hubs or members")
    .argument("<team>")
    .action((id: string, shared: Shared) =>
      say(shared, async (api) => {
        const { version } = await api.get<Team>(pathOf(id));
        const json = await api.post(`${pathOf(id)}/close`, {}, version);
        return { json, lines: [`${id} is closed.`] };
      }),
    );

function shifts(): Command {
  const shift = group("shift", "The rota: turns as primary, secondary and manager");
  shift.addCommand(
    command("list", "List the turns from now on")
      .argument("<team>")
      .option("--from <instant>", "ISO 8601 with offset (default: now)")
      .option("--to <instant>", "(default: 30 days later)")
      .action((id: string, { from, to, ...shared }: Shared & { from?: string; to?: string }) =>
        say(shared, async (api) => {
          const query = new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}) });
          const { items } = await api.get<{ items: Shift[] }>(`${pathOf(id)}/shifts?${query.toString()}`);
          const rows = items.map((turn) => [turn.id, turn.staff, turn.role, minute(turn.from), minute(turn.to)]);
          const lines =
            items.length === 0 ? ["Nobody is on the rota."] : tableLines(["turn", "staff", "role", "from", "to"], rows);
          return { json: items, lines };
        }),
      ),
  );
  shift.addCommand(
    command("add", "Put somebody on the rota")
      .argument("<team>")
      .argument("<staff>")
      .requiredOption("--from <instant>", "ISO 8601 with offset")
      .requiredOption("--to <instant>")
      .addOption(new Option("--role <role>").choices(onCallRoles).default("primary"))
      .action((id: string, staff: string, { json, ...turn }: Shared & Record<"from" | "to" | "role", string>) =>
        say({ json }, async (api) => {
          const made = await api.post<{ ids: string[] }>(`${pathOf(id)}/shifts`, { shifts: [{ staff, ...turn }] });
          return { json: made, lines: [`Turn ${made.ids.join(", ")}.`] };
        }),
      ),
  );
  shift.addCommand(
    command("end", "End a turn now or later; one that hasn't begun is taken off")
      .argument("<team>")
      .argument("<turn>", "its number, as in the list")
      .option("--to <instant>", "(default: now)")
      .action((id: string, turn: string, { json, to }: Shared & { to?: string }) =>
        say({ json }, async (api) => {
          const all = `${pathOf(id)}/shifts`;
          const { items } = await api.get<{ items: Shift[] }>(all);
          const version = items.find((one) => String(one.id) === turn)?.version ?? 1;
          const made = await api.post(
            `${all}/${encodeURIComponent(turn)}/end`,
            to === undefined ? {} : { to },
            version,
          );
          return { json: made, lines: [`Turn ${turn} ends ${to ?? "now"}.`] };
        }),
      ),
  );
  return shift;
}
