import styles from "./columns.module.css";

const WIDTH = 720;
const HEIGHT = 160;
const BASE = HEIGHT - 20;
const TOP = 16;

export type Column = {
  readonly key: string;
  readonly label: string;
  readonly red: number;
  readonly yellow: number;
  readonly info: number;
};

const parts = ["info", "yellow", "red"] as const;

/**
 * Columns over time, each divided by severity with red on top. It is a picture only: the same figures stand in a table.
 * @param label what it shows, for whoever doesn't see it
 * @param line where a level is drawn across, such as a budget
 */
export function Columns({ columns, label, line }: { columns: readonly Column[]; label: string; line?: number }) {
  const totals = columns.map(({ red, yellow, info }) => red + yellow + info);
  const most = Math.max(1, line ?? 0, ...totals);
  const step = WIDTH / Math.max(1, columns.length);
  const wide = Math.min(48, Math.max(1, step * 0.72));
  const height = (count: number): number => (count / most) * (BASE - TOP);
  // So many names fit below the columns.
  const every = Math.ceil(columns.length / 7);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles["chart"]} role="img" aria-label={label}>
      <line className={styles["axis"]} x1={0} x2={WIDTH} y1={BASE} y2={BASE} />
      {columns.map((column, index) => {
        const middle = index * step + step / 2;
        let y = BASE;
        return (
          <g key={column.key}>
            <title>{`${column.label}: ${totals[index]}`}</title>
            {parts.map((part) => {
              const size = height(column[part]);
              y -= size;
              if (size === 0) return null;
              return (
                <rect key={part} className={styles[part]} x={middle - wide / 2} y={y} width={wide} height={size} />
              );
            })}
            {totals[index] !== 0 && columns.length <= 31 && (
              <text className={styles["count"]} x={middle} y={y - 4}>
                {totals[index]}
              </text>
            )}
            {index % every === 0 && (
              <text
                className={`${styles["label"]} ${index === 0 && columns.length > 7 ? styles["first"] : ""}`}
                x={index === 0 && columns.length > 7 ? 0 : middle}
                y={HEIGHT - 4}
              >
                {column.label}
              </text>
            )}
          </g>
        );
      })}
      {line !== undefined && (
        <line className={styles["line"]} x1={0} x2={WIDTH} y1={BASE - height(line)} y2={BASE - height(line)} />
      )}
    </svg>
  );
}
