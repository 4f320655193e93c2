import { dateFormat } from "../i18n/formats.ts";
import type { Language } from "../i18n/when.ts";

/** "mån 23 nov", "Mon 23 Nov": a day by the clock on the wall where the reader is. */
export function sayDay(at: number, language: Language): string {
  const parts = dateFormat(language === "sv" ? "sv-SE" : "en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("weekday").slice(0, 3)} ${part("day")} ${part("month").slice(0, 3)}`;
}
