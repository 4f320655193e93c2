import { type Measure, shownAs } from "../domain/metric.ts";

/** The languages that nurses and patients read. */
export const languages = ["sv", "en"] as const;
export type Language = (typeof languages)[number];

type Words = { readonly name: string; readonly unit: string };

const metricWords: Readonly<Record<Language, Readonly<Record<Measure, Words>>>> = {
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
    "symptom-points": { name: "Symtomen", unit: "" },
    combination: { name: "Kombination", unit: "" },
    news2: { name: "NEWS2", unit: "" },
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
    "symptom-points": { name: "Symptoms", unit: "" },
    combination: { name: "Combination", unit: "" },
    news2: { name: "NEWS2", unit: "" },
  },
};

/** A metric's name at the start of a sentence. */
export const metricName = (metric: Measure, language: Language): string => metricWords[language][metric].name;

/** A stored integer as people read it: exact, a decimal comma in Swedish, the unit beside it. */
export const showValue = (metric: Measure, value: number, language: Language): string =>
  withUnit(metric, exactText(metric, value), language);

/** Every decimal that was stored, and at least as many as the metric is shown with. */
function exactText(metric: Measure, value: number): string {
  const { scale, decimals } = shownAs(metric);
  const exact = value / scale;
  return (value * 10 ** decimals) % scale === 0 ? exact.toFixed(decimals) : String(exact);
}

/**
 * As many decimals as the metric is shown with, and more only where rounding would hide that it is beyond the limit.
 * @param value,limit in stored integers; a mean may lie between two of them
 */
export function beyondText(metric: Measure, value: number, limit: number, language: Language): string {
  const { scale, decimals } = shownAs(metric);
  for (let digits = decimals; digits < MOST_DIGITS; digits += 1) {
    const rounded = (Math.sign(value) * Math.round((Math.abs(value) * 10 ** digits) / scale)) / 10 ** digits;
    if (Math.sign(rounded - limit / scale) === Math.sign(value - limit)) {
      return withUnit(metric, rounded.toFixed(digits), language);
    }
  }
  return withUnit(metric, exactText(metric, value), language);
}

/** No stored value has more decimals. */
const MOST_DIGITS = 9;

/** As many decimals as the metric is shown with, for what only has to be readable. @param value in stored integers */
export const roundedText = (metric: Measure, value: number, language: Language): string =>
  beyondText(metric, value, Number.NEGATIVE_INFINITY, language);

/** A number without unit, with a decimal comma and a real minus in Swedish. */
export const localNumber = (number: string, language: Language): string =>
  language === "sv" ? number.replace(".", ",").replace("-", "−") : number;

function withUnit(metric: Measure, number: string, language: Language): string {
  const { unit } = metricWords[language][metric];
  const text = localNumber(number, language);
  return unit ? `${text} ${unit}`.replace(" /min", "/min") : text;
}
