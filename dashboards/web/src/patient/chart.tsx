import { memo } from "react";
import { sayNumber } from "../i18n/when.ts";
import type { useSaying } from "./say.ts";
import {
  bandsOf,
  byRule,
  HEIGHT,
  LEFT,
  lineThrough,
  looks,
  type Range,
  RIGHT,
  rangeOf,
  roundValues,
  shapesOf,
  stepLine,
  type Tick,
  type Time,
  xOf,
  yOf,
} from "./scale.ts";
import type { PlanChange, Series, Value } from "./series.ts";
import styles from "./trends.module.css";

type Saying = ReturnType<typeof useSaying>;

type Props = {
  readonly series: Series;
  readonly time: Time;
  readonly ticks: readonly Tick[];
  readonly plans: readonly PlanChange[];
  readonly saying: Saying;
  /** Where the cursor stands, if there is one, and what it is on: without it the newest is told. */
  readonly cursor: number | undefined;
  readonly at: Value | undefined;
  readonly remarks: string;
};

/** One signal: its name, the value at the cursor or the newest, its limits in words, and the curve. */
export function Chart({ series, time, ticks, plans, saying, cursor, at, remarks }: Props) {
  const { t, name, fixed, span } = saying;
  const { metric, unit, values, decimals } = series;
  const range = rangeOf(series);
  const newest = values.at(-1);
  const pointed = cursor !== undefined;
  const shown = pointed ? at : newest;
  return (
    <section className={styles["signal"]} aria-label={name(metric)}>
      <div className={styles["head"]}>
        <h3>{name(metric)}</h3>
        {pointed && (
          <div className="no-print">
            <Said {...{ saying, remarks }} value={at && `${span(series, at)} ${unit}`} at={at?.at} />
          </div>
        )}
        {/* On paper there is no cursor. */}
        <div className={pointed ? styles["paperOnly"] : undefined}>
          <Said
            {...{ saying }}
            remarks={pointed ? "" : remarks}
            value={newest && `${span(series, newest)} ${unit}`}
            at={newest?.at}
          />
        </div>
      </div>
      {newest === undefined ? (
        <p className="quiet">{t("trend.noneOf")}</p>
      ) : (
        <svg
          viewBox={`0 0 ${time.width} ${HEIGHT}`}
          className={styles["chart"]}
          role="img"
          aria-label={t("trend.summary", {
            metric: name(metric),
            count: values.length,
            low: fixed(
              values.reduce((least, { low }) => Math.min(least, low), Infinity),
              decimals,
            ),
            high: fixed(
              values.reduce((most, { high }) => Math.max(most, high), -Infinity),
              decimals,
            ),
            last: fixed(newest.value, decimals),
            unit,
          })}
        >
          <Drawing {...{ series, time, range, ticks, plans }} format={saying.language} />
          {pointed && <path className={styles["cursor"]} d={`M${xOf(time, cursor).toFixed(1)} 0V${HEIGHT}`} />}
          <circle
            className={styles[pointed ? "here" : "newest"]}
            cx={xOf(time, (shown ?? newest).at)}
            cy={yOf(range, (shown ?? newest).value)}
            r={pointed ? (shown ? 7 : 0) : 6}
          />
        </svg>
      )}
      <p className={`quiet ${styles["limits"]}`}>{saying.limits(series)}</p>
    </section>
  );
}

type SaidProps = {
  readonly saying: Saying;
  readonly value: string | undefined;
  readonly at: number | undefined;
  readonly remarks: string;
};

/** A value, when it was measured, and what isn't as usual with it. */
function Said({ saying, value, at, remarks }: SaidProps) {
  const { t, when } = saying;
  if (value === undefined || at === undefined) return <p className="quiet">{t("trend.nothing")}</p>;
  return (
    <p className="num">
      <strong>{value}</strong> <span className="quiet">{when(at)}</span>
      {remarks !== "" && <span className={styles["remark"]}>{` ${remarks}`}</span>}
    </p>
  );
}

type DrawingProps = Pick<Props, "series" | "time" | "ticks" | "plans"> & {
  readonly range: Range;
  readonly format: "sv" | "en";
};

/** What doesn't change while the cursor moves. */
const Drawing = memo(
  ({ series, time, range, ticks, plans, format }: DrawingProps) => {
    const { steps, values, baseline } = series;
    const drawn = shapesOf(series, time, range);
    return (
      <>
        {ticks.map(({ at }) => (
          <path key={at} className={styles["grid"]} d={`M${xOf(time, at).toFixed(1)} 0V${HEIGHT}`} />
        ))}
        {(["yellow", "red"] as const).map((severity) => (
          <g key={severity} className={styles[`${severity}Band`]}>
            {bandsOf(steps, severity, time, range).map(({ key, ...place }) => (
              <rect key={key} {...place} />
            ))}
          </g>
        ))}
        {byRule(steps).map(([first, ...more]) => (
          <path
            key={first?.rule}
            className={styles[`${first?.severity}Limit`]}
            d={stepLine(first ? [first, ...more] : [], time, range)}
          />
        ))}
        {baseline && <path className={styles["baseline"]} d={stepLine(baseline.parts, time, range)} />}
        {plans.map(({ version, at }) => (
          <path key={version} className={styles["plan"]} d={`M${xOf(time, at).toFixed(1)} 0V${HEIGHT}`} />
        ))}
        {roundValues(range).map((value) => (
          <text key={value} className={styles["tick"]} x={LEFT - 6} y={yOf(range, value) + 4} textAnchor="end">
            {sayNumber(value, format, 3)}
          </text>
        ))}
        <path className={styles["edge"]} d={`M${LEFT} ${HEIGHT - 0.5}H${time.width - RIGHT}`} />
        <path className={styles["line"]} d={lineThrough(values, time, range)} />
        {looks.map((look) => drawn[look] && <path key={look} className={styles[look]} d={drawn[look]} />)}
      </>
    );
  },
  // The range follows from the series.
  (before, after) =>
    before.series === after.series &&
    before.time === after.time &&
    before.ticks === after.ticks &&
    before.plans === after.plans &&
    before.format === after.format,
);

/** Dates below the curves. */
export function Axis({ time, ticks }: { time: Time; ticks: readonly Tick[] }) {
  return (
    <svg viewBox={`0 0 ${time.width} 18`} className={styles["axis"]} aria-hidden="true">
      {ticks.map(({ at, label }) => (
        // The last one would stick out.
        <text
          key={at}
          className={styles["tick"]}
          x={Math.min(time.width - 20, xOf(time, at))}
          y={13}
          textAnchor="middle"
        >
          {label}
        </text>
      ))}
    </svg>
  );
}

const used = { red: "M8 2.5l5 9h-10z", yellow: "M8 3l5 5-5 5-5-5z" } as const;

/** What the shapes in the curves mean: of those that are drawn. */
export function Legend({ drawn, saying }: { drawn: ReadonlySet<string>; saying: Saying }) {
  const { t } = saying;
  const shapes = {
    red: used.red,
    yellow: used.yellow,
    late: "M4.8 8a3.2 3.2 0 1 1 6.4 0a3.2 3.2 0 1 1-6.4 0z",
    clock: "M1 8h14m-14-3v6m14-6v6M8 8h0",
    left: "M4 4l8 8m0-8l-8 8",
    plan: "M8 0V16",
    baseline: "M0 8H16",
    newest: "M2 8a6 6 0 1 1 12 0a6 6 0 1 1-12 0z",
  } as const;
  const kinds = Object.keys(shapes) as (keyof typeof shapes)[];
  return (
    <ul className={styles["legend"]} aria-label={t("trend.legend")}>
      {kinds
        .filter((kind) => drawn.has(kind))
        .map((kind) => (
          <li key={kind}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path className={styles[kind]} d={shapes[kind]} />
            </svg>
            {t(`trend.legendOf.${kind}`)}
          </li>
        ))}
    </ul>
  );
}
