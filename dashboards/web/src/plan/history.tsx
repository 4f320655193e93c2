import { NativeSelect } from "@mantine/core";
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
            <Changes patient={patient} plan={plan} plans={plans} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type ChangesGiven = {
  readonly patient: string;
  readonly plan: Schemas["Plan"];
  readonly plans: readonly Schemas["Plan"][];
};

/** What a version changed: against the one before it, or any other. */
function Changes({ patient, plan, plans }: ChangesGiven) {
  const { t } = useTranslation("plan");
  const [shown, setShown] = useState(false);
  const [from, setFrom] = useState(plan.version - 1);
  if (plan.version === 1) return <p>{t("firstVersion", { count: plan.words.length })}</p>;
  const others = plans.filter(({ version }) => version < plan.version);
  return (
    <details onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{t("changes")}</summary>
      {shown && others.length > 1 && (
        <NativeSelect
          label={t("compareWith")}
          value={String(from)}
          onChange={(event) => setFrom(Number(event.currentTarget.value))}
          data={others.map(({ version }) => ({ value: String(version), label: t("version", { version }) }))}
        />
      )}
      {shown && <Differences patient={patient} version={plan.version} from={from} />}
    </details>
  );
}

function Differences({ patient, version, from }: { patient: string; version: number; from: number }) {
  const { data, error, refetch } = query.useQuery("get", "/api/v1/patients/{patient}/plans/{version}/differences", {
    params: { path: { patient, version }, query: { from } },
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
