import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import styles from "./plan.module.css";

type Schedule = Schemas["Schedule"];

const signals = [
  "body-weight",
  "blood-pressure",
  "oxygen-saturation",
  "pulse",
  "temperature",
  "respiratory-rate",
  "glucose",
  "peak-flow",
  "spirometry",
  "consciousness",
  "symptoms",
] as const satisfies readonly Schedule["signal"][];
const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** When the patient is asked to measure what. */
export function Schedules({
  schedules,
  onChange,
}: {
  schedules: readonly Schedule[];
  onChange: (schedules: readonly Schedule[]) => void;
}) {
  const { t } = useTranslation(["plan", "ui"]);
  const left = signals.filter((signal) => schedules.every((one) => one.signal !== signal));
  const [chosen, setChosen] = useState<string>();
  const signal = left.find((one) => one === chosen) ?? left[0];
  return (
    <section className={styles["part"]}>
      <h2>{t("schedules")}</h2>
      <ul className={styles["entries"]}>
        {schedules.map((schedule) => (
          <ScheduleEntry
            key={schedule.signal}
            schedule={schedule}
            onChange={(by) => onChange(schedules.flatMap((one) => (one === schedule ? (by ? [by] : []) : [one])))}
          />
        ))}
      </ul>
      {signal !== undefined && (
        <div className={styles["new"]}>
          <NativeSelect
            label={t("addSchedule")}
            value={signal}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={left.map((value) => ({ value, label: t(`ui:signal.${value}`) }))}
          />
          <Button
            variant="default"
            aria-label={`${t("add")}: ${t("addSchedule")}`}
            onClick={() =>
              onChange([
                ...schedules,
                { signal, days: [...days], windows: [{ from: "06:00", until: "10:00" }], publicHolidays: "measure" },
              ])
            }
          >
            {t("add")}
          </Button>
        </div>
      )}
    </section>
  );
}

function ScheduleEntry({ schedule, onChange }: { schedule: Schedule; onChange: (by: Schedule | undefined) => void }) {
  const { t } = useTranslation(["plan", "ui"]);
  const name = t(`ui:signal.${schedule.signal}`);
  const window = (index: number, what: Partial<Schedule["windows"][number]>): void =>
    onChange({ ...schedule, windows: schedule.windows.map((one, at) => (at === index ? { ...one, ...what } : one)) });
  return (
    <li>
      <fieldset className={styles["entry"]}>
        <legend>{name}</legend>
        <Checkbox.Group
          label={t("days")}
          value={schedule.days}
          onChange={(chosen) => onChange({ ...schedule, days: days.filter((day) => chosen.includes(day)) })}
        >
          <div className={styles["days"]}>
            {days.map((day) => (
              <Checkbox key={day} value={day} label={t(`day.${day}`)} />
            ))}
          </div>
        </Checkbox.Group>
        {schedule.windows.map(({ from, until }, index) => (
          // Windows have nothing but their place.
          <span key={String(index)} className={styles["window"]}>
            <TextInput
              type="time"
              label={t("windowFrom")}
              value={from}
              onChange={(event) => window(index, { from: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label={t("windowUntil")}
              value={until}
              onChange={(event) => window(index, { until: event.currentTarget.value })}
            />
          </span>
        ))}
        <Checkbox
          label={t("holidays")}
          checked={schedule.publicHolidays === "skip"}
          onChange={(event) =>
            onChange({ ...schedule, publicHolidays: event.currentTarget.checked ? "skip" : "measure" })
          }
        />
        <Button
          variant="subtle"
          aria-label={t("removeNamed", { name })}
          onClick={() => onChange(undefined)}
          className={styles["remove"]}
        >
          {t("remove")}
        </Button>
      </fieldset>
    </li>
  );
}

/** What is shown with every alert. */
export function Limitation({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation("plan");
  return (
    <section className={styles["part"]}>
      <h2>{t("limitation")}</h2>
      <Textarea
        aria-label={t("limitation")}
        description={t("limitationNote")}
        maxLength={500}
        rows={3}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </section>
  );
}
