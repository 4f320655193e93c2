import { Button, NativeSelect, Radio, Textarea } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "../api/client.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Refusal } from "./refusal.tsx";
import styles from "./screen.module.css";
import { useChange } from "./use-change.ts";

type Alert = Schemas["AlertInList"];
type Props = { readonly alert: Alert; readonly now: number; readonly onClose: () => void };
const HOUR = 3_600_000;

const header = (alert: Alert, key: string) => ({ "if-match": `"${alert.version}"`, "idempotency-key": key });

function Buttons({ onClose, busy, off, word }: { onClose: () => void; busy: boolean; off: boolean; word: string }) {
  const { t } = useTranslation("ui");
  return (
    <div className={styles["buttons"]}>
      <Button variant="default" onClick={onClose}>
        {t("cancel")}
      </Button>
      <Button type="submit" loading={busy} disabled={off}>
        {word}
      </Button>
    </div>
  );
}

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
  const change = useChange<Schemas["Resolution"]>(
    (body, key) =>
      api.POST("/api/v1/alerts/{alert}/resolve", {
        params: { path: { alert: alert.id }, header: header(alert, key) },
        body,
      }),
    onClose,
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (outcome && action) change.mutate({ outcome, action, ...(note.trim() === "" ? {} : { note: note.trim() }) });
  };
  return (
    <Dialog title={t("resolveTitle")} onClose={onClose}>
      <form onSubmit={submit} className={styles["form"]}>
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
        <Refusal error={change.error} />
        <Buttons onClose={onClose} busy={change.isPending} off={!outcome || !action} word={t("resolve")} />
      </form>
    </Dialog>
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
  const change = useChange<string>(props.send, props.onClose);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text.trim() !== "") change.mutate(text.trim());
  };
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form onSubmit={submit} className={styles["form"]}>
        <Textarea
          label={props.label}
          value={text}
          maxLength={props.most}
          autosize
          minRows={3}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Refusal error={change.error} />
        <Buttons onClose={props.onClose} busy={change.isPending} off={text.trim() === ""} word={props.word} />
      </form>
    </Dialog>
  );
}

/** One direction of one concern, quiet until an instant; red for twelve hours at most, others for a week. */
export function SnoozeDialog({ alert, now, onClose }: Props) {
  const { t } = useTranslation("patient");
  const spans = alert.severity === "red" ? [2, 4, 8, 12] : [4, 12, 24, 72, 168];
  const [hours, setHours] = useState(String(spans[0]));
  const [reason, setReason] = useState("");
  const change = useChange<{ until: string; reason: string }>(
    (body, key) =>
      api.POST("/api/v1/alerts/{alert}/snooze", {
        params: { path: { alert: alert.id }, header: header(alert, key) },
        body,
      }),
    onClose,
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    // A minute less, so that it is within what is allowed also when the clocks differ.
    const until = new Date(now + Number(hours) * HOUR - 60_000).toISOString();
    if (reason.trim().length >= 3) change.mutate({ until, reason: reason.trim() });
  };
  return (
    <Dialog title={t("snoozeTitle")} onClose={onClose}>
      <form onSubmit={submit} className={styles["form"]}>
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
        <Refusal error={change.error} />
        <Buttons onClose={onClose} busy={change.isPending} off={reason.trim().length < 3} word={t("snooze")} />
      </form>
    </Dialog>
  );
}
