import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Schemas } from "../api/client.ts";
import { useAround } from "../i18n/index.ts";
import { sayNumber, sayWhen } from "../i18n/when.ts";
import { concerns } from "../ui/concerns.ts";
import { useGroupName } from "./group-name.ts";
import { usePatientName } from "./names.ts";
import styles from "./screen.module.css";
import { Part } from "./sections.tsx";

type Rates = Schemas["LoadReport"]["rates"];

/** When it came too thick: the peak, floods, and what comes again and again. */
export function Pressure({ rates, zone, team }: { rates: Rates; zone: string; team: string }) {
  const { t } = useTranslation("followUp");
  const around = { ...useAround(), zone };
  return (
    <Part title={t("pressure")}>
      <dl className={styles["figures"]}>
        <div>
          <dt>{t("peak")}</dt>
          <dd className="num">{rates.peak}</dd>
        </div>
        <div>
          <dt>{t("mean")}</dt>
          <dd className="num">{sayNumber(rates.perTenMinutes, around.language, 3)}</dd>
        </div>
      </dl>
      <h3>{t("floods")}</h3>
      {rates.floods.length === 0 ? (
        <p>{t("noFloods")}</p>
      ) : (
        <ul>
          {rates.floods.map(({ from, alerts }) => (
            <li key={from}>{t("flood", { when: sayWhen(Date.parse(from), around), count: alerts })}</li>
          ))}
        </ul>
      )}
      <h3>{t("chattering")}</h3>
      {rates.chattering.length === 0 ? <p>{t("noChattering")}</p> : <Chattering items={rates.chattering} team={team} />}
    </Part>
  );
}

function Chattering({ items, team }: { items: Rates["chattering"]; team: string }) {
  const { t } = useTranslation("followUp");
  const patient = usePatientName(team);
  return (
    <ul>
      {items.map(({ subject, concern, opened }) => {
        const [type, id = ""] = subject.split("/");
        return (
          <li key={`${subject} ${concern}`}>
            {type === "patient" ? (
              <Link to={`/patients/${id}`}>{patient(id)}</Link>
            ) : (
              t(type === "hub" || type === "device" ? type : "platform", { id })
            )}
            {": "}
            {t("chatters", {
              concern: Object.hasOwn(concerns.sv, concern)
                ? t(`concern.${concern as keyof typeof concerns.sv}`)
                : concern,
              count: opened,
            })}
          </li>
        );
      })}
    </ul>
  );
}

/** The shifts in which more opened than the team has said it can take. */
export function OverBudget({ report }: { report: Schemas["LoadReport"] }) {
  const { t } = useTranslation("followUp");
  const name = useGroupName();
  if (report.budget === null) return <p>{t("noBudget")}</p>;
  if (report.overBudget.length === 0) return <p>{t("noneOver")}</p>;
  return (
    <ul>
      {report.overBudget.map(({ day, shift, alerts }) => (
        <li key={`${day} ${shift}`}>{t("overOne", { day: name("day", day), shift: name("shift", shift), alerts })}</li>
      ))}
    </ul>
  );
}
