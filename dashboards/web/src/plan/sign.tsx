import { Button, PasswordInput, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, type Schemas } from "../api/client.ts";
import { codeOf } from "../api/problem.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { useRequestKey } from "../ui/request-key.ts";
import { DifferenceList } from "./history.tsx";
import styles from "./plan.module.css";

type Given = { readonly patient: string; readonly draft: Schemas["PlanDraft"]; readonly onClose: () => void };

/** The signature: what it changes once more, and the password of whoever is answerable for it. */
export function Sign({ patient, draft, onClose }: Given) {
  const { t } = useTranslation(["plan", "ui"]);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [password, setPassword] = useState("");
  const [reason, setReason] = useState("");
  const { keyFor } = useRequestKey();
  const sign = useMutation({
    mutationFn: async () => {
      await api.POST("/api/v1/sessions/current/confirmation", { body: { password } });
      const body = reason.trim() === "" ? {} : { override: { reason: reason.trim() } };
      await api.POST("/api/v1/patients/{patient}/plan-drafts/{draft}/signature", {
        params: {
          path: { patient, draft: draft.id },
          header: { "if-match": `"${draft.version}"`, "idempotency-key": keyFor([draft.version, body]) },
        },
        body,
      });
    },
    onSuccess: async () => {
      await navigate(`/patients/${patient}/plan`);
      await queries.invalidateQueries();
    },
  });
  const isHole = codeOf(sign.error) === "COVERAGE_HOLE" || reason !== "";
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (password !== "") sign.mutate();
  };
  return (
    <Dialog title={t("signTitle")} onClose={onClose}>
      <form onSubmit={submit} className={styles["form"]}>
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
        <Refusal error={sign.error} />
        <div className={styles["buttons"]}>
          <Button variant="default" onClick={onClose}>
            {t("ui:cancel")}
          </Button>
          <Button type="submit" disabled={password === ""} loading={sign.isPending}>
            {t("sign")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
