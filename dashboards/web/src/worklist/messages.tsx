import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import styles from "./messages.module.css";

/** So many stand in the bar; the others are a press away, so that a flood of letters hides no alert. */
const FIRST = 6;

/**
 * Who has written what nobody has read, the one that has waited longest first. A message is no alert and has no row, and
 * whoever has no alert has none either: here nobody is missed.
 * @param written none before the list is there
 */
export function Written({ written, now }: { written: readonly Schemas["PatientWhoWrote"][] | undefined; now: number }) {
  const { t } = useTranslation("worklist");
  const { language } = useLanguage();
  const [all, setAll] = useState(false);
  if (!written || written.length === 0) return null;
  const shown = all ? written : written.slice(0, FIRST);
  return (
    <section className={styles["bar"]} aria-labelledby="written">
      <h2 id="written">{t("written", { count: written.length })}</h2>
      <ul>
        {shown.map(({ patient, unseen, since }) => (
          <li key={patient.id}>
            <Link to={`/patients/${patient.id}`}>
              {patient.name ? `${patient.name.given} ${patient.name.family}` : t("patientUnnamed", { id: patient.id })}
            </Link>{" "}
            {t("unread", { count: unseen, when: sayWhen(Date.parse(since), { now, language }) })}
          </li>
        ))}
      </ul>
      {shown.length < written.length && (
        <Button className="no-print" size="compact-sm" variant="default" onClick={() => setAll(true)}>
          {t("showAll")}
        </Button>
      )}
    </section>
  );
}
