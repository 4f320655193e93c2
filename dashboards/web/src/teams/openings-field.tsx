import { Button, TextInput } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./screen.module.css";
import { type Opening, untilFromField, untilInField } from "./week.ts";

type Given = {
  /** Which day, as it is shown. */
  readonly day: string;
  readonly openings: readonly Opening[];
  readonly onChange: (openings: readonly Opening[]) => void;
  /** The day before, where this one can be made like it. */
  readonly copy?: { readonly day: string; readonly openings: readonly Opening[] } | undefined;
};

/** When the team is there on one day: closed, or from when until when, once or more often. */
export function OpeningsField({ day, openings, onChange, copy }: Given) {
  const { t } = useTranslation("teams");
  const add = useRef<HTMLButtonElement>(null);
  const put = (index: number, changed: Partial<Opening>): void =>
    onChange(openings.map((one, at) => (at === index ? { ...one, ...changed } : one)));
  return (
    <fieldset className={styles["openings"]}>
      <legend>{day}</legend>
      {openings.length === 0 && <p className="quiet">{t("overview.closed")}</p>}
      {openings.map(({ from, until }, index) => (
        // Openings have no names; nothing but these two fields is kept of one.
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list
        <span key={index} className={styles["opening"]}>
          <TextInput
            type="time"
            aria-label={t("hours.fromOn", { day, number: index + 1 })}
            value={from}
            onChange={(event) => put(index, { from: event.currentTarget.value })}
          />
          <span aria-hidden="true">–</span>
          <TextInput
            type="time"
            aria-label={t("hours.untilOn", { day, number: index + 1 })}
            value={untilInField(until)}
            onChange={(event) => put(index, { until: untilFromField(event.currentTarget.value) })}
          />
          <Button
            variant="default"
            size="sm"
            aria-label={t("hours.removeOn", { day, number: index + 1 })}
            onClick={() => {
              onChange(openings.filter((_, at) => at !== index));
              // The button that was pressed may be gone with its row.
              add.current?.focus();
            }}
          >
            {"×"}
          </Button>
        </span>
      ))}
      <span className={styles["adds"]}>
        <Button
          ref={add}
          variant="subtle"
          size="xs"
          aria-label={t("hours.addOn", { day })}
          onClick={() => onChange([...openings, { from: "08:00", until: "17:00" }])}
        >
          {t("hours.add")}
        </Button>
        {copy && (
          <Button
            variant="subtle"
            size="xs"
            aria-label={t("hours.asOn", { day, before: copy.day })}
            onClick={() => onChange(copy.openings)}
          >
            {t("hours.as", { before: copy.day })}
          </Button>
        )}
      </span>
    </fieldset>
  );
}
