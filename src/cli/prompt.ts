import { type Command, Option } from "commander";
import { command, group, minute, type Shared, say } from "./equipment.ts";
import { tableLines } from "./table.ts";

type Prompt = {
  id: number;
  hub: string;
  kind: string;
  text: string;
  createdAt: string;
  createdBy: { staff: string };
  shownAt: string | null;
  retractedAt: string | null;
  cause: { rule: string | null } | null;
};

/** `hemvakt prompt`: what is said to a patient at home. */
export function promptCommand(): Command {
  const prompt = group("prompt", "List what was said to a patient at home, and say something");
  for (const one of [list(), send()]) prompt.addCommand(one);
  return prompt;
}

const at = (patient: string): string => `patients/${encodeURIComponent(patient)}/prompts`;

const list = (): Command =>
  command("list", "List what was said, newest first: by staff, or by the platform in the clinic's words")
    .argument("<patient>")
    .action((patient: string, shared: Shared) =>
      say(shared, async (api) => {
        const prompts = await api.all<Prompt>(at(patient));
        const rows = prompts.map((prompt) => [
          prompt.id,
          minute(prompt.createdAt),
          prompt.kind,
          prompt.createdBy.staff,
          prompt.cause?.rule ?? null,
          prompt.retractedAt !== null
            ? "taken back"
            : prompt.shownAt !== null
              ? `shown ${minute(prompt.shownAt)}`
              : "waiting",
          prompt.text,
        ]);
        return { json: prompts, lines: tableLines(["prompt", "when", "kind", "by", "rule", "", "text"], rows) };
      }),
    );

const send = (): Command =>
  command("send", "Say something on every hub that has a device of the patient's")
    .argument("<patient>")
    .requiredOption("--text <text>")
    .requiredOption("--expires <instant>", "not shown later; ISO 8601 with offset")
    .addOption(
      new Option("--kind <kind>", "what it is").choices(["message", "measure-again", "reminder"]).default("message"),
    )
    .action((patient: string, { json, text, expires, kind }: Shared & Record<"text" | "expires" | "kind", string>) =>
      say({ json }, async (api) => {
        const made = await api.post<{ ids: string[] }>(at(patient), { kind, text, expiresAt: expires });
        return { json: made, lines: [`On its way to ${made.ids.length} hub${made.ids.length === 1 ? "" : "s"}.`] };
      }),
    );
