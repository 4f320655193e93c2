import type { JudgedBy, PlanBasis } from "../domain/finding.ts";
import type { Direction } from "../domain/metric.ts";
import type { Language } from "./wording.ts";

/**
 * Why a finding is one, for every rule kind and side, in every language: the one decision table that explanations are
 * written from. Words in braces are the numbers compared; `facts` in `explain` says what each stands for. A kind that
 * finds something on one side only has one row. A sentence begins
 * with the metric's name and is one sentence. `test/tables/rule-sentences.csv` holds the same rows, to be read and corrected
 * by people who read no code.
 */
export type Situation = Exclude<JudgedBy, "change"> | "change-day" | "change-extreme";

type Row = Readonly<Partial<Record<Direction, Readonly<Record<Language, string>>>>>;

export const sentences: Readonly<Record<Situation, Row>> = {
  safety: {
    above: {
      sv: "{name} {beyond}, över säkerhetsgräns {limit}.",
      en: "{name} {beyond}, above safety limit {limit}.",
    },
    below: {
      sv: "{name} {beyond}, under säkerhetsgräns {limit}.",
      en: "{name} {beyond}, below safety limit {limit}.",
    },
  },
  limit: {
    above: { sv: "{name} {beyond}, över gräns {limit}.", en: "{name} {beyond}, above limit {limit}." },
    below: { sv: "{name} {beyond}, under gräns {limit}.", en: "{name} {beyond}, below limit {limit}." },
  },
  "change-day": {
    above: {
      sv: "{name} upp {change} på {days}, till {value} (gräns {limit}).",
      en: "{name} up {change} in {days}, to {value} (limit {limit}).",
    },
    below: {
      sv: "{name} ned {change} på {days}, till {value} (gräns {limit}).",
      en: "{name} down {change} in {days}, to {value} (limit {limit}).",
    },
  },
  "change-extreme": {
    above: {
      sv: "{name} upp {change} på {days} från lägsta värdet, till {value} (gräns {limit}).",
      en: "{name} up {change} in {days} from the lowest value, to {value} (limit {limit}).",
    },
    below: {
      sv: "{name} ned {change} på {days} från högsta värdet, till {value} (gräns {limit}).",
      en: "{name} down {change} in {days} from the highest value, to {value} (limit {limit}).",
    },
  },
  reference: {
    above: {
      sv: "{name} {value}, {change} över referensen {reference} från {setOn} (gräns {limit}).",
      en: "{name} {value}, {change} above the reference {reference} of {setOn} (limit {limit}).",
    },
    below: {
      sv: "{name} {value}, {change} under referensen {reference} från {setOn} (gräns {limit}).",
      en: "{name} {value}, {change} below the reference {reference} of {setOn} (limit {limit}).",
    },
  },
  "moving-average": {
    above: {
      sv: "{name} i medel {mean} på {shortDays}, {change} över medel på {longDays} (gräns {limit}).",
      en: "{name} averages {mean} over {shortDays}, {change} above the mean of {longDays} (limit {limit}).",
    },
    below: {
      sv: "{name} i medel {mean} på {shortDays}, {change} under medel på {longDays} (gräns {limit}).",
      en: "{name} averages {mean} over {shortDays}, {change} below the mean of {longDays} (limit {limit}).",
    },
  },
  "n-of-m": {
    above: {
      sv: "{name} {beyond}, över gräns {limit} {count} av {days} (larmar vid {atLeast}).",
      en: "{name} {beyond}, above limit {limit} on {count} of {days} (alerts from {atLeast}).",
    },
    below: {
      sv: "{name} {beyond}, under gräns {limit} {count} av {days} (larmar vid {atLeast}).",
      en: "{name} {beyond}, below limit {limit} on {count} of {days} (alerts from {atLeast}).",
    },
  },
  baseline: {
    above: {
      sv: "{name} {beyond}, över egen gräns {limit} (medel {mean} på {days} plus {sds} SD).",
      en: "{name} {beyond}, above own limit {limit} (mean {mean} of {days} plus {sds} SD).",
    },
    below: {
      sv: "{name} {beyond}, under egen gräns {limit} (medel {mean} på {days} minus {sds} SD).",
      en: "{name} {beyond}, below own limit {limit} (mean {mean} of {days} minus {sds} SD).",
    },
  },
  cusum: {
    above: {
      sv: "{name} {value}, sammanlagt {change} över egen nivå {mean} på {days} (gräns {limit}).",
      en: "{name} {value}, adding up to {change} above own level {mean} in {days} (limit {limit}).",
    },
    below: {
      sv: "{name} {value}, sammanlagt {change} under egen nivå {mean} på {days} (gräns {limit}).",
      en: "{name} {value}, adding up to {change} below own level {mean} in {days} (limit {limit}).",
    },
  },
  "oximetry-score": {
    below: {
      sv: "{name} {value} och puls {pulse}: oximetripoäng {score} mot eget medel på {days} (gräns {scoreLimit}).",
      en: "{name} {value} and pulse {pulse}: oximetry score {score} against own mean of {days} (limit {scoreLimit}).",
    },
  },
  "irregular-pulse": {
    above: {
      sv: "{name} oregelbunden enligt mätaren ({value}).",
      en: "{name} irregular according to the device ({value}).",
    },
  },
  "oxygen-excess": {
    above: {
      sv: "{name} {beyond} med syrgas {flow}, över målets övre gräns {limit}.",
      en: "{name} {beyond} on oxygen {flow}, above the target's upper limit {limit}.",
    },
  },
  symptoms: {
    above: {
      sv: "{name} ger {value} poäng av {highest} (larmar vid {atLeast}).",
      en: "{name} come to {value} of {highest} points (alerts from {atLeast}).",
    },
  },
  combination: {
    above: {
      sv: "{name} av {value} fynd inom {hours} timmar (larmar vid {atLeast}): {parts}.",
      en: "{name} of {value} findings within {hours} hours (alerts at {atLeast}): {parts}.",
    },
  },
  news2: {
    above: {
      sv: "{name} {value} poäng: {points} (skala {scale}, larmar vid {alertsAt}).",
      en: "{name} {value} points: {points} (scale {scale}, alerts at {alertsAt}).",
    },
  },
};

/** Which of two plans says so, a sentence of its own; one plan alone goes without saying. */
export const planSentences = {
  measured: { sv: "Enligt planen när värdet mättes.", en: "By the plan when the value was measured." },
  current: { sv: "Enligt nuvarande plan.", en: "By the current plan." },
} as const satisfies Record<PlanBasis, Record<Language, string>>;

/** What a finding must be marked with, each a sentence of its own. */
export const doubts = {
  time: { sv: "Osäker tid.", en: "Time uncertain." },
  quality: {
    sv: "Osäkert värde: mätningen kan vara störd.",
    en: "Uncertain value: the measurement may be disturbed.",
  },
  implausible: {
    sv: "Osäkert värde: orimligt högt eller lågt.",
    en: "Uncertain value: implausibly high or low.",
  },
  unattributed: { sv: "Okänt vem mätvärdet gäller.", en: "Not known whose reading it is." },
} as const;
