import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/index.ts";
import type { Language } from "../i18n/when.ts";

/** Each language in its own words, for whoever can't read the other. */
const names = [
  { value: "sv", label: "Svenska" },
  { value: "en", label: "English" },
];

/** Chooses the language. */
export function LanguageChoice() {
  const { t } = useTranslation("profile");
  const { language, choose } = useLanguage();
  return (
    <SegmentedControl
      aria-label={t("language")}
      data={names}
      value={language}
      onChange={(value) => void choose(value as Language)}
      fullWidth
    />
  );
}

/** Chooses light or dark. */
export function ThemeChoice() {
  const { t } = useTranslation("profile");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label={t("theme")}
      data={[
        { value: "auto", label: t("auto") },
        { value: "light", label: t("light") },
        { value: "dark", label: t("dark") },
      ]}
      value={colorScheme}
      onChange={(value) => setColorScheme(value)}
      fullWidth
    />
  );
}
