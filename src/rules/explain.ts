import type { Finding } from "../domain/finding.ts";
import { type Metric, metrics } from "../domain/metric.ts";

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

/** A stored integer as people read it: the metric's decimals, a decimal comma in Swedish, the unit beside it. */
export function showValue(metric: Metric, value: number, language: Language): string {
  const { unit } = metricWords[language][metric];
  const number = showNumber(metric, value, language);
  return unit ? `${number} ${unit}`.replace(" /min", "/min") : number;
}

function showNumber(metric: Metric, value: number, language: Language): string {
  const { scale, decimals } = metrics[metric];
  // As many decimals as the metric is shown with, and more only when rounding would hide which side of a limit it lies.
  const exact = value / scale;
  const text = Math.round(value * 10 ** decimals) % scale === 0 ? exact.toFixed(decimals) : String(exact);
  return language === "sv" ? text.replace(".", ",").replace("-", "−") : text;
}

/**
 * Why a finding is one, in a sentence a nurse can act on: the numbers compared, never a code.
 * Example: "Vikten upp 2,3 kg på 3 dagar, till 84,7 kg (gräns 2,0 kg)".
 */
export function explain(
  finding: Pick<Finding, "metric" | "direction" | "compared" | "ruleKind" | "uncertain">,
  language: Language,
): string {
  const { metric, direction, compared, ruleKind, uncertain } = finding;
  const name = metricName(metric, language);
  const value = showValue(metric, compared.value, language);
  const limit = showValue(metric, compared.limit, language);
  const doubt = uncertain.length > 0 ? ` ${uncertain.map((what) => doubts[language][what]).join(" ")}` : "";
  if (ruleKind === "change" && compared.reference !== undefined) {
    const change = showValue(metric, Math.abs(compared.value - compared.reference), language);
    const days = compared.days ?? 0;
    return language === "sv"
      ? `${name} ${direction === "above" ? "upp" : "ned"} ${change} på ${days} ${days === 1 ? "dag" : "dagar"}${compared.against === "extreme" ? (direction === "above" ? " från lägsta värdet" : " från högsta värdet") : ""}, till ${value} (gräns ${limit}).${doubt}`
      : `${name} ${direction === "above" ? "up" : "down"} ${change} in ${days} ${days === 1 ? "day" : "days"}${compared.against === "extreme" ? (direction === "above" ? " from the lowest value" : " from the highest value") : ""}, to ${value} (limit ${limit}).${doubt}`;
  }
  const kind =
    ruleKind === "safety"
      ? language === "sv"
        ? "säkerhetsgräns"
        : "safety limit"
      : language === "sv"
        ? "gräns"
        : "limit";
  const side = direction === "above" ? { sv: "över", en: "above" } : { sv: "under", en: "below" };
  return `${name} ${value}, ${side[language]} ${kind} ${limit}.${doubt}`;
}

const doubts: Readonly<Record<Language, Readonly<Record<Finding["uncertain"][number], string>>>> = {
  sv: {
    time: "Osäker tid.",
    quality: "Osäkert värde: dålig signal.",
    implausible: "Osäkert värde: orimligt högt eller lågt.",
    unattributed: "Okänt vem mätvärdet gäller.",
  },
  en: {
    time: "Time uncertain.",
    quality: "Uncertain value: poor signal.",
    implausible: "Uncertain value: implausibly high or low.",
    unattributed: "Not known whose reading it is.",
  },
};
