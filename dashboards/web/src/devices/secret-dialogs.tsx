import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { useAround } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Follows, FormDialog } from "../ui/form-dialog.tsx";
import { changing, useChange } from "../ui/use-change.ts";
import type { Subject } from "./condition.ts";
import { OneTimeCode } from "./one-time-code.tsx";
import styles from "./screen.module.css";

type Given = { readonly subject: Subject; readonly onClose: () => void };

const holds = [30, 60, 240, 1440] as const;

/** A one-time code for a hub, as text and as a QR code that the hub's page reads. It is shown this once. */
export function ProvisionDialog({ subject, onClose }: Given) {
  const { t } = useTranslation("devices");
  const [minutes, setMinutes] = useState(60);
  const change = useChange(
    (body: { minutes: number }, key, version) =>
      api.POST("/api/v1/hubs/{id}/provisioning", {
        params: { path: { id: subject.id }, header: changing(version, key) },
        body,
      }),
    { version: subject.version },
  );
  const made = change.data?.data;
  if (made) {
    const title = t("provision.made", { id: subject.id });
    return <OneTimeCode title={title} qr={t("provision.qr")} made={made} onClose={onClose} />;
  }
  return (
    <FormDialog
      title={t("provision.title", { id: subject.id })}
      confirm={t("provision.confirm")}
      pending={change.isPending}
      error={change.error}
      onClose={onClose}
      onSubmit={() => change.mutate({ minutes })}
    >
      <Follows>{t("provision.follows")}</Follows>
      <NativeSelect
        label={t("provision.holds")}
        value={String(minutes)}
        onChange={(event) => setMinutes(Number(event.currentTarget.value))}
        data={holds.map((value) => ({ value: String(value), label: t(`provision.minutes.m${value}`) }))}
      />
    </FormDialog>
  );
}

/** A new secret: beside the present one until the hub uses it, or at once in its place. */
export function SecretDialog({ subject, onClose, kind }: Given & { kind: "rotate" | "renew" }) {
  const { t } = useTranslation(["devices", "ui"]);
  const around = useAround();
  const change = useChange(
    async (_: null, key, version) => {
      const header = changing(version, key);
      if (kind === "renew") {
        const { data } = await api.POST("/api/v1/hubs/{hub}/secret", { params: { path: { hub: subject.id }, header } });
        return { secret: data?.secret ?? null, until: undefined };
      }
      const params = { path: { id: subject.id }, header };
      const { data } = await api.POST("/api/v1/hubs/{id}/rotate", { params, body: { overlapHours: 72 } });
      return { secret: data?.secret ?? null, until: data?.overlapUntil };
    },
    { version: subject.version },
  );
  if (change.data) {
    const { secret, until } = change.data;
    return (
      <Dialog title={t("secret.made", { id: subject.id })} onClose={onClose}>
        <div className={styles["secret"]}>
          {secret === null ? <p role="alert">{t("secret.lost")}</p> : <code className={styles["code"]}>{secret}</code>}
          {until !== undefined && <p>{t("secret.overlap", { when: sayWhen(Date.parse(until), around) })}</p>}
          <p className="quiet">{t("secret.once")}</p>
          <Button onClick={onClose}>{t("ui:close")}</Button>
        </div>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t(`secret.${kind}.title`, { id: subject.id })}
      confirm={t(`secret.${kind}.confirm`)}
      pending={change.isPending}
      error={change.error}
      grave={kind === "renew"}
      onClose={onClose}
      onSubmit={() => change.mutate(null)}
    >
      <Follows>{t(`secret.${kind}.follows`)}</Follows>
    </FormDialog>
  );
}

/** Shutting a hub out. */
export function RevokeDialog({ subject, onClose }: Given) {
  const { t } = useTranslation("devices");
  const change = useChange(
    (_: null, key, version) =>
      api.POST("/api/v1/hubs/{hub}/revoke", { params: { path: { hub: subject.id }, header: changing(version, key) } }),
    { version: subject.version, onDone: onClose },
  );
  return (
    <FormDialog
      title={t("revoke.title", { id: subject.id })}
      confirm={t("revoke.confirm")}
      pending={change.isPending}
      error={change.error}
      grave
      onClose={onClose}
      onSubmit={() => change.mutate(null)}
    >
      <Follows>{t("revoke.follows")}</Follows>
    </FormDialog>
  );
}
