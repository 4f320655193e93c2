import { useState } from "react";
import { useTranslation } from "react-i18next";
import { query, type Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { Loading, Problem } from "../ui/states.tsx";
import styles from "./screen.module.css";

/** Everything that has happened to an alert, oldest first, read when somebody wants to know. */
export function Story({ alert, now }: { alert: string; now: number }) {
  const { t } = useTranslation("patient");
  const [open, setOpen] = useState(false);
  return (
    <details className={styles["story"]} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("storyOf")}</summary>
      {open && <Events alert={alert} now={now} />}
    </details>
  );
}

function Events({ alert, now }: { alert: string; now: number }) {
  const { language } = useLanguage();
  const { data, error, refetch } = query.useQuery("get", "/api/v1/alerts/{alert}", { params: { path: { alert } } });
  if (!data) return error ? <Problem error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <ol className={styles["events"]}>
      {data.events.map((event) => (
        <li key={event.seq}>
          <time className="num quiet" dateTime={event.at}>
            {sayWhen(Date.parse(event.at), { now, language })}
          </time>
          <EventText event={event} />
        </li>
      ))}
    </ol>
  );
}

function EventText({ event }: { event: Schemas["AlertEvent"] }) {
  const { t } = useTranslation("patient");
  const { language } = useLanguage();
  const who = event.actor.type === "staff" ? (event.actor.name ?? event.actor.id) : t("platform");
  const more = [
    event.explanation?.[language],
    event.promise && event.promise.text,
    event.note,
    event.told?.explanation?.[language],
  ].filter((text) => typeof text === "string" && text !== "");
  return (
    <span>
      <strong>{t(`event.${event.event}`, { name: event.assignee ?? "" })}</strong> {`(${who})`}
      {more.length > 0 && <span className={styles["more"]}>{more.join(" ")}</span>}
    </span>
  );
}
