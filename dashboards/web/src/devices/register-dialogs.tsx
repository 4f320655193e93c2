import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useTeams } from "../api/all.ts";
import { api, query, type Schemas } from "../api/client.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Follows, FormDialog } from "../ui/form-dialog.tsx";
import { useChange } from "../ui/use-change.ts";
import styles from "./screen.module.css";

/** As the API takes ids of hubs and devices. */
const isId = (text: string): boolean => /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,64}$/.test(text);

/** A new hub for one of the reader's teams. Its secret is shown this once; a one-time code does as well. */
export function RegisterHubDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["devices", "ui"]);
  const navigate = useNavigate();
  const teams = useTeams();
  const [id, setId] = useState("");
  const [chosen, setTeam] = useState<string>();
  const team = teams.data?.find((one) => one.id === chosen) ?? teams.data?.[0];
  const [forwarding, setForwarding] = useState<Schemas["Hub"]["forwarding"]>("store-and-forward");
  const change = useChange((body: Schemas["NewHub"], key) =>
    api.POST("/api/v1/hubs", { params: { header: { "idempotency-key": key } }, body }),
  );
  const made = change.data?.data;
  if (made) {
    return (
      <Dialog title={t("registerHub.made", { id: made.id })} onClose={onClose}>
        <div className={styles["secret"]}>
          <p>{t("registerHub.next")}</p>
          {made.secret !== null && <code className={styles["code"]}>{made.secret}</code>}
          <p className="quiet">{t("secret.once")}</p>
          <Button onClick={() => void navigate(`/devices/${made.id}`)}>{t("registerHub.open")}</Button>
        </div>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t("registerHub.title")}
      confirm={t("registerHub.confirm")}
      pending={change.isPending}
      error={change.error ?? teams.error}
      ready={isId(id) && team !== undefined}
      onClose={onClose}
      onSubmit={() => team && change.mutate({ id, team: team.id, zone: team.zone, forwarding })}
    >
      <TextInput
        label={t("registerHub.id")}
        description={t("idHelp")}
        value={id}
        onChange={(event) => setId(event.currentTarget.value.trim())}
        error={id === "" || isId(id) ? undefined : t("idWrong")}
        data-autofocus
      />
      <NativeSelect
        label={t("ui:team")}
        value={team?.id ?? ""}
        onChange={(event) => setTeam(event.currentTarget.value)}
        data={(teams.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
      />
      <NativeSelect
        label={t("fact.forwarding")}
        value={forwarding}
        onChange={(event) => setForwarding(event.currentTarget.value === "live" ? "live" : "store-and-forward")}
        data={(["store-and-forward", "live"] as const).map((value) => ({ value, label: t(`forwarding.${value}`) }))}
      />
    </FormDialog>
  );
}

/** A new device behind a hub. */
export function RegisterDeviceDialog({ hub, onClose }: { hub: string; onClose: () => void }) {
  const { t } = useTranslation("devices");
  const models = query.useQuery("get", "/api/v1/device-models");
  const [id, setId] = useState("");
  const [model, setModel] = useState("");
  const change = useChange(
    (body: { id: string; hub: string; model: string }, key) =>
      api.POST("/api/v1/devices", { params: { header: { "idempotency-key": key } }, body }),
    { onDone: onClose },
  );
  return (
    <FormDialog
      title={t("registerDevice.title", { hub })}
      confirm={t("registerDevice.confirm")}
      pending={change.isPending}
      error={change.error ?? models.error}
      ready={isId(id) && model !== ""}
      onClose={onClose}
      onSubmit={() => change.mutate({ id, hub, model })}
    >
      <TextInput
        label={t("registerDevice.id")}
        description={t("idHelp")}
        value={id}
        onChange={(event) => setId(event.currentTarget.value.trim())}
        error={id === "" || isId(id) ? undefined : t("idWrong")}
        data-autofocus
      />
      <NativeSelect
        label={t("registerDevice.model")}
        value={model}
        onChange={(event) => setModel(event.currentTarget.value)}
        data={[
          { value: "", label: t("choose") },
          ...(models.data?.items ?? []).map(({ id: value, name }) => ({ value, label: name })),
        ]}
      />
      <Follows>{t("registerDevice.follows")}</Follows>
    </FormDialog>
  );
}
