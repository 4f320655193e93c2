import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, query, type Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { Follows, FormDialog } from "../ui/form-dialog.tsx";
import { signals } from "../ui/signals.ts";
import { useChange } from "../ui/use-change.ts";
import styles from "./screen.module.css";

type Snooze = Schemas["Snooze"];

/** What of a patient is kept quiet now, until when, by whom and why; nothing where nothing is. */
export function Snoozes({ patient, now }: { patient: string; now: number }) {
  const { t } = useTranslation("patient");
  const { data } = query.useQuery("get", "/api/v1/patients/{patient}/snoozes", {
    params: { path: { patient }, query: { active: "true" } },
  });
  const [ending, setEnding] = useState<Snooze>();
  const sayWhat = useWhat();
  const { language } = useLanguage();
  const items = data?.items ?? [];
  return (
    <>
      {items.length > 0 && (
        <div className={styles["quieted"]}>
          <h2>{t("who.quiet")}</h2>
          <ul className={styles["plain"]}>
            {items.map((snooze) => {
              const { id, until, by, reason, held } = snooze;
              const what = sayWhat(snooze);
              return (
                <li key={id}>
                  <div>
                    <strong>{what}</strong>{" "}
                    {t("who.quietUntil", {
                      when: sayWhen(Date.parse(until), { now, language }),
                      name: by.name ?? by.staff,
                      reason,
                    })}
                    {held && <p>{t("who.held")}</p>}
                  </div>
                  <Button
                    variant="default"
                    size="sm"
                    className="no-print"
                    aria-label={t("who.endSnoozeOf", { what })}
                    onClick={() => setEnding(snooze)}
                  >
                    {t("who.endSnooze")}
                  </Button>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {ending && <EndDialog snooze={ending} what={sayWhat(ending)} onClose={() => setEnding(undefined)} />}
    </>
  );
}

/** "Vikt, uppåt". */
function useWhat(): (snooze: Snooze) => string {
  const { t } = useTranslation(["patient", "ui"]);
  return ({ side }) => {
    const [metric = "", direction] = side.split("/");
    const name = isSignal(metric) ? t(`ui:signal.${metric}`) : metric;
    return t(direction === "below" ? "who.below" : "who.above", { metric: name });
  };
}

const isSignal = (name: string): name is keyof typeof signals.sv => Object.hasOwn(signals.sv, name);

function EndDialog({ snooze, what, onClose }: { snooze: Snooze; what: string; onClose: () => void }) {
  const { t } = useTranslation("patient");
  const change = useChange(
    (_: void, key) =>
      api.DELETE("/api/v1/snoozes/{snooze}", {
        params: { path: { snooze: snooze.id }, header: { "idempotency-key": key } },
      }),
    { onDone: onClose },
  );
  return (
    <FormDialog
      title={t("who.endSnoozeTitle")}
      confirm={t("who.endSnooze")}
      pending={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <p>
        <strong>{what}</strong>
      </p>
      <Follows>{t("who.endSnoozeFollows")}</Follows>
    </FormDialog>
  );
}
