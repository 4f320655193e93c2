import type { Words } from "../i18n/words.ts";

export const sv = {
  live: "Live",
  connecting: "Ansluter",
  away: "Ingen kontakt",
  since: "Uppdaterad {{time}}",
  awayLong: "Ingen kontakt sedan {{time}}. Det du ser kan vara gammalt; sidan försöker igen.",
} as const;

export const en: Words<typeof sv> = {
  live: "Live",
  connecting: "Connecting",
  away: "No contact",
  since: "Updated {{time}}",
  awayLong: "No contact since {{time}}. What you see may be old; the page keeps trying.",
};
