import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, query, type Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { Follows, FormDialog } from "../ui/form-dialog.tsx";
import { useChange } from "../ui/use-change.ts";
import { fromField, toField } from "../worklist/promise.ts";
import styles from "./screen.module.css";

type Alert = Schemas["AlertInList"];
type Sbar = Schemas["Sbar"];

const MINUTE = 60_000;
const answers = [15, 30, 60, 120, 240] as const;
const parts = ["situation", "background", "assessment", "recommendation"] as const;

type Props = {
  readonly alert: Alert;
  /** The patient's open alerts, this one among them. */
  readonly alerts: readonly Alert[];
  readonly patient: string;
  readonly now: number;
  readonly onClose: () => void;
};

/** Offers an alert, or all that the team has open of the patient, to another team, with an SBAR. */
export function HandoverDialog({ alert, alerts, patient, now, onClose }: Props) {
  const { t } = useTranslation("patient");
  const { language } = useLanguage();
  const params = { path: { patient } };
  const receivers = query.useQuery("get", "/api/v1/handovers/receivers");
  const duty = query.useQuery("get", "/api/v1/patients/{patient}/responsibilities", { params });
  const sbar = query.useQuery("get", "/api/v1/patients/{patient}/sbar", {
    params: { ...params, query: { lang: language } },
  });
  const teams = (receivers.data?.items ?? []).filter(({ id }) => id !== alert.team);
  const open = alerts.filter(({ team }) => team === alert.team);
  const next = duty.data?.duty.next?.team?.id;
  const [chosen, setChosen] = useState<string>();
  const to = chosen ?? teams.find(({ id }) => id === next)?.id ?? teams[0]?.id;
  const [all, setAll] = useState(false);
  const [minutes, setMinutes] = useState<number>(30);
  const [note, setNote] = useState("");
  const [takeover, setTakeover] = useState(false);
  const [until, setUntil] = useState(() => toField(now + 12 * 60 * MINUTE));
  const [edited, setEdited] = useState<Partial<Sbar>>({});
  const end = fromField(until);
  const fits = !takeover || (end !== undefined && end > now + minutes * MINUTE);
  const compiled = typeof sbar.data === "object" ? sbar.data : undefined;
  const change = useChange(
    (body: Schemas["NewHandoverInput"], key) =>
      api.POST("/api/v1/handovers", { params: { header: { "idempotency-key": key } }, body }),
    { onDone: onClose },
  );
  const submit = (): void => {
    if (to === undefined) return;
    const text = compiled && Object.keys(edited).length > 0 ? { ...compiled, ...edited } : undefined;
    change.mutate({
      from: alert.team,
      to,
      patients: [patient],
      alerts: (all ? open : [alert]).map(({ id }) => id),
      minutes,
      ...(note.trim() === "" ? {} : { note: note.trim() }),
      ...(takeover && end !== undefined ? { takeoverUntil: new Date(end).toISOString() } : {}),
      ...(text ? { sbar: { [patient]: { [language]: text } } } : {}),
    });
  };
  const phone = teams.find(({ id }) => id === to)?.phone;
  return (
    <FormDialog
      title={t("who.handOverTitle")}
      confirm={t("who.offer")}
      pending={change.isPending}
      error={change.error ?? receivers.error}
      ready={to !== undefined && fits}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={t("who.to")}
        description={phone == null ? undefined : t("who.reachedAt", { phone })}
        value={to ?? ""}
        data={teams.map(({ id, name, unit }) => ({ value: id, label: `${name}, ${unit}` }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data-autofocus
      />
      {open.length > 1 && (
        <Radio.Group label={t("who.which")} value={String(all)} onChange={(value) => setAll(value === "true")}>
          <div className={styles["radios"]}>
            <Radio value="false" label={t("who.thisAlert")} />
            <Radio value="true" label={t("who.allAlerts", { count: open.length })} />
          </div>
        </Radio.Group>
      )}
      <NativeSelect
        label={t("who.answerWithin")}
        value={String(minutes)}
        data={answers.map((count) => ({ value: String(count), label: t("who.minutes", { count }) }))}
        onChange={(event) => setMinutes(Number(event.currentTarget.value))}
      />
      <Checkbox
        label={t("who.takeover")}
        checked={takeover}
        onChange={(event) => setTakeover(event.currentTarget.checked)}
      />
      {takeover && (
        <TextInput
          type="datetime-local"
          label={t("who.takeoverUntil")}
          value={until}
          error={fits ? undefined : t("who.takeoverWrong")}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t("who.note")}
        value={note}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {compiled && (
        <details className={styles["story"]}>
          <summary>{t("who.sbar")}</summary>
          <p className="quiet">{t("who.sbarHelp")}</p>
          {parts.map((part) => (
            <Textarea
              key={part}
              label={t(`who.part.${part}`)}
              value={edited[part] ?? compiled[part]}
              maxLength={8000}
              autosize
              minRows={2}
              maxRows={10}
              onChange={(event) => setEdited({ ...edited, [part]: event.currentTarget.value })}
            />
          ))}
        </details>
      )}
      <Follows>{t("who.handOverFollows")}</Follows>
    </FormDialog>
  );
}
