import type { Schemas } from "../api/client.ts";
import type { Words } from "../i18n/words.ts";

/** Kinds of reading and metrics by name, as people say them; complete by type, so that a new one has its words. */
export type Signal = Schemas["SignalState"]["signal"];
export type Metric = Schemas["Curve"]["metric"];

const sv = {
  "body-weight": "Vikt",
  "blood-pressure": "Blodtryck",
  "systolic-pressure": "Övre blodtryck",
  "diastolic-pressure": "Undre blodtryck",
  "mean-pressure": "Medelblodtryck",
  pulse: "Puls",
  "oxygen-saturation": "Syremättnad",
  "oxygen-flow": "Syrgasflöde",
  temperature: "Temperatur",
  "body-temperature": "Temperatur",
  "respiratory-rate": "Andningsfrekvens",
  glucose: "Blodsocker",
  "peak-flow": "PEF",
  spirometry: "Spirometri",
  fev1: "FEV1",
  fvc: "FVC",
  consciousness: "Medvetandegrad",
  symptoms: "Symtomfrågor",
} as const satisfies Record<Signal | Metric, string>;

const en: Words<typeof sv> = {
  "body-weight": "Weight",
  "blood-pressure": "Blood pressure",
  "systolic-pressure": "Systolic pressure",
  "diastolic-pressure": "Diastolic pressure",
  "mean-pressure": "Mean pressure",
  pulse: "Pulse",
  "oxygen-saturation": "Oxygen saturation",
  "oxygen-flow": "Oxygen flow",
  temperature: "Temperature",
  "body-temperature": "Temperature",
  "respiratory-rate": "Respiratory rate",
  glucose: "Glucose",
  "peak-flow": "Peak flow",
  spirometry: "Spirometry",
  fev1: "FEV1",
  fvc: "FVC",
  consciousness: "Consciousness",
  symptoms: "Symptom questions",
};

export const signals = { sv, en };
