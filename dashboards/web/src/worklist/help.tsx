import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog } from "../ui/dialog.tsx";
import styles from "./help.module.css";
import { keyHelp } from "./keys.ts";

/** Which key does what, and whether they do anything. */
export function KeyHelp({
  on,
  onSwitch,
  onClose,
}: {
  on: boolean;
  onSwitch: (on: boolean) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("worklist");
  return (
    <Dialog title={t("help.title")} onClose={onClose}>
      <dl className={styles["keys"]}>
        {keyHelp.map(([keys, does]) => (
          <div key={does}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(`help.${does}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch label={t("help.on")} checked={on} onChange={(event) => onSwitch(event.currentTarget.checked)} />
    </Dialog>
  );
}
