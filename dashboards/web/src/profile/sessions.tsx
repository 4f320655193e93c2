import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, query } from "../api/client.ts";
import { useSession, useSigning } from "../api/session.tsx";
import { useAround } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { forgetOutbox } from "../offline/outbox.ts";
import { useSignOut } from "../offline/sign-out.tsx";
import { forgetSnapshot } from "../offline/snapshot.ts";
import { Refusal } from "../ui/refusal.tsx";
import { Loading, Problem } from "../ui/states.tsx";
import styles from "./profile.module.css";

/** Where one is signed in, and the ways out: here, in one place, everywhere. */
export function Sessions() {
  const { t } = useTranslation("profile");
  const around = useAround();
  const queries = useQueryClient();
  const { forget } = useSigning();
  const leaving = useSignOut(useSession().data?.staff.id ?? "");
  const { data, error, refetch } = query.useQuery("get", "/api/v1/sessions");
  const end = useMutation({
    mutationFn: (id: string) => api.DELETE("/api/v1/sessions/{id}", { params: { path: { id } } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["get", "/api/v1/sessions"] }),
  });
  const leave = useMutation({
    mutationFn: async () => {
      await Promise.all([forgetSnapshot(), forgetOutbox()]);
      await api.DELETE("/api/v1/sessions");
      forget();
    },
  });
  return (
    <section className={styles["part"]}>
      <h2>{t("sessions")}</h2>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      <ul className={styles["list"]}>
        {data?.items.map(({ id, kind, openedAt, expiresAt, current }) => {
          const opened = sayWhen(Date.parse(openedAt), around);
          return (
            <li key={id}>
              <span>
                {t(current ? "sessionHere" : `kind.${kind}`)}
                <span className="quiet">
                  {` · ${t("opened", { when: opened })} · ${t("expires", { when: sayWhen(Date.parse(expiresAt), around) })}`}
                </span>
              </span>
              {!current && (
                <Button
                  variant="default"
                  aria-label={t("endNamed", { when: opened })}
                  loading={end.isPending && end.variables === id}
                  onClick={() => end.mutate(id)}
                >
                  {t("end")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Refusal error={end.error ?? leave.error} />
      {leaving.words}
      <div className={styles["buttons"]}>
        <Button onClick={leaving.begin}>{t("signOut")}</Button>
        <Button variant="default" onClick={() => leave.mutate()}>
          {t("signOutEverywhere")}
        </Button>
      </div>
    </section>
  );
}
