import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { nameOf, usePatients, useTeams } from "../api/all.ts";
import { query, type Schemas } from "../api/client.ts";
import { useSession } from "../api/session.tsx";
import { useAround, useLanguage } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { useNow } from "../ui/now.ts";
import { Loading, Problem } from "../ui/states.tsx";
import { common, dayStart, daysFrom, type Stretch, weekdayOf } from "./days.ts";
import { MendButtons, MendDialog, type Mending, waysFor } from "./mend.tsx";
import { sayDay, sayStretch } from "./say-day.ts";
import styles from "./screen.module.css";

const MINUTE = 60_000;
type Hole = Schemas["CoverageHole"];

/** Whether somebody answers for everybody in the next 30 days: a calendar with the holes in red, and whom they concern. */
export function Coverage({ team }: { team: string }) {
  const { t } = useTranslation("teams");
  const { language } = useLanguage();
  const around = useAround();
  const read = query.useQuery("get", "/api/v1/coverage", { params: { query: { team } } });
  const now = useNow(read.data?.from, read.dataUpdatedAt);
  const me = useSession().data?.staff;
  const patients = usePatients();
  const teams = useTeams();
  const [mending, setMending] = useState<Mending>();
  if (!read.data) {
    return read.error ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : <Loading />;
  }
  const { holes, rotaEnds } = read.data;
  const names = new Map(patients.data?.map((one) => [one.id, nameOf(one)]));
  /** The team that has to mend it, if the reader may change it. */
  const owner = ({ team: of }: Hole): Schemas["Team"] | undefined =>
    of !== null && me?.teams.includes(of) ? teams.data?.find(({ id }) => id === of) : undefined;
  /** The first that can be done about a hole on that day. */
  const firstOn = (day: Stretch): Mending | undefined => {
    for (const hole of holes) {
      const part = common(day, { from: Date.parse(hole.from), to: Date.parse(hole.to) });
      const by = owner(hole);
      const way = part && by ? waysFor(hole, by, part)[0] : undefined;
      if (part && by && way) return { way, team: by, stretch: part };
    }
    return undefined;
  };
  const minutesOn = (day: Stretch): number =>
    holes.reduce((sum, hole) => {
      const part = common(day, { from: Date.parse(hole.from), to: Date.parse(hole.to) });
      return sum + (part ? Math.ceil((part.to - part.from) / MINUTE) : 0);
    }, 0);
  return (
    <section aria-label={t("coverage.title")} className={styles["section"]}>
      <h2>{t("coverage.title")}</h2>
      <p className={holes.length > 0 ? styles["bad"] : styles["good"]}>
        {holes.length === 0
          ? t("coverage.whole", { count: read.data.patients })
          : t("coverage.holes", { count: holes.length })}
      </p>
      <ol className={styles["calendar"]}>
        {daysFrom(dayStart(now), 30).map((day) => {
          const minutes = minutesOn(day);
          const name = sayDay(day.from, language);
          const first = minutes === 0 ? undefined : firstOn(day);
          const text = minutes === 0 ? t("coverage.ok") : t("coverage.without", { time: inHours(minutes) });
          return (
            <li key={day.from} data-hole={minutes > 0} data-weekday={weekdayOf(day.from)}>
              <span>{name}</span>
              {first ? (
                <button
                  type="button"
                  aria-label={t("mend.day", { hole: text, day: name })}
                  onClick={() => setMending(first)}
                >
                  <strong className="num">{text}</strong>
                </button>
              ) : (
                <strong className="num">{text}</strong>
              )}
            </li>
          );
        })}
      </ol>
      {holes.length > 0 && (
        <ul className={styles["items"]}>
          {holes.map((hole) => (
            <li key={`${hole.from} ${hole.reason} ${hole.team}`} data-hole-from={hole.from}>
              <p>
                <strong className={`num ${styles["bad"]}`}>
                  {sayStretch({ from: Date.parse(hole.from), to: Date.parse(hole.to) }, around)}
                </strong>
              </p>
              <p>{hole.explanation[language]}</p>
              <Concerned hole={hole} names={names} />
              <MendButtons hole={hole} team={owner(hole)} onMend={setMending} />
            </li>
          ))}
        </ul>
      )}
      {rotaEnds.map(({ team: of, at }) => (
        <p key={of} className="quiet">
          {t("coverage.rotaEnds", { when: sayWhen(Date.parse(at), around) })}
        </p>
      ))}
      {mending && <MendDialog mending={mending} onClose={() => setMending(undefined)} />}
    </section>
  );
}

const inHours = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

/** Whom a hole leaves without anybody. */
function Concerned({ hole, names }: { hole: Hole; names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation("teams");
  return (
    <p>
      {t("concerns", { count: hole.count })}
      {hole.patients?.map((id) => (
        <span key={id}>
          {" · "}
          <Link to={`/patients/${id}`}>{names.get(id) ?? id}</Link>
        </span>
      ))}
    </p>
  );
}
