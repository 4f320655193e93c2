import type { Schemas } from "../api/client.ts";
import { ApiProblem } from "../api/problem.ts";
import { useLanguage } from "../i18n/index.ts";
import { useProblemWords } from "../ui/states.tsx";
import styles from "./screen.module.css";

/** Why something was not done: of two who are quick the second reads what the first did. */
export function Refusal({ error }: { error: unknown }) {
  const { language } = useLanguage();
  const say = useProblemWords();
  if (error === null || error === undefined) return null;
  const { title, action, code } = say(error);
  const happened =
    error instanceof ApiProblem
      ? (error.problem["explanation"] as Schemas["Alert"]["explanation"] | undefined)
      : undefined;
  return (
    <p role="alert" className={styles["refusal"]}>
      {[title, happened?.[language] ?? action, code].filter(Boolean).join(" ")}
    </p>
  );
}
