import { Button, Radio, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "../api/client.ts";
import { Follows, FormDialog } from "../ui/form-dialog.tsx";
import { useChange } from "../ui/use-change.ts";
import styles from "./screen.module.css";

const reasons = ["technique", "other-person", "device", "test", "other"] as const;
type Reason = Schemas["ReadingExclusion"]["reason"];

/** A reading, and what it is in words. */
type Given = { readonly reading: string; readonly what: string };

/** Excludes a reading, or takes that back. @param quiet where it stands in every row */
export function ReadingAction({
  reading,
  what,
  excluded,
  quiet = false,
}: Given & { excluded: boolean; quiet?: boolean }) {
  const { t } = useTranslation("patient");
  const [open, setOpen] = useState<"exclude" | "include">();
  const action = excluded ? "include" : "exclude";
  return (
    <>
      <Button
        variant={quiet ? "subtle" : "default"}
        size={quiet ? "compact-sm" : "xs"}
        className="no-print"
        aria-label={t(`trend.${action}Of`, { what })}
        onClick={() => setOpen(action)}
      >
        {t(`trend.${action}`)}
      </Button>
      {open === "exclude" && <ExcludeDialog reading={reading} what={what} onClose={() => setOpen(undefined)} />}
      {open === "include" && <IncludeDialog reading={reading} what={what} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function ExcludeDialog({ reading, what, onClose }: Given & { onClose: () => void }) {
  const { t } = useTranslation("patient");
  const [reason, setReason] = useState<Reason>();
  const [note, setNote] = useState("");
  const said = note.trim();
  const needed = reason === "other";
  const change = useChange(
    (body: Schemas["ReadingExclusion"], key) =>
      api.POST("/api/v1/readings/{reading}/exclusion", {
        params: { path: { reading }, header: { "idempotency-key": key } },
        body,
      }),
    { onDone: onClose },
  );
  return (
    <FormDialog
      title={t("trend.excludeTitle")}
      confirm={t("trend.exclude")}
      grave
      pending={change.isPending}
      error={change.error}
      ready={reason !== undefined && (!needed || said !== "")}
      onSubmit={() => reason && change.mutate({ reason, ...(said === "" ? {} : { note: said }) })}
      onClose={onClose}
    >
      <p className="num">
        <strong>{what}</strong>
      </p>
      <Radio.Group
        label={t("trend.excludeWhy")}
        value={reason ?? ""}
        onChange={(value) => setReason(reasons.find((one) => one === value))}
      >
        <div className={styles["radios"]}>
          {reasons.map((one) => (
            <Radio key={one} value={one} label={t(`trend.excludeReason.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t(needed ? "trend.excludeNoteNeeded" : "trend.excludeNote")}
        value={note}
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Follows>{t("trend.excludeFollows")}</Follows>
    </FormDialog>
  );
}

function IncludeDialog({ reading, what, onClose }: Given & { onClose: () => void }) {
  const { t } = useTranslation("patient");
  const change = useChange(
    (_: void, key) =>
      api.DELETE("/api/v1/readings/{reading}/exclusion", {
        params: { path: { reading }, header: { "idempotency-key": key } },
      }),
    { onDone: onClose },
  );
  return (
    <FormDialog
      title={t("trend.includeTitle")}
      confirm={t("trend.include")}
      pending={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      <p className="num">
        <strong>{what}</strong>
      </p>
      <Follows>{t("trend.includeFollows")}</Follows>
    </FormDialog>
  );
}
