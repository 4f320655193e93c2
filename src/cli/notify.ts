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
  for (const one of [list(), alert(), email(), quiet(), push(), secret()]) notify.addCommand(one);
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

type Browser = { id: string; label: string; createdAt: string };

const push = (): Command =>
  command("push", "List the browsers that you are told in; they are added in the browser itself")
    .option("--remove <id>", "be told in this one no more")
    .option("--team", "tell me there also what my teams' functions are told")
    .option("--own", "tell me there only what I am told myself")
    .action(({ json, remove, team, own }: Shared & { remove?: string; team?: true; own?: true }) =>
      say({ json }, async (api) => {
        if (remove !== undefined) await api.delete(`staff/me/push/${encodeURIComponent(remove)}`);
        if (team || own) {
          const { hasEmail: _, ...preference } = await api.get<Record<string, unknown>>("staff/me/notifications");
          await api.put("staff/me/notifications", { ...preference, push: team ? "team" : "own" });
        }
        const { items } = await api.get<{ items: Browser[] }>("staff/me/push");
        const lines = items.map(({ id, label, createdAt }) => [id, label, minute(createdAt)]);
        return {
          json: items,
          lines: items.length === 0 ? ["None."] : tableLines(["id", "browser", "since"], lines),
        };
      }),
    );

const secret = (): Command =>
  command("webhook-secret", "Print the secret with which a team's webhooks are signed (administrators)")
    .argument("<team>")
    .option("--rotate", "change it; the one before signs as well for a while")
    .option("--overlap-hours <hours>", "for how long", Number, 72)
    .action((team: string, { json, rotate, overlapHours }: Shared & { rotate?: true; overlapHours: number }) =>
      say({ json }, async (api) => {
        type Secret = { secret: string; overlapUntil: string | null; version: number };
        const path = `teams/${encodeURIComponent(team)}/webhook-secret`;
        const now = await api.get<Secret>(path);
        const found = rotate ? await api.post<Secret>(`${path}/rotate`, { overlapHours }, now.version) : now;
        const overlap = found.overlapUntil && `Until ${minute(found.overlapUntil)} the one before signs as well.`;
        return { json: found, lines: [found.secret, ...(overlap ? [overlap] : [])] };
      }),
    );
