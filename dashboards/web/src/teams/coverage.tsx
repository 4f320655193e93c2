import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { nameOf, usePatients } from "../api/all.ts";
import { query, type Schemas } from "../api/client.ts";
import { useAround, useLanguage } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { useNow } from "../ui/now.ts";
import { Loading, Problem } from "../ui/states.tsx";
import { common, dayStart, daysFrom } from "./days.ts";
import { sayDay } from "./say-day.ts";
import styles from "./screen.module.css";

const MINUTE = 60_000;

/** Whether somebody answers for everybody in the next 30 days: a calendar with the holes in red, and whom they concern. */
export function Coverage({ team }: { team: string }) {
  const { t } = useTranslation("teams");
  const { language } = useLanguage();
  const around = useAround();
  const read = query.useQuery("get", "/api/v1/coverage", { params: { query: { team } } });
  const now = useNow(read.data?.from, read.dataUpdatedAt);
  const patients = usePatients();
  if (!read.data) {
    return read.error ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : <Loading />;
  }
  const { holes, rotaEnds } = read.data;
  const names = new Map(patients.data?.map((one) => [one.id, nameOf(one)]));
  const minutesOn = (day: { from: number; to: number }): number =>
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
          return (
            <li key={day.from} data-hole={minutes > 0}>
              <span>{sayDay(day.from, language)}</span>
              <strong className="num">
                {minutes === 0 ? t("coverage.ok") : t("coverage.without", { time: inHours(minutes) })}
              </strong>
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
                  {t("between", {
                    from: sayWhen(Date.parse(hole.from), around),
                    to: sayWhen(Date.parse(hole.to), around),
                  })}
                </strong>
              </p>
              <p>{hole.explanation[language]}</p>
              <Concerned hole={hole} names={names} />
            </li>
          ))}
        </ul>
      )}
      {rotaEnds.map(({ team: of, at }) => (
        <p key={of} className="quiet">
          {t("coverage.rotaEnds", { when: sayWhen(Date.parse(at), around) })}
        </p>
      ))}
    </section>
  );
}

const inHours = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

/** Whom a hole leaves without anybody. */
function Concerned({ hole, names }: { hole: Schemas["CoverageHole"]; names: ReadonlyMap<string, string> }) {
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
