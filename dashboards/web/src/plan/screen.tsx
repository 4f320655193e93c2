import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { query, type Schemas } from "../api/client.ts";
import { useAround } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { Loading, Problem } from "../ui/states.tsx";
import { BeginDraft } from "./begin.tsx";
import { History } from "./history.tsx";
import styles from "./plan.module.css";
import { Signature } from "./signature.tsx";

/** One patient's care plan: what holds now, in words, drafts of the next one, and how it came about. */
export function PlanScreen() {
  const { t } = useTranslation("plan");
  const { patient = "" } = useParams();
  const path = { params: { path: { patient } } };
  const who = query.useQuery("get", "/api/v1/patients/{patient}", path);
  const plans = query.useQuery("get", "/api/v1/patients/{patient}/plans", path);
  const drafts = query.useQuery("get", "/api/v1/patients/{patient}/plan-drafts", path);
  const [begins, setBegins] = useState(false);
  const error = who.error ?? plans.error ?? drafts.error;
  if (error) {
    return <Problem error={error} onRetry={() => void Promise.all([who, plans, drafts].map((one) => one.refetch()))} />;
  }
  if (!who.data || !plans.data || !drafts.data) return <Loading />;
  const name = `${who.data.name.given} ${who.data.name.family}`;
  const inForce = plans.data.items.find((plan) => plan.inForce);
  return (
    <div className={styles["screen"]}>
      <title>{`${t("title")} · ${name} · Hemvakt`}</title>
      <Link to={`/patients/${patient}`} className="no-print">{`← ${t("toPatient")}`}</Link>
      <div className={styles["top"]}>
        <h1>{`${t("title")}: ${name}`}</h1>
        <Button className="no-print" onClick={() => setBegins(true)}>
          {t("begin")}
        </Button>
      </div>
      <section className={styles["part"]}>
        <h2>{t("drafts")}</h2>
        {drafts.data.items.length === 0 ? (
          <p className="quiet">{t("noDrafts")}</p>
        ) : (
          <Drafts patient={patient} items={drafts.data.items} />
        )}
      </section>
      <section className={styles["part"]}>
        <h2>{t("current")}</h2>
        {inForce ? (
          <>
            <Signature plan={inForce} />
            <Lines lines={inForce.words} />
          </>
        ) : (
          <>
            <p>{t("noPlan")}</p>
            <p className="quiet">{t("noPlanText")}</p>
          </>
        )}
      </section>
      <History patient={patient} plans={plans.data.items} />
      {begins && (
        <BeginDraft patient={patient} hasPlan={plans.data.items.length > 0} onClose={() => setBegins(false)} />
      )}
    </div>
  );
}

function Drafts({ patient, items }: { patient: string; items: readonly Schemas["PlanDraft"][] }) {
  const { t } = useTranslation("plan");
  const around = useAround();
  return (
    <ul className={styles["drafts"]}>
      {items.map((draft) => (
        <li key={draft.id}>
          <span>
            {t("draftLine", {
              when: sayWhen(Date.parse(draft.updatedAt), around),
              who: draft.updatedByName ?? draft.updatedBy,
            })}
          </span>
          <Button component={Link} variant="default" to={`/patients/${patient}/plan/drafts/${draft.id}`}>
            {t("openDraft")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

const parts = ["rule", "safety-limit", "reference", "schedule", "field"] as const;

/** A whole plan in words, part by part. */
export function Lines({ lines }: { lines: readonly Schemas["PlanLine"][] }) {
  const { t } = useTranslation("plan");
  const { language } = useAround();
  return (
    <div className={styles["lines"]}>
      {parts.map((part) => {
        const some = lines.filter((line) => line.part === part);
        return (
          <div key={part}>
            <h3>{t(`part.${part}`)}</h3>
            {some.length === 0 ? (
              <p className="quiet">{t("none")}</p>
            ) : (
              <ul>
                {some.map(({ id, sentence }) => (
                  <li key={id}>{sentence[language]}</li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </div>
  );
}
