import type { Hole, HoleReason } from "../alerts/coverage.ts";

/** A hole in words: what is missing, and whose move it is. */

type Said = Readonly<Record<"sv" | "en", string>>;

const reasons: Readonly<Record<HoleReason, (team: string) => Said>> = {
  "no-responsible-team": () => ({
    sv: "Inget team är ansvarigt. Ge patienten till ett team.",
    en: "No team is responsible. Entrust the patient to a team.",
  }),
  closed: (team) => ({
    sv: `${team} har stängt och inget öppet team täcker. Ge teamet ett täckande team som är öppet då, eller andra tider.`,
    en: `${team} is closed and no open team covers. Give it a cover that is open then, or other hours.`,
  }),
  "no-contact": (team) => ({
    sv: `${team} kan inte nås: telefon, e-post och webhook saknas. Ange en kontaktväg till funktionen.`,
    en: `${team} can't be reached: it has no phone, e-mail or webhook. Give the function a contact.`,
  }),
  "nobody-on-call": (team) => ({
    sv: `Ingen i ${team} har jour då. Sätt någon på jourlistan, eller låt den som är i tjänst svara.`,
    en: `Nobody in ${team} is on call then. Put somebody on the rota, or let whoever is at work answer.`,
  }),
};

/** @param nameOf a team's name by its id */
export const sayHole = ({ reason, team }: Pick<Hole, "reason" | "team">, nameOf: (team: string) => string): Said =>
  reasons[reason](team === undefined ? "" : nameOf(team));
