import type { Schemas } from "../api/client.ts";
import { ContactDialog, CoverDialog, OnCallDialog } from "./change-dialogs.tsx";
import { type Stretch, toDateField } from "./days.ts";
import { ExceptionDialog, HoursDialog } from "./hours-dialogs.tsx";
import type { Team } from "./team-form.tsx";
import { AddTurnDialog } from "./turn-dialogs.tsx";

type Hole = Schemas["CoverageHole"];
type Way = "turn" | "onCall" | "exception" | "hours" | "cover" | "contact";
export type Mending = { readonly way: Way; readonly team: Team; readonly stretch: Stretch };

/** The date that differs from the week and lies within a stretch. */
const exceptionIn = (team: Team, { from, to }: Stretch) =>
  team.hours?.exceptions.find(({ date }) => date >= toDateField(from) && date <= toDateField(to - 1));

/** What can be done about a hole, the likeliest first; nothing where no team is responsible. */
export function waysFor({ reason }: Hole, team: Team, stretch: Stretch): readonly Way[] {
  switch (reason) {
    case "nobody-on-call":
      return ["turn", "onCall"];
    case "closed":
      return [...(exceptionIn(team, stretch) ? (["exception"] as const) : []), "cover", "hours"];
    case "no-contact":
      return ["contact"];
    case "no-responsible-team":
      return [];
  }
}

/** Whether it mends one stretch; the others change who answers on every day. */
export const isOfStretch = (way: Way): boolean => way === "turn" || way === "exception";

/** When a hole is, in milliseconds since the epoch. */
export const stretchOf = ({ from, to }: Hole): Stretch => ({ from: Date.parse(from), to: Date.parse(to) });

const MINUTE = 60_000;
/** Nobody is put on call for longer at once without saying so. */
const DAY = 24 * 60 * MINUTE;

/** The part of a hole that is proposed as a turn: whole minutes, a day at most. */
const turnIn = ({ from, to }: Stretch): Stretch => ({
  from,
  to: Math.min(Math.ceil(to / MINUTE) * MINUTE, from + DAY),
});

/** The dialogue that mends a hole, with what is known of it filled in. */
export function MendDialog({ mending, onClose }: { mending: Mending; onClose: () => void }) {
  const { way, team, stretch } = mending;
  switch (way) {
    case "turn":
      return <AddTurnDialog team={team.id} stretch={turnIn(stretch)} onClose={onClose} />;
    case "onCall":
      return <OnCallDialog team={team} onClose={onClose} />;
    case "exception":
      return <ExceptionDialog team={team} of={exceptionIn(team, stretch)} onClose={onClose} />;
    case "hours":
      return <HoursDialog team={team} onClose={onClose} />;
    case "cover":
      return <CoverDialog team={team} onClose={onClose} />;
    case "contact":
      return <ContactDialog team={team} onClose={onClose} />;
  }
}
