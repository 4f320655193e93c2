import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { query, type Schemas } from "../api/client.ts";
import { useSession } from "../api/session.tsx";
import { useAround } from "../i18n/index.ts";
import { sayClock } from "../i18n/when.ts";
import { useNow } from "../ui/now.ts";
import { Loading, Problem } from "../ui/states.tsx";
import { common, dayStart, daysFrom, weekStart } from "./days.ts";
import { sayDay } from "./say-day.ts";
import styles from "./screen.module.css";
import { AddTurnDialog, EndTurnDialog, nightOf } from "./turn-dialogs.tsx";

/** A team's rota, a week at a time: who is on call when, in which role. */
export function Rota({ team }: { team: string }) {
  const { t } = useTranslation("teams");
  const around = useAround();
  const now = useNow(undefined);
  const me = useSession().data?.staff;
  const [week, setWeek] = useState(0);
  const [adding, setAdding] = useState<number>();
  const [ending, setEnding] = useState<Schemas["Shift"]>();
  const first = weekStart(now, week);
  const days = daysFrom(first, 7);
  const last = dayStart(first, 7);
  const read = query.useQuery("get", "/api/v1/teams/{id}/shifts", {
    params: { path: { id: team }, query: { from: new Date(first).toISOString(), to: new Date(last).toISOString() } },
  });
  const mayChange = me?.role === "nurse" || me?.role === "physician";
  return (
    <section aria-label={t("rota.title")} className={styles["section"]}>
      <div className={styles["bar"]}>
        <h2>{t("rota.title")}</h2>
        <span className={styles["together"]}>
          <Button variant="default" size="sm" onClick={() => setWeek(week - 1)} aria-label={t("rota.before")}>
            {"←"}
          </Button>
          <Button variant="default" size="sm" onClick={() => setWeek(0)}>
            {t("rota.thisWeek")}
          </Button>
          <Button variant="default" size="sm" onClick={() => setWeek(week + 1)} aria-label={t("rota.after")}>
            {"→"}
          </Button>
        </span>
        <span className={styles["push"]} />
        {mayChange && (
          <Button size="sm" onClick={() => setAdding(Math.max(first, dayStart(now)))}>
            {t("rota.add")}
          </Button>
        )}
      </div>
      {!read.data && (read.error ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : <Loading />)}
      {read.data && (
        <ol className={styles["week"]}>
          {days.map((day) => (
            <li key={day.from} data-today={day.from === dayStart(now)}>
              <h3>{sayDay(day.from, around.language)}</h3>
              <ul>
                {read.data.items.map((turn) => {
                  const part = common(day, { from: Date.parse(turn.from), to: Date.parse(turn.to) });
                  if (!part) return null;
                  const to = part.to === day.to ? "24:00" : sayClock(part.to, around);
                  const who = turn.name ?? turn.staff;
                  return (
                    <li key={turn.id} data-turn={turn.id} data-role={turn.role}>
                      <span className="num">{`${sayClock(part.from, around)}–${to}`}</span>
                      <strong>{who}</strong>
                      <span className="quiet">{t(`role.${turn.role}`)}</span>
                      {mayChange && Date.parse(turn.to) > now && (
                        <Button
                          variant="default"
                          size="xs"
                          onClick={() => setEnding(turn)}
                          aria-label={t("rota.endLabel", { who, day: sayDay(day.from, around.language) })}
                        >
                          {t("rota.end")}
                        </Button>
                      )}
                    </li>
                  );
                })}
              </ul>
            </li>
          ))}
        </ol>
      )}
      {read.data?.items.length === 0 && <p className="quiet">{t("rota.none")}</p>}
      {adding !== undefined && (
        <AddTurnDialog team={team} stretch={nightOf(adding)} onClose={() => setAdding(undefined)} />
      )}
      {ending && <EndTurnDialog turn={ending} now={now} onClose={() => setEnding(undefined)} />}
    </section>
  );
}
