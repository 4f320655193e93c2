import { type Command, Option } from "commander";
import { exclusionReasons } from "../domain/exclusion.ts";
import type { Language } from "../rules/wording.ts";
import { command, group, minute, type Said, type Shared, say, spokenLanguage } from "./equipment.ts";
import { tableLines } from "./table.ts";

type Value = { metric: string; exact: string; unit: string };
type Decided = { decision: string; planVersion: number | null };
type Reading = {
  id: string;
  kind: string;
  values: Value[];
  measuredAt: string;
  receivedAt: string;
  clock: string;
  flags: string[];
  decision: string;
  planVersion: number | null;
  alerts: string[];
  exclusion: { reason: string; note: string | null; by: string; at: string } | null;
  history: {
    at: string;
    event: string;
    actor: string;
    reason: string;
    alert: string | null;
    explanation: { sv: string; en: string } | null;
    was: Decided | null;
    now: Decided | null;
    note: string | null;
  }[];
};

/** `hemvakt reading`: single readings of a running platform, and corrections of them. */
export function readingCommand(): Command {
  const reading = group("reading", "Show a reading with what was decided about it; exclude, include or move it");
  for (const one of [show(), exclude(), include(), move()]) reading.addCommand(one);
  return reading;
}

const pathOf = (id: string): string => `readings/${encodeURIComponent(id)}`;

const show = (): Command =>
  command("show", "Show a reading, the alerts that it led to, and what was decided about it and when")
    .argument("<reading>", "its id, as lists and alerts name it")
    .addOption(spokenLanguage())
    .action((id: string, { lang, ...shared }: Shared & { lang: Language }) =>
      say(shared, async (api) => described(await api.get<Reading>(pathOf(id)), lang)),
    );

const exclude = (): Command =>
  command("exclude", "Say that a reading tells nothing of the patient; what depended on it is decided again")
    .argument("<reading>")
    .addOption(
      new Option("--reason <reason>", "why; other takes a note").choices(exclusionReasons).makeOptionMandatory(),
    )
    .option("--note <text>", "in words, for colleagues")
    .action((id: string, { reason, note, ...shared }: Shared & { reason: string; note?: string }) =>
      say(shared, async (api) => {
        const reading = await api.post<Reading>(`${pathOf(id)}/exclusion`, { reason, note });
        return done(reading, `${id} counts nowhere now.`);
      }),
    );

const include = (): Command =>
  command("include", "Take an exclusion back: the reading counts again, and is judged again")
    .argument("<reading>")
    .action((id: string, shared: Shared) =>
      say(shared, async (api) => {
        const reading = await api.delete<Reading>(`${pathOf(id)}/exclusion`);
        return done(reading, `${id} counts again: ${reading.decision}.`);
      }),
    );

const move = (): Command =>
  command("move", "Say that a reading is another patient's: it is judged there, and what it led to here is withdrawn")
    .argument("<reading>")
    .argument("<patient>", "whose it is")
    .requiredOption("--reason <text>", "why, for colleagues")
    .action((id: string, patient: string, { reason, ...shared }: Shared & { reason: string }) =>
      say(shared, async (api) => {
        const moved = await api.post<{ id: string }>(`${pathOf(id)}/move`, { patient, reason });
        return { json: moved, lines: [`${id} is ${patient}'s now, as ${moved.id}.`] };
      }),
    );

const done = (reading: Reading, text: string): Said => ({
  json: reading,
  lines: [text, "", ...historyLines(reading, "en")],
});

function described(reading: Reading, language: "sv" | "en"): Said {
  const { exclusion } = reading;
  const facts: [string, string][] = [
    ["Reading", reading.id],
    ["Kind", reading.kind],
    ["Values", reading.values.map(({ metric, exact, unit }) => `${metric} ${exact} ${unit}`.trim()).join(", ")],
    ["Measured", `${minute(reading.measuredAt)} (clock ${reading.clock})`],
    ["Received", `${minute(reading.receivedAt)}`],
    ["Flags", reading.flags.join(", ")],
    [
      "Decision",
      [reading.decision, ...(reading.planVersion === null ? [] : [`plan ${reading.planVersion}`])].join(", "),
    ],
    ["Alerts", reading.alerts.join(", ")],
    [
      "Excluded",
      exclusion
        ? [exclusion.reason, exclusion.note, exclusion.by, minute(exclusion.at)].filter(Boolean).join(", ")
        : "",
    ],
  ];
  const lines = facts.filter(([, value]) => value !== "").map(([name, value]) => `${name.padEnd(10)}${value}`);
  return { json: reading, lines: [...lines, "", ...historyLines(reading, language)] };
}

function historyLines({ history }: Reading, language: "sv" | "en"): string[] {
  if (history.length === 0) return ["Nothing has happened to it since it was judged."];
  const rows = history.map(({ at, event, actor, alert, was, now, note, reason, explanation }) => [
    minute(at),
    event,
    actor,
    alert,
    was && now ? `${was.decision} -> ${now.decision}` : (was?.decision ?? null),
    [explanation?.[language] ?? reason, note].filter(Boolean).join(" "),
  ]);
  return tableLines(["when", "what", "who", "alert", "decision", "why"], rows);
}
