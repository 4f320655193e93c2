import { dateFormat } from "../i18n/formats.ts";
import { type Around, type Language, sayClock, sayWhen } from "../i18n/when.ts";
import { dayStart, type Stretch } from "./days.ts";

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

/** "lör 12 dec 00:00 – 24:00", "i dag 17:00 – i morgon 08:00": the day once where it is the same. */
export function sayStretch({ from, to }: Stretch, around: Around): string {
  const sameDay = dayStart(from) === dayStart(to);
  const end = sameDay ? sayClock(to, around) : to === dayStart(from, 1) ? "24:00" : sayWhen(to, around);
  return `${sayWhen(from, around)} – ${end}`;
}
