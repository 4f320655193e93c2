import { weekdayOf } from "../domain/calendar.ts";
import { dayToIso, localDay, localTime } from "../domain/day.ts";
import type { Responsibility, StaffedTeam } from "../domain/responsibility.ts";
import type { Duty } from "./responsibility.ts";
import { dutiesDuring } from "./responsibility.ts";

/** Who answers for a patient, said so that a nurse or a patient understands it. */

type Said = Readonly<Record<"sv" | "en", string>>;

const DAY = 86_400_000;
/** So far ahead it is looked for when somebody else takes over. */
const AHEAD = 30 * DAY;

/** Who answers now, until when (milliseconds since the epoch; `undefined`: for as far as can be seen), and who does then. */
export type DutyAhead = { readonly now: Duty; readonly until?: number; readonly next?: Duty };

/** Stretches in which the same team answers for the same kind of reason are one. */
export function dutyAhead(
  entries: readonly Responsibility[],
  teams: ReadonlyMap<string, StaffedTeam>,
  at: number,
): DutyAhead {
  const [now, ...later] = dutiesDuring(entries, teams, { from: at, to: at + AHEAD });
  const next = later.find(
    ({ team, there, because }) => team !== now!.team || there !== now!.there || because.code !== now!.because.code,
  );
  return next ? { now: now!, until: next.from, next } : { now: now! };
}

/**
 * One sentence: which team, and why.
 * @param nameOf a team's name by its id
 * @param zone in which the end is told
 */
export function sayDuty({ now, until }: DutyAhead, nameOf: (team: string) => string, at: number, zone: string): Said {
  const { because } = now;
  const end = until === undefined ? undefined : sayInstant(until, at, zone);
  const till: Said = { sv: end ? ` till ${end.sv}` : "", en: end ? ` until ${end.en}` : "" };
  if (because.code === "nobody" || now.team === undefined) {
    return { sv: `Inget team är ansvarigt${till.sv}.`, en: `No team is responsible${till.en}.` };
  }
  const team = nameOf(now.team);
  const of = nameOf(because.entry.team);
  switch (because.code) {
    case "responsible":
      return {
        sv: `${team}${till.sv}${kindWords[because.entry.kind].sv}.`,
        en: `${team}${till.en}${kindWords[because.entry.kind].en}.`,
      };
    case "cover":
      return {
        sv: `${team}, eftersom ${of} har stängt${till.sv}.`,
        en: `${team}, since ${of} is closed${till.en}.`,
      };
    default:
      return {
        sv: `${team} har stängt${till.sv}, och inget annat team täcker.`,
        en: `${team} is closed${till.en}, and no other team covers.`,
      };
  }
}

const kindWords: Readonly<Record<Responsibility["kind"], Said>> = {
  ordinary: { sv: "", en: "" },
  takeover: { sv: ", som har tagit över tillfälligt", en: ", which has taken over for a while" },
  palliative: { sv: ", palliativ vård", en: ", palliative care" },
};

/** Whether a team is there, in one sentence. @param cover the name of the team that answers otherwise, if any */
export function sayOpening(
  { open, until }: { readonly open: boolean; readonly until?: number },
  cover: string | undefined,
  at: number,
  zone: string,
): Said {
  const change = until === undefined ? undefined : sayInstant(until, at, zone);
  const instead: Said = { sv: cover ? ` Då svarar ${cover}.` : "", en: cover ? ` Then ${cover} answers.` : "" };
  if (open) {
    if (!change) return { sv: "Öppet dygnet runt.", en: "Open around the clock." };
    return { sv: `Öppet till ${change.sv}.${instead.sv}`, en: `Open until ${change.en}.${instead.en}` };
  }
  const meanwhile: Said = {
    sv: cover ? ` Till dess svarar ${cover}.` : "",
    en: cover ? ` Until then ${cover} answers.` : "",
  };
  if (!change)
    return { sv: `Stängt de närmaste 30 dagarna.${meanwhile.sv}`, en: `Closed for the next 30 days.${meanwhile.en}` };
  return { sv: `Stängt, öppnar ${change.sv}.${meanwhile.sv}`, en: `Closed, opens ${change.en}.${meanwhile.en}` };
}

// By hand: a formatter takes longer to make than a reading to be judged, and every receipt says a time.
const weekdayNames: readonly Said[] = [
  { sv: "måndag", en: "Monday" },
  { sv: "tisdag", en: "Tuesday" },
  { sv: "onsdag", en: "Wednesday" },
  { sv: "torsdag", en: "Thursday" },
  { sv: "fredag", en: "Friday" },
  { sv: "lördag", en: "Saturday" },
  { sv: "söndag", en: "Sunday" },
];

/**
 * An instant near another as people say it: the time today, the weekday and time within a week, else the date.
 * @param at,now milliseconds since the epoch
 */
export function sayInstant(at: number, now: number, zone: string): Said {
  const days = localDay(at, zone) - localDay(now, zone);
  const clock = localTime(at, zone);
  if (days === 0) return { sv: clock, en: clock };
  if (days === -1) return { sv: `i går ${clock}`, en: `yesterday ${clock}` };
  if (days === 1) return { sv: `i morgon ${clock}`, en: `tomorrow ${clock}` };
  if (days > 1 && days < 7) {
    const day = weekdayNames[weekdayOf(localDay(at, zone))]!;
    return { sv: `${day.sv} ${clock}`, en: `${day.en} ${clock}` };
  }
  const date = dayToIso(localDay(at, zone));
  return { sv: `${date} ${clock}`, en: `${date} ${clock}` };
}
