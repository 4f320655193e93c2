import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/index.ts";
import { sayWhen } from "../i18n/when.ts";
import { Empty } from "../ui/states.tsx";

type Given = { readonly at: string; readonly now: number; readonly filtered: boolean; readonly onShowAll: () => void };

/** Says whether nothing needs anybody, or only nothing of what was chosen. */
export function Nothing({ at, now, filtered, onShowAll }: Given) {
  const { t } = useTranslation("worklist");
  const { language } = useLanguage();
  if (filtered) {
    return (
      <Empty title={t("emptyFilter")}>
        <Button variant="default" onClick={onShowAll}>
          {t("showAll")}
        </Button>
      </Empty>
    );
  }
  return (
    <Empty title={t("emptyAll")}>
      <p>{t("emptyChecked", { when: sayWhen(Date.parse(at), { now, language }) })}</p>
    </Empty>
  );
}
