import { Command, Option } from "commander";
import { languages } from "../rules/wording.ts";
import { type ApiClient, signingIn, withApi } from "./api-client.ts";
import { tableLines } from "./table.ts";

/** What `hemvakt hub` and `hemvakt device` do alike. */

export type Shared = { readonly json?: boolean | undefined };
/** What a command found or did: for people, and for scripts. */
export type Said = { readonly json: unknown; readonly lines: readonly string[] };

export type Device = {
  id: string;
  hub: string;
  model: string;
  place: string;
  battery: number | null;
  firmware: string | null;
  lastReading: { receivedAt: string; clock: string } | null;
  version: number;
};
type Changed = { id: string; version?: number; assignments: string[] };
type Assignment = {
  id: number;
  device: string;
  user: number | null;
  patient: string | null;
  from: string;
  to: string | null;
};
type Happening = { at: string; type: string; actor: string; patient: string | null; data: Record<string, unknown> };

export const minute = (iso: string | null): string | null =>
  iso === null ? null : `${iso.slice(0, 16).replace("T", " ")}Z`;
export const percent = (value: number | null): string | null => (value === null ? null : `${value} %`);
export const places = ["stock", "repair", "lost", "retired", "recalled"] as const;

/** Calls the API and prints what came of it. */
export async function say({ json }: Shared, work: (api: ApiClient) => Promise<Said>): Promise<void> {
  const said = await withApi(process.env, work);
  console.log(json ? JSON.stringify(said.json, null, 2) : said.lines.join("\n"));
}

/** A command of the group, with what all of them take. */
export const command = (name: string, about: string): Command =>
  new Command(name).description(about).option("--json", "print what the API answers");

/** The option that says in which language sentences are printed. */
export const spokenLanguage = (): Option =>
  new Option("--lang <language>", "what is said, in which language").choices(languages).default("en");

export const group = (name: string, about: string): Command =>
  new Command(name).description(about).addHelpText("after", signingIn);

export const deviceTable = (devices: readonly Device[]): string[] =>
  tableLines(
    ["device", "hub", "model", "place", "battery", "firmware", "last reading", "clock"],
    devices.map(({ id, hub, model, place, battery, firmware, lastReading }) => [
      id,
      hub,
      model,
      place,
      percent(battery),
      firmware,
      minute(lastReading?.receivedAt ?? null),
      lastReading?.clock ?? null,
    ]),
  );

/** Who has these devices now. Patients of other teams stand without their id. */
export async function holders(api: ApiClient, devices: readonly string[]): Promise<string[]> {
  const now = Temporal.Now.instant().epochMilliseconds;
  const lines: string[] = [];
  for (const device of devices) {
    for (const { user, patient, from, to } of await api.all<Assignment>(
      `assignments?device=${encodeURIComponent(device)}`,
    )) {
      const ended = to !== null && Temporal.Instant.from(to).epochMilliseconds <= now;
      if (ended) continue;
      const slot = user === null ? "" : ` (person ${user})`;
      const until = to === null ? "" : ` until ${minute(to)}`;
      lines.push(`${device}${slot}: ${patient ?? "a patient of another team"} since ${minute(from)}${until}`);
    }
  }
  return lines;
}

/** What of an event's data is an instant, in milliseconds since the epoch. */
const instants: readonly string[] = ["expiresAt", "overlapUntil"];
const isoOf = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(ms).toString();

export async function history(api: ApiClient, of: "hub" | "device", id: string): Promise<Said> {
  const events = await api.all<Happening>(`${pathOf(of, id)}/history`);
  const about = ({ data }: Happening): string =>
    Object.entries(data)
      .filter(([key]) => key !== of)
      .map(([key, value]) => `${key} ${instants.includes(key) ? minute(isoOf(Number(value))) : String(value)}`)
      .join(", ");
  const rows = events.map((event) => [minute(event.at), event.type, event.actor, event.patient, about(event)]);
  return { json: events, lines: tableLines(["when", "what", "who", "patient", ""], rows) };
}

/** Where one hub or device stands in the API. */
export const pathOf = (of: "hub" | "device", id: string): string => `${of}s/${encodeURIComponent(id)}`;

const versionOf = async (api: ApiClient, of: "hub" | "device", id: string): Promise<number> =>
  (await api.get<{ version: number }>(pathOf(of, id))).version;

/** Changes a hub or device as it is right now. */
export async function change<T>(
  api: ApiClient,
  of: "hub" | "device",
  id: string,
  what: string,
  body: object,
): Promise<T> {
  return api.post<T>(`${pathOf(of, id)}/${what}`, body, await versionOf(api, of, id));
}

const done = (json: Changed, text: string): Said => ({
  json,
  lines: [text, ...(json.assignments.length > 0 ? [`Assignments: ${json.assignments.join(", ")}`] : [])],
});

type LendOptions = Shared & {
  readonly patient: string;
  readonly user?: string;
  readonly from?: string;
  readonly to?: string;
  readonly emptied?: boolean;
};

/** lend, return, exchange, place and retire, which hubs and devices have alike. */
export function lifeCommands(of: "hub" | "device"): Command[] {
  const lend = command("lend", of === "hub" ? "Lend a hub with every device in stock behind it" : "Lend a device")
    .argument(`<${of}>`)
    .requiredOption("--patient <id>", "to whom")
    .option("--user <slot>", "only this user slot")
    .option("--from <instant>", "since when, ISO 8601 with offset (default: now)")
    .option("--to <instant>", "until when")
    .option("--emptied", "the hub's memory was emptied by hand; needed when it wasn't connected since its last patient")
    .action((id: string, { patient, user, from, to, emptied, ...shared }: LendOptions) =>
      say(shared, async (api) => {
        const body = { patient, ...(user === undefined ? {} : { user: Number(user) }), from, to, emptied };
        return done(await api.post<Changed>(`${pathOf(of, id)}/lend`, body), `${id} is lent to ${patient}.`);
      }),
    );

  const takeBack = command("return", `Take a ${of} back: whoever has it has it no more`)
    .argument(`<${of}>`)
    .action((id: string, shared: Shared) =>
      say(shared, async (api) => done(await change<Changed>(api, of, id, "return", {}), `${id} is back.`)),
    );

  const where = (fallback: string): Option =>
    new Option("--to <place>", "where the old one goes").choices(places).default(fallback);
  const exchange = command("exchange", `Replace a ${of} that somebody has with another, in one go`)
    .argument(`<${of}>`)
    .argument("<replacement>")
    .addOption(where("repair"))
    .action((id: string, replacement: string, { to, ...shared }: Shared & { to: string }) =>
      say(shared, async (api) => {
        const answer = await change<Changed>(api, of, id, "exchange", { replacement, place: to });
        return done(
          answer,
          `${replacement} has taken the place of ${id}, which is in ${to}.`.replace(/in (lost|retired)/, "$1"),
        );
      }),
    );

  const put = (id: string, place: string, shared: Shared): Promise<void> =>
    say(shared, async (api) => done(await change<Changed>(api, of, id, "place", { place }), `${id}: ${place}.`));
  const place = command("place", `Say where a ${of} is now: ${places.join(", ")}; whoever has it has it no more`)
    .argument(`<${of}>`)
    .argument("<place>")
    .action((id: string, to: string, shared: Shared) => put(id, to, shared));
  const retire = command("retire", `Take a ${of} out of use, or write it off as lost`)
    .argument(`<${of}>`)
    .option("--lost", "nobody knows where it is")
    .action((id: string, { lost, ...shared }: Shared & { lost?: boolean }) =>
      put(id, lost ? "lost" : "retired", shared),
    );

  return [lend, takeBack, exchange, place, retire];
}
