import { Button } from "@mantine/core";
import { useState } from "react";
import { byReading, type Row, remarksOn, sayValue } from "./moment.tsx";
import { ReadingAction } from "./reading-dialogs.tsx";
import type { useSaying } from "./say.ts";
import { counts, type Model, type Series } from "./series.ts";
import styles from "./trends.module.css";

/** So many rows at a time: a year of six signals is thousands. */
const PAGE = 60;

type Props = {
  readonly model: Model;
  readonly saying: ReturnType<typeof useSaying>;
  /** On paper nothing can be pressed, and what is newest has to do. */
  readonly printed?: boolean;
};

/** The same as the curves in words: a row each reading, the newest first. */
export function Table({ model, saying, printed = false }: Props) {
  const { t, name, when, span } = saying;
  const [most, setMost] = useState(PAGE);
  const rows = byReading(
    model.series
      .flatMap((series) => series.all.map((value) => ({ series, value })))
      .sort((a, b) => b.value.at - a.value.at),
  );
  const shown = rows.slice(0, most);
  const each = model.series.filter(({ all }) => all.length > 0);
  const bucketed = shown.some(({ reading }) => reading === undefined);
  const cell = (row: Row, one: Series) => {
    const { metric } = one;
    const found = row.values.find(({ series }) => series.metric === metric);
    if (!found) {
      return (
        <td key={metric}>
          <span className="sr-only">{t("trend.nothing")}</span>
        </td>
      );
    }
    const { value } = found;
    return (
      <td key={metric} data-beyond={value.beyond} className={counts(value) ? undefined : styles["out"]}>
        {span(one, value)}
      </td>
    );
  };
  const table = (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("trend.when")}</th>
          {each.map(({ metric, unit }) => (
            <th key={metric} scope="col">
              {name(metric)} <span className="quiet">{unit}</span>
            </th>
          ))}
          <th scope="col" className={styles["aside"]}>
            {t("trend.remark")}
          </th>
          {!printed && !bucketed && <th scope="col">{t("trend.what")}</th>}
        </tr>
      </thead>
      <tbody className="num">
        {shown.map((row) => {
          const out = row.values.some(({ value }) => !counts(value));
          const own = row.values.some(({ value }) => value.marks.includes("excluded"));
          const what = row.values.map(({ series, value }) => sayValue(saying, series, value)).join(", ");
          return (
            <tr key={row.key}>
              <th scope="row">{when(row.at)}</th>
              {each.map((series) => cell(row, series))}
              <td className={styles["aside"]}>{remarksOn(saying, model, row).join(", ")}</td>
              {!printed && !bucketed && (
                <td>
                  {row.reading !== undefined && (own || !out) && (
                    <ReadingAction reading={row.reading} what={`${what}, ${when(row.at)}`} excluded={own} quiet />
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
  return (
    <>
      {bucketed && <p className="quiet">{t("trend.bucketed")}</p>}
      {printed ? (
        <div className={styles["table"]}>{table}</div>
      ) : (
        // What scrolls must be reached by the keyboard (WCAG 2.1.1).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles["table"]} tabIndex={0} role="region" aria-label={t("trend.asTable")}>
          {table}
        </div>
      )}
      {rows.length > most &&
        (printed ? (
          <p className="quiet">{t("trend.newest", { count: most, of: rows.length })}</p>
        ) : (
          <Button variant="default" size="sm" mt="xs" onClick={() => setMost(most + PAGE)}>
            {t("trend.more", { count: Math.min(PAGE, rows.length - most) })}
          </Button>
        ))}
    </>
  );
}
