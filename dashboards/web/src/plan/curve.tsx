import type { Schemas } from "../api/client.ts";
import styles from "./curve.module.css";
import type { Line } from "./lines.ts";

const WIDTH = 560;
const HEIGHT = 200;
const EDGE = 6;
/** Two values further apart than this have nothing between them that a line could stand for. */
const GAP = 3 * 86_400_000;

type Given = {
  readonly trend: Schemas["Trend"];
  readonly lines: readonly Line[];
  readonly before: readonly Line[];
  readonly label: string;
};

/** Values over time with a draft's limits drawn through and those in force dashed. The counts stand beside it in words. */
export function Curve({ trend, lines, before, label }: Given) {
  const [from, to] = [Date.parse(trend.from), Date.parse(trend.to)];
  const values = [...trend.points, ...lines, ...before].map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (at: number): number => EDGE + ((at - from) / (to - from)) * (WIDTH - 2 * EDGE);
  const y = (value: number): number =>
    high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const path = trend.points
    .map(({ measuredAt, value }, index) => {
      const at = Date.parse(measuredAt);
      const last = trend.points[index - 1];
      const joined = last !== undefined && at - Date.parse(last.measuredAt) < GAP;
      return `${joined ? "L" : "M"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join("");
  const level = (line: Line, kind: "now" | "draft") => (
    <line
      key={`${kind} ${line.id}`}
      className={`${styles[kind]} ${styles[line.severity]}`}
      x1={0}
      x2={WIDTH}
      y1={y(line.value)}
      y2={y(line.value)}
    />
  );
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles["chart"]} role="img" aria-label={label}>
      {before.map((line) => level(line, "now"))}
      {lines.map((line) => level(line, "draft"))}
      <path className={styles["values"]} d={path} />
      {trend.points.map(({ reading, measuredAt, value }) => (
        <circle
          key={`${reading} ${measuredAt}`}
          className={styles["point"]}
          cx={x(Date.parse(measuredAt))}
          cy={y(value)}
          r={1.8}
        />
      ))}
    </svg>
  );
}
