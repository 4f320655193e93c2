import type { Words } from "../i18n/words.ts";

export const sv = {
  alerts: "Öppna larm",
  none: "Inga öppna larm.",
  back: "Arbetslista",
  limitation: "Behandlingsbegränsning",
  measured: "mätt {{when}}",
} as const;

export const en: Words<typeof sv> = {
  alerts: "Open alerts",
  none: "No open alerts.",
  back: "Worklist",
  limitation: "Treatment limitation",
  measured: "measured {{when}}",
};
