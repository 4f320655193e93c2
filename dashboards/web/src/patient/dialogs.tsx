import { NativeSelect, Radio, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "../api/client.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { changing, useChange } from "../ui/use-change.ts";
import styles from "./screen.module.css";

type Alert = Schemas["AlertInList"];
type Props = { readonly alert: Alert; readonly now: number; readonly onClose: () => void };
const HOUR = 3_600_000;

const outcomes = ["true", "technique", "device", "limit-wrong", "other"] as const;
const actions = [
  "advice",
  "medication",
  "visit",
  "physician-contacted",
  "to-hospital",
  "device-exchanged",
  "none",
] as const;

/** Closing asks three things and no more: what it was, what was done, a note for who wants to. */
export function ResolveDialog({ alert, onClose }: Props) {
  const { t } = useTranslation("patient");
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>();
  const [action, setAction] = useState<(typeof actions)[number]>();
  const [note, setNote] = useState("");
  const change = useChange(
    (body: Schemas["Resolution"], key) =>
      api.POST("/api/v1/alerts/{alert}/resolve", {
        params: { path: { alert: alert.id }, header: changing(alert.version, key) },
        body,
      }),
    { onDone: onClose },
  );
  const submit = (): void => {
    if (outcome && action) change.mutate({ outcome, action, ...(note.trim() === "" ? {} : { note: note.trim() }) });
  };
  return (
    <FormDialog
      title={t("resolveTitle")}
      confirm={t("resolve")}
      pending={change.isPending}
      error={change.error}
      ready={outcome !== undefined && action !== undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <Radio.Group label={t("what")} value={outcome ?? ""} onChange={(value) => setOutcome(value as typeof outcome)}>
        <div className={styles["radios"]}>
          {outcomes.map((one) => (
            <Radio key={one} value={one} label={t(`outcome.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <Radio.Group label={t("did")} value={action ?? ""} onChange={(value) => setAction(value as typeof action)}>
        <div className={styles["radios"]}>
          {actions.map((one) => (
            <Radio key={one} value={one} label={t(`action.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t("noteOptional")}
        value={note}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** A note in the alert's story, or a word to the home: one text. */
export function TextDialog(props: {
  title: string;
  label: string;
  first: string;
  most: number;
  word: string;
  send: (text: string, key: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const [text, setText] = useState(props.first);
  const change = useChange(props.send, { onDone: props.onClose });
  const submit = (): void => {
    if (text.trim() !== "") change.mutate(text.trim());
  };
  return (
    <FormDialog
      title={props.title}
      confirm={props.word}
      pending={change.isPending}
      error={change.error}
      ready={text.trim() !== ""}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <Textarea
        label={props.label}
        value={text}
        maxLength={props.most}
        autosize
        minRows={3}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** One direction of one concern, quiet until an instant; red for twelve hours at most, others for a week. */
export function SnoozeDialog({ alert, now, onClose }: Props) {
  const { t } = useTranslation("patient");
  const spans = alert.severity === "red" ? [2, 4, 8, 12] : [4, 12, 24, 72, 168];
  const [hours, setHours] = useState(String(spans[0]));
  const [reason, setReason] = useState("");
  const change = useChange(
    (body: { until: string; reason: string }, key) =>
      api.POST("/api/v1/alerts/{alert}/snooze", {
        params: { path: { alert: alert.id }, header: changing(alert.version, key) },
        body,
      }),
    { onDone: onClose },
  );
  const submit = (): void => {
    // A minute less, so that it is within what is allowed also when the clocks differ.
    const until = new Date(now + Number(hours) * HOUR - 60_000).toISOString();
    if (reason.trim().length >= 3) change.mutate({ until, reason: reason.trim() });
  };
  return (
    <FormDialog
      title={t("snoozeTitle")}
      confirm={t("snooze")}
      pending={change.isPending}
      error={change.error}
      ready={reason.trim().length >= 3}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t("snoozeExplain")}</p>
      <NativeSelect
        label={t("until")}
        value={hours}
        data={spans.map((count) => ({ value: String(count), label: t("hours", { count }) }))}
        onChange={(event) => setHours(event.currentTarget.value)}
      />
      <Textarea
        label={t("reason")}
        value={reason}
        maxLength={300}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
