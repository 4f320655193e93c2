import { dateFormat, makeReady, numberFormat } from "./formats.ts";

/**
 * How instants, spans and numbers are said. Everything is given the instant that is now and the zone, so that one table of
 * examples can hold it.
 */
export type Language = "sv" | "en";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const words = {
  sv: { locale: "sv-SE", today: "i dag", yesterday: "i går", tomorrow: "i morgon", now: "nyss", min: "min", h: "tim" },
  en: {
    locale: "en-GB",
    today: "today",
    yesterday: "yesterday",
    tomorrow: "tomorrow",
    now: "just now",
    min: "min",
    h: "h",
  },
} as const;

/** Around what an instant is said. Instants in milliseconds since the epoch. */
export type Around = { readonly now: number; readonly language: Language; readonly zone?: string | undefined };

const dayFormat = (zone: string | undefined) => ["en-CA", { timeZone: zone, dateStyle: "short" }] as const;
const clockFormat = (language: Language, zone: string | undefined) =>
  [words[language].locale, { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }] as const;
const dateFormatOf = (language: Language, zone: string | undefined) =>
  [
    words[language].locale,
    { timeZone: zone, weekday: "short", day: "numeric", month: "short", year: "numeric" },
  ] as const;

/** Has the formats of instants made before they are needed. */
export const prepareInstants = (language: Language): void =>
  makeReady([dayFormat(undefined), clockFormat(language, undefined), dateFormatOf(language, undefined)]);

const dayOf = (at: number, zone: string | undefined): number => {
  const parts = dateFormat(...dayFormat(zone)).format(at);
  return Date.parse(`${parts}T00:00:00Z`) / DAY;
};

/** "07:03". */
export const sayClock = (at: number, { language, zone }: Around): string =>
  dateFormat(...clockFormat(language, zone)).format(at);

/** "i dag 07:03", "i går 22:14", "tor 19 nov 07:03"; with the year where it is another. */
export function sayWhen(at: number, around: Around): string {
  const { language, zone, now } = around;
  const { today, yesterday, tomorrow } = words[language];
  const days = dayOf(at, zone) - dayOf(now, zone);
  const time = sayClock(at, around);
  const near = days === 0 ? today : days === -1 ? yesterday : days === 1 ? tomorrow : undefined;
  if (near !== undefined) return `${near} ${time}`;
  const parts = dateFormat(...dateFormatOf(language, zone)).formatToParts(at);
  // Three letters in every language ("tor", "nov"), and no full stops that a time would follow.
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? "";
  const year = Math.abs(at - now) < 300 * DAY ? "" : ` ${part("year")}`;
  return `${part("weekday").slice(0, 3)} ${part("day")} ${part("month").slice(0, 3)}${year} ${time}`;
}

/** How long ago, rounded down, as a nurse would say it: "nyss", "12 min", "2 tim", "3 dygn". Never negative. */
export function sayAgo(at: number, { now, language }: Around): string {
  const span = Math.max(0, now - at);
  const { min, h, now: justNow } = words[language];
  if (span < MINUTE) return justNow;
  if (span < HOUR) return `${Math.floor(span / MINUTE)} ${min}`;
  if (span < 2 * DAY) return `${Math.floor(span / HOUR)} ${h}`;
  const days = Math.floor(span / DAY);
  return language === "sv" ? `${days} dygn` : `${days} days`;
}

/** What is left until an instant, or how much it has passed by, as "1:48"; hours and minutes, rounded up. */
export function sayLeft(at: number, { now }: Pick<Around, "now">): { text: string; passed: boolean } {
  const minutes = Math.ceil((at - now) / MINUTE);
  const size = Math.abs(minutes);
  return { text: `${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`, passed: at < now };
}

/** A number as the language writes it: decimal comma in Swedish, at most `decimals` decimals. */
export const sayNumber = (value: number, language: Language, decimals = 1): string =>
  numberFormat(words[language].locale, decimals).format(value);
