import { sayInstant } from "../alerts/say-duty.ts";
import type { HandoverRow } from "../store/sqlite/handovers.ts";

/** What was last done to an offer, told to whoever came second. */

type Said = Readonly<Record<"sv" | "en", string>>;

const verbs: Readonly<Record<HandoverRow["state"], Said>> = {
  offered: { sv: "har redan erbjudit det till {to}", en: "has offered it to {to} already" },
  accepted: { sv: "har tagit emot det", en: "has accepted it" },
  declined: { sv: "har avböjt det", en: "has declined it" },
  expired: { sv: "fick inget svar av {to}", en: "had no answer from {to}" },
  withdrawn: { sv: "har tagit tillbaka erbjudandet", en: "has taken the offer back" },
};

/**
 * One sentence.
 * @param names the person who did it, and the team it was offered to
 * @param now milliseconds since the epoch
 */
export function sayOffer(row: HandoverRow, names: { who: string; to: string }, now: number, zone: string): Said {
  const when = sayInstant(row.decided_at ?? row.offered_at, now, zone);
  const say = (language: keyof Said): string =>
    `${names.who} ${verbs[row.state][language].replace("{to}", names.to)} ${when[language]}.`;
  return { sv: say("sv"), en: say("en") };
}
