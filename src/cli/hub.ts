import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { renderUnicodeCompact } from "uqr";
import {
  change,
  command,
  type Device,
  deviceTable,
  group,
  history,
  holders,
  lifeCommands,
  minute,
  pathOf,
  percent,
  type Said,
  type Shared,
  say,
} from "./equipment.ts";
import { homePageCommands } from "./home-page.ts";
import { tableLines } from "./table.ts";

type Hub = {
  id: string;
  team: string;
  zone: string;
  forwarding: string;
  place: string;
  online: boolean;
  lastSeen: string | null;
  silentSince: string | null;
  battery: number | null;
  firmware: string | null;
  revokedAt: string | null;
  codeUntil: string | null;
  overlapUntil: string | null;
  version: number;
  devices: Device[];
  refusals: { code: string; title: string; action: string; count: number; lastAt: string }[];
};
type Secret = { id: string; version: number; secret: string | null };
type Code = { id: string; code: string | null; expiresAt: string; uri: string | null; svg: string | null };

/** `hemvakt hub`: hubs of a running platform. */
export function hubCommand(): Command {
  const hub = group("hub", "Register, provision, lend and follow hubs of a running platform");
  const commands = [
    list(),
    show(),
    register(),
    provision(),
    rotate(),
    revoke(),
    ...homePageCommands(),
    ...lifeCommands("hub"),
  ];
  for (const one of commands) hub.addCommand(one);
  return hub;
}

/** How a hub is, in a word. */
const signOf = ({ online, silentSince, lastSeen, revokedAt }: Hub): string => {
  if (revokedAt !== null) return "revoked";
  if (online) return "online";
  return silentSince !== null ? "silent" : lastSeen === null ? "never seen" : "away";
};

const list = (): Command =>
  command("list", "List hubs: where they are, whether they are silent, battery and firmware")
    .option("--team <id>", "only this team's")
    .option("--silent", "only those without a sign for more than 30 minutes")
    .option("--place <place>", "only those in stock, lent, repair, lost, retired or recalled (to be fetched)")
    .action(({ team, silent, place, json }: Shared & { team?: string; silent?: boolean; place?: string }) =>
      say({ json }, async (api) => {
        const all = await api.all<Hub>(`hubs${team === undefined ? "" : `?team=${encodeURIComponent(team)}`}`);
        const hubs = all.filter((hub) => (!silent || hub.silentSince) && (place === undefined || hub.place === place));
        const rows = hubs.map((hub) => [
          hub.id,
          hub.team,
          hub.place,
          signOf(hub),
          minute(hub.lastSeen),
          percent(hub.battery),
          hub.firmware,
          hub.devices.length,
        ]);
        const heads = ["hub", "team", "place", "sign", "last seen", "battery", "firmware", "devices"];
        return { json: hubs, lines: tableLines(heads, rows) };
      }),
    );

const show = (): Command =>
  command("show", "Show a hub with its devices, who has them, and what the broker refused")
    .argument("<hub>")
    .option("--history", "what has happened to it instead, newest first")
    .action((id: string, { history: wanted, ...shared }: Shared & { history?: boolean }) =>
      say(shared, async (api) => {
        if (wanted) return history(api, "hub", id);
        const hub = await api.get<Hub>(pathOf("hub", id));
        const lent = hub.devices.filter(({ place }) => place === "lent").map((device) => device.id);
        return { json: hub, lines: [...described(hub), ...(await holders(api, lent)), ...refused(hub)] };
      }),
    );

function described(hub: Hub): string[] {
  const facts: [string, string | null][] = [
    ["Hub", hub.id],
    ["Team", hub.team],
    ["Place", hub.place],
    ["Sign", signOf(hub)],
    ["Last seen", minute(hub.lastSeen)],
    ["Silent since", minute(hub.silentSince)],
    ["Battery", percent(hub.battery)],
    ["Firmware", hub.firmware],
    ["Forwarding", hub.forwarding],
    ["Zone", hub.zone],
    ["Open code until", minute(hub.codeUntil)],
    ["Former secret until", minute(hub.overlapUntil)],
    ["Revoked", minute(hub.revokedAt)],
  ];
  const known = facts.filter(([, value]) => value !== null).map(([name, value]) => `${name.padEnd(20)}${value}`);
  return [...known, ...(hub.devices.length > 0 ? ["", ...deviceTable(hub.devices)] : [])];
}

const refused = ({ refusals }: Hub): string[] =>
  refusals.flatMap(({ code, title, action, count, lastAt }) => [
    `${code}: ${count} times, last ${minute(lastAt)}. ${title}`,
    `  ${action}`,
  ]);

type RegisterOptions = Shared & {
  readonly team: string;
  readonly zone?: string;
  readonly forwarding?: string;
  readonly secret?: boolean;
};

const register = (): Command =>
  command("register", "Register a hub; its secret comes with hub provision")
    .argument("<hub>", "its id: letters, digits, dots, underscores or hyphens, nothing about a person")
    .requiredOption("--team <id>", "whose it is")
    .option("--zone <zone>", "where its devices' local times are (default: Europe/Stockholm)")
    .option("--forwarding <how>", "live, or store-and-forward (default)")
    .option("--secret", "print the secret that it was registered with, for a hub that can't take a code")
    .action((id: string, { team, zone, forwarding, secret, json }: RegisterOptions) =>
      say({ json }, async (api) => {
        const { secret: made, ...hub } = await api.post<Secret>("hubs", { id, team, zone, forwarding });
        const next = secret ? `Its secret, shown this once: ${made}` : `Next: hemvakt hub provision ${id}`;
        return { json: secret ? { ...hub, secret: made } : hub, lines: [`${id} is registered.`, next] };
      }),
    );

const provision = (): Command =>
  command("provision", "Make a one-time code for a hub, and show it as text and as a QR code")
    .argument("<hub>")
    .option("--minutes <n>", "how long it holds", "60")
    .option("--svg <file>", "write the QR code to a file as well")
    .action((id: string, { minutes, svg, ...shared }: Shared & { minutes: string; svg?: string }) =>
      say(shared, async (api) => {
        const made = await change<Code>(api, "hub", id, "provisioning", { minutes: Number(minutes) });
        if (svg !== undefined && made.svg !== null) writeFileSync(svg, made.svg, { mode: 0o600 });
        return { json: made, lines: codeLines(made) };
      }),
    );

const codeLines = ({ id, code, expiresAt, uri }: Code): string[] => [
  ...(uri === null ? [] : renderUnicodeCompact(uri, { border: 4 }).split("\n")),
  `Hub   ${id}`,
  `Code  ${code}`,
  `It works once, until ${minute(expiresAt)}. The hub's present secret ends when it is used.`,
];

const rotate = (): Command =>
  command("rotate", "Give a hub a new secret beside the present one, which ends when the new one is first used")
    .argument("<hub>")
    .option("--overlap-hours <n>", "until when the present one is taken at the latest", "72")
    .action((id: string, { overlapHours, ...shared }: Shared & { overlapHours: string }) =>
      say(shared, async (api): Promise<Said> => {
        const body = { overlapHours: Number(overlapHours) };
        const made = await change<Secret & { overlapUntil: string }>(api, "hub", id, "rotate", body);
        const until = `The present one ends when this is first used, at ${minute(made.overlapUntil)} at the latest.`;
        return { json: made, lines: [`The new secret of ${id}, shown this once: ${made.secret}`, until] };
      }),
    );

const revoke = (): Command =>
  command("revoke", "End a hub's secrets, certificates and connections at once")
    .argument("<hub>")
    .option("--certificate <sha256>", "only the certificate with this fingerprint")
    .action((id: string, { certificate, ...shared }: Shared & { certificate?: string }) =>
      say(shared, async (api): Promise<Said> => {
        const [what, body] =
          certificate === undefined ? ["revoke", {}] : ["certificates/revoke", { fingerprint: certificate }];
        const json = await change(api, "hub", id, what, body);
        const said = certificate === undefined ? `${id} is revoked` : `That certificate of ${id} is refused`;
        return { json, lines: [`${said}; its connections have ended.`] };
      }),
    );
