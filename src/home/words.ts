import { type Kind, kinds } from "../domain/kind.ts";
import type { Values } from "../domain/measurement.ts";
import { showValue } from "../rules/wording.ts";

/** What the page in a home says of a value: the value itself, never what it means. */

type Said = Readonly<Record<"sv" | "en", string>>;

const nouns: Readonly<Record<Kind, Said>> = {
  "body-weight": { sv: "Vikt", en: "Weight" },
  "blood-pressure": { sv: "Blodtryck", en: "Blood pressure" },
  "oxygen-saturation": { sv: "Syremättnad", en: "Oxygen saturation" },
  pulse: { sv: "Puls", en: "Pulse" },
  temperature: { sv: "Temperatur", en: "Temperature" },
  "respiratory-rate": { sv: "Andetag per minut", en: "Breaths per minute" },
  glucose: { sv: "Blodsocker", en: "Blood glucose" },
  "peak-flow": { sv: "PEF", en: "Peak flow" },
  spirometry: { sv: "Blåsmätning", en: "Spirometry" },
  consciousness: { sv: "Medvetandegrad", en: "Consciousness" },
  symptoms: { sv: "Frågor om hur du mår", en: "Questions about how you feel" },
};

/** What a kind is called on the page. */
export const nounOf = (kind: Kind): Said => nouns[kind];

/** A reading's values as people say them, for instance "132 / 78 mmHg" or "91 %, puls 88/min"; nothing for answers. */
export function valueText(kind: Kind, values: Values): Said {
  return { sv: valueIn(kind, values, "sv"), en: valueIn(kind, values, "en") };
}

function valueIn(kind: Kind, values: Values, language: "sv" | "en"): string {
  const [systolic, diastolic, pulse] = [values["systolic-pressure"], values["diastolic-pressure"], values["pulse"]];
  const withPulse = (text: string): string =>
    pulse === undefined
      ? text
      : `${text}, ${{ sv: "puls", en: "pulse" }[language]} ${showValue("pulse", pulse, language)}`;
  if (kind === "blood-pressure" && systolic !== undefined && diastolic !== undefined) {
    const both = `${showValue("systolic-pressure", systolic, language).replace(/ ?mmHg$/, "")} / ${showValue("diastolic-pressure", diastolic, language)}`;
    return withPulse(both);
  }
  const [metric] = kinds[kind].required;
  const value = metric === undefined ? undefined : values[metric];
  if (metric === undefined || value === undefined) return "";
  const text = showValue(metric, value, language);
  return kind === "oxygen-saturation" ? withPulse(text) : text;
}
