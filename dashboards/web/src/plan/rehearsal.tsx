import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "../api/client.ts";
import { useAround } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { Refusal } from "../ui/refusal.tsx";
import { useRequestKey } from "../ui/request-key.ts";
import styles from "./plan.module.css";
import { RehearsalResult } from "./rehearsal-result.tsx";

type Job = Schemas["PatientRehearsal"];
/** What is kept with a draft: the result, and when it was made. */
type Kept = Schemas["PatientRehearsalResult"] & { readonly rehearsedAt: string };

const isRunning = (job: Job | undefined): boolean => job?.state === "waiting" || job?.state === "running";

/** What the draft would have meant over the patient's own history. */
export function Rehearsal({
  patient,
  draft,
  canStart,
}: {
  patient: string;
  draft: Schemas["PlanDraft"];
  canStart: boolean;
}) {
  const { t } = useTranslation("plan");
  const around = useAround();
  const queries = useQueryClient();
  const [days, setDays] = useState(90);
  const [job, setJob] = useState<Job>();
  const { keyFor, done } = useRequestKey();
  const kept = draft.rehearsal as Kept | null;

  const follow = async (next: Job | undefined): Promise<void> => {
    setJob(next);
    if (next && !isRunning(next)) {
      done();
      await queries.invalidateQueries({ queryKey: ["get", "/api/v1/patients/{patient}/plan-drafts/{draft}"] });
    }
  };
  const start = useMutation({
    mutationFn: () =>
      api.POST("/api/v1/patients/{patient}/rehearsals", {
        params: {
          path: { patient },
          query: { wait: 1 },
          header: { "idempotency-key": keyFor([draft.id, draft.version, days, job?.id]) },
        },
        body: { draft: draft.id, days },
      }),
    onSuccess: ({ data }) => follow(data),
  });
  const ask = useMutation({
    mutationFn: (rehearsal: string) =>
      api.GET("/api/v1/patients/{patient}/rehearsals/{rehearsal}", {
        params: { path: { patient, rehearsal }, query: { wait: 5 } },
      }),
    onSuccess: ({ data }) => follow(data),
  });
  const stop = useMutation({
    mutationFn: (rehearsal: string) =>
      api.DELETE("/api/v1/patients/{patient}/rehearsals/{rehearsal}", { params: { path: { patient, rehearsal } } }),
    onSuccess: ({ data }) => follow(data),
  });
  // Each answer that isn't the end is asked after again; the server holds it back for some seconds.
  const { mutate: askAgain, isError: isLost } = ask;
  useEffect(() => {
    if (job && isRunning(job) && !isLost) askAgain(job.id);
  }, [job, isLost, askAgain]);

  const running = start.isPending || (isRunning(job) && !isLost);
  return (
    <section className={styles["part"]}>
      <h2>{t("rehearsal")}</h2>
      <p className="quiet">{t("rehearsalNote")}</p>
      <div className={styles["new"]}>
        <NativeSelect
          label={t("period")}
          value={String(days)}
          disabled={running}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={[30, 90, 180, 366].map((count) => ({ value: String(count), label: t("daysBack", { count }) }))}
        />
        {running ? (
          <Button variant="default" disabled={!job} onClick={() => job && stop.mutate(job.id)}>
            {t("stop")}
          </Button>
        ) : (
          <Button variant="default" disabled={!canStart} onClick={() => start.mutate()}>
            {t("start")}
          </Button>
        )}
      </div>
      <div role="status">
        {running && <p>{[t("running"), ...(job ? [t("progress", { ...job.progress })] : [])].join(" ")}</p>}
        {!running && job?.state === "cancelled" && <p>{t("cancelled")}</p>}
        {!running && job?.state === "failed" && <p>{`${t("failed")} ${job.failure?.code ?? ""}`}</p>}
        {!running && job?.kept === false && <p>{t("stale")}</p>}
        {!running && kept && <p>{t("rehearsed", { when: sayWhen(Date.parse(kept.rehearsedAt), around) })}</p>}
      </div>
      <Refusal error={start.error ?? ask.error ?? stop.error} />
      {kept && <RehearsalResult result={kept} />}
    </section>
  );
}
