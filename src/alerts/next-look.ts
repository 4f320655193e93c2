import type { Responsibility, StaffedTeam } from "../domain/responsibility.ts";
import { dutiesDuring } from "./responsibility.ts";
import { sayInstant } from "./say-duty.ts";

/** When somebody next looks at what a patient sent, as a promise that can be kept. */

const DAY = 86_400_000;
/** So far ahead it is looked for: beyond it nothing is said. */
const AHEAD = 30 * DAY;

/**
 * The team that looks and when, in milliseconds since the epoch: the instant itself while the team is there. Asked at any
 * instant before `until` the answer is the same, or "now". `undefined` when no responsible team opens within 30 days.
 */
export type NextLook = { readonly team: string; readonly at: number; readonly until: number } | undefined;

/**
 * When the team responsible for a patient is next there. A cover isn't counted: it is told what is urgent, and has
 * promised nobody to look at the rest.
 * @param entries the patient's responsibilities, in the order they were decided
 * @param at milliseconds since the epoch
 */
export function nextLook(
  entries: readonly Responsibility[],
  teams: ReadonlyMap<string, StaffedTeam>,
  at: number,
): NextLook {
  const duty = dutiesDuring(entries, teams, { from: at, to: at + AHEAD }).find(
    ({ because }) => because.code === "responsible",
  );
  return duty?.team === undefined ? undefined : { team: duty.team, at: duty.from, until: duty.to };
}

/**
 * The same for the patient. It says what is known and nothing that calms: not that the values are good, nor that an alert
 * would be seen before.
 * @param at when it was asked, in milliseconds since the epoch
 * @param nameOf a team's name by its id; `undefined` where it isn't to be named
 * @param zone in which instants are told
 */
export function sayNextLook(
  look: NextLook,
  at: number,
  nameOf: (team: string) => string | undefined,
  zone: string,
): Readonly<Record<"sv" | "en", string>> {
  const worse = {
    sv: "Blir du sämre: ring 1177, vid fara 112.",
    en: "If you get worse: call 1177, in danger 112.",
  };
  if (!look) {
    return {
      sv: `Det är inte känt när någon tittar. ${worse.sv}`,
      en: `It is not known when somebody looks. ${worse.en}`,
    };
  }
  const name = nameOf(look.team);
  const team = { sv: name ?? "Vårdteamet", en: name ?? "The care team" };
  if (look.at <= at) return { sv: `${team.sv} har öppet nu. ${worse.sv}`, en: `${team.en} is open now. ${worse.en}` };
  const when = sayInstant(look.at, at, zone);
  return { sv: `${team.sv} tittar senast ${when.sv}. ${worse.sv}`, en: `${team.en} looks by ${when.en}. ${worse.en}` };
}
