import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { newIdempotencyKey } from "../api/client.ts";
import { Unreachable } from "../api/problem.ts";
import { useLanguage } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { withOne } from "../offline/outbox.ts";
import { acknowledge } from "../offline/send.ts";
import { useOutboxChange } from "../offline/use-outbox.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { fromField, proposedDue, toField } from "./promise.ts";
import styles from "./promise-dialog.module.css";
import { useSubject } from "./row.tsx";
import type { Row } from "./rows.ts";

const MINUTE = 60_000;
const chips = [
  ["in30", 30],
  ["in60", 60],
  ["in120", 120],
] as const;
const suggestions = ["call", "visit", "doctor"] as const;

type Given = {
  readonly row: Row;
  readonly now: number;
  /** The id of who takes it. */
  readonly staff: string;
  readonly onClose: () => void;
};

/** Taking an alert on: what will be done, by when. Nobody has an alert without having promised something. */
export function PromiseDialog({ row, now, staff, onClose }: Given) {
  const { t } = useTranslation(["worklist", "ui"]);
  const { language } = useLanguage();
  const subject = useSubject();
  const { alert } = row;
  const latest = alert.latestPromise === null ? now : Date.parse(alert.latestPromise);
  const clinical = alert.category === "clinical" || alert.patient?.name != null;
  const [text, setText] = useState<string>(clinical ? t("promise.suggestions.call") : t("promise.technician"));
  const [due, setDue] = useState(() => toField(proposedDue(alert.severity, now, latest)));
  const at = fromField(due);
  const fits = at !== undefined && at > now && at <= latest;
  const take = useTake(row, { staff, subject: subject(row), now }, onClose);
  const latestText = sayWhen(latest, { now, language });

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (fits) take.mutate({ text: text.trim(), due: new Date(at).toISOString() });
  };
  return (
    <Dialog title={`${t("promise.title")}: ${subject(row)}`} onClose={onClose}>
      <form onSubmit={submit} className={styles["form"]}>
        <p className={styles["why"]}>{alert.explanation[language]}</p>
        <TextInput
          label={t("promise.text")}
          value={text}
          maxLength={200}
          required
          withAsterisk={false}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        {clinical && (
          <div className={styles["chips"]}>
            {suggestions.map((name) => (
              <Button key={name} size="xs" variant="default" onClick={() => setText(t(`promise.suggestions.${name}`))}>
                {t(`promise.suggestions.${name}`)}
              </Button>
            ))}
          </div>
        )}
        <TextInput
          type="datetime-local"
          label={t("promise.due")}
          value={due}
          onChange={(event) => setDue(event.currentTarget.value)}
          error={fits ? undefined : t("promise.outside", { when: latestText })}
          description={t("promise.latest", { when: latestText })}
        />
        <div className={styles["chips"]}>
          {chips
            .filter(([, minutes]) => now + minutes * MINUTE <= latest)
            .map(([name, minutes]) => (
              <Button key={name} size="xs" variant="default" onClick={() => setDue(toField(now + minutes * MINUTE))}>
                {t(`promise.chips.${name}`)}
              </Button>
            ))}
        </div>
        <p className="quiet">{t("promise.explain")}</p>
        <Refusal error={take.error} />
        <div className={styles["buttons"]}>
          <Button variant="default" onClick={onClose}>
            {t("ui:cancel")}
          </Button>
          <Button type="submit" loading={take.isPending} disabled={!fits || text.trim() === ""}>
            {t("promise.confirm")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type By = { readonly staff: string; readonly subject: string; readonly now: number };

/**
 * Sends the promise; the same one however often it is sent. Two at once: one wins, and the other is told what happened.
 * Where nothing answers it is kept and sent later, and the row says so.
 */
function useTake({ alert }: Row, { staff, subject, now }: By, done: () => void) {
  const change = useOutboxChange();
  const queries = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  return useMutation({
    mutationFn: async (promise: { text: string; due: string }) => {
      const one = { key, staff, alert: alert.id, version: alert.version, subject, promise, madeAt: now };
      try {
        await acknowledge(one);
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        await change((before) => withOne(before, one));
      }
    },
    onSuccess: done,
    onSettled: () => queries.invalidateQueries({ queryKey: ["get", "/api/v1/worklist"] }),
  });
}
