import type { MeasureAgain } from "../domain/measure-again.ts";
import type { Metric } from "../domain/metric.ts";
import type { Treatments } from "../domain/patient-text.ts";
import type { PlanBody, Reference, SafetyLimit } from "../domain/plan.ts";
import { differencesBetween, type PlanDifference } from "../domain/plan-changes.ts";
import type { Schedule, Weekday } from "../domain/schedule.ts";
import { quantityInWords, ruleInWords, type Said, safetyLimitInWords } from "./in-words.ts";
import { type Language, languages, metricName } from "./wording.ts";

/** A plan, and what differs between two, in words. */

const parts: Readonly<Record<Exclude<PlanDifference["part"], "field">, Said>> = {
  rule: { sv: "Gräns", en: "Rule" },
  "safety-limit": { sv: "Säkerhetsgräns", en: "Safety limit" },
  reference: { sv: "Referensvärde", en: "Reference" },
  schedule: { sv: "Mätschema", en: "Measuring schedule" },
};

const fields: Readonly<Record<string, Said>> = {
  conditions: { sv: "Diagnoser", en: "Conditions" },
  zone: { sv: "Tidszon", en: "Time zone" },
  saturationTarget: { sv: "Målsaturation", en: "Target saturation" },
  treatmentLimitation: { sv: "Behandlingsbegränsning", en: "Treatment limitation" },
  texts: { sv: "Texter till patienten", en: "Texts to the patient" },
  treatments: { sv: "Behandlingstexter (läkare)", en: "Treatment texts (physician)" },
  measureAgain: { sv: "Mät igen före larm", en: "Measure again before an alert" },
  patientLanguage: { sv: "Patientens språk", en: "The patient's language" },
  maxBlind: { sv: "Uteblivna mätningar innan teamet larmas", en: "Missed windows before the team is told" },
};

const dayWords: Readonly<Record<Weekday, Said>> = {
  mon: { sv: "mån", en: "Mon" },
  tue: { sv: "tis", en: "Tue" },
  wed: { sv: "ons", en: "Wed" },
  thu: { sv: "tor", en: "Thu" },
  fri: { sv: "fre", en: "Fri" },
  sat: { sv: "lör", en: "Sat" },
  sun: { sv: "sön", en: "Sun" },
};

/** One difference as a sentence: what is new, gone, or otherwise than before. */
export function differenceInWords(difference: PlanDifference): Said {
  const { part, before, after } = difference;
  const say = (language: Language): string => {
    const what = part === "field" ? (fields[difference.id]?.[language] ?? difference.id) : parts[part][language];
    const [was, is] = [before, after].map((value) =>
      value === undefined ? undefined : valueInWords(difference, value, language),
    );
    if (was === undefined) return `${what} (${language === "sv" ? "ny" : "new"}): ${is}`;
    if (is === undefined) return `${what} (${language === "sv" ? "borttagen" : "removed"}): ${was}`;
    return `${what}: ${was} → ${is}`;
  };
  return Object.fromEntries(languages.map((language) => [language, say(language)])) as Said;
}

function valueInWords({ part, id }: PlanDifference, value: unknown, language: Language): string {
  switch (part) {
    case "rule":
      return ruleInWords(value as Parameters<typeof ruleInWords>[0])[language];
    case "safety-limit":
      return safetyLimitInWords(value as SafetyLimit)[language];
    case "reference":
      return `${metricName(id as Metric, language)} ${quantityInWords(id as Metric, (value as Reference).value)[language]}`;
    case "schedule":
      return scheduleInWords(value as Schedule, language);
    case "field":
      return fieldInWords(id, value, language);
  }
}

const conditionWords: Readonly<Record<PlanBody["conditions"][number], Said>> = {
  "heart-failure": { sv: "hjärtsvikt", en: "heart failure" },
  copd: { sv: "KOL", en: "COPD" },
  hypertension: { sv: "högt blodtryck", en: "hypertension" },
};

/** A single field as people read it; long texts are counted, since each stands with the rule that it is about. */
function fieldInWords(id: string, value: unknown, language: Language): string {
  const count = (many: number): string =>
    language === "sv" ? `${many} ${many === 1 ? "text" : "texter"}` : `${many} ${many === 1 ? "text" : "texts"}`;
  const onOff = (on: boolean): string => ({ sv: on ? "på" : "av", en: on ? "on" : "off" })[language];
  switch (id) {
    case "conditions":
      return (value as PlanBody["conditions"]).map((one) => conditionWords[one][language]).join(", ");
    case "saturationTarget":
      return `${(value as string).replace("-", "–")} %`;
    case "patientLanguage":
      return { sv: { sv: "svenska", en: "engelska" }, en: { sv: "Swedish", en: "English" } }[language][
        value as "sv" | "en"
      ];
    case "measureAgain": {
      const { enabled, cap } = value as MeasureAgain;
      const often = { sv: `högst ${cap} om dagen`, en: `at most ${cap} a day` }[language];
      return enabled ? `${onOff(true)}, ${often}` : onOff(false);
    }
    case "texts":
      return count((value as readonly unknown[]).length);
    case "treatments": {
      const { enabled, texts } = value as Treatments;
      return `${onOff(enabled)}, ${count(texts.length)}`;
    }
    default:
      return typeof value === "string" ? value : JSON.stringify(value);
  }
}

/** One part of a plan, with its own sentence. */
export type PlanLine = Pick<PlanDifference, "part" | "id"> & { readonly sentence: Said };

/** A whole plan in words, part by part and in the order of its differences from nothing. */
export const planInWords = (body: PlanBody): PlanLine[] =>
  differencesBetween(undefined, body).map((difference) => {
    const say = (language: Language): string => valueInWords(difference, difference.after, language);
    const named = (language: Language): string =>
      difference.part === "field"
        ? `${fields[difference.id]?.[language] ?? difference.id}: ${say(language)}`
        : say(language);
    return {
      part: difference.part,
      id: difference.id,
      sentence: Object.fromEntries(languages.map((language) => [language, named(language)])) as Said,
    };
  });

const signalWords: Readonly<Record<Schedule["signal"], Said>> = {
  "body-weight": { sv: "vikt", en: "weight" },
  "blood-pressure": { sv: "blodtryck", en: "blood pressure" },
  "oxygen-saturation": { sv: "syremättnad", en: "oxygen saturation" },
  pulse: { sv: "puls", en: "pulse" },
  temperature: { sv: "temperatur", en: "temperature" },
  "respiratory-rate": { sv: "andningsfrekvens", en: "respiratory rate" },
  glucose: { sv: "blodsocker", en: "glucose" },
  "peak-flow": { sv: "PEF", en: "peak flow" },
  spirometry: { sv: "spirometri", en: "spirometry" },
  consciousness: { sv: "medvetandegrad", en: "consciousness" },
  symptoms: { sv: "symtomfrågor", en: "symptom questions" },
};

/** A measuring schedule as people read it. */
export function scheduleInWords(
  { signal, days, windows, publicHolidays, reminder }: Schedule,
  language: Language,
): string {
  const every = { sv: "varje dag", en: "every day" }[language];
  const when = days.length === 7 ? every : days.map((day) => dayWords[day][language]).join(", ");
  const times = windows.map(({ from, until }) => `${from}–${until}`).join(", ");
  const skip = publicHolidays === "skip" ? { sv: ", inte röda dagar", en: ", not on public holidays" }[language] : "";
  const asked = reminder ? { sv: ", med påminnelse", en: ", with a reminder" }[language] : "";
  return `${signalWords[signal][language]} ${when} ${times}${skip}${asked}`;
}
