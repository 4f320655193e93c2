import type { Words } from "../i18n/words.ts";

import { signals } from "./signals.ts";

export const sv = {
  signal: signals.sv,
  severity: { red: "Rött", yellow: "Gult", info: "Info", silent: "Tyst", technical: "Teknik" },
  close: "Stäng",
  cancel: "Avbryt",
  retry: "Försök igen",
  loading: "Hämtar …",
  age: "{{count}} år",
  team: "Team",
  curve: "{{metric}}, senaste 14 dagarna: lägst {{low}}, högst {{high}}, senast {{last}}",
  curveLimit: "gräns {{limit}}",
} as const;

export const en: Words<typeof sv> = {
  signal: signals.en,
  severity: { red: "Red", yellow: "Yellow", info: "Info", silent: "Silent", technical: "Technical" },
  close: "Close",
  cancel: "Cancel",
  retry: "Try again",
  loading: "Loading …",
  age: "aged {{count}}",
  team: "Team",
  curve: "{{metric}}, last 14 days: lowest {{low}}, highest {{high}}, latest {{last}}",
  curveLimit: "limit {{limit}}",
};
