import styles from "./refusal.module.css";
import { useProblemWords } from "./states.tsx";

/** Beside a form: why what was sent was not done, and whose move it is. */
export function Refusal({ error }: { error: unknown }) {
  const say = useProblemWords();
  if (error === null || error === undefined) return null;
  const { title, action, code } = say(error);
  return (
    <p role="alert" className={styles["refusal"]}>
      {[title, action, ...(code === undefined ? [] : [`(${code})`])].join(" ")}
    </p>
  );
}
