import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import { Entry, NewEntry } from "./entry.tsx";
import { NumberField } from "./number-field.tsx";
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
/** So many windows a day at most. */
const MOST = 4;
const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** After so many missed windows the team is told, where a plan doesn't say. */
const BLIND = 2;

type SchedulesGiven = {
  readonly schedules: readonly Schedule[];
  readonly maxBlind: number | null;
  readonly onChange: (what: { schedules?: readonly Schedule[]; maxBlind?: number | null }) => void;
};

/** When the patient is asked to measure what, and when the team is told that nothing has come. */
export function Schedules({ schedules, maxBlind, onChange: change }: SchedulesGiven) {
  const { t } = useTranslation(["plan", "ui"]);
  const left = signals.filter((signal) => schedules.every((one) => one.signal !== signal));
  const [chosen, setChosen] = useState<string>();
  const onChange = (changed: readonly Schedule[]): void => change({ schedules: changed });
  const signal = left.find((one) => one === chosen) ?? left[0];
  return (
    <section id="part-schedules" tabIndex={-1} className={styles["part"]}>
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
      <NewEntry
        label={t("addSchedule")}
        choices={left.map((value) => ({ value, label: t(`ui:signal.${value}`) }))}
        chosen={signal}
        onChoose={setChosen}
        onAdd={() =>
          signal &&
          onChange([
            ...schedules,
            { signal, days: [...days], windows: [{ from: "06:00", until: "10:00" }], publicHolidays: "measure" },
          ])
        }
      />
      <NumberField
        label={t("maxBlind")}
        wide
        value={maxBlind ?? BLIND}
        onChange={(value) => change({ maxBlind: value === BLIND && maxBlind === null ? null : value })}
      />
    </section>
  );
}

function ScheduleEntry({ schedule, onChange }: { schedule: Schedule; onChange: (by: Schedule | undefined) => void }) {
  const { t } = useTranslation(["plan", "ui"]);
  const name = t(`ui:signal.${schedule.signal}`);
  const window = (index: number, what: Partial<Schedule["windows"][number]>): void =>
    onChange({ ...schedule, windows: schedule.windows.map((one, at) => (at === index ? { ...one, ...what } : one)) });
  return (
    <Entry name={name} onRemove={() => onChange(undefined)}>
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
          {schedule.windows.length > 1 && (
            <Button
              variant="subtle"
              aria-label={t("removeWindow", { number: index + 1, name })}
              onClick={() => onChange({ ...schedule, windows: schedule.windows.filter((_, at) => at !== index) })}
            >
              {t("remove")}
            </Button>
          )}
        </span>
      ))}
      {schedule.windows.length < MOST && (
        <Button
          variant="default"
          size="sm"
          aria-label={t("addWindowTo", { name })}
          onClick={() => onChange({ ...schedule, windows: [...schedule.windows, { from: "17:00", until: "20:00" }] })}
        >
          {t("addWindow")}
        </Button>
      )}
      <Checkbox
        label={t("holidays")}
        checked={schedule.publicHolidays === "skip"}
        onChange={(event) =>
          onChange({ ...schedule, publicHolidays: event.currentTarget.checked ? "skip" : "measure" })
        }
      />
      <Checkbox
        label={t("reminder")}
        checked={schedule.reminder !== undefined}
        onChange={(event) => {
          const { reminder: _, ...rest } = schedule;
          onChange(event.currentTarget.checked ? { ...rest, reminder: {} } : rest);
        }}
      />
      {schedule.reminder && (
        <Textarea
          className={styles["wide"]}
          label={t("reminderText")}
          description={t("reminderNote")}
          value={schedule.reminder.text ?? ""}
          maxLength={300}
          autosize
          onChange={(event) => {
            const text = event.currentTarget.value;
            onChange({ ...schedule, reminder: text === "" ? {} : { text } });
          }}
        />
      )}
    </Entry>
  );
}

/** What is shown with every alert. */
export function Limitation({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation("plan");
  return (
    <section id="part-treatmentLimitation" tabIndex={-1} className={styles["part"]}>
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
