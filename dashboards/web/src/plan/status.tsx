import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import type { Rule } from "./body.ts";
import { DifferenceList } from "./history.tsx";
import styles from "./plan.module.css";
import { useRuleName } from "./rule-name.ts";

/** A part of the body, the heading under which it has its form, and the section that this is. */
const parts = {
  rules: ["limits", "rules"],
  safetyLimits: ["safety", "safetyLimits"],
  references: ["references", "references"],
  schedules: ["schedules", "schedules"],
  saturationTarget: ["target", "saturationTarget"],
  maxBlind: ["schedules", "schedules"],
  measureAgain: ["again", "texts"],
  texts: ["forPatient", "texts"],
  treatments: ["prescriptions", "treatments"],
  treatmentLimitation: ["limitation", "treatmentLimitation"],
} as const;
const isPart = (name: string): name is keyof typeof parts => Object.hasOwn(parts, name);

/** What a schema says of a field that is empty, or not written to its end. */
const unfinished = /^(Too small|Invalid input|Invalid ISO)/;

/** Goes to the first field of a section that is not as it should be, or to the section. */
function goTo(section: string): void {
  const part = document.getElementById(`part-${section}`);
  const field = part?.querySelector<HTMLElement>("[aria-invalid=true]") ?? part;
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
}

type Given = { readonly draft: Schemas["PlanDraft"]; readonly isDirty: boolean; readonly isStuck: boolean };

/** Whether it is saved, what is left before it can be signed, and what it changes in words. */
export function Status({ draft, isDirty, isStuck }: Given) {
  const { t } = useTranslation("plan");
  const ruleName = useRuleName();
  /** Where a problem is, and what it is; the same said twice is said once. */
  const problems = new Map(
    draft.problems.map(({ path, message }) => {
      const [part = "", index = ""] = path.split(".");
      const rule = part === "rules" ? (draft.body["rules"] as Rule[] | undefined)?.[Number(index)] : undefined;
      const name = rule ? ruleName(rule) : isPart(part) ? t(parts[part][0]) : path;
      const isEmpty = unfinished.test(message);
      const problem = { name, section: isPart(part) ? parts[part][1] : undefined, message, isEmpty };
      return [`${name} ${isEmpty ? "" : message}`, problem];
    }),
  );
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
            {[...problems].map(([key, { name, section, message, isEmpty }]) => (
              <li key={key}>
                {section === undefined ? (
                  <strong>{name}</strong>
                ) : (
                  <button type="button" className={styles["goTo"]} onClick={() => goTo(section)}>
                    {name}
                  </button>
                )}{" "}
                {isEmpty ? t("unfinished") : <span lang="en">{message}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
