import { useElementSize } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { query, type Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { sayNumber, sayWhen } from "../i18n/when.ts";
import { Loading, Problem } from "../ui/states.tsx";
import { type Dot, dotsOf, isBeyond, stepsOf } from "./drawing.ts";
import styles from "./screen.module.css";

type Metric = Schemas["Curve"]["metric"];
type Trend = Schemas["Trend"];
const DAY = 86_400_000;
const periods = [7, 30, 90, 365] as const;

/** The patient's readings, one signal below the other on one axis of time, with the limits of the plan then in force. */
export function Trends({ patient, metrics, now }: { patient: string; metrics: readonly Metric[]; now: number }) {
  const { t } = useTranslation("patient");
  const [days, setDays] = useState<number>(30);
  const [asTable, setAsTable] = useState(false);
  const [at, setAt] = useState<number>();
  return (
    <section aria-label={t("trends")}>
      <div className={`${styles["choices"]} no-print`} role="group" aria-label={t("period")}>
        {periods.map((count) => (
          <button key={count} type="button" aria-pressed={days === count} onClick={() => setDays(count)}>
            {t("days", { count })}
          </button>
        ))}
        <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t("asTable")}
        </button>
      </div>
      {metrics.map((metric) => (
        <Signal key={metric} {...{ patient, metric, days, now, asTable, at }} onAt={setAt} />
      ))}
    </section>
  );
}

type SignalProps = {
  readonly patient: string;
  readonly metric: Metric;
  readonly days: number;
  readonly now: number;
  readonly asTable: boolean;
  /** Where the pointer is on any of them. */
  readonly at: number | undefined;
  readonly onAt: (at: number | undefined) => void;
};

function Signal({ patient, metric, days, now, asTable, at, onAt }: SignalProps) {
  const { t } = useTranslation(["patient", "ui"]);
  // To the hour, so that the same question is asked for as long as it has the same answer.
  const to = Math.ceil(now / 3_600_000) * 3_600_000;
  const from = to - days * DAY;
  const many = days > 90 ? { points: 400 } : {};
  const { data, error, refetch } = query.useQuery(
    "get",
    "/api/v1/patients/{patient}/trends",
    {
      params: {
        path: { patient },
        query: { metric, from: new Date(from).toISOString(), to: new Date(to).toISOString(), ...many },
      },
    },
    { staleTime: 5000 },
  );
  return (
    <section className={styles["signal"]} aria-label={t(`ui:signal.${metric}`)}>
      <h3>{t(`ui:signal.${metric}`)}</h3>
      {!data ? (
        error ? (
          <Problem error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : data.count === 0 ? (
        <p className="quiet">{t("noValues")}</p>
      ) : asTable ? (
        <Table trend={data} now={now} />
      ) : (
        <Drawing trend={data} {...{ from, to, now, at, onAt }} />
      )}
    </section>
  );
}

const HEIGHT = 132;
const EDGE = 10;

type DrawingProps = Pick<SignalProps, "at" | "onAt" | "now"> & {
  readonly trend: Trend;
  readonly from: number;
  readonly to: number;
};

function Drawing({ trend, from, to, now, at, onAt }: DrawingProps) {
  const { t } = useTranslation(["patient", "ui"]);
  const { language } = useLanguage();
  // As wide as it is shown, so that a dot is round on a phone too.
  const { ref, width } = useElementSize<HTMLDivElement>();
  const wide = Math.max(width, 1);
  const dots = dotsOf(trend);
  const steps = stepsOf(trend);
  const values = dots.flatMap(({ low, high }) => [low, high]);
  // Limits far from what was measured would press the curve flat: those within half a span of it are drawn.
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(most - least, Math.abs(most) * 0.04, 1e-9);
  const near = steps.filter(({ value }) => value >= least - span && value <= most + span);
  const low = Math.min(least, ...near.map(({ value }) => value)) - span * 0.12;
  const high = Math.max(most, ...near.map(({ value }) => value)) + span * 0.12;
  const x = (instant: number): number => EDGE + ((instant - from) / (to - from)) * (wide - 2 * EDGE);
  const y = (value: number): number => HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const say = (value: number): string => sayNumber(value, language);
  const last = dots.at(-1);
  const shown = at === undefined ? last : nearest(dots, at);
  const words = t("trendWords", {
    metric: t(`ui:signal.${trend.metric}`),
    count: trend.count,
    low: say(least),
    high: say(most),
    last: say(last?.value ?? 0),
    unit: trend.unit,
  });
  return (
    <div className={styles["drawing"]}>
      <div ref={ref}>
        <svg
          viewBox={`0 0 ${wide} ${HEIGHT}`}
          role="img"
          aria-label={words}
          onPointerMove={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            onAt(from + ((event.clientX - box.left) / box.width) * (to - from));
          }}
          onPointerLeave={() => onAt(undefined)}
        >
          {trend.limits.slice(1).map(({ planVersion, validFrom }) => (
            <line
              key={planVersion}
              className={styles["plan"]}
              x1={x(Date.parse(validFrom))}
              x2={x(Date.parse(validFrom))}
              y1={0}
              y2={HEIGHT}
            >
              <title>
                {t("planChange", { version: planVersion, when: sayWhen(Date.parse(validFrom), { now, language }) })}
              </title>
            </line>
          ))}
          {near.map(({ key, kind, from: begin, to: end, value, severity }) => (
            <line
              key={key}
              className={styles[kind === "reference" ? "reference" : severity === "red" ? "limitRed" : "limitYellow"]}
              x1={x(Math.max(begin, from))}
              x2={x(Math.min(end, to))}
              y1={y(value)}
              y2={y(value)}
            />
          ))}
          <polyline
            className={styles["line"]}
            points={dots.map(({ at: when, value }) => `${x(when)},${y(value)}`).join(" ")}
          />
          {dots.map((dot) => (
            <circle
              key={dot.key}
              className={styles[dot.uncertain ? "dotUncertain" : isBeyond(dot, steps) ? "dotBeyond" : "dot"]}
              cx={x(dot.at)}
              cy={y(dot.value)}
              r={isBeyond(dot, steps) ? 4 : 2.5}
            />
          ))}
          {shown && at !== undefined && (
            <line className={styles["cursor"]} x1={x(shown.at)} x2={x(shown.at)} y1={0} y2={HEIGHT} />
          )}
        </svg>
      </div>
      <p className={`num ${styles["now"]}`}>
        {shown && (
          <>
            <strong>{`${say(shown.value)} ${trend.unit}`}</strong>
            <span className="quiet">{sayWhen(shown.at, { now, language })}</span>
          </>
        )}
      </p>
    </div>
  );
}

const nearest = (dots: readonly Dot[], at: number): Dot | undefined =>
  dots.reduce<Dot | undefined>(
    (best, dot) => (best === undefined || Math.abs(dot.at - at) < Math.abs(best.at - at) ? dot : best),
    undefined,
  );

function Table({ trend, now }: { trend: Trend; now: number }) {
  const { t } = useTranslation("patient");
  const { language } = useLanguage();
  return (
    // What scrolls must be reached by the keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles["table"]} tabIndex={0} role="region" aria-label={t("asTable")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("when")}</th>
            <th scope="col">{trend.unit}</th>
          </tr>
        </thead>
        <tbody className="num">
          {dotsOf(trend)
            .toReversed()
            .map(({ key, at, low, high, uncertain }) => (
              <tr key={key}>
                <td>{sayWhen(at, { now, language })}</td>
                <td>
                  {[
                    low === high
                      ? sayNumber(low, language)
                      : `${sayNumber(low, language)}–${sayNumber(high, language)}`,
                    uncertain ? `(${t("uncertain")})` : "",
                  ].join(" ")}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
