import type { Concern } from "../domain/alert.ts";
import { type Language, languages } from "../rules/wording.ts";

/** A sentence in each language that staff read. */
export type Sentence = Readonly<Record<Language, string>>;

/** The same said in each language. */
export const inEach = (say: (language: Language) => string): Sentence =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Record<Language, string>;

/** What an alert is about, within a sentence. */
export const concernWords: Readonly<Record<Concern, Sentence>> = {
  "weight-gain": { sv: "viktuppgång", en: "weight gain" },
  "weight-loss": { sv: "viktnedgång", en: "weight loss" },
  "bp-high": { sv: "högt blodtryck", en: "high blood pressure" },
  "bp-low": { sv: "lågt blodtryck", en: "low blood pressure" },
  "pulse-high": { sv: "hög puls", en: "high pulse" },
  "pulse-low": { sv: "låg puls", en: "low pulse" },
  "pulse-irregular": { sv: "oregelbunden puls", en: "irregular pulse" },
  "oxygen-low": { sv: "låg syremättnad", en: "low oxygen saturation" },
  "oxygen-high": { sv: "hög syremättnad", en: "high oxygen saturation" },
  breathing: { sv: "andning", en: "breathing" },
  temperature: { sv: "temperatur", en: "temperature" },
  symptoms: { sv: "symtom", en: "symptoms" },
  composite: { sv: "flera värden sammantagna", en: "several values together" },
  missing: { sv: "uteblivna värden", en: "missing values" },
  device: { sv: "utrustning", en: "equipment" },
};

const locales: Readonly<Record<Language, string>> = { sv: "sv-SE", en: "en-GB" };

/** A local date within a sentence, for instance "12 mars". @param instant milliseconds since the epoch */
export const dateText = (instant: number, zone: string, language: Language): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toLocaleString(locales[language], { day: "numeric", month: "long" });

const HOUR = 3_600_000;

/** A span of time as people say it: in days from two on, else in hours, else in minutes. @param ms milliseconds, not negative */
export function spanText(ms: number, language: Language): string {
  const [number, word] =
    ms >= 48 * HOUR
      ? ([Math.round(ms / (24 * HOUR)), "days"] as const)
      : ms >= HOUR
        ? ([Math.round(ms / HOUR), "hours"] as const)
        : ([Math.max(1, Math.round(ms / 60_000)), "minutes"] as const);
  return counted(number, spans[word], language);
}

const spans = {
  days: { sv: ["dag", "dagar"], en: ["day", "days"] },
  hours: { sv: ["timme", "timmar"], en: ["hour", "hours"] },
  minutes: { sv: ["minut", "minuter"], en: ["minute", "minutes"] },
} as const;

/** One of something, and several. */
export type Noun = Readonly<Record<Language, readonly [one: string, several: string]>>;

/** So many of something. */
export const counted = (number: number, noun: Noun, language: Language): string =>
  `${number} ${noun[language][number === 1 ? 0 : 1]}`;

const and: Sentence = { sv: "och", en: "and" };

/** "a, b and c". */
export const listed = (parts: readonly string[], language: Language): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${and[language]} ${parts.at(-1)}`;
