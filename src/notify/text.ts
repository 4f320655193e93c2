import { sayInstant } from "../alerts/say-duty.ts";
import type { Occasion } from "../decision/notifying.ts";
import type { Severity } from "../domain/alert.ts";

/**
 * What goes out on channels that others can read: e-mail, telephone gateways. Which team, how severe, when, and where to
 * look: never who it is about, what was measured, or what anybody wrote.
 */

export type Said = Readonly<Record<"sv" | "en", string>>;

const alerts: Readonly<Record<Severity, Said>> = {
  red: { sv: "Rött larm", en: "Red alert" },
  yellow: { sv: "Gult larm", en: "Yellow alert" },
  info: { sv: "Upplysning", en: "Information" },
};

const occasions: Readonly<Record<Occasion, Said>> = {
  alert: { sv: "", en: "" },
  escalation: { sv: "ingen har tagit det", en: "nobody has taken it on" },
  "promise-passed": { sv: "löftet hölls inte", en: "the promise was not kept" },
  "promise-renewed": { sv: "löftet har förlängts flera gånger", en: "the promise has been renewed several times" },
  "team-closed": { sv: "teamet som har det har stängt", en: "the team that has it is closed" },
  assigned: { sv: "det har getts till dig", en: "it has been given to you" },
  "handover-offered": { sv: "En överlämning väntar på svar", en: "A handover waits for an answer" },
  "handover-failed": { sv: "En överlämning togs inte emot", en: "A handover was not taken" },
  message: { sv: "En patient har skrivit", en: "A patient has written" },
  "message-waiting": { sv: "En patients meddelande är oläst", en: "A patient's message is unread" },
};

const aboutNoAlert: ReadonlySet<Occasion> = new Set([
  "handover-offered",
  "handover-failed",
  "message",
  "message-waiting",
]);

/** One notification as a line, without an address. @param at,now milliseconds since the epoch */
export function lineOf(
  what: {
    readonly occasion: Occasion;
    readonly severity: Severity | null;
    readonly at: number;
    readonly technical: boolean;
  },
  team: string,
  now: number,
  zone: string,
): Said {
  const when = sayInstant(what.at, now, zone);
  const because = occasions[what.occasion];
  if (aboutNoAlert.has(what.occasion)) {
    return { sv: `${because.sv}: ${team}, ${when.sv}.`, en: `${because.en}: ${team}, ${when.en}.` };
  }
  const severity = alerts[what.severity ?? "info"];
  const technical: Said = what.technical ? { sv: " (teknik)", en: " (technical)" } : { sv: "", en: "" };
  const why = (language: "sv" | "en"): string =>
    because[language] === "" ? "" : ` ${because[language][0]!.toUpperCase()}${because[language].slice(1)}.`;
  return {
    sv: `${severity.sv}${technical.sv} för ${team}, ${when.sv}.${why("sv")}`,
    en: `${severity.en}${technical.en} for ${team}, ${when.en}.${why("en")}`,
  };
}
