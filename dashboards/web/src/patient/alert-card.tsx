import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "../api/client.ts";
import { useSession } from "../api/session.tsx";
import { useLanguage } from "../i18n/index.ts";
import { sayClock, sayWhen } from "../i18n/when.ts";
import { Refusal } from "../ui/refusal.tsx";
import { rules } from "../ui/rules.ts";
import { GradeMark, gradeOf } from "../ui/severity.tsx";
import { Sparkline } from "../ui/sparkline.tsx";
import { useChange } from "../ui/use-change.ts";
import { PromiseDialog } from "../worklist/promise-dialog.tsx";
import { ResolveDialog, SnoozeDialog, TextDialog } from "./dialogs.tsx";
import { HandoverDialog } from "./handover-dialog.tsx";
import { Offer, useOffers } from "./offer.tsx";
import styles from "./screen.module.css";
import { Story } from "./story.tsx";

type Alert = Schemas["AlertInList"];
/** What is being done, to the alert as it was when it was begun: what somebody else does meanwhile must not slip by. */
type Open = { readonly what: "promise" | "resolve" | "again" | "note" | "snooze" | "handover"; readonly as: Alert };

type Props = {
  readonly alert: Alert;
  /** The patient's open alerts, this one among them. */
  readonly alerts: readonly Alert[];
  readonly now: number;
  readonly patient: string;
};

/** One alert: why, whose it is, and what can be done, in the order in which it is done. */
export function AlertCard({ alert, alerts, now, patient }: Props) {
  const { t } = useTranslation("patient");
  const { language } = useLanguage();
  const me = useSession().data?.staff.id ?? "";
  const [open, setOpen] = useState<Open>();
  const around = { now, language };
  const isOpen = alert.state === "open";
  const isClinical = alert.category === "clinical";
  const { acknowledged } = alert;
  const sayRule = (rule: string): string =>
    isKnown(rule) ? t(`rule.${rule}`) : rule.startsWith("safety-") ? t("safety") : rule;
  const offer = useOffers().find((one) => one.alerts.some(({ alert: id }) => id === alert.id));
  const mayHandOver = useSession().data?.staff.teams.includes(alert.team) === true && offer === undefined;
  return (
    <article
      id={cardOf(alert.id)}
      tabIndex={-1}
      className={styles["alert"]}
      data-severity={alert.severity}
      aria-label={alert.explanation[language]}
    >
      <div className={styles["why"]}>
        <GradeMark grade={gradeOf(alert)} />
        <p className={styles["sentence"]}>{alert.explanation[language]}</p>
        <p className="quiet">
          {[
            alert.measuredAt && t("measured", { when: sayWhen(Date.parse(alert.measuredAt), around) }),
            t("opened", { when: sayWhen(Date.parse(alert.openedAt), around) }),
            t("cause", { rule: sayRule(alert.cause) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {alert.curve && <Sparkline curve={alert.curve} now={now} />}
        {alert.treatmentLimitation && (
          <p className={styles["limitation"]}>
            <strong>{t("limitation")}</strong> {alert.treatmentLimitation}
          </p>
        )}
        {alert.action && <p>{t("technicalAction", { action: alert.action })}</p>}
        <p>
          {acknowledged === null
            ? t("nobody")
            : t("has", {
                name: acknowledged.by.name ?? acknowledged.by.staff,
                text: acknowledged.promise.text,
                when: sayWhen(Date.parse(acknowledged.promise.due), around),
              })}
        </p>
      </div>
      <div className={`${styles["actions"]} no-print`}>
        <Button variant={isOpen ? "filled" : "default"} onClick={() => setOpen({ what: "promise", as: alert })}>
          {isOpen ? t("take") : t("renew")}
        </Button>
        {isClinical && (
          <Button variant="default" onClick={() => setOpen({ what: "again", as: alert })}>
            {t("again")}
          </Button>
        )}
        <Button variant="default" onClick={() => setOpen({ what: "note", as: alert })}>
          {t("note")}
        </Button>
        {isClinical && !isOpen && (
          <Button variant="default" onClick={() => setOpen({ what: "snooze", as: alert })}>
            {t("snooze")}
          </Button>
        )}
        {isClinical && mayHandOver && (
          <Button variant="default" onClick={() => setOpen({ what: "handover", as: alert })}>
            {t("who.handOver")}
          </Button>
        )}
        <Button variant={isOpen ? "default" : "filled"} onClick={() => setOpen({ what: "resolve", as: alert })}>
          {t("resolve")}
        </Button>
        <Undo alert={alert} now={now} />
      </div>
      <Offer offer={offer} now={now} />
      <Story alert={alert.id} now={now} />
      {open?.what === "handover" && (
        <HandoverDialog
          alert={open.as}
          alerts={alerts}
          patient={patient}
          now={now}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.what === "promise" && (
        <PromiseDialog
          row={{
            key: alert.id,
            team: { id: alert.team, name: alert.team },
            alert: open.as,
            more: 0,
            silence: [],
            messages: null,
          }}
          now={now}
          staff={me}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.what === "resolve" && <ResolveDialog alert={open.as} now={now} onClose={() => setOpen(undefined)} />}
      {open?.what === "snooze" && <SnoozeDialog alert={open.as} now={now} onClose={() => setOpen(undefined)} />}
      {open?.what === "note" && (
        <TextDialog
          title={t("noteTitle")}
          label={t("noteText")}
          first=""
          most={2000}
          word={t("save")}
          send={(text, key) =>
            api.POST("/api/v1/alerts/{alert}/notes", {
              params: { path: { alert: alert.id }, header: { "idempotency-key": key } },
              body: { text },
            })
          }
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.what === "again" && (
        <TextDialog
          title={t("againTitle")}
          label={t("againText")}
          first={t("againDefault")}
          most={500}
          word={t("send")}
          send={(text, key) =>
            api.POST("/api/v1/patients/{patient}/prompts", {
              params: { path: { patient }, header: { "idempotency-key": key } },
              body: { kind: "measure-again", text, expiresAt: new Date(now + 2 * 3_600_000).toISOString() },
            })
          }
          onClose={() => setOpen(undefined)}
        />
      )}
    </article>
  );
}

const isKnown = (rule: string): rule is keyof typeof rules.sv => Object.hasOwn(rules.sv, rule);

/** The id of an alert's card on this page. */
export const cardOf = (alert: string): string => `alert-${alert}`;

/** Within a minute, for whoever did the last thing. */
export function Undo({ alert, now }: { alert: Alert; now: number }) {
  const { t } = useTranslation("patient");
  const { language } = useLanguage();
  const me = useSession().data?.staff.id;
  const change = useChange((_: void, key) =>
    api.POST("/api/v1/alerts/{alert}/undo", {
      params: { path: { alert: alert.id }, header: { "idempotency-key": key } },
      body: { reason: t("undoReason") },
    }),
  );
  const until = alert.undoUntil === null ? 0 : Date.parse(alert.undoUntil);
  const mine = (alert.resolved?.by ?? alert.acknowledged?.by)?.staff === me;
  if (until <= now || !mine) return change.error ? <Refusal error={change.error} /> : null;
  return (
    <>
      <Button variant="subtle" loading={change.isPending} onClick={() => change.mutate()}>
        {t("undo")}
      </Button>
      <span className="quiet">{t("undone", { time: sayClock(until, { now, language }) })}</span>
      <Refusal error={change.error} />
    </>
  );
}
