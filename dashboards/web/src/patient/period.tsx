import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { dateIn, daysAfter } from "../follow-up/period.ts";
import styles from "./trends.module.css";
import { type Period, wrongWith } from "./use-trends.ts";

const spans = [7, 30, 90, 365] as const;
const views = ["asCurve", "asTable"] as const;
export type View = (typeof views)[number];

type Props = {
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly now: number;
  readonly zone: string;
};

/** Which time is shown, and whether as curves or as a table. */
export function PeriodChoice({ period, onPeriod, view, onView, now, zone }: Props) {
  const { t } = useTranslation("patient");
  const [own, setOwn] = useState(false);
  const days = "days" in period ? period.days : undefined;
  return (
    <div className="no-print">
      <div className={styles["choices"]}>
        <div role="group" aria-label={t("trend.period")}>
          {spans.map((span) => (
            <button
              key={span}
              type="button"
              aria-pressed={!own && days === span}
              onClick={() => {
                setOwn(false);
                onPeriod({ days: span });
              }}
            >
              {t(`trend.span.d${span}`)}
            </button>
          ))}
          <button type="button" aria-pressed={own} aria-expanded={own} onClick={() => setOwn(true)}>
            {t("trend.own")}
          </button>
        </div>
        <div role="group" aria-label={t("trend.view")}>
          {views.map((one) => (
            <button key={one} type="button" aria-pressed={view === one} onClick={() => onView(one)}>
              {t(`trend.${one}`)}
            </button>
          ))}
        </div>
      </div>
      {own && <OwnPeriod today={dateIn(now, zone)} shown={period} onPeriod={onPeriod} />}
    </div>
  );
}

type OwnProps = { readonly today: string; readonly shown: Period; readonly onPeriod: (period: Period) => void };

/** Two days; what can't be a period is said beside them, and the curves stay as they were. */
function OwnPeriod({ today, shown, onPeriod }: OwnProps) {
  const { t } = useTranslation("patient");
  const [first, setFirst] = useState("days" in shown ? daysAfter(today, 1 - shown.days) : shown.first);
  const [last, setLast] = useState("days" in shown ? today : shown.last);
  const [tried, setTried] = useState(false);
  const wrong = wrongWith(first, last, today);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (wrong === undefined) onPeriod({ first, last });
  };
  const error = tried && wrong !== undefined ? t(`trend.wrong.${wrong}`) : undefined;
  return (
    <form className={styles["own"]} onSubmit={submit} noValidate>
      <TextInput
        type="date"
        label={t("trend.first")}
        value={first}
        max={today}
        aria-invalid={error !== undefined}
        onChange={(event) => setFirst(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t("trend.last")}
        value={last}
        max={today}
        aria-invalid={error !== undefined}
        onChange={(event) => setLast(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t("trend.ownShow")}
      </Button>
      {error !== undefined && (
        <p role="alert" className={styles["wrong"]}>
          {error}
        </p>
      )}
    </form>
  );
}
