import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import { useGroupName } from "./group-name.ts";
import { sayShare } from "./say.ts";
import styles from "./screen.module.css";
import { Part, Wide } from "./sections.tsx";

const outcomes = ["true", "technique", "device", "limit-wrong", "other", "withdrawn", "none"] as const;

/** What each rule's alerts turned out to be, and how sure one can be of the share that were true. */
export function Outcomes({ groups }: { groups: Schemas["LoadReport"]["groups"] }) {
  const { t } = useTranslation("followUp");
  const { language } = useLanguage();
  const name = useGroupName();
  return (
    <Part title={t("outcomes")} note={t("outcomesNote")}>
      <Wide label={t("outcomes")}>
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("by.rule")}</th>
              <th scope="col">{t("trueShare")}</th>
              {outcomes.map((outcome) => (
                <th key={outcome} scope="col">
                  {t(`outcome.${outcome}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ key, figures: { truth, outcomes: counts } }) => (
              <tr key={key}>
                <th scope="row">{name("rule", key)}</th>
                <td>
                  {truth === null ? (
                    <span className="quiet">{t("noneClosed")}</span>
                  ) : (
                    <span className={styles["barred"]}>
                      {t("interval", {
                        share: sayShare(truth.share, language),
                        low: sayShare(truth.low, language),
                        high: sayShare(truth.high, language),
                      })}
                      <Interval {...truth} />
                    </span>
                  )}
                </td>
                {outcomes.map((outcome) => (
                  <td key={outcome}>{counts[outcome]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Part>
  );
}

/** A share as a dot on its interval, over 0 to 100 %; the numbers stand beside it. */
function Interval({ share, low, high }: { share: number; low: number; high: number }) {
  const x = (of: number): number => 4 + of * 112;
  return (
    <svg viewBox="0 0 120 14" className={styles["interval"]} aria-hidden="true">
      <line className={styles["scale"]} x1={x(0)} x2={x(1)} y1={12} y2={12} />
      <line x1={x(low)} x2={x(high)} y1={6} y2={6} />
      <line x1={x(low)} x2={x(low)} y1={3} y2={9} />
      <line x1={x(high)} x2={x(high)} y1={3} y2={9} />
      <circle cx={x(share)} cy={6} r={3} />
    </svg>
  );
}
