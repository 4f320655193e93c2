import { type Command, Option } from "commander";
import { actionsTaken, outcomes } from "../domain/alert.ts";
import { HemvaktError } from "../errors.ts";
import type { Language } from "../rules/wording.ts";
import type { ApiClient } from "./api-client.ts";
import { command, group, minute, type Said, type Shared, say, spokenLanguage } from "./equipment.ts";
import { tableLines } from "./table.ts";

type Sentence = { sv: string; en: string };
type Alert = {
  id: string;
  version: number;
  subject: { type: string; id: string };
  team: string;
  category: string;
  severity: string;
  state: string;
  openedAt: string;
  explanation: Sentence;
  treatmentLimitation: string | null;
  latestPromise: string | null;
  escalation: { step: number; at: string; explanation: Sentence; next: { explanation: Sentence } } | null;
  acknowledged: { by: { staff: string }; promise: { text: string; due: string } } | null;
  assignee: { staff: string } | null;
  snoozes: { id: string; side: string; until: string; reason: string }[];
  undoUntil: string | null;
};
type Told = Alert & {
  events: {
    at: string;
    event: string;
    actor: { id: string };
    reason: string | null;
    explanation: Sentence | null;
    note: string | null;
  }[];
};
type Spoken = Shared & { lang: Language };

/** `hemvakt alert`: the worklist of a running platform, for whoever has a terminal and no screen. */
export function alertCommand(): Command {
  const alert = group("alert", "List alerts of a running platform, read one, take it on, close it");
  for (const one of [list(), show(), acknowledge(), resolve(), assign(), note(), snooze(), unsnooze(), undo()]) {
    alert.addCommand(one);
  }
  return alert;
}

const pathOf = (id: string): string => `alerts/${encodeURIComponent(id)}`;
const spoken = (name: string, about: string): Command => command(name, about).addOption(spokenLanguage());

const list = (): Command =>
  spoken("list", "List alerts, the worst first")
    .option("--team <id>", "only this team's")
    .option("--patient <id>", "only this patient's")
    .addOption(
      new Option("--state <state>", "which")
        .choices(["active", "open", "acknowledged", "resolved", "all"])
        .default("active"),
    )
    .action(({ lang, json, ...filter }: Spoken & Record<"team" | "patient" | "state", string | undefined>) =>
      say({ json }, async (api) => {
        const given = Object.entries(filter).filter((pair): pair is [string, string] => pair[1] !== undefined);
        const alerts = await api.all<Alert>(`alerts?${new URLSearchParams(given).toString()}`);
        const rows = alerts.map((alert) => [
          alert.id,
          alert.severity,
          alert.subject.id,
          alert.state,
          minute(alert.openedAt),
          alert.acknowledged ? `${alert.acknowledged.by.staff} by ${minute(alert.acknowledged.promise.due)}` : null,
          alert.explanation[lang],
        ]);
        return {
          json: alerts,
          lines: tableLines(["alert", "severity", "about", "state", "opened", "promised", "why"], rows),
        };
      }),
    );

const show = (): Command =>
  spoken("show", "Read an alert with everything that has happened to it")
    .argument("<alert>")
    .action((id: string, { lang, json }: Spoken) =>
      say({ json }, async (api) => described(await api.get<Told>(pathOf(id)), lang)),
    );

const acknowledge = (): Command =>
  spoken("acknowledge", "Take an alert on, with a promise")
    .argument("<alert>")
    .requiredOption("--promise <text>", "what you will do")
    .option("--due <instant>", "until when, ISO 8601 with offset; default: the latest that may be promised")
    .action((id: string, { lang, json, promise: text, due }: Spoken & { promise: string; due?: string }) =>
      say({ json }, async (api) => {
        const { version, latestPromise } = await api.get<Told>(pathOf(id));
        const until = due ?? latestPromise;
        if (until === null) throw new HemvaktError("ALERT_TRANSITION", "The alert is resolved.");
        return change(api, id, "acknowledge", { promise: { text, due: until } }, version, lang);
      }),
    );

const resolve = (): Command =>
  spoken("resolve", "Close an alert that you have taken on: what it was, and what was done")
    .argument("<alert>")
    .addOption(new Option("--outcome <outcome>", "what it was").choices(outcomes).makeOptionMandatory())
    .addOption(new Option("--action <action>", "what was done").choices(actionsTaken).makeOptionMandatory())
    .option("--note <text>")
    .action((id: string, { lang, json, ...how }: Spoken & { outcome: string; action: string; note?: string }) =>
      say({ json }, async (api) => {
        const { version } = await api.get<Told>(pathOf(id));
        return change(api, id, "resolve", how, version, lang);
      }),
    );

const assign = (): Command =>
  spoken("assign", "Give an alert to somebody to look after; it stops no clock")
    .argument("<alert>")
    .argument("<staff>", "a colleague, or yourself")
    .action((id: string, assignee: string, { lang, json }: Spoken) =>
      say({ json }, async (api) => {
        const { version } = await api.get<Told>(pathOf(id));
        return change(api, id, "assign", { assignee }, version, lang);
      }),
    );

const note = (): Command =>
  spoken("note", "Write something down about an alert")
    .argument("<alert>")
    .argument("<text>")
    .action((id: string, text: string, { lang, json }: Spoken) =>
      say({ json }, async (api) => described(await api.post<Told>(`${pathOf(id)}/notes`, { text }), lang)),
    );

const snooze = (): Command =>
  spoken("snooze", "Keep one direction of an alert's concern quiet for a while; breaks when it gets worse")
    .argument("<alert>")
    .requiredOption("--until <instant>", "ISO 8601 with offset; at most 12 hours for a red one, 7 days for others")
    .requiredOption("--reason <text>")
    .option("--side <sides...>", "such as body-weight/above (default: all that the alert stands for)")
    .action(
      (id: string, { lang, json, side: sides, ...how }: Spoken & { until: string; reason: string; side?: string[] }) =>
        say({ json }, async (api) => {
          const { version } = await api.get<Told>(pathOf(id));
          return change(api, id, "snooze", { ...how, ...(sides ? { sides } : {}) }, version, lang);
        }),
    );

const unsnooze = (): Command =>
  command("unsnooze", "End a snooze now; what it kept quiet is told")
    .argument("<snooze>", "its id, as `alert show` prints it")
    .action((id: string, shared: Shared) =>
      say(shared, async (api) => {
        await api.delete(`snoozes/${encodeURIComponent(id)}`);
        return { json: { id }, lines: [`${id} has ended.`] };
      }),
    );

const undo = (): Command =>
  spoken("undo", "Take back what you just did to an alert, within a minute")
    .argument("<alert>")
    .requiredOption("--reason <text>")
    .action((id: string, { lang, json, reason }: Spoken & { reason: string }) =>
      say({ json }, async (api) => described(await api.post<Told>(`${pathOf(id)}/undo`, { reason }), lang)),
    );

/** Changes the alert as it is right now; of two at once one is told that it was too late. */
const change = async (
  api: ApiClient,
  id: string,
  what: "acknowledge" | "resolve" | "assign" | "snooze",
  body: object,
  version: number,
  lang: Language,
): Promise<Said> => described(await api.post<Told>(`${pathOf(id)}/${what}`, body, version), lang);

function described(alert: Told, lang: Language): Said {
  const rows = alert.events.map(({ at, event, actor, reason, explanation, note: written }) => [
    minute(at),
    event,
    actor.id,
    written ?? explanation?.[lang] ?? reason,
  ]);
  const lines = [
    `${alert.severity} alert ${alert.id} about ${alert.subject.type} ${alert.subject.id}, team ${alert.team}: ${alert.state}`,
    alert.explanation[lang],
    ...(alert.treatmentLimitation === null ? [] : [`Limitation: ${alert.treatmentLimitation}`]),
    ...(alert.acknowledged
      ? [
          `${alert.acknowledged.by.staff}: ${alert.acknowledged.promise.text}, by ${minute(alert.acknowledged.promise.due)}`,
        ]
      : []),
    ...(alert.assignee ? [`${alert.assignee.staff} looks after it.`] : []),
    ...alert.snoozes.map(({ id, side, until, reason }) => `Quiet until ${minute(until)}: ${side} (${id}): ${reason}`),
    ...(alert.escalation
      ? [
          `Step ${alert.escalation.step + 1}, ${minute(alert.escalation.at)}: ${alert.escalation.explanation[lang]}`,
          alert.escalation.next.explanation[lang],
        ]
      : []),
    ...(alert.latestPromise === null ? [] : [`A promise may reach until ${minute(alert.latestPromise)}.`]),
    "",
    ...tableLines(["when", "what", "who", "why"], rows),
  ];
  return { json: alert, lines };
}
