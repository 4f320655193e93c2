import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, query, type Schemas } from "../api/client.ts";
import { useSession } from "../api/session.tsx";
import { useLanguage } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { changing, useChange } from "../ui/use-change.ts";
import styles from "./screen.module.css";

type Handover = Schemas["Handover"];

/** The unanswered offers to and from the reader's teams. */
export function useOffers(): readonly Handover[] {
  const { data } = query.useQuery("get", "/api/v1/handovers", { params: { query: { state: "offered", limit: 200 } } });
  return data?.items ?? [];
}

/**
 * That an alert is offered to another team, and for either side what to do about that. Stays where it is when there is no
 * offer any more, so that whoever was second reads who was first.
 */
export function Offer({ offer, now }: { offer: Handover | undefined; now: number }) {
  const { t } = useTranslation("patient");
  const { language } = useLanguage();
  const mine = useSession().data?.staff.teams ?? [];
  const [declining, setDeclining] = useState(false);
  const accept = useChange(
    (handover: string, key, version) =>
      api.POST("/api/v1/handovers/{handover}/accept", {
        params: { path: { handover }, header: changing(version, key) },
      }),
    { version: offer?.version ?? 0 },
  );
  const withdraw = useChange(
    (handover: string, key, version) =>
      api.POST("/api/v1/handovers/{handover}/withdraw", {
        params: { path: { handover }, header: changing(version, key) },
      }),
    { version: offer?.version ?? 0 },
  );
  const refused = accept.error ?? withdraw.error;
  if (offer === undefined) return <Refusal error={refused} />;
  return (
    <div className={styles["offer"]}>
      <p>
        {t("who.offered", {
          to: offer.toName,
          name: offer.offeredBy.name ?? offer.offeredBy.staff,
          when: sayWhen(Date.parse(offer.expiresAt), { now, language }),
        })}
        {offer.note !== null && ` ${offer.note}`}
      </p>
      <div className={`${styles["actions"]} no-print`}>
        {mine.includes(offer.to) && (
          <>
            <Button loading={accept.isPending} onClick={() => accept.mutate(offer.id)}>
              {t("who.accept")}
            </Button>
            <Button variant="default" onClick={() => setDeclining(true)}>
              {t("who.decline")}
            </Button>
          </>
        )}
        {mine.includes(offer.from) && (
          <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate(offer.id)}>
            {t("who.withdraw")}
          </Button>
        )}
      </div>
      <Refusal error={refused} />
      {declining && <DeclineDialog offer={offer} onClose={() => setDeclining(false)} />}
    </div>
  );
}

function DeclineDialog({ offer, onClose }: { offer: Handover; onClose: () => void }) {
  const { t } = useTranslation("patient");
  const [reason, setReason] = useState("");
  const change = useChange(
    (body: { reason: string }, key, version) =>
      api.POST("/api/v1/handovers/{handover}/decline", {
        params: { path: { handover: offer.id }, header: changing(version, key) },
        body,
      }),
    { version: offer.version, onDone: onClose },
  );
  return (
    <FormDialog
      title={t("who.declineTitle")}
      confirm={t("who.decline")}
      pending={change.isPending}
      error={change.error}
      ready={reason.trim() !== ""}
      onSubmit={() => change.mutate({ reason: reason.trim() })}
      onClose={onClose}
    >
      <Textarea
        label={t("who.declineReason", { from: offer.fromName })}
        value={reason}
        maxLength={300}
        autosize
        minRows={2}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
