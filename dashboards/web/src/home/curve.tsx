import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { type Around, sayNumber, sayWhen } from "../i18n/when.ts";
import { homeQuery, type Today } from "./client.ts";
import styles from "./screen.module.css";

type Kind = Today["values"][number]["kind"];
type Series = Schemas["HomeSeries"];

const WIDTH = 640;
const HEIGHT = 220;
const EDGE = 14;
const DAY = 86_400_000;
const spans = [30, 90] as const;

/** Somebody's own curve of one kind, or the same as a list. */
export function Curve(props: { person: number; kind: Kind; name: string; around: Around }) {
  const { person, kind, name, around } = props;
  const { t } = useTranslation("home");
  const [days, setDays] = useState<number>(spans[0]);
  const [asList, setAsList] = useState(false);
  const init = { params: { path: { person }, query: { kind, days } } };
  const { data } = homeQuery.useQuery("get", "/api/v1/home/{person}/series", init, { staleTime: 10_000, retry: false });
  return (
    <div className={styles["curve"]}>
      <div className={styles["choices"]}>
        {spans.map((count) => (
          <button
            key={count}
            type="button"
            className={styles["big"]}
            aria-pressed={days === count}
            onClick={() => setDays(count)}
          >
            {t("days", { count })}
          </button>
        ))}
        <button type="button" className={styles["big"]} onClick={() => setAsList(!asList)}>
          {asList ? t("asCurve") : t("asList")}
        </button>
      </div>
      {data?.items.length === 0 && <p>{t("curveNone", { days })}</p>}
      {data?.items.map((series) =>
        asList ? (
          <List key={series.metric} series={series} around={around} />
        ) : (
          <Drawing key={series.metric} series={series} name={name} days={days} now={around.now} />
        ),
      )}
    </div>
  );
}

function Drawing({ series, name, days, now }: { series: Series; name: string; days: number; now: number }) {
  const { t } = useTranslation("home");
  const { t: ui } = useTranslation("ui");
  const { language } = useLanguage();
  const { points, reference, unit, metric } = series;
  const values = points.map(({ value }) => value);
  const shown = reference === null ? values : [...values, reference];
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const room = high === low ? 1 : (high - low) * 0.15;
  const x = (at: string): number => EDGE + ((Date.parse(at) - (now - days * DAY)) / (days * DAY)) * (WIDTH - 2 * EDGE);
  const y = (value: number): number =>
    HEIGHT - EDGE - ((value - low + room) / (high - low + 2 * room)) * (HEIGHT - 2 * EDGE);
  const say = (value: number): string => sayNumber(value, language);
  const words = t("curveWords", {
    name: metric === "body-weight" ? name : ui(`signal.${metric}`),
    low: say(Math.min(...values)),
    high: say(Math.max(...values)),
    last: say(values.at(-1) ?? 0),
    unit,
  });
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
        {reference !== null && (
          <line className={styles["reference"]} x1={0} x2={WIDTH} y1={y(reference)} y2={y(reference)} />
        )}
        <polyline className={styles["line"]} points={points.map(({ at, value }) => `${x(at)},${y(value)}`).join(" ")} />
        {points.map(({ at, value }) => (
          <circle key={at} className={styles["dot"]} cx={x(at)} cy={y(value)} r={points.length > 60 ? 3 : 5} />
        ))}
      </svg>
      <figcaption>
        <p>{words}</p>
        {reference !== null && <p>{t("reference", { value: say(reference), unit })}</p>}
      </figcaption>
    </figure>
  );
}

function List({ series, around }: { series: Series; around: Around }) {
  const { t } = useTranslation("home");
  const { t: ui } = useTranslation("ui");
  const { language } = useLanguage();
  return (
    <table className={styles["list"]}>
      <caption>{ui(`signal.${series.metric}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t("when")}</th>
          <th scope="col">{t("value")}</th>
        </tr>
      </thead>
      <tbody className="num">
        {series.points.toReversed().map(({ at, value }) => (
          <tr key={at}>
            <td>{sayWhen(Date.parse(at), around)}</td>
            <td>{`${sayNumber(value, language)} ${series.unit}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
