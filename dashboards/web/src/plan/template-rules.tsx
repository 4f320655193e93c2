import { useState } from "react";
import { useTranslation } from "react-i18next";
import { query } from "../api/client.ts";
import { useLanguage } from "../i18n/index.ts";
import type { Rule } from "./body.ts";
import { NewEntry } from "./entry.tsx";
import { useRuleName } from "./rule-name.ts";

type Given = {
  readonly rules: readonly Rule[];
  readonly onAdd: (rules: readonly Rule[]) => void;
};

/** Adds what a template has and the draft has not: one of its limits, or one of the parts that it offers besides. */
export function TemplateRules({ rules, onAdd }: Given) {
  const { t } = useTranslation("plan");
  const { language } = useLanguage();
  const nameOf = useRuleName();
  const { data } = query.useQuery("get", "/api/v1/presets");
  const [chosen, setChosen] = useState("");
  const isNew = ({ id }: Rule): boolean => rules.every((rule) => rule.id !== id);
  const choices = (data?.items ?? []).flatMap(({ condition, body, options }) =>
    [
      ...body.rules.map((rule) => ({ value: `${condition}/${rule.id}`, label: nameOf(rule), rules: [rule] as Rule[] })),
      ...options.map(({ name, title, rules: its }) => ({ value: name, label: title[language], rules: its as Rule[] })),
    ].flatMap((choice) => {
      const left = choice.rules.filter(isNew);
      return left.length === 0
        ? []
        : [{ ...choice, rules: left, label: `${t(`condition.${condition}`)}: ${choice.label}` }];
    }),
  );
  const next = choices.find(({ value }) => value === chosen) ?? choices[0];
  return (
    <NewEntry
      label={t("addFromTemplate")}
      choices={choices.map(({ value, label }) => ({ value, label }))}
      chosen={next?.value}
      onChoose={setChosen}
      onAdd={() => next && onAdd(next.rules)}
    />
  );
}
