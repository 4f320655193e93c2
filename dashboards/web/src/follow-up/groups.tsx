import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { type Column, Columns } from "./columns.tsx";
import { type Grouping, useGroupName } from "./group-name.ts";
import { dateIn, daysBetween } from "./period.ts";
import { sayShare, saySpan } from "./say.ts";
import styles from "./screen.module.css";
import { Bar, Part, Wide } from "./sections.tsx";

type Report = Schemas["LoadReport"];

const words = {
  day: "perDay",
  week: "perWeek",
  shift: "perShift",
  rule: "perRule",
  concern: "perConcern",
  severity: "perSeverity",
} as const satisfies Record<Grouping, string>;

/** The same figures for each day, shift, rule and so on: over time as columns with the table below, else as the table. */
export function Groups({ report, by, zone }: { report: Report; by: Grouping; zone: string }) {
  const { t } = useTranslation("followUp");
  const name = useGroupName();
  const title = t("load", { by: t(words[by]) });
  const table = <GroupTable report={report} by={by} label={title} />;
  if (by !== "day" && by !== "week" && by !== "shift") return <Part title={title}>{table}</Part>;

  const counted = new Map(report.groups.map(({ key, figures }) => [key, figures.bySeverity]));
  const days = by === "day" ? daysBetween(dateIn(Date.parse(report.from), zone), lastDay(report.to, zone)) : undefined;
  const columns: Column[] = (days ?? [...counted.keys()]).map((key) => ({
    key,
    label: name(by, key),
    ...(counted.get(key) ?? { red: 0, yellow: 0, info: 0 }),
  }));
  const total = ({ red, yellow, info }: Column): number => red + yellow + info;
  const most = columns.reduce<Column | undefined>((a, b) => (a && total(a) >= total(b) ? a : b), undefined);
  return (
    <Part title={title}>
      <Columns
        columns={columns}
        label={t("chart", {
          by: t(words[by]),
          count: report.all.alerts,
          most: most ? total(most) : 0,
          when: most?.label ?? "–",
        })}
      />
      <Legend />
      <details className={styles["details"]}>
        <summary>{t("asTable")}</summary>
        {table}
      </details>
    </Part>
  );
}

/** A period ends where the next day begins, or now. */
const lastDay = (to: string, zone: string): string => dateIn(Date.parse(to) - 1, zone);

function Legend() {
  const { t } = useTranslation("ui");
  return (
    <p className={styles["legend"]} aria-hidden="true">
      {(["red", "yellow", "info"] as const).map((severity) => (
        <span key={severity} data-severity={severity}>
          {t(`severity.${severity}`)}
        </span>
      ))}
    </p>
  );
}

function GroupTable({ report, by, label }: { report: Report; by: Grouping; label: string }) {
  const { t } = useTranslation(["followUp", "ui"]);
  const { language } = useLanguage();
  const name = useGroupName();
  const most = Math.max(1, ...report.groups.map(({ figures }) => figures.alerts));
  return (
    <Wide label={label}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{t(`by.${by}`)}</th>
            <th scope="col">{t("alerts")}</th>
            <th scope="col">{t("ui:severity.red")}</th>
            <th scope="col">{t("ui:severity.yellow")}</th>
            <th scope="col">{t("ui:severity.info")}</th>
            <th scope="col">{t("medianTaken")}</th>
            <th scope="col">{t("promisesKept")}</th>
            <th scope="col">{t("trueShare")}</th>
          </tr>
        </thead>
        <tbody>
          {report.groups.map(({ key, figures }) => (
            <tr key={key}>
              <th scope="row">{name(by, key)}</th>
              <td>
                <span className={styles["barred"]}>
                  {figures.alerts}
                  <Bar share={figures.alerts / most} />
                </span>
              </td>
              <td>{figures.bySeverity.red}</td>
              <td>{figures.bySeverity.yellow}</td>
              <td>{figures.bySeverity.info}</td>
              <td>{figures.times.acknowledged ? saySpan(figures.times.acknowledged.median, language) : "–"}</td>
              <td>
                {figures.promises.given === 0
                  ? "–"
                  : t("keptOf", { kept: figures.promises.kept, given: figures.promises.given })}
              </td>
              <td>{figures.truth === null ? "–" : sayShare(figures.truth.share, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
