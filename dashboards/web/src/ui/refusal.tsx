import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import { ApiProblem } from "../api/problem.ts";
import { useLanguage } from "../i18n/index.ts";
import styles from "./refusal.module.css";
import { useProblemWords } from "./states.tsx";

/**
 * Beside a form: why what was sent was not done, and whose move it is. Of two who are quick the second reads what the first
 * did, where the API says it.
 */
export function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation("problem");
  const { language } = useLanguage();
  const say = useProblemWords();
  if (error === null || error === undefined) return null;
  const { title, action, code } = say(error);
  const happened =
    error instanceof ApiProblem ? (error.problem["explanation"] as Schemas["Sentence"] | undefined) : undefined;
  return (
    <p role="alert" className={styles["refusal"]}>
      <strong>{title}</strong> {happened?.[language] ?? action} {code !== undefined && `${t("code")} ${code}`}
    </p>
  );
}
