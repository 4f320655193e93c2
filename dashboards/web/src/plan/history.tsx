import { useState } from "react";
import { useTranslation } from "react-i18next";
import { query, type Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { Loading, Problem } from "../ui/states.tsx";
import styles from "./plan.module.css";
import { Signature } from "./signature.tsx";

/** Every signed version, the latest first, each with what it changed. */
export function History({ patient, plans }: { patient: string; plans: readonly Schemas["Plan"][] }) {
  const { t } = useTranslation("plan");
  if (plans.length === 0) return null;
  return (
    <section className={styles["part"]}>
      <h2>{t("history")}</h2>
      <ol className={styles["history"]} reversed>
        {plans.map((plan) => (
          <li key={plan.version} value={plan.version}>
            <Signature plan={plan} />
            <Changes patient={patient} plan={plan} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Changes({ patient, plan }: { patient: string; plan: Schemas["Plan"] }) {
  const { t } = useTranslation("plan");
  const [shown, setShown] = useState(false);
  if (plan.version === 1) return <p>{t("firstVersion", { count: plan.words.length })}</p>;
  return (
    <details onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{t("changes")}</summary>
      {shown && <Differences patient={patient} version={plan.version} />}
    </details>
  );
}

function Differences({ patient, version }: { patient: string; version: number }) {
  const { data, error, refetch } = query.useQuery("get", "/api/v1/patients/{patient}/plans/{version}/differences", {
    params: { path: { patient, version } },
  });
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <DifferenceList items={data.items} />;
}

/** What differs, one sentence each. */
export function DifferenceList({ items }: { items: readonly Schemas["PlanDifference"][] }) {
  const { t } = useTranslation("plan");
  const { language } = useLanguage();
  if (items.length === 0) return <p className="quiet">{t("noChanges")}</p>;
  return (
    <ul className={styles["differences"]}>
      {items.map(({ part, id, sentence }) => (
        <li key={`${part} ${id}`}>{sentence[language]}</li>
      ))}
    </ul>
  );
}
