import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./offline.module.css";
import { keepApp, takeOver } from "./worker.ts";

/** Says that there is a newer version of the app, which is taken when it suits. */
export function NewerVersion() {
  const { t } = useTranslation("offline");
  const [waiting, setWaiting] = useState<ServiceWorker>();
  useEffect(() => keepApp(setWaiting), []);
  if (waiting === undefined) return null;
  return (
    <p role="status" className={`${styles["band"]} no-print`}>
      {t("newer")}
      <Button size="xs" variant="default" onClick={() => takeOver(waiting)}>
        {t("takeOver")}
      </Button>
    </p>
  );
}
