import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAround } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { Dialog } from "../ui/dialog.tsx";
import styles from "./screen.module.css";

type Given = {
  readonly title: string;
  /** What the picture is for. */
  readonly qr: string;
  /** `code` and `svg` are null where the answer that had them was lost. `address` is what the picture says, if it is one. */
  readonly made: {
    readonly code: string | null;
    readonly svg: string | null;
    readonly expiresAt: string;
    readonly address?: string | null;
  };
  readonly onClose: () => void;
};

/** A one-time code that was made, as text and as a picture to scan. It is shown this once. */
export function OneTimeCode({ title, qr, made, onClose }: Given) {
  const { t } = useTranslation(["devices", "ui"]);
  const around = useAround();
  const { code, svg, address, expiresAt } = made;
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles["secret"]}>
        {svg === null || code === null ? (
          <p role="alert">{t("code.lost")}</p>
        ) : (
          <>
            <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={qr} />
            <p className={`num ${styles["code"]}`}>{code}</p>
            {address && <p>{t("code.orType", { address: new URL(address).origin + new URL(address).pathname })}</p>}
            <p>{t("code.until", { when: sayWhen(Date.parse(expiresAt), around) })}</p>
            <p className="quiet">{t("code.once")}</p>
          </>
        )}
        <Button onClick={onClose}>{t("ui:close")}</Button>
      </div>
    </Dialog>
  );
}
