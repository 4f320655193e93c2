import type { SVGProps } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import styles from "./severity.module.css";

/** How bad, or of which other sort, an alert is, as people see it: shape, colour and word. */
export type Grade = "red" | "yellow" | "info" | "silent" | "technical";

/** A patient's missing values are silence and no technology; a hub's and a device's faults are. */
export const gradeOf = ({
  category,
  concern,
  severity,
}: Pick<Schemas["Alert"], "category" | "concern" | "severity">): Grade =>
  category === "clinical" ? severity : concern === "missing" ? "silent" : "technical";

const shapes: Readonly<Record<Grade, string>> = {
  red: "M8 1.5 15 14H1z",
  yellow: "M8 1 15 8 8 15 1 8z",
  info: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
  silent: "M8 1a7 7 0 0 1 0 14z M8 1a7 7 0 0 0 0 14 7 7 0 0 0 0-14m0 1.600a5.400 5.400 0 0 0 0 10.800z",
  technical: "M2 2h12v12H2z M5 5v6h6V5z",
};

/** A grade's shape in its colour, for where the word stands beside it or in a name; `place` where it is part of a drawing. */
export function GradeShape({ grade, ...place }: { grade: Grade } & Pick<SVGProps<SVGSVGElement>, "x" | "y">) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
      className={styles[grade]}
      {...place}
    >
      <path d={shapes[grade]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}

/** A grade's shape, colour and word. The word is always there, so the shape says nothing to a screen reader. */
export function GradeMark({ grade }: { grade: Grade }) {
  const { t } = useTranslation("ui");
  return (
    <span className={`${styles["mark"]} ${styles[grade]}`}>
      <GradeShape grade={grade} />
      {t(`severity.${grade}`)}
    </span>
  );
}
