import type { AlertEventKind, Commitment } from "../domain/alert.ts";
import { sayInstant } from "./say-duty.ts";

/** What somebody else did a moment ago, told to whoever came second. */

type Said = Readonly<Record<"sv" | "en", string>>;

const verbs: Readonly<Partial<Record<AlertEventKind, Said>>> = {
  acknowledged: { sv: "har tagit larmet", en: "has taken the alert on" },
  "promise-renewed": { sv: "har förlängt sitt löfte", en: "has renewed their promise" },
  "promise-passed": {
    sv: "Löftet gick ut utan att larmet avslutades",
    en: "The promise passed and the alert was not resolved",
  },
  resolved: { sv: "har avslutat larmet", en: "has resolved the alert" },
  assigned: { sv: "har gett larmet till en kollega", en: "has assigned the alert" },
  noted: { sv: "har skrivit en anteckning", en: "has written a note" },
  snoozed: { sv: "har pausat gränsen", en: "has snoozed the limit" },
  undone: { sv: "har ångrat det senaste", en: "has taken the last change back" },
  released: { sv: "Den som hade larmet har slutat", en: "Whoever had the alert has left" },
  withdrawn: { sv: "Larmet togs tillbaka", en: "The alert was withdrawn" },
  worsened: { sv: "Larmet har blivit värre", en: "The alert has got worse" },
  reopened: { sv: "Larmet har blivit värre och är öppet igen", en: "The alert has got worse and is open again" },
  joined: { sv: "Ett mätvärde till har kommit", en: "Another reading has come" },
  returned: { sv: "Värdet är tillbaka innanför gränsen", en: "The value is back inside the limit" },
};

/**
 * One sentence.
 * @param who the name of the person, where a person did it
 * @param now the instants are told from here, milliseconds since the epoch
 */
export function sayHappened(
  { kind, at, promise }: { kind: AlertEventKind; at: number; promise?: Commitment | undefined },
  who: string | undefined,
  now: number,
  zone: string,
): Said {
  const verb = verbs[kind] ?? { sv: "Larmet har ändrats", en: "The alert has changed" };
  const clock = sayInstant(at, now, zone);
  const due = promise && sayInstant(promise.due, now, zone);
  const told: Said = {
    sv: promise && due ? `, och lovat: ${promise.text} (senast ${due.sv})` : "",
    en: promise && due ? `, and promised: ${promise.text} (by ${due.en})` : "",
  };
  const by = (text: string): string => (who === undefined || /^[A-ZÅÄÖ]/.test(text) ? text : `${who} ${text}`);
  return { sv: `${by(verb.sv)} ${clock.sv}${told.sv}.`, en: `${by(verb.en)} ${clock.en}${told.en}.` };
}
