import type { Command } from "commander";
import { command, group, minute, type Shared, say } from "./equipment.ts";
import { tableLines } from "./table.ts";

type Integration = {
  id: string;
  about: string;
  teams: string[];
  createdAt: string;
  revokedAt: string | null;
  username: string;
  version: number;
};
type Secret = { id: string; username: string; secret: string | null };

/** `hemvakt integration`: programs that hear over MQTT what happens to alerts of some teams. */
export function integrationCommand(): Command {
  const integration = group("integration", "Programs that hear alerts of some teams over MQTT (administrators)");
  for (const one of [list(), create(), change(), rotate(), revoke()]) integration.addCommand(one);
  return integration;
}

const path = (id: string): string => `integrations/${encodeURIComponent(id)}`;
const secretLines = ({ username, secret }: Secret): string[] => [
  `User name: ${username}`,
  secret === null ? "The secret was shown before; make a new one with rotate." : `Secret, shown this once: ${secret}`,
];

const list = (): Command =>
  command("list", "List them").action((shared: Shared) =>
    say(shared, async (api) => {
      const { items } = await api.get<{ items: Integration[] }>("integrations");
      const rows = items.map((one) => [
        one.id,
        one.about,
        one.teams.join(", "),
        minute(one.createdAt),
        minute(one.revokedAt),
      ]);
      return {
        json: items,
        lines: items.length === 0 ? ["None."] : tableLines(["id", "for", "teams", "since", "revoked"], rows),
      };
    }),
  );

const create = (): Command =>
  command("create", "Let a program hear alerts of some teams")
    .argument("<id>")
    .requiredOption("--team <id...>", "whose alerts it hears")
    .requiredOption("--about <text>", "what it is for, and who answers for it")
    .action((id: string, { json, team, about }: Shared & { team: string[]; about: string }) =>
      say({ json }, async (api) => {
        const made = await api.post<Secret>("integrations", { id, about, teams: team });
        return { json: made, lines: secretLines(made) };
      }),
    );

const change = (): Command =>
  command("change", "Change which teams it hears, or what it is for")
    .argument("<id>")
    .option("--team <id...>", "whose alerts it hears from now on")
    .option("--about <text>", "what it is for")
    .action((id: string, { json, team, about }: Shared & { team?: string[]; about?: string }) =>
      say({ json }, async (api) => {
        const { version } = await api.get<Integration>(path(id));
        const changed = await api.patch(
          path(id),
          { ...(team ? { teams: team } : {}), ...(about ? { about } : {}) },
          version,
        );
        return { json: changed, lines: ["Changed."] };
      }),
    );

const rotate = (): Command =>
  command("rotate", "Make a new secret; the old one ends at once")
    .argument("<id>")
    .action((id: string, shared: Shared) =>
      say(shared, async (api) => {
        const { version } = await api.get<Integration>(path(id));
        const made = await api.post<Secret>(`${path(id)}/rotate`, {}, version);
        return { json: made, lines: secretLines(made) };
      }),
    );

const revoke = (): Command =>
  command("revoke", "Let it hear nothing more, for good")
    .argument("<id>")
    .action((id: string, shared: Shared) =>
      say(shared, async (api) => {
        const { version } = await api.get<Integration>(path(id));
        await api.delete(path(id), version);
        return { json: { id }, lines: ["It hears nothing more."] };
      }),
    );
