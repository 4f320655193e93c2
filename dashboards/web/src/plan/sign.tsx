import { PasswordInput, Radio, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, type Schemas } from "../api/client.ts";
import { codeOf } from "../api/problem.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { useNow } from "../ui/now.ts";
import { changing, useChange } from "../ui/use-change.ts";
import { fromField, toField } from "../worklist/promise.ts";
import { DifferenceList } from "./history.tsx";
import styles from "./plan.module.css";

type Given = { readonly patient: string; readonly draft: Schemas["PlanDraft"]; readonly onClose: () => void };

/** The next local midnight: what is agreed today often begins tomorrow. @param now milliseconds since the epoch */
const tomorrow = (now: number): number => new Date(now).setHours(24, 0, 0, 0);

/** The signature: what it changes once more, and the password of whoever is answerable for it. */
export function Sign({ patient, draft, onClose }: Given) {
  const { t } = useTranslation("plan");
  const navigate = useNavigate();
  const [password, setPassword] = useState("");
  const [reason, setReason] = useState("");
  const now = useNow();
  const [begins, setBegins] = useState("now");
  const [from, setFrom] = useState(() => toField(tomorrow(now)));
  const at = begins === "now" ? undefined : fromField(from);
  const fits = begins === "now" || (at !== undefined && at > now);
  const sign = useChange(
    async (body: { override?: { reason: string }; validFrom?: string }, key, version) => {
      await api.POST("/api/v1/sessions/current/confirmation", { body: { password } });
      await api.POST("/api/v1/patients/{patient}/plan-drafts/{draft}/signature", {
        params: { path: { patient, draft: draft.id }, header: changing(version, key) },
        body,
      });
    },
    { version: draft.version, onDone: () => navigate(`/patients/${patient}/plan`) },
  );
  const isHole = codeOf(sign.error) === "COVERAGE_HOLE" || reason !== "";
  return (
    <FormDialog
      title={t("signTitle")}
      confirm={t("sign")}
      pending={sign.isPending}
      error={sign.error}
      ready={password !== "" && fits}
      onSubmit={() =>
        sign.mutate({
          ...(reason.trim() === "" ? {} : { override: { reason: reason.trim() } }),
          ...(at === undefined ? {} : { validFrom: new Date(at).toISOString() }),
        })
      }
      onClose={onClose}
    >
      <DifferenceList items={draft.differences ?? []} />
      <p>{t("signNote")}</p>
      <Radio.Group label={t("holdsFrom")} value={begins} onChange={setBegins}>
        <div className={styles["days"]}>
          <Radio value="now" label={t("fromNow")} />
          <Radio value="later" label={t("fromLater")} />
        </div>
      </Radio.Group>
      {begins === "later" && (
        <TextInput
          type="datetime-local"
          label={t("fromWhen")}
          description={t("fromWhenNote")}
          value={from}
          error={fits ? undefined : t("fromPast")}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
      )}
      {draft.rehearsal === null && <p className={styles["warning"]}>{t("notRehearsed")}</p>}
      <PasswordInput
        label={t("password")}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        data-autofocus
      />
      {isHole && (
        <Textarea
          label={t("override")}
          description={t("overrideNote")}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
