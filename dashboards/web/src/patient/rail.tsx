import { Menu } from "@mantine/core";
import { Link, useNavigate } from "react-router";
import type { Schemas } from "../api/client.ts";
import { type Grade, GradeShape, gradeOf } from "../ui/severity.tsx";
import type { useSaying } from "./say.ts";
import { type Time, xOf } from "./scale.ts";
import type { PlanChange } from "./series.ts";
import styles from "./trends.module.css";

type Alert = Schemas["Alert"];

/** Something that happened at an instant: an alert, or another plan. */
type Happening = {
  readonly key: string;
  readonly at: number;
  readonly grade: Grade | undefined;
  readonly words: string;
  readonly alert: string | undefined;
};

/** Two marks nearer than this (CSS pixels) would lie under one finger: they are one (WCAG 2.2, 2.5.8). */
const APART = 28;
const grades: readonly Grade[] = ["red", "yellow", "info", "silent", "technical"];
const HIGH = 34;

type Props = {
  readonly alerts: readonly Alert[];
  readonly plans: readonly PlanChange[];
  readonly plan: string;
  readonly time: Time;
  readonly saying: ReturnType<typeof useSaying>;
  /** Shows an alert's card. */
  readonly onAlert: (alert: string) => void;
};

/** Alerts and new plans over the time of the curves; each leads to its card or to the plan. */
export function Rail({ alerts, plans, plan, time, saying, onAlert }: Props) {
  const { t, language, when } = saying;
  const navigate = useNavigate();
  const happenings: Happening[] = [
    ...alerts.map((alert) => {
      const at = Date.parse(alert.measuredAt ?? alert.openedAt);
      const grade = gradeOf(alert);
      const words = t("trend.railAlert", {
        grade: t(`ui:severity.${grade}`),
        text: alert.explanation[language],
        when: when(at),
      });
      return { key: alert.id, at, grade, words, alert: alert.id };
    }),
    ...plans.map(({ version, at }) => ({
      key: `plan ${version}`,
      at,
      grade: undefined,
      words: t("trend.railPlan", { version, when: when(at) }),
      alert: undefined,
    })),
  ].filter(({ at }) => at >= time.from && at < time.to);
  const groups = gather(happenings, time);
  const go = ({ alert }: Happening): void => {
    if (alert === undefined) void navigate(plan);
    else onAlert(alert);
  };
  return (
    <div className={styles["rail"]} role="group" aria-label={t("trend.rail")}>
      <svg viewBox={`0 0 ${time.width} ${HIGH}`} className={styles["marks"]} aria-hidden="true">
        <path className={styles["edge"]} d={`M0 ${HIGH - 0.5}H${time.width}`} />
        <text className={styles["tick"]} x={0} y={HIGH / 2 + 4}>
          {t("trend.railName")}
        </text>
        {groups.map(({ x, all, worst }) => (
          <g key={all[0]?.key}>
            {worst ? (
              <GradeShape grade={worst} x={x - 7} y={HIGH / 2 - 7} />
            ) : (
              <path className={styles["planMark"]} d={`M${x - 6} ${HIGH / 2 - 8}h9l4 4v12h-13z`} />
            )}
            {all.length > 1 && (
              <text className={styles["count"]} x={x + 8} y={HIGH / 2 - 4}>
                {all.length}
              </text>
            )}
          </g>
        ))}
      </svg>
      {groups.map(({ x, all }) => {
        const place = { left: x - APART / 2 };
        const [only] = all;
        if (!only) return null;
        if (all.length === 1) {
          return only.alert === undefined ? (
            <Link
              key={only.key}
              to={plan}
              className={`${styles["flag"]} no-print`}
              style={place}
              aria-label={only.words}
              title={only.words}
            />
          ) : (
            <button
              key={only.key}
              type="button"
              className={`${styles["flag"]} no-print`}
              style={place}
              aria-label={only.words}
              title={only.words}
              onClick={() => go(only)}
            />
          );
        }
        const words = t("trend.railMany", { count: all.length, when: when(only.at) });
        return (
          <Menu key={only.key} position="bottom" keepMounted={false} returnFocus>
            <Menu.Target>
              <button
                type="button"
                className={`${styles["flag"]} no-print`}
                style={place}
                aria-label={words}
                title={words}
              />
            </Menu.Target>
            <Menu.Dropdown className={styles["menu"]}>
              {all.map((one) => (
                <Menu.Item
                  key={one.key}
                  leftSection={one.grade && <GradeShape grade={one.grade} />}
                  onClick={() => go(one)}
                >
                  {one.words}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        );
      })}
    </div>
  );
}

/** What stands too near each other is one mark, at the place of the first, with the worst grade of them. */
function gather(
  happenings: readonly Happening[],
  time: Time,
): { x: number; all: Happening[]; worst: Grade | undefined }[] {
  const groups: { x: number; all: Happening[] }[] = [];
  for (const one of happenings.toSorted((a, b) => a.at - b.at)) {
    const x = Math.min(xOf(time, one.at), time.width - APART / 2);
    const last = groups.at(-1);
    if (last && x - last.x < APART) last.all.push(one);
    else groups.push({ x, all: [one] });
  }
  return groups.map(({ x, all }) => ({
    x,
    all,
    worst: grades.find((grade) => all.some((one) => one.grade === grade)),
  }));
}
