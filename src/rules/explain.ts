import type { Compared, Finding } from "../domain/finding.ts";
import { type Direction, type Metric, metrics } from "../domain/metric.ts";

/** The languages that nurses and patients read. */
export const languages = ["sv", "en"] as const;
export type Language = (typeof languages)[number];

type Words = { readonly name: string; readonly unit: string };

const metricWords: Readonly<Record<Language, Readonly<Record<Metric, Words>>>> = {
  sv: {
    "body-weight": { name: "Vikten", unit: "kg" },
    "systolic-pressure": { name: "Övre blodtrycket", unit: "mmHg" },
    "diastolic-pressure": { name: "Undre blodtrycket", unit: "mmHg" },
    "mean-pressure": { name: "Medelblodtrycket", unit: "mmHg" },
    pulse: { name: "Pulsen", unit: "/min" },
    "oxygen-saturation": { name: "Syremättnaden", unit: "%" },
    "oxygen-flow": { name: "Syrgasflödet", unit: "l/min" },
    "body-temperature": { name: "Temperaturen", unit: "°C" },
    "respiratory-rate": { name: "Andningsfrekvensen", unit: "/min" },
    glucose: { name: "Blodsockret", unit: "mmol/l" },
    "peak-flow": { name: "Utandningsflödet (PEF)", unit: "l/min" },
    fev1: { name: "FEV1", unit: "l" },
    fvc: { name: "FVC", unit: "l" },
    consciousness: { name: "Medvetandegraden", unit: "" },
  },
  en: {
    "body-weight": { name: "Weight", unit: "kg" },
    "systolic-pressure": { name: "Systolic blood pressure", unit: "mmHg" },
    "diastolic-pressure": { name: "Diastolic blood pressure", unit: "mmHg" },
    "mean-pressure": { name: "Mean blood pressure", unit: "mmHg" },
    pulse: { name: "Pulse", unit: "/min" },
    "oxygen-saturation": { name: "Oxygen saturation", unit: "%" },
    "oxygen-flow": { name: "Oxygen flow", unit: "L/min" },
    "body-temperature": { name: "Temperature", unit: "°C" },
    "respiratory-rate": { name: "Respiratory rate", unit: "/min" },
    glucose: { name: "Glucose", unit: "mmol/L" },
    "peak-flow": { name: "Peak expiratory flow", unit: "L/min" },
    fev1: { name: "FEV1", unit: "L" },
    fvc: { name: "FVC", unit: "L" },
    consciousness: { name: "Consciousness", unit: "" },
  },
};

/** A metric's name at the start of a sentence. */
export const metricName = (metric: Metric, language: Language): string => metricWords[language][metric].name;

/** A stored integer as people read it: exact, a decimal comma in Swedish, the unit beside it. */
export const showValue = (metric: Metric, value: number, language: Language): string =>
  withUnit(metric, exactText(metric, value), language);

/** Every decimal that was stored, and at least as many as the metric is shown with. */
function exactText(metric: Metric, value: number): string {
  const { scale, decimals } = metrics[metric];
  const exact = value / scale;
  return (value * 10 ** decimals) % scale === 0 ? exact.toFixed(decimals) : String(exact);
}

/** As many decimals as the metric is shown with, and more only where rounding would hide that it is beyond the limit. */
function beyondText(metric: Metric, value: number, limit: number): string {
  const { scale, decimals } = metrics[metric];
  for (let digits = decimals; 10 ** digits < scale; digits += 1) {
    const rounded = (Math.sign(value) * Math.round((Math.abs(value) * 10 ** digits) / scale)) / 10 ** digits;
    const side = Math.sign(rounded - limit / scale);
    if (side === Math.sign(value - limit)) return rounded.toFixed(digits);
  }
  return exactText(metric, value);
}

function withUnit(metric: Metric, number: string, language: Language): string {
  const { unit } = metricWords[language][metric];
  const text = language === "sv" ? number.replace(".", ",").replace("-", "−") : number;
  return unit ? `${text} ${unit}`.replace(" /min", "/min") : text;
}

/**
 * Why a finding is one, in a sentence a nurse can act on: the numbers compared, never a code.
 * Example: "Vikten upp 2,3 kg på 3 dagar, till 84,7 kg (gräns 2,0 kg)."
 */
export function explain(
  finding: Pick<Finding, "metric" | "direction" | "compared" | "ruleKind" | "uncertain">,
  language: Language,
): string {
  const { metric, compared, ruleKind, uncertain } = finding;
  const says = sentences[language];
  const name = metricName(metric, language);
  const limit = showValue(metric, compared.limit, language);
  const beyond = (value: number) => withUnit(metric, beyondText(metric, value, compared.limit), language);
  let sentence: string;
  if (ruleKind === "change" && compared.reference !== undefined) {
    const change = beyond(Math.abs(compared.value - compared.reference));
    // The value reached is not what is compared; it only has to be readable.
    const reached = withUnit(metric, beyondText(metric, compared.value, Number.NEGATIVE_INFINITY), language);
    sentence = says.change(name, finding.direction, change, compared, reached, limit);
  } else {
    sentence = says.limit(name, finding.direction, beyond(compared.value), ruleKind === "safety", limit);
  }
  return [sentence, ...uncertain.map((what) => doubts[language][what])].join(" ");
}

type Sentences = {
  change(name: string, to: Direction, change: string, compared: Compared, reached: string, limit: string): string;
  limit(name: string, side: Direction, value: string, safety: boolean, limit: string): string;
};

const sentences: Readonly<Record<Language, Sentences>> = {
  sv: {
    change(name, to, change, { days = 0, against }, reached, limit) {
      const since = against === "extreme" ? (to === "above" ? " från lägsta värdet" : " från högsta värdet") : "";
      const span = `${days} ${days === 1 ? "dag" : "dagar"}`;
      return `${name} ${to === "above" ? "upp" : "ned"} ${change} på ${span}${since}, till ${reached} (gräns ${limit}).`;
    },
    limit: (name, side, value, safety, limit) =>
      `${name} ${value}, ${side === "above" ? "över" : "under"} ${safety ? "säkerhetsgräns" : "gräns"} ${limit}.`,
  },
  en: {
    change(name, to, change, { days = 0, against }, reached, limit) {
      const since =
        against === "extreme" ? (to === "above" ? " from the lowest value" : " from the highest value") : "";
      const span = `${days} ${days === 1 ? "day" : "days"}`;
      return `${name} ${to === "above" ? "up" : "down"} ${change} in ${span}${since}, to ${reached} (limit ${limit}).`;
    },
    limit: (name, side, value, safety, limit) =>
      `${name} ${value}, ${side === "above" ? "above" : "below"} ${safety ? "safety limit" : "limit"} ${limit}.`,
  },
};

const doubts: Readonly<Record<Language, Readonly<Record<Finding["uncertain"][number], string>>>> = {
  sv: {
    time: "Osäker tid.",
    quality: "Osäkert värde: mätningen kan vara störd.",
    implausible: "Osäkert värde: orimligt högt eller lågt.",
    unattributed: "Okänt vem mätvärdet gäller.",
  },
  en: {
    time: "Time uncertain.",
    quality: "Uncertain value: the measurement may be disturbed.",
    implausible: "Uncertain value: implausibly high or low.",
    unattributed: "Not known whose reading it is.",
  },
};
