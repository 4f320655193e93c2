import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { sayNumber } from "../i18n/when.ts";
import styles from "./sparkline.module.css";

const WIDTH = 120;
const HEIGHT = 32;
const EDGE = 3;
const DAY = 86_400_000;
/** Two values further apart than this have nothing between them that a line could stand for. */
const GAP = 2.5 * DAY;

/** Two weeks of one metric with the limit that was passed as a line, and the last value beside it. */
export const Sparkline = memo(function Sparkline({ curve, now }: { curve: Schemas["Curve"]; now: number }) {
  const { t } = useTranslation("ui");
  const { language } = useLanguage();
  const { points, limit, unit, metric, last } = curve;
  if (last === null) return null;
  // The newest value stands for itself: it is what it is about, and the mean of its day would hide it.
  const drawn = [...points.slice(0, -1).map(({ from, mean }) => ({ at: from, value: mean })), last];

  const values = drawn.map(({ value }) => value).concat(limit ?? []);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const x = (at: string): number => EDGE + ((Date.parse(at) - (now - 14 * DAY)) / (14 * DAY)) * (WIDTH - 2 * EDGE);
  const y = (value: number): number =>
    high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const path = drawn
    .map(({ at, value }, index) => {
      const before = drawn[index - 1];
      const joined = before !== undefined && Date.parse(at) - Date.parse(before.at) < GAP;
      return `${joined ? "L" : "M"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join("");
  const say = (value: number): string => `${sayNumber(value, language)} ${unit}`.trim();
  const words = t("curve", {
    metric: t(`signal.${metric}`),
    low: say(Math.min(...points.map(({ min }) => min))),
    high: say(Math.max(...points.map(({ max }) => max))),
    last: say(last.value),
  });
  return (
    <span className={styles["curve"]}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={limit === null ? words : `${words}, ${t("curveLimit", { limit: say(limit) })}`}
      >
        {limit !== null && <line className={styles["limit"]} x1={0} x2={WIDTH} y1={y(limit)} y2={y(limit)} />}
        <path className={styles["line"]} d={path} />
        <circle className={styles["last"]} cx={x(last.at)} cy={y(last.value)} r={2.5} />
      </svg>
      <span className={`num ${styles["value"]}`}>{say(last.value)}</span>
    </span>
  );
});
