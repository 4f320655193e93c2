import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import styles from "./timeline.module.css";

const WIDTH = 560;
const LANE = 26;

type Result = Schemas["PatientRehearsalResult"];
type Side = NonNullable<Result["alerts"][number]["before"]>;

/** When alerts opened under the plan in force, above, and under the draft, below; what stands alone has come or gone. */
export function Timeline({ result, label }: { result: Result; label: string }) {
  const { t } = useTranslation("plan");
  const [from, to] = [Date.parse(result.from), Date.parse(result.to)];
  const x = (at: string): number => 60 + ((Date.parse(at) - from) / (to - from)) * (WIDTH - 68);
  const mark = (side: Side, y: number, change: string) => {
    const at = x(side.openedAt);
    // A shape for each: whole for what both find, a cross for what goes, a ring for what comes.
    if (change === "removed") {
      return <path d={`M${at - 4} ${y - 4}l8 8m0 -8l-8 8`} className={styles["removed"]} />;
    }
    return <circle cx={at} cy={y} r={4} className={styles[change === "added" ? "added" : "same"]} />;
  };
  return (
    <svg viewBox={`0 0 ${WIDTH} ${2 * LANE + 8}`} className={styles["chart"]} role="img" aria-label={label}>
      {(["before", "after"] as const).map((side, index) => (
        <g key={side}>
          <text x={0} y={index * LANE + LANE / 2 + 8} className={styles["name"]}>
            {t(side)}
          </text>
          <line
            x1={60}
            x2={WIDTH - 4}
            y1={index * LANE + LANE / 2 + 4}
            y2={index * LANE + LANE / 2 + 4}
            className={styles["axis"]}
          />
          {result.alerts.map((pair) => {
            const one = pair[side];
            return (
              one && (
                <g key={`${pair.concern} ${one.openedAt}`}>{mark(one, index * LANE + LANE / 2 + 4, pair.change)}</g>
              )
            );
          })}
        </g>
      ))}
    </svg>
  );
}
