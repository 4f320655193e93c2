import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./dialog.module.css";

/** A dialogue with its title and a way out; the focus stays inside, and goes back to where it was. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation("ui");
  return (
    <Modal.Root opened onClose={onClose}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          {/* Mantine's own head would be a second banner to screen readers. */}
          <div className={styles["head"]}>
            <Modal.Title>{title}</Modal.Title>
            <Modal.CloseButton aria-label={t("close")} size="lg" />
          </div>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
