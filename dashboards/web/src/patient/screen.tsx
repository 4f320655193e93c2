import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { readAll } from "../api/all.ts";
import { api, query, type Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { useNow } from "../ui/now.ts";
import { GradeMark, gradeOf } from "../ui/severity.tsx";
import { Loading, Problem } from "../ui/states.tsx";
import { AlertCard, cardOf, Undo } from "./alert-card.tsx";
import { Messages } from "./messages.tsx";
import styles from "./screen.module.css";
import { Snoozes } from "./snoozes.tsx";
import { Story } from "./story.tsx";
import { Trends } from "./trends.tsx";
import { Who } from "./who.tsx";

type Metric = Schemas["Curve"]["metric"];
/** What has a curve, in the order in which it is read; scores and answers have none. */
const drawable = [
  "body-weight",
  "systolic-pressure",
  "diastolic-pressure",
  "pulse",
  "oxygen-saturation",
  "respiratory-rate",
  "body-temperature",
  "glucose",
  "peak-flow",
  "fev1",
] as const satisfies readonly Metric[];

/** Closed alerts are shown so many at a time. */
const PAGE = 10;

/** All alerts of a patient: the open ones with their curves, worst first, and the closed ones, the newest first. */
function useAlerts(patient: string) {
  const read = (state: "active" | "resolved") =>
    readAll<Schemas["AlertInList"]>(async (cursor) => {
      const page = { patient, state, limit: 200, ...(cursor === undefined ? {} : { cursor }) };
      const { data } = await api.GET("/api/v1/alerts", {
        params: { query: state === "active" ? { ...page, curve: "true" } : page },
      });
      return data ?? { items: [], next: null };
    });
  const endOf = ({ resolved, updatedAt }: Schemas["AlertInList"]): number => Date.parse(resolved?.at ?? updatedAt);
  return useQuery({
    queryKey: ["alerts of", patient],
    queryFn: async () => {
      const [active, closed] = await Promise.all([read("active"), read("resolved")]);
      return { active, closed: closed.sort((a, b) => endOf(b) - endOf(a)) };
    },
  });
}

/** One patient on one screen: who answers, what is open and why, the curves, the messages, the story. */
export function PatientScreen() {
  const { patient = "" } = useParams();
  // Nothing of one patient is left when another is shown.
  return <PatientOf key={patient} patient={patient} />;
}

function PatientOf({ patient }: { patient: string }) {
  const { t } = useTranslation(["patient", "ui"]);
  const { language } = useLanguage();
  const who = query.useQuery("get", "/api/v1/patients/{patient}", { params: { path: { patient } } });
  const all = useAlerts(patient);
  const now = useNow(who.data?.at, who.dataUpdatedAt);
  const [most, setMost] = useState(PAGE);
  const [wanted, setWanted] = useState<{ readonly alert: string }>();
  const closed = all.data?.closed ?? [];
  const place = closed.findIndex(({ id }) => id === wanted?.alert);
  if (place >= most) setMost(place + 1);
  useEffect(() => {
    if (wanted) document.getElementById(cardOf(wanted.alert))?.focus();
  }, [wanted]);
  const error = who.error ?? all.error;
  if (error) return <Problem error={error} onRetry={() => void Promise.all([who.refetch(), all.refetch()])} />;
  if (!who.data || !all.data) return <Loading />;
  const { given, family, age, born } = who.data.name;
  const name = `${given} ${family}`;
  const { active } = all.data;
  const measured = new Set<string>(who.data.latest.flatMap(({ values }) => values.map(({ metric }) => metric)));
  const metrics = drawable.filter((metric) => measured.has(metric));
  return (
    <div className={styles["screen"]}>
      <title>{`${name} · Hemvakt`}</title>
      <div className={`${styles["top"]} no-print`}>
        <Link to="/worklist">{`← ${t("back")}`}</Link>
        <Button variant="default" size="sm" onClick={() => window.print()}>
          {t("who.print")}
        </Button>
      </div>
      <header className={styles["name"]}>
        <h1>{age === null ? name : `${name}, ${t("ui:age", { count: age })}`}</h1>
        <p className={styles["paper"]}>
          {/* On paper there is no today: the date is written out. */}
          {[
            who.data.personalNumber ?? born,
            who.data.team.name,
            t("who.printed", { when: sayWhen(now, { now: 0, language }) }),
            "Hemvakt",
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </header>
      <div className={styles["columns"]}>
        <div className={styles["left"]}>
          <section className={styles["trends"]}>
            <h2>{t("trend.title")}</h2>
            {metrics.length === 0 ? (
              <p className="quiet">{t("trend.none")}</p>
            ) : (
              <Trends
                {...{ patient, metrics, now }}
                alerts={[...active, ...closed]}
                zone={who.data.team.zone}
                onAlert={(alert) => setWanted({ alert })}
              />
            )}
          </section>
          <section className={`${styles["closed"]} no-print`}>
            <h2>{t("closed")}</h2>
            {closed.length === 0 && <p className="quiet">{t("noClosed")}</p>}
            {closed.slice(0, most).map((alert) => (
              <Closed key={alert.id} alert={alert} now={now} />
            ))}
            {closed.length > most && (
              <Button variant="default" size="sm" onClick={() => setMost(most + PAGE)}>
                {t("closedMore", { count: Math.min(PAGE, closed.length - most) })}
              </Button>
            )}
          </section>
        </div>
        <div className={styles["right"]}>
          <Who patient={who.data} now={now} />
          <section className={styles["alerts"]}>
            <h2>{t("alerts")}</h2>
            {active.length === 0 && <p className="quiet">{t("none")}</p>}
            {active.map((alert) => (
              <AlertCard key={alert.id} alert={alert} alerts={active} now={now} patient={patient} />
            ))}
            <Snoozes patient={patient} now={now} />
          </section>
          <section className={`${styles["messages"]} no-print`}>
            <h2>{t("messages")}</h2>
            <Messages patient={patient} now={now} />
          </section>
        </div>
      </div>
    </div>
  );
}

/** An alert that is over: as what, and its story. Whoever just closed it may take that back. */
function Closed({ alert, now }: { alert: Schemas["AlertInList"]; now: number }) {
  const { t } = useTranslation("patient");
  const { language } = useLanguage();
  const { resolved } = alert;
  const outcome = resolved?.outcome;
  const when = sayWhen(Date.parse(resolved?.at ?? alert.updatedAt), { now, language });
  return (
    <article id={cardOf(alert.id)} tabIndex={-1} className={styles["past"]} aria-label={alert.explanation[language]}>
      <p>
        <GradeMark grade={gradeOf(alert)} /> {alert.explanation[language]}
      </p>
      <p className="quiet">
        {t("closedAs", {
          outcome:
            !outcome || outcome === "withdrawn"
              ? t("withdrawn")
              : [t(`outcome.${outcome}`), resolved.action && t(`action.${resolved.action}`)].filter(Boolean).join(", "),
          when,
        })}
      </p>
      <Undo alert={alert} now={now} />
      <Story alert={alert.id} now={now} />
    </article>
  );
}
