import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, query, type Schemas } from "../api/client.ts";
import { useAround } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { Refusal } from "../ui/refusal.tsx";
import { Loading, Problem } from "../ui/states.tsx";
import { useChange } from "../ui/use-change.ts";
import { labelOf, type Obstacle, obstacle, subscribe } from "./browser.ts";
import styles from "./profile.module.css";

const address = "/api/v1/staff/me/push";

/** The browsers in which one is told, this one perhaps among them. */
export function Browsers() {
  const { t } = useTranslation("profile");
  const around = useAround();
  const { data, error, refetch } = query.useQuery("get", address);
  const [stopped, setStopped] = useState<Obstacle | "failed" | undefined>(obstacle);
  const add = useChange(async (applicationServerKey: string, key) => {
    // What the browser refuses is no fault of the platform's, and is said in other words.
    const made = await subscribe(applicationServerKey).catch((): "failed" => "failed");
    setStopped(typeof made === "string" ? made : undefined);
    if (typeof made === "string") return;
    const body = {
      label: labelOf(navigator.userAgent),
      subscription: { endpoint: made.endpoint, keys: made.keys } as Schemas["PushSubscription"],
    };
    await api.POST(address, { params: { header: { "idempotency-key": key } }, body });
  });
  const remove = useChange((id: string, key) =>
    api.DELETE("/api/v1/staff/me/push/{id}", { params: { path: { id }, header: { "idempotency-key": key } } }),
  );
  return (
    <section className={styles["part"]}>
      <h2>{t("push")}</h2>
      <p className="quiet">{t("pushNote")}</p>
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <p>{t("noBrowsers")}</p>}
      <ul className={styles["list"]}>
        {data?.items.map(({ id, label, createdAt }) => (
          <li key={id}>
            <span>
              {label}
              <span className="quiet">{` · ${t("added", { when: sayWhen(Date.parse(createdAt), around) })}`}</span>
            </span>
            <Button
              variant="default"
              aria-label={t("removeBrowser", { label })}
              loading={remove.isPending && remove.variables === id}
              onClick={() => remove.mutate(id)}
            >
              {t("remove")}
            </Button>
          </li>
        ))}
      </ul>
      <Refusal error={add.error ?? remove.error} />
      {stopped && <p role="alert">{t(`stopped.${stopped}`)}</p>}
      {data && stopped !== "unsupported" && (
        <Button onClick={() => add.mutate(data.key)} loading={add.isPending}>
          {t("tellHere")}
        </Button>
      )}
    </section>
  );
}
