import type { Words } from "../i18n/words.ts";

export const sv = {
  menu: "Din profil",
  language: "Språk",
  theme: "Utseende",
  light: "Ljust",
  dark: "Mörkt",
  auto: "Som enheten",
  signOut: "Logga ut",
  roles: { nurse: "sjuksköterska", physician: "läkare", technician: "tekniker", admin: "administratör" },
} as const;

export const en: Words<typeof sv> = {
  menu: "Your profile",
  language: "Language",
  theme: "Appearance",
  light: "Light",
  dark: "Dark",
  auto: "As the device",
  signOut: "Sign out",
  roles: { nurse: "nurse", physician: "physician", technician: "technician", admin: "administrator" },
};
