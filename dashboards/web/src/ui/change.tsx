import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, type SubmitEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { newIdempotencyKey, type Schemas } from "../api/client.ts";
import { ApiProblem } from "../api/problem.ts";
import { useLanguage } from "../i18n/index.ts";
import styles from "./change.module.css";
import { Dialog } from "./dialog.tsx";
import { useProblemWords } from "./states.tsx";

/**
 * Sends a change and waits for the answer. Sent again after no answer came it is the same change, with the same
 * idempotency key and the version that was read then; once the server has refused it, or it says something else, it is
 * another. Everything on the screen but who is signed in is read anew, whatever came of it.
 * @param send the request, with the key for its header and the version for `changing`
 * @param version of what is changed, as the screen shows it now; 0 where nothing has one
 */
export function useChange<Body, Answer>(
  send: (body: Body, key: string, version: number) => Promise<Answer>,
  { version = 0, onDone }: { version?: number; onDone?: (answer: Answer) => void } = {},
) {
  const queries = useQueryClient();
  const last = useRef<{ text: string; key: string; version: number }>(undefined);
  return useMutation({
    mutationFn: (body: Body) => {
      const text = JSON.stringify(body) ?? "";
      if (last.current?.text !== text) last.current = { text, key: newIdempotencyKey(), version };
      return send(body, last.current.key, last.current.version);
    },
    ...(onDone ? { onSuccess: onDone } : {}),
    onError: (error) => {
      if (error instanceof ApiProblem && !error.problem.retryable) last.current = undefined;
    },
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" }),
  });
}

/** Headers of a change of what had a version. */
export const changing = (version: number, key: string) => ({ "if-match": `"${version}"`, "idempotency-key": key });

/** Why it was not done, and what to do. */
export function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation("problem");
  const { language } = useLanguage();
  const say = useProblemWords();
  if (error === null || error === undefined) return null;
  const { title, action, code } = say(error);
  const happened =
    error instanceof ApiProblem ? (error.problem["explanation"] as Schemas["Sentence"] | undefined) : undefined;
  return (
    <p role="alert" className={styles["refusal"]}>
      <strong>{title}</strong> {happened?.[language] ?? action} {code !== undefined && `${t("code")} ${code}`}
    </p>
  );
}

type Form = {
  readonly title: string;
  readonly confirm: string;
  readonly pending: boolean;
  readonly error: unknown;
  /** Whether it can't be taken back, or takes something from somebody. */
  readonly grave?: boolean;
  readonly ready?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A dialogue that asks for what a change needs, says what follows, and waits for the server's answer. */
export function FormDialog({ title, confirm, pending, error, grave, ready = true, onSubmit, onClose, children }: Form) {
  const { t } = useTranslation("ui");
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (ready && !pending) onSubmit();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} className={styles["form"]}>
        {children}
        <Refusal error={error} />
        <div className={styles["buttons"]}>
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={pending} disabled={!ready} className={grave ? styles["grave"] : undefined}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What follows from a change, said before it is made. */
export function Follows({ children }: { children: ReactNode }) {
  return <p className={styles["follows"]}>{children}</p>;
}
