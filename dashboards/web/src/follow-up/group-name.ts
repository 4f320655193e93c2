import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client.ts";
import { dateFormat } from "../i18n/formats.ts";
import { useLanguage } from "../i18n/index.ts";
import { concerns } from "../ui/concerns.ts";
import { rules } from "../ui/rules.ts";
import { type Metric, signals } from "../ui/signals.ts";
import { sv } from "./words.ts";

export type Grouping = Exclude<Schemas["LoadReport"]["by"], "none">;
export const groupings = ["day", "week", "shift", "rule", "concern", "severity"] as const satisfies readonly Grouping[];

const has = <Of extends object>(words: Of, key: string): key is Extract<keyof Of, string> => Object.hasOwn(words, key);
const safety = /^safety-(.+)-(above|below)$/;

/** Says what a group of alerts is of; what has no words of its own keeps its code, which plans and logs show as well. */
export function useGroupName(): (by: Grouping, key: string) => string {
  const { t } = useTranslation(["followUp", "ui"]);
  const { language } = useLanguage();
  const locale = language === "sv" ? "sv-SE" : "en-GB";
  return (by, key) => {
    if (by === "day") {
      const parts = dateFormat(locale, {
        weekday: "short",
        day: "numeric",
        month: "short",
        timeZone: "UTC",
      })
        .formatToParts(Date.parse(`${key}T12:00:00Z`))
        .flatMap(({ type, value }) => (type === "literal" ? [] : [value.slice(0, 3)]));
      return parts.join(" ");
    }
    if (by === "shift" && has(sv.shift, key)) return t(`shift.${key}`);
    if (by === "concern" && has(concerns.sv, key)) return t(`concern.${key}`);
    if (by === "severity" && (key === "red" || key === "yellow" || key === "info")) return t(`ui:severity.${key}`);
    if (by === "rule") {
      if (has(rules.sv, key)) return t(`rule.${key}`);
      const [, metric, side] = safety.exec(key) ?? [];
      if (metric !== undefined && has(signals.sv, metric) && (side === "above" || side === "below")) {
        return t("safety", { metric: t(`ui:signal.${metric as Metric}`), side: t(`side.${side}`) });
      }
    }
    return key;
  };
}
