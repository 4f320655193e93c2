import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, type Schemas } from "../api/client.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import { changing, useChange } from "../ui/use-change.ts";

type Given = { readonly patient: string; readonly draft: Schemas["PlanDraft"]; readonly onClose: () => void };

/** Puts a draft aside for good, when whoever asked has said so twice. */
export function Discard({ patient, draft, onClose }: Given) {
  const { t } = useTranslation("plan");
  const navigate = useNavigate();
  const discard = useChange(
    (_: void, key, version) =>
      api.DELETE("/api/v1/patients/{patient}/plan-drafts/{draft}", {
        params: { path: { patient, draft: draft.id }, header: changing(version, key) },
      }),
    { version: draft.version, onDone: () => navigate(`/patients/${patient}/plan`) },
  );
  return (
    <FormDialog
      title={t("discardTitle")}
      confirm={t("discard")}
      pending={discard.isPending}
      error={discard.error}
      grave
      onSubmit={() => discard.mutate()}
      onClose={onClose}
    >
      <p>{t("discardNote")}</p>
    </FormDialog>
  );
}
