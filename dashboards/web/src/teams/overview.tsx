import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { query, type Schemas } from "../api/client.ts";
import { useSession } from "../api/session.tsx";
import { useLanguage } from "../i18n/index.ts";
import { ContactDialog, CoverDialog, OnCallDialog } from "./change-dialogs.tsx";
import { ExceptionDialog, HolidaysDialog, HoursDialog, RemoveExceptionDialog } from "./hours-dialogs.tsx";
import { sayDay } from "./say-day.ts";
import styles from "./screen.module.css";
import { weekOf } from "./week.ts";
import { WeekHours } from "./week-hours.tsx";

type Team = Schemas["Team"];
type Exception = NonNullable<Team["hours"]>["exceptions"][number];
type Doing =
  | "contact"
  | "cover"
  | "exception"
  | "holidays"
  | "hours"
  | "onCall"
  | { readonly remove: Exception }
  | { readonly edit: Exception };

/** Who a team is: when it is there and who answers otherwise, how it is reached, who is in it, how it escalates. */
export function Overview({ team }: { team: Team }) {
  const { t } = useTranslation("teams");
  const { language } = useLanguage();
  const role = useSession().data?.staff.role;
  const members = query.useQuery("get", "/api/v1/teams/{id}/members", { params: { path: { id: team.id } } });
  const [doing, setDoing] = useState<Doing>();
  const mayChange = role === "nurse" || role === "physician";
  const { hours, contact } = team;
  const none = <span className={styles["bad"]}>{t("overview.noContact")}</span>;
  const close = (): void => setDoing(undefined);
  return (
    <div className={styles["columns"]}>
      <section>
        <h2>{t("overview.hours")}</h2>
        {hours === null ? (
          <p>{t("overview.always")}</p>
        ) : (
          <>
            <p>
              <strong>{team.now.explanation[language]}</strong>
            </p>
            <WeekHours week={weekOf(hours.weekly)} />
            <p>{t(`holidays.${hours.publicHolidays}`)}</p>
          </>
        )}
        {mayChange && (
          <div className={`${styles["bar"]} no-print`}>
            <Button variant="default" size="sm" onClick={() => setDoing("hours")}>
              {t("hours.change")}
            </Button>
            {hours !== null && (
              <Button variant="default" size="sm" onClick={() => setDoing("holidays")}>
                {t("overview.changeHolidays")}
              </Button>
            )}
          </div>
        )}
        {hours !== null && <Exceptions exceptions={hours.exceptions} mayChange={mayChange} onDo={setDoing} />}
        <h2>{t("overview.cover")}</h2>
        <p>{team.coverName ?? t(hours === null ? "overview.coverNotNeeded" : "overview.noCover")}</p>
        {mayChange && (
          <div className={`${styles["bar"]} no-print`}>
            <Button variant="default" size="sm" onClick={() => setDoing("cover")}>
              {t("cover.change")}
            </Button>
          </div>
        )}
        <h2>{t("onCall.title")}</h2>
        <p>{t(`onCall.${team.onCall}`)}</p>
        {mayChange && (
          <div className={`${styles["bar"]} no-print`}>
            <Button variant="default" size="sm" onClick={() => setDoing("onCall")}>
              {t("onCall.change")}
            </Button>
          </div>
        )}
      </section>
      <section>
        <h2>{t("overview.contact")}</h2>
        <dl className={styles["facts"]}>
          <div>
            <dt>{t("contact.phone")}</dt>
            <dd className="num">{contact.phone ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : none}</dd>
          </div>
          <div>
            <dt>{t("contact.email")}</dt>
            <dd>{contact.email ?? t("overview.notSet")}</dd>
          </div>
          <div>
            <dt>{t("contact.webhook")}</dt>
            <dd>{contact.webhook ?? t("overview.notSet")}</dd>
          </div>
        </dl>
        <p className="quiet">{t("contact.webhookAdmin")}</p>
        {mayChange && (
          <Button variant="default" size="sm" onClick={() => setDoing("contact")}>
            {t("contact.change")}
          </Button>
        )}
        <h2>{t("overview.members")}</h2>
        <ul className={styles["plain"]}>
          {members.data?.items.map(({ staff, name, role: does }) => (
            <li key={staff}>
              {name} <span className="quiet">{t(`staffRole.${does}`)}</span>
            </li>
          ))}
        </ul>
        {team.now.onCall.length > 0 && (
          <>
            <h2>{t("overview.onCallNow")}</h2>
            <ul className={styles["plain"]}>
              {team.now.onCall.map(({ staff, name, role: turn }) => (
                <li key={`${staff} ${turn}`}>
                  {name ?? staff} <span className="quiet">{t(`role.${turn}`)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <Escalation team={team.id} />
      {doing === "contact" && <ContactDialog team={team} onClose={close} />}
      {doing === "exception" && <ExceptionDialog team={team} onClose={close} />}
      {doing === "holidays" && <HolidaysDialog team={team} onClose={close} />}
      {doing === "hours" && <HoursDialog team={team} onClose={close} />}
      {doing === "cover" && <CoverDialog team={team} onClose={close} />}
      {doing === "onCall" && <OnCallDialog team={team} onClose={close} />}
      {typeof doing === "object" && "edit" in doing && <ExceptionDialog team={team} of={doing.edit} onClose={close} />}
      {typeof doing === "object" && "remove" in doing && (
        <RemoveExceptionDialog team={team} of={doing.remove} onClose={close} />
      )}
    </div>
  );
}

type Dates = {
  readonly exceptions: readonly Exception[];
  readonly mayChange: boolean;
  readonly onDo: (doing: Doing) => void;
};

/** The dates that differ from the week. */
function Exceptions({ exceptions, mayChange, onDo }: Dates) {
  const { t } = useTranslation("teams");
  const { language } = useLanguage();
  return (
    <>
      <h3>{t("overview.exceptions")}</h3>
      {exceptions.length === 0 && <p className="quiet">{t("overview.noExceptions")}</p>}
      <ul className={styles["plain"]} hidden={exceptions.length === 0}>
        {exceptions.map((exception) => {
          const day = sayDay(Date.parse(`${exception.date}T00:00`), language);
          const times = exception.openings.map(({ from, until }) => `${from}–${until}`).join(", ");
          return (
            <li key={exception.date} data-exception={exception.date} className={styles["bar"]}>
              <span className="num">{`${day}: ${times === "" ? t("overview.closed") : times}`}</span>
              <span className="quiet">{exception.reason}</span>
              {mayChange && (
                <>
                  <Button
                    variant="default"
                    size="xs"
                    onClick={() => onDo({ edit: exception })}
                    aria-label={t("exception.editLabel", { day })}
                  >
                    {t("exception.edit")}
                  </Button>
                  <Button
                    variant="default"
                    size="xs"
                    onClick={() => onDo({ remove: exception })}
                    aria-label={t("exception.removeLabel", { day })}
                  >
                    {t("exception.remove")}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {mayChange && (
        <div className={`${styles["bar"]} no-print`}>
          <Button variant="default" size="sm" onClick={() => onDo("exception")}>
            {t("exception.add")}
          </Button>
        </div>
      )}
    </>
  );
}

/** Whom alerts are told to that nobody takes on, to read. */
function Escalation({ team }: { team: string }) {
  const { t } = useTranslation("teams");
  const { data } = query.useQuery("get", "/api/v1/teams/{id}/escalation", { params: { path: { id: team } } });
  const wait = (after: Schemas["EscalationWait"]): string =>
    "minutes" in after
      ? after.minutes === 0
        ? t("wait.atOnce")
        : t("wait.minutes", { count: after.minutes })
      : "openMinutes" in after
        ? t("wait.openMinutes", { count: after.openMinutes })
        : t("wait.openDays", { count: after.openDays });
  return (
    <section>
      <h2>{t("escalation.title")}</h2>
      <p className="quiet">{data && t(data.own ? "escalation.own" : "escalation.platform")}</p>
      {data &&
        (["red", "yellow", "info", "technical"] as const).map((grade) => (
          <div key={grade}>
            <h3>{t(`escalation.${grade}`)}</h3>
            <ol className={styles["plain"]}>
              {data.policy[grade].steps.map(({ after, tell }) => (
                <li key={JSON.stringify(after) + tell.join()}>
                  {`${wait(after)}: ${tell.map((target) => t(`target.${target}`)).join(", ")}`}
                </li>
              ))}
              <li className="quiet">{t("escalation.repeat", { wait: wait(data.policy[grade].repeat) })}</li>
            </ol>
          </div>
        ))}
    </section>
  );
}
