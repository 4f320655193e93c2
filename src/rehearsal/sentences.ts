import type { Language } from "../rules/wording.ts";
import type { Comparison } from "./compare.ts";
import type { ConfirmedEvent } from "./confirmed.ts";
import type { Shift } from "./load.ts";
import type { Staff } from "./staff.ts";
import { concernWords, counted, dateText, inEach, listed, type Noun, type Sentence, spanText } from "./words.ts";

const alerts: Noun = { sv: ["larm", "larm"], en: ["alert", "alerts"] };
const days: Noun = { sv: ["dag", "dagar"], en: ["day", "days"] };
const events: Noun = {
  sv: ["bekräftad försämring", "bekräftade försämringar"],
  en: ["confirmed deterioration", "confirmed deteriorations"],
};
const readings: Noun = { sv: ["mätvärde", "mätvärden"], en: ["reading", "readings"] };

/**
 * What a comparison says, for whoever is about to sign: how many alerts, what becomes of them, who would be called when,
 * and which confirmed deteriorations would have been missed. What matters most when deciding comes first.
 * @param length of the period in days
 */
export const sentencesOf = (comparison: Comparison, length: number, shifts: readonly Shift[]): Sentence[] =>
  [
    inEach((language) => total(comparison, length, language)),
    inEach((language) => confirmed(comparison, language)),
    inEach((language) => becomes(comparison, language)),
    inEach((language) => riddance(comparison, language)),
    inEach((language) => perShift(comparison, shifts, language)),
    inEach((language) => cameLate(comparison, language)),
    inEach((language) => failed(comparison, language)),
  ].filter(({ en }) => en !== "");

function total({ before, after, judged }: Comparison, length: number, language: Language): string {
  const period = counted(length, days, language);
  if (judged === 0) {
    return language === "sv" ? `Det finns inga mätvärden på ${period}.` : `There are no readings in ${period}.`;
  }
  const [old, draft] = [before.alerts, after.alerts];
  const number = counted(draft, alerts, language);
  if (old === draft) {
    return language === "sv"
      ? `Med utkastet: ${number} på ${period}, lika många som nu.`
      : `With the draft: ${number} in ${period}, as many as now.`;
  }
  return language === "sv"
    ? `Med utkastet: ${number} i stället för ${old} på ${period}.`
    : `With the draft: ${number} instead of ${old} in ${period}.`;
}

function confirmed({ confirmed: all, zone, judged }: Comparison, language: Language): string {
  if (judged === 0) return "";
  const sv = language === "sv";
  if (all.length === 0) {
    return sv
      ? "Personalen har inte bekräftat någon försämring under tiden, så det går inte att se om någon hade missats."
      : "Staff confirmed no deterioration in this time, so nothing can be said of any that would have been missed.";
  }
  const missed = all.filter((event) => event.missed);
  const later = all.filter(({ shift = 0 }) => shift > 0);
  const said: string[] = [];
  if (missed.length > 0) {
    const which = shortened(
      missed.map((event) => missedText(event, zone, language)),
      language,
    );
    const number = counted(missed.length, events, language);
    said.push(sv ? `${number} hade missats: ${which}.` : `${number} would have been missed: ${which}.`);
  }
  if (later.length > 0) {
    const which = shortened(
      later.map(({ openedAt, shift = 0 }) => {
        const by = spanText(shift, language);
        return `${dateText(openedAt, zone, language)} (${sv ? `${by} senare` : `${by} later`})`;
      }),
      language,
    );
    const number = counted(later.length, events, language);
    said.push(sv ? `${number} hade upptäckts senare: ${which}.` : `${number} would have been found later: ${which}.`);
  }
  if (said.length > 0) return said.join(" ");
  if (all.length === 1)
    return sv
      ? "Den enda bekräftade försämringen hade upptäckts."
      : "The only confirmed deterioration would have been found.";
  return sv
    ? `Alla ${all.length} bekräftade försämringar hade upptäckts.`
    : `All ${all.length} confirmed deteriorations would have been found.`;
}

/** So many are named; a team may have more. */
const MOST_NAMED = 6;

function shortened(all: readonly string[], language: Language): string {
  const more = all.length - MOST_NAMED;
  if (more <= 0) return all.join("; ");
  return [...all.slice(0, MOST_NAMED), language === "sv" ? `och ${more} till` : `and ${more} more`].join("; ");
}

/** When it was and what it was about; and what tempers it. */
function missedText({ openedAt, concern, before, after }: ConfirmedEvent, zone: string, language: Language): string {
  const sv = language === "sv";
  const about = [concernWords[concern][language]];
  if (before.at === undefined)
    about.push(sv ? "den nu gällande planen missar den också" : "the plan in force misses it too");
  if (after.otherConcern) {
    const other = concernWords[after.otherConcern][language];
    about.push(sv ? `larm om ${other} hade kommit` : `an alert about ${other} would have come`);
  }
  return `${dateText(openedAt, zone, language)} (${about.join("; ")})`;
}

const becoming: Readonly<Record<"removed" | "added" | "earlier" | "later" | "higher" | "lower", Noun>> = {
  removed: { sv: ["försvinner", "försvinner"], en: ["goes", "go"] },
  added: { sv: ["tillkommer", "tillkommer"], en: ["is new", "are new"] },
  earlier: { sv: ["kommer tidigare", "kommer tidigare"], en: ["comes earlier", "come earlier"] },
  later: { sv: ["kommer senare", "kommer senare"], en: ["comes later", "come later"] },
  higher: { sv: ["blir allvarligare", "blir allvarligare"], en: ["gets more severe", "get more severe"] },
  lower: { sv: ["blir lindrigare", "blir lindrigare"], en: ["gets less severe", "get less severe"] },
};

function becomes({ counts, pairs }: Comparison, language: Language): string {
  const sv = language === "sv";
  const most = (sign: 1 | -1): string => {
    const span = spanText(Math.max(...pairs.map(({ shift = 0 }) => shift * sign)), language);
    return sv ? ` (som mest ${span})` : ` (${span} at most)`;
  };
  const parts = (Object.keys(becoming) as (keyof typeof becoming)[])
    .filter((what) => counts[what] > 0)
    .map((what) => {
      const text = counted(counts[what], becoming[what], language);
      return text + (what === "earlier" ? most(-1) : what === "later" ? most(1) : "");
    });
  if (parts.length === 0) return pairs.length === 0 ? "" : sv ? "Inget larm ändras." : "No alert changes.";
  return sv ? `Av larmen: ${listed(parts, language)}.` : `Of the alerts, ${listed(parts, language)}.`;
}

const realOutcomes: readonly { readonly of: readonly (keyof Comparison["removedOutcomes"])[]; readonly as: Noun }[] = [
  {
    of: ["technique", "device", "limit-wrong"],
    as: {
      sv: ["som mätfel, teknikfel eller fel gräns", "som mätfel, teknikfel eller fel gräns"],
      en: ["as technique, device or wrong limit", "as technique, device or wrong limit"],
    },
  },
  { of: ["true"], as: { sv: ["som riktigt", "som riktiga"], en: ["as true", "as true"] } },
  { of: ["other"], as: { sv: ["som annat", "som annat"], en: ["as something else", "as something else"] } },
];

/** Whether those that go are no loss: what staff said of the real ones. */
function riddance({ counts: { removed }, removedOutcomes }: Comparison, language: Language): string {
  if (removed === 0) return "";
  const sv = language === "sv";
  const known = realOutcomes
    .map(({ of, as }) => ({ as, number: of.reduce((sum, outcome) => sum + removedOutcomes[outcome], 0) }))
    .filter(({ number }) => number > 0);
  if (known.length === 0) {
    return sv
      ? "Inget av dem som försvinner motsvaras av ett larm som personalen har avslutat."
      : "None of those that go stands for an alert that staff have resolved.";
  }
  if (removed === 1) {
    const as = known[0]!.as[language][0];
    return sv ? `Det som försvinner avslutade personalen ${as}.` : `Staff resolved the one that goes ${as}.`;
  }
  const list = listed(
    known.map(({ number, as }) => counted(number, as, language)),
    language,
  );
  return sv
    ? `Av de ${removed} som försvinner avslutade personalen ${list}.`
    : `Of the ${removed} that go, staff resolved ${list}.`;
}

const shiftWords: Readonly<Record<string, Sentence>> = {
  day: { sv: "dag", en: "day" },
  evening: { sv: "kväll", en: "evening" },
  night: { sv: "natt", en: "night" },
};

function perShift({ before, after }: Comparison, shifts: readonly Shift[], language: Language): string {
  if (before.calls + after.calls === 0) return "";
  const parts = shifts.map(({ name }) => {
    const word = shiftWords[name]?.[language] ?? name;
    return `${word} ${after.byShift[name] ?? 0} (${before.byShift[name] ?? 0})`;
  });
  return language === "sv"
    ? `Gånger någon kallas, med nu gällande plan inom parentes: ${parts.join(", ")}.`
    : `Times that somebody is called, with the plan in force in parentheses: ${parts.join(", ")}.`;
}

function cameLate({ late }: Comparison, language: Language): string {
  if (late === 0) return "";
  const number = counted(late, readings, language);
  return language === "sv"
    ? `${number} kom mer än ett dygn efter mätningen och har räknats som om de kommit i tid.`
    : `${number} came more than a day after they were measured, and count as if they had come in time.`;
}

function failed({ failures }: Comparison, language: Language): string {
  if (failures === 0) return "";
  const number = counted(failures, readings, language);
  return language === "sv"
    ? `${number} kunde inte bedömas med utkastet. Signera det inte innan det är utrett.`
    : `${number} could not be judged under the draft. Do not sign it before that is understood.`;
}

/** What was assumed that staff would have done. */
export const assumption = (staff: Exclude<Staff, { kind: "recorded" }>): Sentence =>
  staff.kind === "promise"
    ? {
        sv: "Antagande, lika för båda: varje larm tas om hand genast och avslutas inom den längsta tid som får lovas (rött 4 timmar, övriga till slutet av nästa arbetsdag).",
        en: "Assumed, of both alike: each alert is taken on at once and resolved within the longest time that may be promised (red 4 hours, others the end of the next working day).",
      }
    : inEach((language) => {
        const after = spanText(staff.hours * 3_600_000, language);
        return language === "sv"
          ? `Antagande, lika för båda: varje larm tas om hand genast och avslutas efter ${after}.`
          : `Assumed, of both alike: each alert is taken on at once and resolved after ${after}.`;
      });
