import { createInstance } from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import * as problem from "../api/problem-words.ts";
import { clock } from "../clock.ts";
import * as devices from "../devices/words.ts";
import * as followUp from "../follow-up/words.ts";
import * as home from "../home/words.ts";
import * as live from "../live/words.ts";
import * as offline from "../offline/words.ts";
import * as patient from "../patient/words.ts";
import * as plan from "../plan/words.ts";
import * as profile from "../profile/words.ts";
import * as shell from "../shell/words.ts";
import * as staff from "../staff/words.ts";
import * as teams from "../teams/words.ts";
import * as ui from "../ui/words.ts";
import * as worklist from "../worklist/words.ts";
import { type Around, type Language, prepareInstants } from "./when.ts";

/** Every folder's own words, under the folder's name. A new screen is an import and a line here. */
const folders = {
  devices,
  followUp,
  home,
  live,
  offline,
  patient,
  plan,
  problem,
  profile,
  shell,
  staff,
  teams,
  ui,
  worklist,
} as const;
type Folders = typeof folders;

const inLanguage = <Of extends Language>(language: Of) =>
  Object.fromEntries(Object.entries(folders).map(([name, words]) => [name, words[language]])) as {
    readonly [Name in keyof Folders]: Folders[Name][Of];
  };

export const sv = inLanguage("sv");
export const en = inLanguage("en");
export const languages = ["sv", "en"] as const satisfies readonly Language[];

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "ui";
    resources: typeof sv;
  }
}

const KEPT = "hemvakt-language";

/** The language chosen on this device, else the browser's if it is one of ours, else Swedish. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === "sv" || kept === "en") return kept;
  return navigator.language.startsWith("en") ? "en" : "sv";
}

const show = (language: string): void => {
  document.documentElement.lang = language;
};

const i18n = createInstance();

/** Makes the words ready; to be called once, before the first screen. */
export async function startLanguage(): Promise<void> {
  i18n.on("languageChanged", show);
  await i18n.use(initReactI18next).init({
    lng: firstLanguage(),
    resources: { sv, en },
    ns: Object.keys(folders),
    defaultNS: "ui",
    // React escapes by itself.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  prepareInstants(i18n.language === "en" ? "en" : "sv");
}

/** Which language is shown, and how to show another. */
export function useLanguage(): { language: Language; choose: (language: Language) => Promise<void> } {
  const { i18n } = useTranslation();
  return {
    language: i18n.language === "en" ? "en" : "sv",
    choose: async (language) => {
      localStorage.setItem(KEPT, language);
      await i18n.changeLanguage(language);
    },
  };
}

/** Around what instants are said on this screen: `when.ts`'s second argument. */
export const useAround = (): Around => ({ now: clock.now(), language: useLanguage().language });
