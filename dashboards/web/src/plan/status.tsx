import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import type { Rule } from "./body.ts";
import { DifferenceList } from "./history.tsx";
import styles from "./plan.module.css";
import { useRuleName } from "./rule-name.ts";

/** A part of the body and the heading under which it has its form. */
const headings = {
  rules: "limits",
  safetyLimits: "safety",
  references: "references",
  schedules: "schedules",
  saturationTarget: "target",
  maxBlind: "schedules",
  measureAgain: "again",
  texts: "forPatient",
  treatments: "prescriptions",
  treatmentLimitation: "limitation",
} as const;

type Given = { readonly draft: Schemas["PlanDraft"]; readonly isDirty: boolean; readonly isStuck: boolean };

/** Whether it is saved, what is left before it can be signed, and what it changes in words. */
export function Status({ draft, isDirty, isStuck }: Given) {
  const { t } = useTranslation("plan");
  const ruleName = useRuleName();
  const where = (path: string): string => {
    const [part = "", index = ""] = path.split(".");
    const rule = part === "rules" ? (draft.body["rules"] as Rule[] | undefined)?.[Number(index)] : undefined;
    if (rule) return ruleName(rule);
    return Object.hasOwn(headings, part) ? t(headings[part as keyof typeof headings]) : path;
  };
  return (
    <section className={styles["part"]}>
      <h2>{t("differences")}</h2>
      <p role="status" className="quiet">
        {isStuck ? t("unsaved") : isDirty ? t("saving") : t("saved")}
      </p>
      {draft.differences === null ? (
        <p className="quiet">{t("incomplete")}</p>
      ) : draft.differences.length === 0 ? (
        <p className="quiet">{t("noDifferences")}</p>
      ) : (
        <DifferenceList items={draft.differences} />
      )}
      {draft.problems.length > 0 && (
        <>
          <h3>{t("problems")}</h3>
          <ul className={styles["problems"]}>
            {draft.problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <strong>{where(path)}</strong> <span lang="en">{message}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
