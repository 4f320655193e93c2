import { useTranslation } from "react-i18next";
import { useAround } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { type Hub, isLow, type Trouble } from "./condition.ts";
import styles from "./screen.module.css";

/** Whether a hub is there now, and when it last was. Shape, colour and word. */
export function Presence({ hub, now }: { hub: Hub; now: number }) {
  const { t } = useTranslation("devices");
  const around = { ...useAround(), now };
  const state = hub.revokedAt !== null ? "revoked" : hub.online ? "online" : hub.silentSince ? "silent" : "away";
  const seen = hub.lastSeen === null ? undefined : Date.parse(hub.lastSeen);
  return (
    <span className={styles["presence"]} data-state={state}>
      <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true" focusable="false">
        {state === "online" ? (
          <circle cx="6" cy="6" r="5" fill="currentColor" />
        ) : (
          <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />
        )}
      </svg>
      <strong>{t(`presence.${state}`)}</strong>
      {state !== "online" && (
        <span className="quiet num">{seen === undefined ? t("never") : sayWhen(seen, around)}</span>
      )}
    </span>
  );
}

/** A battery's charge; a low one says so in words. */
export function Battery({ level }: { level: number | null }) {
  const { t } = useTranslation("devices");
  if (level === null) return <span className="quiet">{t("batteryUnknown")}</span>;
  return (
    <span className={`num ${isLow(level) ? styles["trouble"] : ""}`}>
      {t(isLow(level) ? "batteryLow" : "battery", { level })}
    </span>
  );
}

/** What somebody must see to. */
export function Troubles({ troubles }: { troubles: readonly Trouble[] }) {
  const { t } = useTranslation("devices");
  return (
    <ul className={styles["troubles"]}>
      {troubles.map((trouble) => (
        <li key={trouble}>
          <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" focusable="false">
            <path d="M8 1 15 8 8 15 1 8z" fill="currentColor" />
          </svg>
          {t(`trouble.${trouble}`)}
        </li>
      ))}
    </ul>
  );
}
