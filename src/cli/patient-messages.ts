import type { Command } from "commander";
import { command, minute, type Shared, say } from "./equipment.ts";
import { tableLines } from "./table.ts";

type Message = {
  id: string;
  patient: string | null;
  at: string;
  author: { staff: string; name: string | null } | null;
  text: string;
  hub: string | null;
  seenAt: string | null;
  shownAt: string | null;
};

const pathOf = (patient: string): string => `patients/${encodeURIComponent(patient)}/messages`;

const linesOf = (items: readonly Message[], none: string): string[] =>
  items.length === 0
    ? [none]
    : tableLines(
        ["id", "when", "patient", "who", "read", "shown", "text"],
        items.map(({ id, at, patient, author, seenAt, shownAt, text }) => [
          id,
          minute(at),
          patient ?? "?",
          author?.staff ?? "the patient",
          minute(seenAt),
          minute(shownAt),
          // One line of the table each.
          text.replace(/\s+/g, " "),
        ]),
      );

/** `hemvakt patient messages|write|seen`: what patients and their teams write to each other. */
export const messageCommands = (): Command[] => [messages(), write(), seen()];

const messages = (): Command =>
  command("messages", "What a patient and their teams have written to each other; without one, what nobody has read")
    .argument("[patient]")
    .action((patient: string | undefined, shared: Shared) =>
      say(shared, async (api) => {
        const items = await api.all<Message>(patient === undefined ? "messages" : pathOf(patient));
        return { json: items, lines: linesOf(items, patient === undefined ? "Nothing is unread." : "Nothing.") };
      }),
    );

const write = (): Command =>
  command("write", "Write to a patient: shown at home, on every hub with a device of theirs")
    .argument("<patient>")
    .argument("<text>")
    .action((patient: string, text: string, shared: Shared) =>
      say(shared, async (api) => {
        const json = await api.post<{ id: string }>(pathOf(patient), { text });
        return { json, lines: ["Written. It is shown when somebody is at the screen."] };
      }),
    );

const seen = (): Command =>
  command("seen", "Say that you have read what a patient wrote; they are told so")
    .argument("<patient>")
    .argument("<message>")
    .option("--wrote", "the message is nobody's yet: this patient wrote it")
    .action((patient: string, message: string, { json, wrote }: Shared & { wrote?: true }) =>
      say({ json }, async (api) => {
        if (wrote) await api.put(`messages/${encodeURIComponent(message)}/patient`, { patient });
        const done = await api.post(`${pathOf(patient)}/${encodeURIComponent(message)}/seen`, {});
        return { json: done, lines: ["Read. The patient is told so."] };
      }),
    );
