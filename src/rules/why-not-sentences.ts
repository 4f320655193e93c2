import type { Language } from "./wording.ts";

/**
 * Why a rule found nothing, in every language: the one decision table that answers are written from. Words in braces are the
 * numbers compared; `facts` in `why-not` says what each stands for. Where a sentence depends on the side, there is a row for
 * each. `test/tables/why-not-sentences.csv` holds the same rows, to be read and corrected by people who read no code.
 */
export const whyNotSentences = {
  // Inside: how near it came.
  "limit/above": {
    sv: "{name} {value}, {margin} under gränsen {limit}.",
    en: "{name} {value}, {margin} below the limit {limit}.",
  },
  "limit/below": {
    sv: "{name} {value}, {margin} över gränsen {limit}.",
    en: "{name} {value}, {margin} above the limit {limit}.",
  },
  "at-limit": {
    sv: "{name} {value}, precis på gränsen, bara det som är bortom den larmar.",
    en: "{name} {value}, exactly at the limit, only what is beyond it alerts.",
  },
  "n-of-m": {
    sv: "{name} {value}, bortom gränsen {limit} {count} av {days}, larmar vid {atLeast}.",
    en: "{name} {value}, beyond the limit {limit} on {count} of {days}, alerts from {atLeast}.",
  },
  "change-day": {
    sv: "{name} {value}, {change} på {days} (då {reference}), {margin} kvar till gränsen {limit}.",
    en: "{name} {value}, {change} in {days} (then {reference}), {margin} left to the limit {limit}.",
  },
  "change-extreme/above": {
    sv: "{name} {value}, {change} från lägsta värdet på {days} ({reference}), {margin} kvar till gränsen {limit}.",
    en: "{name} {value}, {change} from the lowest value of {days} ({reference}), {margin} left to the limit {limit}.",
  },
  "change-extreme/below": {
    sv: "{name} {value}, {change} från högsta värdet på {days} ({reference}), {margin} kvar till gränsen {limit}.",
    en: "{name} {value}, {change} from the highest value of {days} ({reference}), {margin} left to the limit {limit}.",
  },
  reference: {
    sv: "{name} {value}, {change} från referensen {reference} ({setOn}), {margin} kvar till gränsen {limit}.",
    en: "{name} {value}, {change} from the reference {reference} ({setOn}), {margin} left to the limit {limit}.",
  },
  "moving-average": {
    sv: "{name} i medel {mean} på {shortDays} mot {longMean} på {longDays}, {margin} kvar till gränsen {limit}.",
    en: "{name} averages {mean} over {shortDays} and {longMean} over {longDays}, {margin} left to the limit {limit}.",
  },
  "baseline/above": {
    sv: "{name} {value}, {margin} under egen gräns {limit}.",
    en: "{name} {value}, {margin} below own limit {limit}.",
  },
  "baseline/below": {
    sv: "{name} {value}, {margin} över egen gräns {limit}.",
    en: "{name} {value}, {margin} above own limit {limit}.",
  },
  cusum: {
    sv: "{name} {value}, sammanlagt {total} från egen nivå {mean} på {days}, {margin} kvar till gränsen {limit}.",
    en: "{name} {value}, adding up to {total} from own level {mean} in {days}, {margin} left to the limit {limit}.",
  },
  "oximetry-score": {
    sv: "{name} {value} och puls {pulse}: oximetripoäng {score}, larmar över {scoreLimit}.",
    en: "{name} {value} and pulse {pulse}: oximetry score {score}, alerts above {scoreLimit}.",
  },
  "irregular-pulse": {
    sv: "{name} {value}: mätaren sade inget om oregelbunden puls.",
    en: "{name} {value}: the device said nothing of an irregular pulse.",
  },
  "room-air": {
    sv: "{name} {value} utan syrgas, regeln gäller bara med syrgas.",
    en: "{name} {value} without oxygen, the rule is about oxygen only.",
  },
  symptoms: {
    sv: "{name} ger {value} poäng, larmar vid {atLeast}.",
    en: "{name} come to {value} points, alerts from {atLeast}.",
  },
  news2: { sv: "{name} {value} poäng, larmar vid {atLeast}.", en: "{name} {value} points, alerts from {atLeast}." },
  combination: {
    sv: "{name}: {value} fynd inom {hours} timmar, larmar vid {atLeast}.",
    en: "{name}: {value} findings within {hours} hours, alerts from {atLeast}.",
  },
  // Not asked: what hindered it.
  "time-uncertain": {
    sv: "{measured}: mätarens tid var osäker, så värdet jämfördes inte med andra dagars.",
    en: "{measured}: the device's time was uncertain, so it was not compared with other days.",
  },
  quality: {
    sv: "{measured} räknades inte: mätaren själv tvivlade på värdet.",
    en: "{measured} did not count: the device itself doubted the value.",
  },
  implausible: {
    sv: "{measured} räknades inte: orimligt högt eller lågt.",
    en: "{measured} did not count: implausibly high or low.",
  },
  "not-clinical": {
    sv: "{measured} räknades inte: ingen klinisk mätning enligt mätaren.",
    en: "{measured} did not count: no clinical measurement according to the device.",
  },
  "no-day-before": {
    sv: "{measured}: inget värde {day}, {days} före, att jämföra med.",
    en: "{measured}: no value on {day}, {days} before, to compare with.",
  },
  "no-days-before": {
    sv: "{measured}: inget värde på {days} före att jämföra med.",
    en: "{measured}: no value in the {days} before to compare with.",
  },
  "no-reference": {
    sv: "{measured}: inget att jämföra med.",
    en: "{measured}: nothing to compare with.",
  },
  "no-plan-reference": {
    sv: "{measured}: vårdplanen anger inget eget värde att jämföra med.",
    en: "{measured}: the plan names no value of the patient's own to compare with.",
  },
  "not-enough-history": {
    sv: "{measured}: värden på {have} av {window}, regeln behöver {need}.",
    en: "{measured}: values on {have} of {window}, the rule needs {need}.",
  },
  "no-history": {
    sv: "{measured}: för få dagar med värden före.",
    en: "{measured}: too few days with values before.",
  },
  missing: { sv: "{name} kunde inte beräknas: {missing} saknas.", en: "{name} could not be told: {missing} missing." },
  unanswered: {
    sv: "{name}: obesvarade frågor ({unanswered}) kan avgöra.",
    en: "{name}: unanswered questions ({unanswered}) may decide it.",
  },
  "other-version": {
    sv: "{name}: svaren hör till en annan version av frågorna.",
    en: "{name}: the answers are to another version of the questions.",
  },
  // Nothing to ask about.
  "no-reading": { sv: "{name}: ingen mätning, senast {last}.", en: "{name}: nothing measured, last on {last}." },
  "no-reading-ever": {
    sv: "{name}: ingen mätning, ingen tidigare heller.",
    en: "{name}: nothing measured, nor before.",
  },
  "no-rule": { sv: "{name}: ingen regel i vårdplanen gäller den.", en: "{name}: no rule of the plan is about it." },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type WhyNotSituation = keyof typeof whyNotSentences;
