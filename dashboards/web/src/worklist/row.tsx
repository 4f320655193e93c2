import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useLanguage } from "../i18n/index.ts";
import { type Around, sayAgo, sayClock, sayLeft, sayWhen } from "../i18n/when.ts";
import type { Unsent } from "../offline/outbox.ts";
import { UnsentMark } from "../offline/outbox.tsx";
import { GradeMark, gradeOf } from "../ui/severity.tsx";
import { Sparkline } from "../ui/sparkline.tsx";
import styles from "./row.module.css";
import type { Row } from "./rows.ts";

type Alert = Row["alert"];
/** Two weeks are drawn as of the full hour: less can't be seen. */
const HOUR = 3_600_000;

/** Whom or what a row is about, in words. */
export function useSubject(): (row: Row) => string {
  const { t } = useTranslation("worklist");
  return ({ alert: { patient, subject } }) => {
    if (patient?.name) return `${patient.name.given} ${patient.name.family}`;
    if (patient) return t("patientUnnamed", { id: patient.id });
    if (subject.type === "platform") return t("platform");
    return t(subject.type === "hub" ? "hub" : "device", { id: subject.id });
  };
}

type Given = {
  readonly row: Row;
  readonly now: number;
  readonly me: string;
  /** It is no longer on the list and only keeps its place. */
  readonly gone: boolean;
  /** The reader has several teams, and it isn't said elsewhere which one this is. */
  readonly withTeam: boolean;
  /** What the reader has promised and the server has not heard yet. */
  readonly unsent: Unsent | undefined;
  readonly onTake: (row: Row) => void;
};

/** One patient, or one piece of technology, that needs somebody. A card on a phone. */
export const WorklistRow = memo(function WorklistRow({ row, now, me, gone, withTeam, unsent, onTake }: Given) {
  const { t } = useTranslation(["worklist", "ui"]);
  const { language } = useLanguage();
  const subject = useSubject();
  const { alert, more, silence, team, messages } = row;
  const grade = gradeOf(alert);
  const around: Around = { now, language };
  // A fault is as old as its alert, however old what was sent then.
  const happened = Date.parse((alert.category === "clinical" && alert.measuredAt) || alert.openedAt);
  const signals = silence.map(({ signal }) => t(`ui:signal.${signal}`)).join(", ");
  const who = subject(row);
  const age = alert.patient?.name?.age ?? null;
  return (
    <li
      className={`${styles["row"]} ${styles[grade]} ${gone ? styles["gone"] : ""}`}
      id={`row-${row.key}`}
      tabIndex={-1}
      data-key={row.key}
    >
      <div className={styles["grade"]}>
        <GradeMark grade={grade} />
      </div>
      <div className={styles["who"]}>
        {alert.patient?.name ? (
          <Link to={`/patients/${alert.patient.id}`} className={styles["name"]}>
            {who}
          </Link>
        ) : (
          <span className={styles["name"]}>{who}</span>
        )}
        <span className="quiet">
          {[age === null ? "" : t("ui:age", { count: age }), withTeam ? team.name : ""]
            .filter((part) => part !== "")
            .join(" · ")}
        </span>
      </div>
      <div className={styles["what"]}>
        <p className={styles["sentence"]}>{alert.explanation[language]}</p>
        <p className="quiet">
          {[
            more > 0 ? t("more", { count: more }) : "",
            signals === "" ? "" : t("silent", { signals }),
            messages === null
              ? ""
              : t("unread", { count: messages.unseen, when: sayWhen(Date.parse(messages.since), around) }),
            ...alert.snoozes.map(({ until }) => t("snoozed", { time: sayWhen(Date.parse(until), around) })),
            alert.treatmentLimitation === null ? "" : t("limitation", { text: alert.treatmentLimitation }),
          ]
            .filter((part) => part !== "")
            .join(" · ")}
        </p>
      </div>
      <div className={styles["curve"]}>
        {alert.curve && <Sparkline curve={alert.curve} now={now - (now % HOUR) + HOUR} />}
      </div>
      <time
        className={`num ${styles["since"]}`}
        dateTime={new Date(happened).toISOString()}
        title={sayWhen(happened, around)}
      >
        {sayAgo(happened, around)}
        <span className="sr-only">{`, ${sayWhen(happened, around)}`}</span>
      </time>
      <div className={styles["owner"]}>
        {unsent ? <UnsentMark refused={false} /> : <Owner alert={alert} me={me} around={around} />}
      </div>
      <div className={styles["act"]}>
        {alert.state === "open" && !gone && !unsent && (
          <button
            type="button"
            className={styles["take"]}
            onClick={() => onTake(row)}
            aria-label={`${t("take")}: ${who}`}
          >
            {t("take")}
          </button>
        )}
      </div>
    </li>
  );
});

/** Whose it is, and what is left of the promise. */
function Owner({ alert, me, around }: { alert: Alert; me: string; around: Around }) {
  const { t } = useTranslation("worklist");
  const { acknowledged } = alert;
  if (acknowledged === null) return <span className={styles["nobody"]}>{t("nobody")}</span>;
  const due = Date.parse(acknowledged.promise.due);
  const { text, passed } = sayLeft(due, around);
  const who = acknowledged.by.staff === me ? t("mineUntil") : (acknowledged.by.name ?? acknowledged.by.staff);
  return (
    <>
      <span>{`${who} · ${acknowledged.promise.text}`}</span>
      <span className={`num ${passed ? styles["late"] : "quiet"}`}>
        {passed
          ? t("late", { time: text })
          : `${t("by", { time: sayClock(due, around) })} (${t("left", { time: text })})`}
      </span>
    </>
  );
}
