import { Button } from "@mantine/core";
import { type ReactNode, type SubmitEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "./dialog.tsx";
import styles from "./form-dialog.module.css";
import { Refusal } from "./refusal.tsx";

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
  const form = useRef<HTMLFormElement>(null);
  // The button that was pressed can't be pressed while an answer is waited for, and loses the focus by that. Who works with
  // the keyboard goes on from here if the answer was no.
  useEffect(() => {
    if (!pending && error && document.activeElement === document.body) form.current?.focus();
  }, [pending, error]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (ready && !pending) onSubmit();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form ref={form} tabIndex={-1} onSubmit={submit} className={styles["form"]}>
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
