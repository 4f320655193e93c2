import { type Language, sayNumber } from "../i18n/when.ts";

const units = { sv: { h: "tim", days: "dygn" }, en: { h: "h", days: "days" } } as const;

/** A span of whole seconds as people say it, two units at most: "40 s", "12 min", "2 tim 5 min", "3 dygn". */
export function saySpan(seconds: number, language: Language): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const { h, days } = units[language];
  if (minutes >= 48 * 60) return `${sayNumber(minutes / 1440, language)} ${days}`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} ${h}` : `${Math.floor(minutes / 60)} ${h} ${rest} min`;
}

/** A share of 0 to 1 in whole percent. */
export const sayShare = (share: number, language: Language): string => `${sayNumber(share * 100, language, 0)} %`;
