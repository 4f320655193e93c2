import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { query } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { useNow } from "../ui/now.ts";
import { GradeMark, gradeOf } from "../ui/severity.tsx";
import { Sparkline } from "../ui/sparkline.tsx";
import { Empty, Loading, Problem } from "../ui/states.tsx";
import styles from "./screen.module.css";

/** One patient: who it is, and what is open. */
export function PatientScreen() {
  const { t } = useTranslation(["patient", "plan", "ui"]);
  const { language } = useLanguage();
  const { patient = "" } = useParams();
  const who = query.useQuery("get", "/api/v1/patients/{patient}", { params: { path: { patient } } });
  const open = query.useQuery("get", "/api/v1/alerts", { params: { query: { patient, curve: "true" } } });
  const now = useNow();
  const error = who.error ?? open.error;
  if (error) return <Problem error={error} onRetry={() => void Promise.all([who.refetch(), open.refetch()])} />;
  if (!who.data || !open.data) return <Loading />;
  const { given, family, age } = who.data.name;
  const name = `${given} ${family}`;
  const limitation = open.data.items[0]?.treatmentLimitation;
  return (
    <div className={styles["screen"]}>
      <title>{`${name} · Hemvakt`}</title>
      <Link to="/worklist">{`← ${t("back")}`}</Link>
      <h1>{age === null ? name : `${name}, ${t("ui:age", { count: age })}`}</h1>
      <Link to={`/patients/${patient}/plan`}>{t("plan:link")}</Link>
      {limitation && (
        <p className={styles["limitation"]}>
          <strong>{t("limitation")}</strong> {limitation}
        </p>
      )}
      <h2>{t("alerts")}</h2>
      {open.data.items.length === 0 ? (
        <Empty title={t("none")} />
      ) : (
        <ul className={styles["alerts"]}>
          {open.data.items.map((alert) => (
            <li key={alert.id}>
              <GradeMark grade={gradeOf(alert)} />
              <p>{alert.explanation[language]}</p>
              {alert.measuredAt && (
                <p className="quiet">
                  {t("measured", { when: sayWhen(Date.parse(alert.measuredAt), { now, language }) })}
                </p>
              )}
              {alert.curve && <Sparkline curve={alert.curve} now={now} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
