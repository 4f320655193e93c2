import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/index.ts";
import { sayClock } from "../i18n/when.ts";
import styles from "./offline.module.css";
import { TOO_LATE, type Unsent, without } from "./outbox.ts";
import { useOutboxChange } from "./use-outbox.ts";

/** The word and the shape of what isn't sent. */
export function UnsentMark({ refused }: { refused: boolean }) {
  const { t } = useTranslation("offline");
  return (
    <span className={refused ? styles["refused"] : styles["unsent"]}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        {refused ? (
          <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="2" />
        ) : (
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3 2.200" />
        )}
      </svg>
      {t(refused ? "notDone" : "unsent")}
    </span>
  );
}

/** What was made without a network: what waits may be taken back, what was refused stays until somebody has read why. */
export function Outbox({ unsent, now }: { unsent: readonly Unsent[]; now: number }) {
  const { t } = useTranslation("offline");
  const { language } = useLanguage();
  const change = useOutboxChange();
  if (unsent.length === 0) return null;
  const around = { now, language };
  return (
    <section aria-label={t("outbox")} className={`${styles["outbox"]} no-print`}>
      <ul>
        {unsent.map(({ key, subject, promise, refusal, madeAt }) => {
          const due = sayClock(Date.parse(promise.due), around);
          const why =
            refusal &&
            (refusal.happened?.[language] ??
              t(refusal.code === TOO_LATE ? "passed" : "refused", { time: due, code: refusal.code }));
          return (
            <li key={key}>
              <UnsentMark refused={refusal !== undefined} />
              <span className={styles["words"]}>
                <strong>{subject === "" ? t("made", { time: sayClock(madeAt, around) }) : subject}</strong>
                {promise.text === "" ? "" : ` · ${promise.text} · ${t("before", { time: due })}`}
                {why && (
                  <span role="alert" className={styles["why"]}>
                    {why}
                  </span>
                )}
              </span>
              <Button size="sm" variant="default" onClick={() => void change((before) => without(before, key))}>
                {t(refusal ? "read" : "takeBack")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
