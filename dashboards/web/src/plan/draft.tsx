import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { api, query, type Schemas } from "../api/client.ts";
import { codeOf } from "../api/problem.ts";
import { Refusal } from "../ui/refusal.tsx";
import { Empty, Loading, Problem } from "../ui/states.tsx";
import { changing, useChange } from "../ui/use-change.ts";
import type { MetricName } from "./body.ts";
import { Discard } from "./discard.tsx";
import { References, SafetyLimits } from "./limit-forms.tsx";
import { Limitation, Schedules } from "./other-forms.tsx";
import { ForPatient } from "./patient-forms.tsx";
import styles from "./plan.module.css";
import { Preview } from "./preview.tsx";
import { Rehearsal } from "./rehearsal.tsx";
import { Rules } from "./rule-form.tsx";
import { Sign } from "./sign.tsx";
import { Status } from "./status.tsx";
import { Target } from "./target-form.tsx";
import { Prescriptions } from "./treatment-form.tsx";
import { useDraft } from "./use-draft.ts";

/** A plan that nobody has signed yet: its forms, what they change, what that would have meant, and the signature. */
export function DraftScreen() {
  const { t } = useTranslation("plan");
  const { patient = "", draft = "" } = useParams();
  const [round, setRound] = useState(0);
  const who = query.useQuery("get", "/api/v1/patients/{patient}", { params: { path: { patient } } });
  const { data, error, refetch } = query.useQuery("get", "/api/v1/patients/{patient}/plan-drafts/{draft}", {
    params: { path: { patient, draft } },
  });
  const plans = query.useQuery("get", "/api/v1/patients/{patient}/plans", { params: { path: { patient } } });
  const failure = error ?? who.error ?? plans.error;
  if (failure) {
    return <Problem error={failure} onRetry={() => void Promise.all([refetch(), who.refetch(), plans.refetch()])} />;
  }
  if (!data || !who.data || !plans.data) return <Loading />;
  const name = `${who.data.name.given} ${who.data.name.family}`;
  const back = <Link to={`/patients/${patient}/plan`} className="no-print">{`← ${t("toPlan")}`}</Link>;
  if (data.state !== "open") return <Empty title={t(`closed.${data.state}`)}>{back}</Empty>;
  const inForce = plans.data.items.find((plan) => plan.inForce);
  return (
    <div className={styles["screen"]}>
      <title>{`${t("draft")} · ${name} · Hemvakt`}</title>
      {back}
      <h1>{`${t("draft")}: ${name}`}</h1>
      <p className="quiet">{data.base === 0 ? t("basedOnNothing") : t("based", { version: data.base })}</p>
      <Editor
        key={`${draft} ${round}`}
        patient={patient}
        draft={data}
        inForce={inForce}
        onReload={() => void refetch().then(() => setRound(round + 1))}
      />
    </div>
  );
}

type Given = {
  readonly patient: string;
  readonly draft: Schemas["PlanDraft"];
  readonly inForce: Schemas["Plan"] | undefined;
  readonly onReload: () => void;
};

function Editor({ patient, draft, inForce, onReload }: Given) {
  const { t } = useTranslation(["plan", "ui"]);
  const edited = useDraft(patient, draft);
  const { body, change, version, isDirty, error } = edited;
  const [dialog, setDialog] = useState<"sign" | "discard">();
  const [looked, setLooked] = useState<MetricName>();
  const isElsewhere = draft.version > version && !isDirty;
  const isLost = codeOf(error) === "PRECONDITION_FAILED" || isElsewhere;
  return (
    <>
      {draft.outdated && <Outdated patient={patient} draft={draft} onDone={onReload} />}
      {isLost ? (
        <div role="alert" className={styles["warning"]}>
          <p>{t("changedBy", { who: draft.updatedByName ?? draft.updatedBy })}</p>
          <Button variant="default" onClick={onReload}>
            {t("reload")}
          </Button>
        </div>
      ) : (
        error && (
          <div className={styles["warning"]}>
            <Refusal error={error} />
            <Button variant="default" onClick={edited.retry}>
              {t("ui:retry")}
            </Button>
          </div>
        )
      )}
      <div className={styles["columns"]}>
        <div>
          <Rules rules={body.rules} onChange={(rules) => change({ rules })} onLook={setLooked} />
          <SafetyLimits limits={body.safetyLimits} onChange={(safetyLimits) => change({ safetyLimits })} />
          <References references={body.references} onChange={(references) => change({ references })} />
          <Target target={body.saturationTarget} onChange={(saturationTarget) => change({ saturationTarget })} />
          <Schedules schedules={body.schedules} maxBlind={body.maxBlind} onChange={change} />
          <ForPatient part={body} rules={body.rules} onChange={change} />
          <Prescriptions
            treatments={body.treatments}
            rules={body.rules}
            onChange={(treatments) => change({ treatments })}
          />
          <Limitation text={body.treatmentLimitation} onChange={(text) => change({ treatmentLimitation: text })} />
        </div>
        <div className={styles["beside"]}>
          <Status draft={draft} isDirty={isDirty} isStuck={error !== null} />
          <Preview patient={patient} plan={body} inForce={inForce} metric={looked} onChoose={setLooked} />
          <Rehearsal patient={patient} draft={draft} canStart={!isDirty && draft.problems.length === 0} />
          <div className={styles["buttons"]}>
            <Button
              disabled={isDirty || isLost || draft.outdated || draft.problems.length > 0}
              onClick={() => setDialog("sign")}
            >
              {t("sign")}
            </Button>
            <Button variant="default" disabled={isDirty || isLost} onClick={() => setDialog("discard")}>
              {t("discard")}
            </Button>
          </div>
          {draft.problems.length > 0 && <p className="quiet">{t("cantSign")}</p>}
        </div>
      </div>
      {dialog === "sign" && <Sign patient={patient} draft={draft} onClose={() => setDialog(undefined)} />}
      {dialog === "discard" && <Discard patient={patient} draft={draft} onClose={() => setDialog(undefined)} />}
    </>
  );
}

/** Somebody has signed another version meanwhile: whoever has compared brings the draft up to it. */
function Outdated({ patient, draft, onDone }: { patient: string; draft: Schemas["PlanDraft"]; onDone: () => void }) {
  const { t } = useTranslation("plan");
  const rebase = useChange(
    (_: void, key, version) =>
      api.PUT("/api/v1/patients/{patient}/plan-drafts/{draft}", {
        params: { path: { patient, draft: draft.id }, header: changing(version, key) },
        body: { rebase: true },
      }),
    { version: draft.version, onDone },
  );
  return (
    <div role="alert" className={styles["warning"]}>
      <p>{t("outdated")}</p>
      <Refusal error={rebase.error} />
      <Button variant="default" loading={rebase.isPending} onClick={() => rebase.mutate()}>
        {t("rebase")}
      </Button>
    </div>
  );
}
