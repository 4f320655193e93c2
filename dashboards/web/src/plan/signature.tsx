import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import { useAround } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import styles from "./plan.module.css";

/** Who signed a version, when, and whether it still is what was signed. */
export function Signature({ plan }: { plan: Schemas["Plan"] }) {
  const { t } = useTranslation("plan");
  const around = useAround();
  return (
    <>
      <p className="quiet">
        {[
          t("version", { version: plan.version }),
          t("signedBy", {
            when: sayWhen(Date.parse(plan.signedAt), around),
            who: plan.signedBy.name ?? plan.signedBy.staff,
          }),
          t("validFrom", { when: sayWhen(Date.parse(plan.validFrom), around) }),
          ...(plan.intact === true ? [t("intact")] : []),
        ].join(" · ")}
      </p>
      {plan.intact === false && <p className={styles["warning"]}>{t("altered")}</p>}
    </>
  );
}
