import { type KeyboardEvent, type PointerEvent, useId, useMemo, useState } from "react";
import type { Schemas } from "../api/client.ts";
import { Loading, Problem } from "../ui/states.tsx";
import { Axis, Chart, Legend } from "./chart.tsx";
import { Moment, sayMoment, valuesAt } from "./moment.tsx";
import { PeriodChoice, type View } from "./period.tsx";
import { Rail } from "./rail.tsx";
import { useSaying } from "./say.ts";
import { instantAt, ticksOf } from "./scale.ts";
import { type Metric, type Model, modelOf, nearest } from "./series.ts";
import { Table } from "./table.tsx";
import styles from "./trends.module.css";
import { noteRead, useDrawn, useWidth } from "./use-drawn.ts";
import { boundsOf, type Period, useTrends } from "./use-trends.ts";

const WEEK = 7 * 86_400_000;

type Props = {
  readonly patient: string;
  readonly metrics: readonly Metric[];
  readonly alerts: readonly Schemas["Alert"][];
  readonly now: number;
  /** The team's, by whose days the curves are. */
  readonly zone: string;
  readonly onAlert: (alert: string) => void;
};

/** A patient's readings: every signal on one axis of time, with one cursor, what happened meanwhile, and a table. */
export function Trends({ patient, metrics, alerts, now, zone, onAlert }: Props) {
  const [period, setPeriod] = useState<Period>({ days: 30 });
  const [view, setView] = useState<View>("asCurve");
  const saying = useSaying(now, zone);
  const { data, error, refetch } = useTrends(patient, metrics, boundsOf(period, now, zone));
  // What was read again and is the same, is the same object: nothing is drawn again.
  const { trends, readings, from, to } = data ?? {};
  const model = useMemo(
    () => (trends && readings && from && to ? modelOf(trends, readings, from, to) : undefined),
    [trends, readings, from, to],
  );
  useDrawn(model);
  const choose = (chosen: Period): void => {
    // It may be there already, from before.
    noteRead();
    setPeriod(chosen);
  };
  return (
    <>
      <PeriodChoice {...{ period, view, now, zone }} onPeriod={choose} onView={setView} />
      {error && <Problem error={error} onRetry={() => void refetch()} />}
      {!model && !error && <Loading />}
      {model && model.instants.length === 0 && <p className="quiet">{saying.t("trend.none")}</p>}
      {model && model.instants.length > 0 && (
        <>
          <div className={view === "asCurve" ? undefined : styles["paperOnly"]}>
            <Curves {...{ model, alerts, saying, zone, onAlert }} plan={`/patients/${patient}/plan`} />
          </div>
          {view === "asTable" && (
            <div className="no-print">
              <Table model={model} saying={saying} />
            </div>
          )}
          <div className={styles["paperOnly"]}>
            <Table model={model} saying={saying} printed />
          </div>
        </>
      )}
    </>
  );
}

type CurvesProps = Pick<Props, "alerts" | "zone" | "onAlert"> & {
  readonly model: Model;
  readonly saying: ReturnType<typeof useSaying>;
  readonly plan: string;
};

/** Where the cursor stands; it stays there once somebody has put it there. */
type Cursor = { readonly at: number; readonly kept: boolean };

function Curves({ model, alerts, saying, zone, onAlert, plan }: CurvesProps) {
  const { t, language, when } = saying;
  const { ref, width } = useWidth<HTMLDivElement>();
  const { from, to, instants, plans, series } = model;
  const time = useMemo(() => ({ from, to, width }), [from, to, width]);
  const ticks = useMemo(() => ticksOf(time, zone, language), [time, zone, language]);
  const drawn = useMemo(() => looksIn(model), [model]);
  const [cursor, setCursor] = useState<Cursor>();
  const help = useId();
  // After another period was chosen what it was on may not be there any more.
  const index = cursor ? nearest(instants, cursor.at) : instants.length - 1;
  const at = instants[index] ?? from;
  const here = cursor && cursor.at >= from && cursor.at < to ? valuesAt(model, at) : undefined;
  const kept = here !== undefined && cursor?.kept === true;

  const pointTo = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return instants[nearest(instants, instantAt(time, event.clientX - box.left))] ?? from;
  };
  const point = (event: PointerEvent<HTMLElement>): void => {
    const pressed = event.buttons > 0 || event.pointerType !== "mouse";
    if (pressed || !kept) setCursor({ at: pointTo(event), kept: pressed });
  };
  const press = (event: PointerEvent<HTMLElement>): void => {
    const place = pointTo(event);
    setCursor(kept && place === at ? undefined : { at: place, kept: true });
  };
  const step = (event: KeyboardEvent<HTMLElement>): void => {
    const week = (by: number): number => {
      const found = nearest(instants, at + by);
      return found === index ? index + Math.sign(by) : found;
    };
    const places: Record<string, () => number> = {
      ArrowLeft: () => (here ? index - 1 : index),
      ArrowDown: () => (here ? index - 1 : index),
      ArrowRight: () => index + 1,
      ArrowUp: () => index + 1,
      Home: () => 0,
      End: () => instants.length - 1,
      PageUp: () => week(WEEK),
      PageDown: () => week(-WEEK),
    };
    const place = places[event.key];
    if (event.key === "Escape" && cursor) setCursor(undefined);
    else if (!place) return;
    else setCursor({ at: instants[Math.min(instants.length - 1, Math.max(0, place()))] ?? from, kept: true });
    event.preventDefault();
  };

  return (
    <>
      <div className={styles["plots"]} ref={ref}>
        <Rail {...{ alerts, plans, plan, time, saying, onAlert }} />
        <div className={styles["stack"]}>
          {series.map((one, place) => {
            const value = here?.[place]?.value;
            const shown = here ? value : one.values.at(-1);
            const reading = shown?.reading === undefined ? undefined : model.marked.get(shown.reading);
            const remarks = shown ? saying.remarks(shown, reading).join(", ") : "";
            return (
              <Chart
                key={one.metric}
                {...{ series: one, time, ticks, plans, saying, remarks }}
                at={value}
                cursor={here && at}
              />
            );
          })}
          <div
            className={`${styles["pointer"]} no-print`}
            role="slider"
            tabIndex={0}
            aria-label={t("trend.cursor")}
            aria-describedby={help}
            aria-valuemin={0}
            aria-valuemax={instants.length - 1}
            aria-valuenow={index}
            aria-valuetext={here ? when(at) : t("trend.unchosen")}
            onPointerMove={point}
            onPointerDown={press}
            onPointerLeave={() => setCursor(kept ? cursor : undefined)}
            onKeyDown={step}
          />
        </div>
        <Axis time={time} ticks={ticks} />
      </div>
      <p id={help} hidden>
        {t("trend.cursorHelp")}
      </p>
      <p className="sr-only" aria-live="polite">
        {kept ? sayMoment(saying, model, at) : ""}
      </p>
      {kept ? (
        <Moment model={model} at={at} saying={saying} onClose={() => setCursor(undefined)} />
      ) : (
        <p className={`quiet no-print ${styles["hint"]}`}>{t("trend.hint")}</p>
      )}
      <Legend drawn={drawn} saying={saying} />
    </>
  );
}

/** Which shapes the curves hold, for the legend. */
function looksIn({ series, plans }: Model): ReadonlySet<string> {
  const found = new Set<string>(plans.length > 0 ? ["newest", "plan"] : ["newest"]);
  for (const { all, baseline } of series) {
    if (baseline) found.add("baseline");
    for (const { marks, beyond } of all) {
      if (beyond === "red" || beyond === "yellow") found.add(beyond);
      for (const mark of marks)
        found.add(mark === "late" ? mark : mark === "clock" || mark === "doubtful" ? "clock" : "left");
    }
  }
  return found;
}
