import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { query, type Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { useNow } from "../ui/now.ts";
import { GradeMark, gradeOf } from "../ui/severity.tsx";
import { Loading, Problem } from "../ui/states.tsx";
import { AlertCard, Undo } from "./alert-card.tsx";
import { Messages } from "./messages.tsx";
import styles from "./screen.module.css";
import { Story } from "./story.tsx";
import { Trends } from "./trends.tsx";

type Metric = Schemas["Curve"]["metric"];
/** What has no curve: scores and answers. */
const drawable = new Set<string>([
  "body-weight",
  "systolic-pressure",
  "diastolic-pressure",
  "pulse",
  "oxygen-saturation",
  "body-temperature",
  "respiratory-rate",
  "glucose",
  "peak-flow",
  "fev1",
]);
const isMetric = (measure: string): measure is Metric => drawable.has(measure);

/** One patient on one screen: who answers, what is open and why, the curves, the messages, the story. */
export function PatientScreen() {
  const { t } = useTranslation(["patient", "ui"]);
  const { patient = "" } = useParams();
  const params = { path: { patient } };
  const who = query.useQuery("get", "/api/v1/patients/{patient}", { params });
  const all = query.useQuery("get", "/api/v1/alerts", { params: { query: { patient, curve: "true", state: "all" } } });
  const now = useNow();
  const error = who.error ?? all.error;
  if (error) return <Problem error={error} onRetry={() => void Promise.all([who.refetch(), all.refetch()])} />;
  if (!who.data || !all.data) return <Loading />;
  const { given, family, age } = who.data.name;
  const name = `${given} ${family}`;
  const active = all.data.items.filter(({ state }) => state !== "resolved");
  const closed = all.data.items.filter(({ state }) => state === "resolved");
  const metrics = [...new Set(who.data.latest.flatMap(({ values }) => values.map(({ metric }) => metric)))].filter(
    isMetric,
  );
  return (
    <div className={styles["screen"]}>
      <title>{`${name} · Hemvakt`}</title>
      <Link to="/worklist" className="no-print">{`← ${t("back")}`}</Link>
      <h1>{age === null ? name : `${name}, ${t("ui:age", { count: age })}`}</h1>
      <div className={styles["columns"]}>
        <div className={styles["left"]}>
          <section className={styles["trends"]}>
            <h2>{t("trends")}</h2>
            {metrics.length === 0 ? (
              <p className="quiet">{t("noValues")}</p>
            ) : (
              <Trends patient={patient} metrics={metrics} now={now} />
            )}
          </section>
          <section className={styles["closed"]}>
            <h2>{t("closed")}</h2>
            {closed.length === 0 && <p className="quiet">{t("noClosed")}</p>}
            {closed.map((alert) => (
              <Closed key={alert.id} alert={alert} now={now} />
            ))}
          </section>
        </div>
        <div className={styles["right"]}>
          <Who patient={who.data} now={now} />
          <section className={styles["alerts"]}>
            <h2>{t("alerts")}</h2>
            {active.length === 0 && <p className="quiet">{t("none")}</p>}
            {active.map((alert) => (
              <AlertCard key={alert.id} alert={alert} now={now} patient={patient} />
            ))}
          </section>
          <section className={styles["messages"]}>
            <h2>{t("messages")}</h2>
            <Messages patient={patient} now={now} />
          </section>
        </div>
      </div>
    </div>
  );
}

/** Who answers now and next, with the number of the function, and what the plan says of the person. */
function Who({ patient, now }: { patient: Schemas["Patient"]; now: number }) {
  const { t } = useTranslation("patient");
  const { language } = useLanguage();
  const params = { path: { patient: patient.id } };
  const { data } = query.useQuery("get", "/api/v1/patients/{patient}/responsibilities", { params });
  const { plan, enrolment } = patient;
  const duty = data?.duty;
  return (
    <section className={styles["who"]}>
      <p>{plan ? plan.conditions.map((one) => t(`conditions.${one}`)).join(", ") : t("noPlan")}</p>
      <p className="quiet">
        {[t(`enrolment.${enrolment.state}`), plan && t("plan", { version: plan.version })].filter(Boolean).join(" · ")}
      </p>
      {plan?.treatmentLimitation && (
        <p className={styles["limitation"]}>
          <strong>{t("limitation")}</strong> {plan.treatmentLimitation}
        </p>
      )}
      {duty && (
        <>
          <h2>{t("responsible")}</h2>
          <p>{duty.explanation[language]}</p>
          {duty.team?.phone && (
            <p>
              <a href={`tel:${duty.team.phone.replace(/[^+\d]/g, "")}`} className="num">
                {duty.team.phone}
              </a>
            </p>
          )}
          {duty.next?.team && duty.until && (
            <p className="quiet">
              {t("next", { team: duty.next.team.name, when: sayWhen(Date.parse(duty.until), { now, language }) })}
            </p>
          )}
        </>
      )}
      <p className="no-print">
        {/* A page of the server's own, to read and print. */}
        <a href={`/api/v1/patients/${patient.id}/sbar?format=html&lang=${language}`} target="_blank" rel="noreferrer">
          {t("sbar")}
        </a>
      </p>
    </section>
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
    <article className={styles["past"]}>
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
