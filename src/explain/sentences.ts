import type { EndReason, PauseReason } from "../domain/enrolment.ts";
import type { Flag } from "../domain/flag.ts";
import type { Language } from "../rules/wording.ts";

type Sentence = Readonly<Record<Language, string>>;

/** What is said of a day beside the rules: what became of findings, which readings counted, and who was being watched over. */
export const daySentences = {
  // What became of a finding.
  opened: { sv: "Larm öppnades.", en: "An alert was opened." },
  joined: {
    sv: "Ingick i larmet som redan fanns, utan ny signal.",
    en: "Joined the alert there was, without another signal.",
  },
  silent: {
    sv: "Ingick tyst i ett larm som avslutats de senaste dagarna: inte värre än då.",
    en: "Joined in silence an alert resolved in the last days: not worse than then.",
  },
  worsened: { sv: "Larmet som fanns blev värre.", en: "The alert there was became worse." },
  reopened: { sv: "Larmet öppnades igen.", en: "The alert was opened again." },
  history: {
    sv: "Kom in {late} efter mätningen: för sent för att larma.",
    en: "Arrived {late} after it was measured: too late to alert.",
  },
  asked: {
    sv: "Såg ut som mätteknik: personen är ombedd att mäta igen.",
    en: "It looked like technique: the person has been asked to measure again.",
  },
  repeated: {
    sv: "Såg ut som mätteknik: mättes om, och var då innanför.",
    en: "It looked like technique: measured again, and inside then.",
  },
  untold: {
    sv: "Ingen larmades: så såg det inte ut när mätvärdet bedömdes.",
    en: "Nobody was told: it did not look like this when the reading was judged.",
  },
  "as-known": {
    sv: "Med det som hade kommit in när mätvärdet kom: {sentence}",
    en: "With what had arrived when the reading came: {sentence}",
  },
  // Readings.
  late: { sv: "Kom in {late} efter mätningen.", en: "Arrived {late} after it was measured." },
  clock: {
    sv: "Tiden är osäker: räknas inte mot andra dagar.",
    en: "The time is uncertain: not compared with other days.",
  },
  staff: { sv: "Personalens skäl: {reason}", en: "Staff's reason: {reason}" },
  unjudged: {
    sv: "Kunde inte bedömas när det kom. Teamet fick veta det.",
    en: "Could not be judged when it came. The team was told.",
  },
  // Plans and enrolment.
  several: { sv: "Flera vårdplaner gällde under dagen.", en: "Several plans were in force in the day." },
  more: {
    sv: "Dagen har fler mätvärden. Bara de senaste är med.",
    en: "The day has more readings. Only the latest are here.",
  },
  "no-plan": {
    sv: "Ingen vårdplan gällde. Bara de allmänna säkerhetsgränserna.",
    en: "No plan was in force. Only the general safety limits.",
  },
  invited: { sv: "Inbjuden, ännu inte aktiv.", en: "Invited, not active yet." },
  paused: { sv: "Pausad från {from} till {until}: {reason}.", en: "Paused from {from} until {until}: {reason}." },
  ended: { sv: "Avslutad {from}: {reason}.", en: "Ended on {from}: {reason}." },
} as const satisfies Readonly<Record<string, Sentence>>;

/** Why a reading with a flag is not compared with, or doesn't count. Flags that change nothing have no sentence. */
export const flagSentences: Readonly<Partial<Record<Flag, Sentence>>> = {
  moved: { sv: "Räknas inte: tillhör någon annan.", en: "Does not count: it is somebody else's." },
  implausible: {
    sv: "Orimligt värde: bedöms bara mot säkerhetsgränserna.",
    en: "Implausible value: judged against safety limits only.",
  },
  "not-clinical": {
    sv: "Ingen klinisk mätning: bedöms bara mot säkerhetsgränserna.",
    en: "No clinical measurement: judged against safety limits only.",
  },
  questionable: {
    sv: "Mätaren tvivlade: bedöms bara mot säkerhetsgränserna.",
    en: "The device doubted it: judged against safety limits only.",
  },
  "clock-unset-batch": {
    sv: "Mätarens klocka var inte ställd: bedöms bara mot säkerhetsgränserna.",
    en: "The device's clock was not set: judged against safety limits only.",
  },
  "suspect-duplicate": {
    sv: "Kan vara samma mätning en gång till: inget jämförs med den.",
    en: "May be the same measurement again: nothing is compared with it.",
  },
  excluded: { sv: "Räknas inte: undantagen av personalen.", en: "Does not count: excluded by staff." },
  repeated: {
    sv: "Mättes om och var då innanför: inget jämförs med den.",
    en: "Measured again and inside then: nothing is compared with it.",
  },
  retained: { sv: "Gammalt meddelande: larmar inte.", en: "An old message: alerts nobody." },
};

/** Why watching was paused or has ended. */
export const reasonWords: Readonly<Record<PauseReason | EndReason, Sentence>> = {
  admitted: { sv: "inlagd på sjukhus", en: "admitted to hospital" },
  travelling: { sv: "på resa", en: "travelling" },
  "own-wish": { sv: "egen önskan", en: "own wish" },
  equipment: { sv: "utrustningen", en: "the equipment" },
  other: { sv: "annan orsak", en: "another reason" },
  deceased: { sv: "avliden", en: "deceased" },
  "goal-reached": { sv: "målet är nått", en: "the goal is reached" },
  moved: { sv: "flyttad", en: "moved away" },
  "other-care": { sv: "annan vård", en: "other care" },
};

/** A sentence of the table, filled in, in one language. */
export const sayOfDay = (
  what: keyof typeof daySentences,
  language: Language,
  words: Readonly<Record<string, string>> = {},
): string => daySentences[what][language].replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? "");
