import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import { useAround } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { concerns } from "../ui/concerns.ts";
import styles from "./plan.module.css";
import { Timeline } from "./timeline.tsx";

type Result = Schemas["PatientRehearsalResult"];
const shifts = ["day", "evening", "night"] as const;

/** Before and after: in words, as a load, on a time line, and alert by alert. */
export function RehearsalResult({ result }: { result: Result }) {
  const { t } = useTranslation("plan");
  const { language } = useAround();
  const { added, removed, same, moved } = result.changes;
  return (
    <>
      <ul>
        {result.sentences.map((sentence) => (
          <li key={sentence.en}>{sentence[language]}</li>
        ))}
      </ul>
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("metric")}</th>
            <th scope="col">{t("before")}</th>
            <th scope="col">{t("after")}</th>
          </tr>
        </thead>
        <tbody>
          <Row name={t("alerts")} before={result.before.alerts} after={result.after.alerts} />
          <Row name={t("calls")} before={result.before.calls} after={result.after.calls} />
          {shifts.map((shift) => (
            <Row
              key={shift}
              name={t("perShift", { shift: t(`shift.${shift}`) })}
              before={result.before.byShift[shift] ?? 0}
              after={result.after.byShift[shift] ?? 0}
            />
          ))}
        </tbody>
      </table>
      <Timeline result={result} label={t("timeline", { added, removed, same: same + moved })} />
      <p className={styles["legend"]}>
        {(["same", "moved", "added", "removed"] as const).map((change) => (
          <span key={change} data-change={change}>
            {t("changeCount", { change: t(`change.${change}`), count: result.changes[change] })}
          </span>
        ))}
      </p>
      <Listed alerts={result.alerts} />
      <p className="quiet">{result.assumption[language]}</p>
    </>
  );
}

const Row = ({ name, before, after }: { name: string; before: number; after: number }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{before}</td>
    <td>{after}</td>
  </tr>
);

/** So many are listed; the rest is on the time line and in the figures. */
const SHOWN = 50;

function Listed({ alerts }: { alerts: Result["alerts"] }) {
  const { t } = useTranslation("plan");
  const around = useAround();
  const words = concerns[around.language];
  const some = alerts.filter(({ change }) => change === "added" || change === "removed").slice(0, SHOWN);
  if (some.length === 0) return <p>{t("noListed")}</p>;
  return (
    <details>
      <summary>{t("listed")}</summary>
      <ul className={styles["differences"]}>
        {some.map(({ change, concern, before, after }) => {
          const side = after ?? before;
          return (
            <li key={`${change} ${concern} ${side?.openedAt}`}>
              <strong>{t(`change.${change}`)}</strong>
              {` ${side ? sayWhen(Date.parse(side.openedAt), around) : ""}: `}
              {side?.explanation?.[around.language] ?? words[concern]}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
