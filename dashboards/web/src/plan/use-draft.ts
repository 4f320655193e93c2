import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, type Schemas } from "../api/client.ts";
import { useRequestKey } from "../ui/request-key.ts";
import { type Body, changedParts, editable } from "./body.ts";

/** So long nobody has typed anything before it is saved. */
const PAUSE = 500;

/**
 * A draft in somebody's hands: what they change is saved when they pause, on the condition that nobody else has changed it.
 * @returns the body as it stands in the forms, how saving goes, and the version that is saved
 */
export function useDraft(patient: string, draft: Schemas["PlanDraft"]) {
  const queries = useQueryClient();
  const [body, setBody] = useState<Body>(() => editable(draft.body));
  const [saved, setSaved] = useState({ body, version: draft.version });
  const { keyFor, done } = useRequestKey();
  const save = useMutation({
    mutationFn: ({ parts, version }: { parts: Record<string, unknown>; now: Body; version: number }) =>
      api.PUT("/api/v1/patients/{patient}/plan-drafts/{draft}", {
        params: {
          path: { patient, draft: draft.id },
          header: { "if-match": `"${version}"`, "idempotency-key": keyFor([parts, version]) },
        },
        body: { body: parts },
      }),
    onSuccess: async ({ data }, { now, version }) => {
      done();
      setSaved({ body: now, version: data?.version ?? version + 1 });
      await queries.invalidateQueries({ queryKey: ["get", "/api/v1/patients/{patient}/plan-drafts/{draft}"] });
    },
  });
  const parts = changedParts(saved.body, body);
  const isDirty = Object.keys(parts).length > 0;
  const text = JSON.stringify(parts);
  const { mutate, isPending, isError } = save;
  useEffect(() => {
    if (!isDirty || isPending || isError) return;
    const timer = setTimeout(
      () => mutate({ parts: JSON.parse(text) as Record<string, unknown>, now: body, version: saved.version }),
      PAUSE,
    );
    return () => clearTimeout(timer);
  }, [isDirty, isPending, isError, mutate, text, body, saved.version]);
  return {
    body,
    change: (what: Partial<Body>): void => setBody((before) => ({ ...before, ...what })),
    version: saved.version,
    isDirty: isDirty || isPending,
    error: save.error,
    retry: save.reset,
  };
}
