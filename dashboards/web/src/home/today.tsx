import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/index.ts";
import { type Around, sayClock, sayWhen } from "../i18n/when.ts";
import { useNow } from "../ui/now.ts";
import { Loading } from "../ui/states.tsx";
import { EVERY, type Home, homeApi, homeQuery, type Today } from "./client.ts";
import { Curve } from "./curve.tsx";
import styles from "./screen.module.css";
import { Write } from "./write.tsx";

type Person = Home["people"][number];

/** One person's day: what to measure, what was measured, what the clinic says, who looks when. */
export function TodayView({ person, onChange }: { person: Person; onChange: (() => void) | undefined }) {
  const { t } = useTranslation("home");
  const { language } = useLanguage();
  const path = { params: { path: { person: person.number } } };
  const { data, error, dataUpdatedAt, refetch } = homeQuery.useQuery("get", "/api/v1/home/{person}", path, {
    refetchInterval: EVERY,
    retry: false,
  });
  const now = useNow(data?.at, dataUpdatedAt);
  if (!data) return error ? <p role="alert">{t("noContact")}</p> : <Loading />;
  const around: Around = { now, language, zone: data.zone };
  return (
    <>
      {error && (
        <p role="alert" className={styles["notice"]}>
          {t("offline", { when: sayWhen(Date.parse(data.at), around) })}
        </p>
      )}
      <Greeting person={person} today={data} around={around} />
      {onChange && (
        <button type="button" className={styles["link"]} onClick={onChange}>
          {t("change")}
        </button>
      )}
      <Said today={data} person={person.number} around={around} onRead={() => void refetch()} />
      <Tasks today={data} around={around} />
      <Values today={data} person={person.number} around={around} />
      <section>
        <h2>{t("lookTitle")}</h2>
        <p>{data.look[language]}</p>
        {data.team?.phone && (
          <a className={styles["big"]} href={`tel:${data.team.phone.replace(/[^+\d]/g, "")}`}>
            {t("call", { team: data.team.name })}{" "}
            <span className="num">{t("callPhone", { phone: data.team.phone })}</span>
          </a>
        )}
      </section>
      <Write today={data} person={person.number} around={around} onSent={() => void refetch()} />
    </>
  );
}

type Part = { readonly today: Today; readonly around: Around };

function Greeting({ person, today, around }: Part & { person: Person }) {
  const { t } = useTranslation("home");
  const { language } = useLanguage();
  const hour = Number(sayClock(around.now, around).slice(0, 2));
  const part = hour < 5 ? "night" : hour < 10 ? "morning" : hour < 18 ? "day" : "evening";
  const greeting = t(`greeting.${part}`);
  const due = today.tasks.filter(({ state }) => state === "now");
  const next = today.tasks.find(({ state }) => state === "later");
  const isDone = today.tasks.length > 0 && today.tasks.every(({ state }) => state === "done");
  const names = new Intl.ListFormat(language).format(due.map(({ name }) => name[language].toLocaleLowerCase(language)));
  return (
    <header>
      <h1>
        {person.name === null
          ? t("greetingPerson", { greeting, number: person.slot ?? person.number })
          : t("greetingTo", { greeting, name: person.name })}
      </h1>
      <p className={styles["lead"]} role="status">
        {due.length > 0
          ? t("nowDue", { names })
          : today.tasks.length === 0
            ? t("nothingToday")
            : isDone
              ? t("allDone")
              : next
                ? t("laterToday", { name: next.name[language], time: sayClock(Date.parse(next.from), around) })
                : null}
      </p>
    </header>
  );
}

const marks = { done: "✓", now: "●", later: "○", passed: "–" } as const;

function Tasks({ today, around }: Part) {
  const { t } = useTranslation("home");
  const { language } = useLanguage();
  if (today.tasks.length === 0) return null;
  return (
    <section>
      <h2>{t("todayTitle")}</h2>
      <ul className={styles["tasks"]}>
        {today.tasks.map(({ signal, name, from, until, state, doneAt }) => {
          const time = { done: doneAt ?? from, now: until, later: from, passed: until }[state];
          return (
            <li key={`${signal}${from}`} data-state={state}>
              <span aria-hidden="true" className={styles["mark"]}>
                {marks[state]}
              </span>
              <strong>{name[language]}</strong>
              <span className="num">{t(`task.${state}`, { time: sayClock(Date.parse(time), around) })}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Values({ today, person, around }: Part & { person: number }) {
  const { t } = useTranslation("home");
  const { language } = useLanguage();
  const [open, setOpen] = useState<string>();
  return (
    <section>
      <h2>{t("valuesTitle")}</h2>
      {today.values.length === 0 && <p>{t("noValues")}</p>}
      <ul className={styles["values"]}>
        {today.values.map(({ kind, name, text, receivedAt, measuredAt }) => (
          <li key={kind}>
            <h3>{name[language]}</h3>
            {text[language] !== "" && <p className={`num ${styles["value"]}`}>{text[language]}</p>}
            <p>
              {t("measured", {
                when: sayWhen(Date.parse(measuredAt), around),
                received: sayWhen(Date.parse(receivedAt), around),
              })}
            </p>
            <button
              type="button"
              className={styles["big"]}
              aria-expanded={open === kind}
              onClick={() => setOpen(open === kind ? undefined : kind)}
            >
              {open === kind ? t("hideCurve") : t("showCurve")}
            </button>
            {open === kind && <Curve person={person} kind={kind} name={name[language]} around={around} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ today, person, around, onRead }: Part & { person: number; onRead: () => void }) {
  const { t } = useTranslation("home");
  if (today.said.length === 0) return null;
  const read = async (id: string): Promise<void> => {
    const path = { person, id: Number(id) };
    await homeApi.POST("/api/v1/home/{person}/said/{id}/shown", { params: { path } }).catch(() => undefined);
    onRead();
  };
  return (
    <section>
      <h2>{t("saidTitle")}</h2>
      <ul className={styles["said"]}>
        {today.said.map(({ id, text, at, shownAt }) => (
          <li key={id} data-new={shownAt === null}>
            <p className={styles["text"]}>{text}</p>
            <p>{t("saidAt", { when: sayWhen(Date.parse(at), around) })}</p>
            {shownAt === null ? (
              <button type="button" className={styles["big"]} onClick={() => void read(id)}>
                {t("read")}
              </button>
            ) : (
              <p>{t("isRead")}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
