import { Button } from "@mantine/core";
import type { ReactNode, SubmitEvent } from "react";
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
