import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nameOf, usePatients } from "../api/all.ts";
import { api, query, type Schemas } from "../api/client.ts";
import { useAround, useLanguage } from "../i18n/index.ts";
import { sayLeft, sayWhen } from "../i18n/when.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Follows, FormDialog } from "../ui/form-dialog.tsx";
import { useNow } from "../ui/now.ts";
import { Refusal } from "../ui/refusal.tsx";
import { Loading, Problem } from "../ui/states.tsx";
import { changing, useChange } from "../ui/use-change.ts";
import styles from "./screen.module.css";

type Handover = Schemas["Handover"];

/** What others offer this team and what it has offered them, the unanswered first. */
export function Handovers({ team }: { team: string }) {
  const { t } = useTranslation("teams");
  const now = useNow(undefined);
  const read = query.useQuery("get", "/api/v1/handovers", {
    params: { query: { team, state: "all", limit: 50 } },
  });
  if (!read.data) {
    return read.error ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : <Loading />;
  }
  const open = read.data.items.filter(({ state }) => state === "offered");
  const groups = [
    ["toUs", open.filter(({ to }) => to === team)],
    ["fromUs", open.filter(({ from }) => from === team)],
    ["answered", read.data.items.filter(({ state }) => state !== "offered").slice(0, 10)],
  ] as const;
  return (
    <section aria-label={t("handover.title")} className={styles["section"]}>
      {groups.map(([name, items]) => (
        <div key={name} className={styles["group"]}>
          <h2>{t(`handover.${name}`)}</h2>
          {items.length === 0 ? (
            <p className="quiet">{t(`handover.none.${name}`)}</p>
          ) : (
            <ul className={styles["items"]}>
              {items.map((handover) => (
                <Offer key={handover.id} handover={handover} team={team} now={now} />
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}

type Doing = "decline" | "withdraw" | { readonly patient: string };

function Offer({ handover, team, now }: { handover: Handover; team: string; now: number }) {
  const { t } = useTranslation("teams");
  const around = { ...useAround(), now };
  const patients = usePatients();
  const [doing, setDoing] = useState<Doing>();
  const accept = useChange(
    (_: null, key, version) =>
      api.POST("/api/v1/handovers/{handover}/accept", {
        params: { path: { handover: handover.id }, header: changing(version, key) },
      }),
    { version: handover.version },
  );
  const names = new Map(patients.data?.map((one) => [one.id, nameOf(one)]));
  const left = sayLeft(Date.parse(handover.expiresAt), { now });
  const { state, decided, alerts } = handover;
  const red = alerts.filter(({ severity }) => severity === "red").length;
  return (
    <li data-handover={handover.id}>
      <p>
        <strong>{t("handover.between", { from: handover.fromName, to: handover.toName })}</strong>
        {" · "}
        <span className={state === "offered" && left.passed ? styles["bad"] : undefined}>
          {state === "offered"
            ? t("handover.left", { time: left.text })
            : `${t(`handover.state.${state}`)}${decided ? `, ${decided.by.name ?? decided.by.staff}, ${sayWhen(Date.parse(decided.at), around)}` : ""}`}
        </span>
      </p>
      <p className="quiet">
        {t("handover.offered", {
          who: handover.offeredBy.name ?? handover.offeredBy.staff,
          when: sayWhen(Date.parse(handover.offeredAt), around),
        })}
        {" · "}
        {t("handover.alerts", { count: alerts.length })}
        {red > 0 && ` · ${t("handover.red", { count: red })}`}
      </p>
      {handover.takeoverUntil !== null && (
        <p>{t("handover.takeover", { when: sayWhen(Date.parse(handover.takeoverUntil), around) })}</p>
      )}
      {handover.note !== null && <p className={styles["note"]}>{handover.note}</p>}
      {decided?.reason != null && <p className={styles["note"]}>{decided.reason}</p>}
      <div className={styles["bar"]}>
        {handover.patients.map(({ patient }) => (
          <Button key={patient} variant="default" size="sm" onClick={() => setDoing({ patient })}>
            {t("handover.sbarOf", { who: names.get(patient) ?? patient })}
          </Button>
        ))}
        <span className={styles["push"]} />
        {state === "offered" && handover.to === team && (
          <>
            <Button variant="default" size="sm" onClick={() => setDoing("decline")}>
              {t("handover.decline")}
            </Button>
            <Button size="sm" loading={accept.isPending} onClick={() => accept.mutate(null)}>
              {t("handover.accept")}
            </Button>
          </>
        )}
        {state === "offered" && handover.from === team && (
          <Button variant="default" size="sm" onClick={() => setDoing("withdraw")}>
            {t("handover.withdraw")}
          </Button>
        )}
      </div>
      <Refusal error={accept.error} />
      {doing === "decline" && <DeclineDialog handover={handover} onClose={() => setDoing(undefined)} />}
      {doing === "withdraw" && <WithdrawDialog handover={handover} onClose={() => setDoing(undefined)} />}
      {typeof doing === "object" && (
        <SbarDialog
          handover={handover.id}
          patient={doing.patient}
          who={names.get(doing.patient) ?? doing.patient}
          onClose={() => setDoing(undefined)}
        />
      )}
    </li>
  );
}

function DeclineDialog({ handover, onClose }: { handover: Handover; onClose: () => void }) {
  const { t } = useTranslation("teams");
  const [reason, setReason] = useState("");
  const change = useChange(
    (body: { reason: string }, key, version) =>
      api.POST("/api/v1/handovers/{handover}/decline", {
        params: { path: { handover: handover.id }, header: changing(version, key) },
        body,
      }),
    { version: handover.version, onDone: onClose },
  );
  return (
    <FormDialog
      title={t("handover.declineTitle", { from: handover.fromName })}
      confirm={t("handover.decline")}
      pending={change.isPending}
      error={change.error}
      ready={reason.trim() !== ""}
      onClose={onClose}
      onSubmit={() => change.mutate({ reason: reason.trim() })}
    >
      <Follows>{t("handover.declineFollows", { from: handover.fromName })}</Follows>
      <Textarea
        label={t("handover.reason")}
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  );
}

function WithdrawDialog({ handover, onClose }: { handover: Handover; onClose: () => void }) {
  const { t } = useTranslation("teams");
  const change = useChange(
    (_: null, key, version) =>
      api.POST("/api/v1/handovers/{handover}/withdraw", {
        params: { path: { handover: handover.id }, header: changing(version, key) },
      }),
    { version: handover.version, onDone: onClose },
  );
  return (
    <FormDialog
      title={t("handover.withdrawTitle", { to: handover.toName })}
      confirm={t("handover.withdraw")}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSubmit={() => change.mutate(null)}
    >
      <Follows>{t("handover.withdrawFollows")}</Follows>
    </FormDialog>
  );
}

const parts = ["situation", "background", "assessment", "recommendation"] as const;

/** The SBAR that a patient was offered with. Reading it is written down. */
function SbarDialog(given: { handover: string; patient: string; who: string; onClose: () => void }) {
  const { handover, patient, who, onClose } = given;
  const { t } = useTranslation("teams");
  const { language } = useLanguage();
  const read = query.useQuery("get", "/api/v1/handovers/{handover}/patients/{patient}/sbar", {
    params: { path: { handover, patient }, query: { lang: language } },
  });
  return (
    <Dialog title={t("handover.sbarOf", { who })} onClose={onClose}>
      {read.error && !read.data && <Problem error={read.error} />}
      {read.isPending && <Loading />}
      {typeof read.data === "object" && (
        <dl className={styles["sbar"]}>
          {parts.map((part) => (
            <div key={part}>
              <dt>{t(`sbar.${part}`)}</dt>
              <dd>{typeof read.data === "object" && read.data[part]}</dd>
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  );
}
