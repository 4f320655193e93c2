import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Follows } from "../ui/form-dialog.tsx";
import { OpeningsField } from "./openings-field.tsx";
import styles from "./screen.module.css";
import { type Given, type Hours, TeamForm } from "./team-form.tsx";
import { areWhole, type Opening, type Week, weekdays, weeklyOf, weekOf } from "./week.ts";

/** The hours of a team that is always there, from which others begin. */
const none: Hours = { weekly: [], publicHolidays: "as-sunday", exceptions: [] };

/** The ordinary week, day by day, or around the clock. */
export function HoursDialog({ team, onClose }: Given) {
  const { t } = useTranslation("teams");
  const hours = team.hours ?? none;
  const [always, setAlways] = useState(team.hours === null);
  const [week, setWeek] = useState<Week>(() => weekOf(hours.weekly));
  return (
    <TeamForm
      team={team}
      title={t("hours.change")}
      confirm={t("save")}
      ready={always || weekdays.every((day) => areWhole(week[day]))}
      tried
      onClose={onClose}
      change={() => ({ hours: always ? null : { ...hours, weekly: weeklyOf(week) } })}
    >
      <Checkbox
        label={t("hours.always")}
        checked={always}
        onChange={(event) => setAlways(event.currentTarget.checked)}
        data-autofocus
      />
      {always && hours.exceptions.length > 0 && <Follows>{t("hours.alwaysFollows")}</Follows>}
      {!always && (
        <>
          <p className="quiet">{t("hours.midnight")}</p>
          <div className={styles["weekFields"]}>
            {weekdays.map((day, index) => {
              const before = weekdays[index - 1];
              return (
                <OpeningsField
                  key={day}
                  day={t(`day.${day}`)}
                  openings={week[day]}
                  onChange={(openings) => setWeek({ ...week, [day]: openings })}
                  copy={before && { day: t(`day.${before}`), openings: week[before] }}
                />
              );
            })}
          </div>
        </>
      )}
    </TeamForm>
  );
}

const policies = ["as-sunday", "as-usual", "closed"] as const;

/** When the team is there on public holidays. */
export function HolidaysDialog({ team, onClose }: Given) {
  const { t } = useTranslation("teams");
  const hours = team.hours ?? none;
  const [policy, setPolicy] = useState(hours.publicHolidays);
  return (
    <TeamForm
      team={team}
      title={t("overview.changeHolidays")}
      confirm={t("save")}
      tried
      onClose={onClose}
      change={() => ({ hours: { ...hours, publicHolidays: policy } })}
    >
      <NativeSelect
        label={t("holidays.label")}
        value={policy}
        onChange={(event) => setPolicy(policies.find((one) => one === event.currentTarget.value) ?? "as-sunday")}
        data={policies.map((value) => ({ value, label: t(`holidays.${value}`) }))}
        data-autofocus
      />
    </TeamForm>
  );
}

type Exception = Hours["exceptions"][number];

/** A date on which the team is there at other hours or not at all: a new one, or `of` to be changed. */
export function ExceptionDialog({ team, of, onClose }: Given & { of?: Exception | undefined }) {
  const { t } = useTranslation("teams");
  const hours = team.hours ?? none;
  const [date, setDate] = useState(of?.date ?? "");
  const [closed, setClosed] = useState((of?.openings.length ?? 0) === 0);
  const [openings, setOpenings] = useState<readonly Opening[]>(of?.openings ?? []);
  const [reason, setReason] = useState(of?.reason ?? "");
  const others = hours.exceptions.filter((one) => one.date !== date && one.date !== of?.date);
  const replaces = hours.exceptions.some((one) => one.date === date && one.date !== of?.date);
  const given = closed ? [] : [...openings];
  return (
    <TeamForm
      team={team}
      title={of ? t("exception.editTitle", { date: of.date }) : t("exception.add")}
      confirm={t("save")}
      ready={date !== "" && reason.trim() !== "" && (closed || openings.length > 0) && areWhole(given)}
      tried
      onClose={onClose}
      change={() => ({
        hours: {
          ...hours,
          exceptions: [...others, { date, openings: given, reason: reason.trim() }].sort((a, b) =>
            a.date < b.date ? -1 : 1,
          ),
        },
      })}
    >
      <TextInput
        type="date"
        label={t("exception.date")}
        value={date}
        onChange={(event) => setDate(event.currentTarget.value)}
        data-autofocus
      />
      {replaces && <Follows>{t("exception.replaces")}</Follows>}
      <Checkbox
        label={t("exception.closed")}
        checked={closed}
        onChange={(event) => {
          setClosed(event.currentTarget.checked);
          if (openings.length === 0) setOpenings([{ from: "08:00", until: "12:00" }]);
        }}
      />
      {!closed && <OpeningsField day={t("exception.openings")} openings={openings} onChange={setOpenings} />}
      <TextInput
        label={t("exception.reason")}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </TeamForm>
  );
}

/** A date that differed is to be as usual again. */
export function RemoveExceptionDialog({ team, of, onClose }: Given & { of: Exception }) {
  const { t } = useTranslation("teams");
  const hours = team.hours ?? none;
  return (
    <TeamForm
      team={team}
      title={t("exception.removeTitle", { date: of.date })}
      confirm={t("exception.remove")}
      tried
      onClose={onClose}
      change={() => ({
        hours: { ...hours, exceptions: hours.exceptions.filter(({ date }) => date !== of.date) },
      })}
    >
      <Follows>{t("exception.removeFollows")}</Follows>
    </TeamForm>
  );
}
