import { Button, Loader } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { codeOf } from "../api/problem.ts";
import { sv } from "../api/problem-words.ts";
import styles from "./states.module.css";

type Known = Exclude<keyof typeof sv, "code">;
const isKnown = (code: string): code is Known => code !== "code" && Object.hasOwn(sv, code);

/** What went wrong in the reader's language, and what to do; the code stands beside what has no words of its own. */
export function useProblemWords(): (error: unknown) => { title: string; action: string; code: string | undefined } {
  const { t } = useTranslation("problem");
  return (error) => {
    const code = codeOf(error);
    const known = isKnown(code) ? code : "UNKNOWN";
    return { title: t(`${known}.title`), action: t(`${known}.action`), code: isKnown(code) ? undefined : code };
  };
}

/** Says, in place of a screen, that something failed and whose move it is. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation(["ui", "problem"]);
  const { title, action, code } = useProblemWords()(error);
  return (
    <div className={styles["state"]} role="alert">
      <h1>{title}</h1>
      <p>{action}</p>
      {code !== undefined && (
        <p className="quiet">
          {t("problem:code")} <code>{code}</code>
        </p>
      )}
      {onRetry && <Button onClick={onRetry}>{t("ui:retry")}</Button>}
    </div>
  );
}

type Said = { readonly title: string; readonly children?: ReactNode; readonly level?: 1 | 2 };

/** Says what it means that there is nothing. @param level 1 where it is all that the page says */
export function Empty({ title, children, level = 2 }: Said) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className={styles["state"]}>
      <Heading>{title}</Heading>
      {children}
    </div>
  );
}

/** Something is on its way. */
export function Loading() {
  const { t } = useTranslation("ui");
  return (
    <div className={styles["state"]} role="status">
      <Loader size="sm" aria-hidden="true" />
      <p>{t("loading")}</p>
    </div>
  );
}
