import { fileURLToPath } from "node:url";
import { createInstance } from "i18next";
import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { expect, it } from "vitest";
import { en, sv } from "../../dashboards/web/src/ui/words.ts";

const component = fileURLToPath(new URL("../../dashboards/web/src/ui/severity.tsx", import.meta.url));
const { GradeMark } = (await import(component)) as { GradeMark: FunctionComponent<{ grade: string }> };
const grades = Object.keys(sv.severity) as (keyof typeof sv.severity)[];

/** What a grade's mark draws, and what it says. */
async function drawn(language: "sv" | "en"): Promise<{ shape: string | undefined; word: string }[]> {
  const i18n = createInstance();
  await i18n
    .use(initReactI18next)
    .init({ lng: language, resources: { sv: { ui: sv }, en: { ui: en } }, defaultNS: "ui" });
  return grades.map((grade) => {
    const html = renderToStaticMarkup(createElement(I18nextProvider, { i18n }, createElement(GradeMark, { grade })));
    return { shape: / d="([^"]+)"/.exec(html)?.[1], word: html.replaceAll(/<[^>]+>/g, "") };
  });
}

it.each([
  ["sv", sv],
  ["en", en],
] as const)(
  "each grade has a shape of its own and its word, so that no colour stands alone, in %s",
  async (language, words) => {
    const marks = await drawn(language);
    expect(marks.map(({ word }) => word)).toEqual(grades.map((grade) => words.severity[grade]));
    expect(marks.every(({ shape }) => shape !== undefined)).toBe(true);
    expect(new Set(marks.map(({ shape }) => shape)).size).toBe(5);
    expect(new Set(marks.map(({ word }) => word)).size).toBe(5);
  },
);
