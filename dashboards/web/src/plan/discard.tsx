import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, type Schemas } from "../api/client.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { useRequestKey } from "../ui/request-key.ts";
import styles from "./plan.module.css";

type Given = { readonly patient: string; readonly draft: Schemas["PlanDraft"]; readonly onClose: () => void };

/** Puts a draft aside for good, when whoever asked has said so twice. */
export function Discard({ patient, draft, onClose }: Given) {
  const { t } = useTranslation(["plan", "ui"]);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { keyFor } = useRequestKey();
  const discard = useMutation({
    mutationFn: () =>
      api.DELETE("/api/v1/patients/{patient}/plan-drafts/{draft}", {
        params: {
          path: { patient, draft: draft.id },
          header: { "if-match": `"${draft.version}"`, "idempotency-key": keyFor(draft.version) },
        },
      }),
    onSuccess: async () => {
      await navigate(`/patients/${patient}/plan`);
      await queries.invalidateQueries();
    },
  });
  return (
    <Dialog title={t("discardTitle")} onClose={onClose}>
      <div className={styles["form"]}>
        <p>{t("discardNote")}</p>
        <Refusal error={discard.error} />
        <div className={styles["buttons"]}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("ui:cancel")}
          </Button>
          <Button onClick={() => discard.mutate()} loading={discard.isPending}>
            {t("discard")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
