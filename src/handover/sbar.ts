import type { Alert, Severity } from "../domain/alert.ts";

/**
 * A patient told to somebody who doesn't know them, by SBAR: Situation, Bakgrund (background), Aktuellt tillstånd (assessment),
 * Rekommendation (recommendation), as Swedish care uses it. Compiled from what is stored; nothing is concluded beyond it.
 */

export type Language = "sv" | "en";
export type Said = Readonly<Record<Language, string>>;

export const sbarParts = ["situation", "background", "assessment", "recommendation"] as const;
export type SbarPart = (typeof sbarParts)[number];

/** What of the store a text is made of, each already in words; instants already as people say them. */
export type SbarFacts = {
  readonly conditions: readonly Said[];
  readonly treatmentLimitation: string | undefined;
  /** The plan in force: its version, what it asks, the patient's own normal values. */
  readonly plan:
    | { readonly version: number; readonly limits: readonly Said[]; readonly references: readonly Said[] }
    | undefined;
  readonly enrolment: Said | undefined;
  readonly alerts: readonly SbarAlert[];
  /** The last value of each metric, with how it has been. */
  readonly values: readonly Said[];
  readonly silence: readonly Said[];
  readonly snoozes: readonly Said[];
  readonly late: readonly Said[];
  readonly prompts: readonly Said[];
  /** When each message came that the patient wrote and nobody has read. */
  readonly messages: readonly Said[];
  readonly responsible: Said;
  readonly next: Said | undefined;
};

export type SbarAlert = {
  readonly severity: Severity;
  readonly state: Alert["state"];
  readonly explanation: Said;
  readonly opened: Said;
  readonly promise: { readonly by: string; readonly text: string; readonly due: Said } | undefined;
  readonly notes: readonly { readonly by: string; readonly text: string; readonly at: Said }[];
};

export type Sbar = Readonly<Record<SbarPart, readonly Said[]>>;

export const sbarTitles: Readonly<Record<SbarPart, Said>> = {
  situation: { sv: "Situation", en: "Situation" },
  background: { sv: "Bakgrund", en: "Background" },
  assessment: { sv: "Aktuellt tillstånd", en: "Assessment" },
  recommendation: { sv: "Rekommendation", en: "Recommendation" },
};

const severityWords: Readonly<Record<Severity, Said>> = {
  red: { sv: "Rött larm", en: "Red alert" },
  yellow: { sv: "Gult larm", en: "Yellow alert" },
  info: { sv: "Upplysning", en: "Information" },
};

const label = (what: Said, said: Said): Said => ({ sv: `${what.sv}: ${said.sv}`, en: `${what.en}: ${said.en}` });
const both = (text: string): Said => ({ sv: text, en: text });
const listed = (what: Said, all: readonly Said[]): Said[] =>
  all.length === 0
    ? []
    : [label(what, { sv: all.map(({ sv }) => sv).join("; "), en: all.map(({ en }) => en).join("; ") })];

/** The four parts, a sentence a line. No part is empty: that there is nothing is said. */
export function compileSbar(facts: SbarFacts): Sbar {
  return {
    situation: situation(facts),
    background: background(facts),
    assessment: assessment(facts),
    recommendation: recommendation(facts),
  };
}

function situation({ alerts }: SbarFacts): Said[] {
  if (alerts.length === 0) return [{ sv: "Inga öppna larm.", en: "No open alerts." }];
  return alerts.map(({ severity, explanation, opened, state, promise }) => {
    const who: Said =
      state === "open" || !promise
        ? { sv: "Ingen har tagit det", en: "Nobody has taken it on" }
        : {
            sv: `${promise.by} har tagit det: ${promise.text} (senast ${promise.due.sv})`,
            en: `${promise.by} has taken it on: ${promise.text} (by ${promise.due.en})`,
          };
    const word = severityWords[severity];
    return {
      sv: `${word.sv} sedan ${opened.sv}: ${explanation.sv} ${who.sv}.`,
      en: `${word.en} since ${opened.en}: ${explanation.en} ${who.en}.`,
    };
  });
}

function background({ conditions, treatmentLimitation, plan, enrolment }: SbarFacts): Said[] {
  return [
    ...listed({ sv: "Diagnoser", en: "Conditions" }, conditions),
    ...(treatmentLimitation === undefined
      ? []
      : [label({ sv: "Behandlingsbegränsning", en: "Treatment limitation" }, both(treatmentLimitation))]),
    ...(enrolment ? [enrolment] : []),
    ...(plan
      ? [
          ...listed({ sv: "Eget normalvärde", en: "Own normal value" }, plan.references),
          ...listed({ sv: `Vårdplan, version ${plan.version}`, en: `Care plan, version ${plan.version}` }, plan.limits),
        ]
      : [{ sv: "Ingen vårdplan gäller.", en: "No care plan is in force." }]),
  ];
}

function assessment({ values, silence, snoozes, late }: SbarFacts): Said[] {
  const known = [
    ...values,
    ...silence,
    ...snoozes.map((said) => label({ sv: "Pausad gräns", en: "Snoozed limit" }, said)),
    ...late.map((said) => label({ sv: "Sent inkommet", en: "Came late" }, said)),
  ];
  return known.length > 0
    ? known
    : [{ sv: "Inga mätvärden de senaste 14 dagarna.", en: "No readings in the last 14 days." }];
}

function recommendation({ alerts, prompts, messages, responsible, next }: SbarFacts): Said[] {
  return [
    ...alerts.flatMap(({ notes }) =>
      notes.map(({ by, text, at }) => ({ sv: `${by}, ${at.sv}: ${text}`, en: `${by}, ${at.en}: ${text}` })),
    ),
    ...alerts.flatMap(({ promise }) =>
      promise
        ? [
            {
              sv: `Löfte att hålla senast ${promise.due.sv}: ${promise.text}`,
              en: `Promise to keep by ${promise.due.en}: ${promise.text}`,
            },
          ]
        : [],
    ),
    ...listed({ sv: "Olästa meddelanden från patienten", en: "Unread messages from the patient" }, messages),
    ...prompts.map((said) => label({ sv: "Väntar på svar från patienten", en: "Waiting for the patient" }, said)),
    label({ sv: "Ansvarar nu", en: "Answers now" }, responsible),
    ...(next ? [label({ sv: "Därefter", en: "Then" }, next)] : []),
  ];
}

/** As plain text, for a message or a record. @param heading for instance the name and age, from whoever may see them */
export const sbarText = (parts: SbarTexts, heading: string, language: Language): string =>
  [heading, ...sbarParts.map((part) => `${sbarTitles[part][language].toUpperCase()}\n${parts[part]}`)].join("\n\n");

/** The four parts as somebody may have edited them: text, one language. */
export type SbarTexts = Readonly<Record<SbarPart, string>>;

export const textsOf = (sbar: Sbar, language: Language): SbarTexts =>
  Object.fromEntries(sbarParts.map((part) => [part, sbar[part].map((said) => said[language]).join("\n")])) as SbarTexts;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/**
 * As a page of its own to print on A4: no scripts, nothing loaded, every text escaped.
 * @param nonce of the answer's Content-Security-Policy, for the style
 */
export function sbarHtml(
  parts: SbarTexts,
  heading: string,
  printed: string,
  language: Language,
  nonce: string,
): string {
  const sections = sbarParts.map((part) => {
    const lines = parts[part].split("\n").map((line) => `<li>${escaped(line)}</li>`);
    return `<section><h2>${escaped(sbarTitles[part][language])}</h2><ul>${lines.join("")}</ul></section>`;
  });
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>SBAR</title><style nonce="${escaped(nonce)}">
@page { size: A4; margin: 15mm }
body { font: 14px/1.45 system-ui, sans-serif; max-width: 180mm; margin: 2em auto; padding: 0 1em; color: #111 }
h1 { font-size: 20px; margin: 0 } h2 { font-size: 15px; margin: 1.2em 0 .2em; border-bottom: 1px solid #999 }
ul { margin: 0; padding-left: 1.1em } section { break-inside: avoid } footer { margin-top: 2em; font-size: 12px; color: #555 }
@media print { body { margin: 0 } }
</style></head><body><h1>${escaped(heading)}</h1>${sections.join("\n")}<footer>${escaped(printed)}</footer></body></html>
`;
}
