import { PasswordInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, type Schemas } from "../api/client.ts";
import { codeOf } from "../api/problem.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { changing, useChange } from "../ui/use-change.ts";
import { DifferenceList } from "./history.tsx";
import styles from "./plan.module.css";

type Given = { readonly patient: string; readonly draft: Schemas["PlanDraft"]; readonly onClose: () => void };

/** The signature: what it changes once more, and the password of whoever is answerable for it. */
export function Sign({ patient, draft, onClose }: Given) {
  const { t } = useTranslation("plan");
  const navigate = useNavigate();
  const [password, setPassword] = useState("");
  const [reason, setReason] = useState("");
  const sign = useChange(
    async (override: { override?: { reason: string } }, key, version) => {
      await api.POST("/api/v1/sessions/current/confirmation", { body: { password } });
      await api.POST("/api/v1/patients/{patient}/plan-drafts/{draft}/signature", {
        params: { path: { patient, draft: draft.id }, header: changing(version, key) },
        body: override,
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
      ready={password !== ""}
      onSubmit={() => sign.mutate(reason.trim() === "" ? {} : { override: { reason: reason.trim() } })}
      onClose={onClose}
    >
      <DifferenceList items={draft.differences ?? []} />
      <p>{t("signNote")}</p>
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
