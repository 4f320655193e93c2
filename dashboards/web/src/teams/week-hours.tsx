import { useTranslation } from "react-i18next";
import styles from "./hours.module.css";
import { barsOn, type Week, weekdays } from "./week.ts";

/** The ordinary week, a row a day: the times in figures and where in the day they lie. */
export function WeekHours({ week }: { week: Week }) {
  const { t } = useTranslation("teams");
  return (
    <ul className={styles["hours"]}>
      {weekdays.map((day) => (
        <li key={day} data-day={day}>
          <span>{t(`day.${day}`)}</span>
          <svg viewBox="0 0 1440 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {barsOn(week, day).map(({ from, until }) => (
              <rect key={from} x={from} y={0} width={until - from} height={24} />
            ))}
          </svg>
          <span className="num">
            {week[day].length === 0
              ? t("overview.closed")
              : week[day].map(({ from, until }) => `${from}–${until}`).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
