import type { Command } from "commander";
import { command, group, minute, type Shared, say } from "./equipment.ts";
import { tableLines } from "./table.ts";

type Notification = {
  id: string;
  at: string;
  occasion: string;
  alert: string | null;
  severity: string | null;
  team: string;
  staff: string | null;
  step: number | null;
  seenAt: string | null;
  deliveries: { channel: string; state: string; attempts: number; code: string | null }[];
};

/** `hemvakt notify`: who was told what, and how it reached them. */
export function notifyCommand(): Command {
  const notify = group("notify", "Who was told what, and how it reached them");
  for (const one of [list(), alert(), email(), quiet(), secret()]) notify.addCommand(one);
  return notify;
}

const linesOf = (items: readonly Notification[]): string[] =>
  items.length === 0
    ? ["Nothing."]
    : tableLines(
        ["when", "what", "severity", "alert", "step", "team", "who", "seen", "how"],
        items.map((one) => [
          minute(one.at),
          one.occasion,
          one.severity,
          one.alert,
          one.step,
          one.team,
          one.staff,
          minute(one.seenAt),
          one.deliveries
            .map(({ channel, state, attempts, code }) => `${channel} ${state} (${attempts}${code ? `, ${code}` : ""})`)
            .join(", "),
        ]),
      );

const list = (): Command =>
  command("list", "List what you, or a team of yours, were told")
    .option("--team <id>", "this team and everybody in it")
    .action(({ json, team }: Shared & { team?: string }) =>
      say({ json }, async (api) => {
        const items = await api.all<Notification>(
          `notifications${team === undefined ? "" : `?team=${encodeURIComponent(team)}`}`,
        );
        return { json: items, lines: linesOf(items) };
      }),
    );

const alert = (): Command =>
  command("alert", "Who was told of an alert, and how it reached them")
    .argument("<alert>")
    .action((id: string, shared: Shared) =>
      say(shared, async (api) => {
        const { items } = await api.get<{ items: Notification[] }>(`alerts/${encodeURIComponent(id)}/notifications`);
        return { json: items, lines: linesOf(items) };
      }),
    );

const email = (): Command =>
  command("email", "Say where you want to be told of what you are to know")
    .argument("<address>", 'an e-mail address, or "none"')
    .action((address: string, shared: Shared) =>
      say(shared, async (api) => {
        const given = address === "none" ? null : address;
        await api.put("staff/me/email", { email: given });
        return { json: { email: given }, lines: [given === null ? "Nowhere." : `You are told at ${given}.`] };
      }),
    );

const quiet = (): Command =>
  command("quiet", "Say when you don't want to be told out of the house; red on duty is told all the same")
    .argument("[from]", "a local time such as 21:00; without it no time is quiet")
    .argument("[until]", "such as 07:00")
    .option("--no-email", "never by e-mail")
    .action(
      (from: string | undefined, until: string | undefined, { json, email: wanted }: Shared & { email: boolean }) =>
        say({ json }, async (api) => {
          const body = { email: wanted, quiet: from && until ? { from, until } : null };
          await api.put("staff/me/notifications", body);
          const when = body.quiet ? `Quiet from ${from} until ${until}` : "No time is quiet";
          return {
            json: body,
            lines: [`${when}${wanted ? "" : ", and never by e-mail"}. Red on duty is told all the same.`],
          };
        }),
    );

const secret = (): Command =>
  command("webhook-secret", "Print the secret with which a team's webhooks are signed (administrators)")
    .argument("<team>")
    .action((team: string, shared: Shared) =>
      say(shared, async (api) => {
        const json = await api.get<{ secret: string }>(`teams/${encodeURIComponent(team)}/webhook-secret`);
        return { json, lines: [json.secret] };
      }),
    );
