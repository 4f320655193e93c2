import { localDay } from "../domain/day.ts";
import type { Kind } from "../domain/kind.ts";
import type { Silence, SilenceState } from "./silence.ts";
import type { Language } from "./wording.ts";

/** Silence in words that a nurse can act on. */

type InEach = Readonly<Record<Language, string>>;

const none: Readonly<Record<Kind, InEach>> = {
  "body-weight": { sv: "Ingen vikt", en: "No weight" },
  "blood-pressure": { sv: "Inget blodtryck", en: "No blood pressure" },
  "oxygen-saturation": { sv: "Ingen syremättnad", en: "No oxygen saturation" },
  pulse: { sv: "Ingen puls", en: "No pulse" },
  temperature: { sv: "Ingen temperatur", en: "No temperature" },
  "respiratory-rate": { sv: "Ingen andningsfrekvens", en: "No respiratory rate" },
  glucose: { sv: "Inget blodsocker", en: "No glucose" },
  "peak-flow": { sv: "Inget utandningsflöde (PEF)", en: "No peak expiratory flow" },
  spirometry: { sv: "Ingen spirometri", en: "No spirometry" },
  consciousness: { sv: "Ingen medvetandegrad", en: "No consciousness" },
  symptoms: { sv: "Inga svar om symtom", en: "No answers about symptoms" },
};

/** What a state is called. */
export const stateNames: Readonly<Record<SilenceState, InEach>> = {
  paused: { sv: "pausad", en: "paused" },
  "hub-offline": { sv: "navet tyst", en: "hub offline" },
  "device-fault": { sv: "apparatfel", en: "device fault" },
  "never-received": { sv: "aldrig inkommet", en: "never received" },
  overdue: { sv: "försenad", en: "overdue" },
  due: { sv: "väntad", en: "due" },
  fresh: { sv: "aktuell", en: "fresh" },
};

/** Why nobody is asked to measure, and what is wrong with a device. */
export const reasons: Readonly<Record<string, InEach>> = {
  invited: { sv: "inbjuden, inte börjat", en: "invited, not begun" },
  admitted: { sv: "inlagd", en: "admitted" },
  travelling: { sv: "bortrest", en: "travelling" },
  "own-wish": { sv: "egen önskan", en: "own wish" },
  equipment: { sv: "utrustningen", en: "equipment" },
  other: { sv: "annat skäl", en: "other reason" },
  deceased: { sv: "avliden", en: "deceased" },
  "goal-reached": { sv: "målet nått", en: "goal reached" },
  moved: { sv: "flyttat", en: "moved" },
  "other-care": { sv: "annan vård", en: "other care" },
  CLOCK_WRONG: { sv: "apparatens klocka går fel", en: "the device's clock is wrong" },
  DEVICE_BATTERY_LOW: { sv: "apparatens batteri är slut", en: "the device's battery is empty" },
  DEVICE_FAILING: { sv: "apparaten skickar det som inte går att använda", en: "the device sends what can't be used" },
};

const reasonText = (reason: string | null, language: Language): string =>
  reasons[reason ?? ""]?.[language] ?? reason ?? "";

/** Why nothing has come, in each state in which nothing has. */
const because: Readonly<Record<Language, Partial<Record<SilenceState, (silence: Silence, when: Show) => string>>>> = {
  sv: {
    "hub-offline": ({ since }, when) => `navet inte har hörts sedan ${when(since)}`,
    "device-fault": ({ reason }) => reasonText(reason, "sv"),
    "never-received": () => "ingen apparat har skickat något",
    overdue: ({ since }, when) => `ingen mätning gjordes före ${when(since)}`,
  },
  en: {
    "hub-offline": ({ since }, when) => `the hub has not been heard since ${when(since)}`,
    "device-fault": ({ reason }) => reasonText(reason, "en"),
    "never-received": () => "no device has sent anything",
    overdue: ({ since }, when) => `nothing was measured before ${when(since)}`,
  },
};

type Show = (instant: number) => string;

/**
 * One signal's silence as a sentence. Example: "Ingen vikt sedan 21 nov 07:05 (2 missade mättillfällen), eftersom navet inte
 * har hörts sedan 20 nov 22:10."
 * @param zone the time zone that times are shown in
 */
export function explainSilence(silence: Silence, language: Language, zone: string): string {
  const { state, signal, missed, lastMeasuredAt, nextCutOff, reason } = silence;
  const when: Show = (instant) => localTime(instant, language, zone);
  const name = stateNames[state][language];
  if (state === "paused") return `${capital(name)}: ${reasonText(reason, language)}.`;
  if (missed > 0) {
    const cause = because[language][state]?.(silence, when) ?? name;
    const since = when(lastMeasuredAt ?? silence.since);
    const times = {
      sv: missed === 1 ? "missat mättillfälle" : "missade mättillfällen",
      en: missed === 1 ? "missed time" : "missed times",
    };
    const link = { sv: "eftersom", en: "because" }[language];
    return `${none[signal][language]} ${{ sv: "sedan", en: "since" }[language]} ${since} (${missed} ${times[language]}), ${link} ${cause}.`;
  }
  const cause = because[language][state]?.(silence, when);
  const last =
    lastMeasuredAt === null ? undefined : `${{ sv: "senast", en: "last" }[language]} ${when(lastMeasuredAt)}`;
  const expected =
    nextCutOff === null ? undefined : `${{ sv: "väntas före", en: "expected before" }[language]} ${when(nextCutOff)}`;
  return `${capital([name, cause, last, expected].filter((part) => part !== undefined).join(", "))}.`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const months: Readonly<Record<Language, readonly string[]>> = {
  sv: ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

/** A local date and time as people read it, the same whatever the machine's own language. */
function localTime(instant: number, language: Language, zone: string): string {
  const date = Temporal.PlainDate.from("1970-01-01").add({ days: localDay(instant, zone) });
  const time = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainTime();
  return `${date.day} ${months[language][date.month - 1]} ${time.toString({ smallestUnit: "minute" })}`;
}
