import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { query, type Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { type Signal, signals } from "../ui/signals.ts";
import { Problem } from "../ui/states.tsx";
import { usePatientName } from "./names.ts";
import { sayShare } from "./say.ts";
import styles from "./screen.module.css";
import { Bar, Part, Wide } from "./sections.tsx";

/** So many patients are shown, those who missed most first. */
const SHOWN = 10;

/** How often the team's patients measured when their plans asked them to. */
export function MeasuredWhenAsked({ team, from, to }: { team: string; from?: string; to?: string }) {
  const { t } = useTranslation(["followUp", "ui"]);
  const { data, error, refetch } = query.useQuery("get", "/api/v1/adherence", {
    params: { query: { team, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } },
  });
  const patient = usePatientName(team);
  const signal = (name: string): string => (Object.hasOwn(signals.sv, name) ? t(`ui:signal.${name as Signal}`) : name);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const missing = data.patients.filter(({ adherence }) => adherence.missed > 0);
  return (
    <Part title={t("adherence")} note={t("adherenceNote")}>
      {data.all.share === null ? (
        <p>{t("nothingAsked")}</p>
      ) : (
        <Wide label={t("adherence")}>
          <table className={styles["table"]}>
            <thead>
              <tr>
                <th scope="col">{t("key")}</th>
                <th scope="col">{t("measuredShare")}</th>
                <th scope="col">{t("expected")}</th>
                <th scope="col">{t("measured")}</th>
                <th scope="col">{t("afterwards")}</th>
                <th scope="col">{t("missed")}</th>
              </tr>
            </thead>
            <tbody>
              <Line name={t("allSignals")} of={data.all} />
              {data.signals.map(({ signal: name, adherence }) => (
                <Line key={name} name={signal(name)} of={adherence} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      {missing.length > 0 && (
        <>
          <h3>{t("missedMost")}</h3>
          <ul>
            {missing.slice(0, SHOWN).map(({ patient: id, signal: name, adherence }) => (
              <li key={`${id} ${name}`}>
                <Link to={`/patients/${id}`}>{patient(id)}</Link>
                {`: ${t("missedOf", { signal: signal(name), missed: adherence.missed, expected: adherence.expected })}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

function Line({ name, of }: { name: string; of: Schemas["Adherence"] }) {
  const { language } = useLanguage();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {of.share === null ? (
          "–"
        ) : (
          <span className={styles["barred"]}>
            {sayShare(of.share, language)}
            <Bar share={of.share} />
          </span>
        )}
      </td>
      <td>{of.expected}</td>
      <td>{of.measured}</td>
      <td>{of.afterwards}</td>
      <td>{of.missed}</td>
    </tr>
  );
}
