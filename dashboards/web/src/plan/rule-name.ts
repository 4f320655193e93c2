import { useTranslation } from "react-i18next";
import { rules as known } from "../ui/rules.ts";
import type { Rule } from "./body.ts";

/** Whether there is a word of that name. */
export const has = <Of extends object>(words: Of, key: string): key is Extract<keyof Of, string> =>
  Object.hasOwn(words, key);

/** Says which rule it is: by its name, by its metric and side, or by its id. */
export function useRuleName(): (rule: Rule) => string {
  const { t } = useTranslation(["plan", "ui"]);
  return (rule) => {
    if (has(known.sv, rule.id)) return t(`rule.${rule.id}`);
    if (rule.kind === "limit") return `${t(`ui:signal.${rule.metric}`)} ${t(`side.${rule.direction}`)}`;
    return rule.id;
  };
}
