import type { Schemas } from "../api/client.ts";
import type { Words } from "../i18n/words.ts";

/** What an alert is about, as people say it; complete by type. */
export type Concern = Schemas["Alert"]["concern"];

const sv = {
  "weight-gain": "Viktuppgång",
  "weight-loss": "Viktnedgång",
  "bp-high": "Högt blodtryck",
  "bp-low": "Lågt blodtryck",
  "pulse-high": "Hög puls",
  "pulse-low": "Låg puls",
  "pulse-irregular": "Oregelbunden puls",
  "oxygen-low": "Låg syremättnad",
  "oxygen-high": "Hög syremättnad",
  breathing: "Andning",
  temperature: "Temperatur",
  symptoms: "Symtom",
  composite: "Sammanvägt",
  missing: "Uteblivna värden",
  device: "Utrustning",
} as const satisfies Record<Concern, string>;

const en: Words<typeof sv> = {
  "weight-gain": "Weight gain",
  "weight-loss": "Weight loss",
  "bp-high": "High blood pressure",
  "bp-low": "Low blood pressure",
  "pulse-high": "High pulse",
  "pulse-low": "Low pulse",
  "pulse-irregular": "Irregular pulse",
  "oxygen-low": "Low oxygen saturation",
  "oxygen-high": "High oxygen saturation",
  breathing: "Breathing",
  temperature: "Temperature",
  symptoms: "Symptoms",
  composite: "Combined",
  missing: "Missing values",
  device: "Equipment",
};

export const concerns = { sv, en };
