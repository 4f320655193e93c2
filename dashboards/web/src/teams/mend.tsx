import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import { useAround } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { ContactDialog, CoverDialog, OnCallDialog } from "./change-dialogs.tsx";
import { type Stretch, toDateField } from "./days.ts";
import { ExceptionDialog, HoursDialog } from "./hours-dialogs.tsx";
import styles from "./screen.module.css";
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

type Buttons = { readonly hole: Hole; readonly team: Team | undefined; readonly onMend: (mending: Mending) => void };

/** The ways of mending a hole. @param team the one that has to, if the reader may change it */
export function MendButtons({ hole, team, onMend }: Buttons) {
  const { t } = useTranslation("teams");
  const around = useAround();
  const stretch = { from: Date.parse(hole.from), to: Date.parse(hole.to) };
  if (!team) return hole.team === null ? null : <p className="quiet">{t("mend.other")}</p>;
  return (
    <span className={`${styles["bar"]} no-print`}>
      {waysFor(hole, team, stretch).map((way) => (
        <Button
          key={way}
          variant="default"
          size="sm"
          onClick={() => onMend({ way, team, stretch })}
          aria-label={t("mend.label", { how: t(`mend.${way}`), when: sayWhen(stretch.from, around) })}
        >
          {t(`mend.${way}`)}
        </Button>
      ))}
    </span>
  );
}

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
