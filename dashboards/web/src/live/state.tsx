import { useTranslation } from "react-i18next";
import { useAround } from "../i18n/index.ts";
import { sayClock } from "../i18n/when.ts";
import { useConnection } from "./live.tsx";
import styles from "./state.module.css";

/** Whether what is shown is what is true now. In words beside the mark, and told to screen readers when it changes. */
export function ConnectionState() {
  const { t } = useTranslation("live");
  const around = useAround();
  const { state, since } = useConnection();
  const away = state === "away" && since !== undefined;
  return (
    <span role="status" className={`${styles["state"]} ${styles[state]}`}>
      <span aria-hidden="true" className={styles["dot"]} />
      <span>{t(state)}</span>
      {away && <span className={styles["long"]}>{t("awayLong", { time: sayClock(since, around) })}</span>}
    </span>
  );
}
