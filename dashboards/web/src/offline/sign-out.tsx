import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSigning } from "../api/session.tsx";
import { FormDialog } from "../ui/form-dialog.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { useOutbox } from "./use-outbox.ts";

/**
 * Signing out, with a word of warning where something isn't sent yet.
 * @returns what a button calls, and what stands beside it
 */
export function useSignOut(staff: string): { begin: () => void; words: ReactNode } {
  const { t } = useTranslation("offline");
  const { signOut } = useSigning();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const count = useOutbox(staff).filter(({ refusal }) => refusal === undefined).length;
  const leave = useMutation({
    mutationFn: signOut,
    // What was kept here is gone also where the server could not be told.
    onError: () => queries.invalidateQueries({ queryKey: ["outbox"] }),
    onSettled: () => setAsking(false),
  });
  return {
    begin: () => (count > 0 ? setAsking(true) : leave.mutate()),
    words: (
      <>
        <Refusal error={leave.error} />
        {asking && (
          <FormDialog
            title={t("leaveTitle")}
            confirm={t("leaveAnyway")}
            pending={leave.isPending}
            error={leave.error}
            grave
            onSubmit={() => leave.mutate()}
            onClose={() => setAsking(false)}
          >
            <p>{t("leave", { count })}</p>
          </FormDialog>
        )}
      </>
    ),
  };
}
