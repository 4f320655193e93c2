import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { metrics } from "../../src/domain/metric.ts";

/** The words of docs/glossary.md against every text that people are shown. */

const root = fileURLToPath(new URL("../../", import.meta.url));
// TypeScript 7 has no interface for reading sources; the generator's own TypeScript has.
const require = createRequire(new URL("../../tools/openapi/package.json", import.meta.url));
const ts = require("typescript") as typeof import("../../tools/openapi/node_modules/typescript/lib/typescript.js");
type Node = import("../../tools/openapi/node_modules/typescript/lib/typescript.js").Node;

type Language = "sv" | "en";
type Text = { readonly language: Language; readonly file: string; readonly text: string };
type Term = {
  readonly sv: string[];
  readonly en: string[];
  readonly standard: string;
  readonly meaning: string;
  readonly not: Readonly<Record<Language, string[]>>;
};

/** Texts that stand under a name `sv` or `en`, wherever: a file of words, or a sentence told in both languages. */
function textsIn(file: string, source: string): Text[] {
  const found: Text[] = [];
  const languageOf = (node: Node): Language | undefined => {
    if (!ts.isPropertyAssignment(node) && !ts.isVariableDeclaration(node)) return undefined;
    const name = node.name.getText();
    return name === "sv" || name === "en" ? name : undefined;
  };
  const visit = (node: Node, around: Language | undefined): void => {
    const language = languageOf(node) ?? around;
    const isKey =
      ts.isPropertyAssignment(node.parent ?? node) && (node.parent as { name?: Node } | undefined)?.name === node;
    if (
      language &&
      !isKey &&
      (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
    ) {
      found.push({ language, file, text: node.text });
    }
    ts.forEachChild(node, (child) => visit(child, language));
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true), undefined);
  return found;
}

const shown = globSync(["src/**/*.ts", "dashboards/web/src/**/*.{ts,tsx}"], { cwd: root })
  .filter((file) => !/\.(test|d)\.ts$/.test(file))
  .flatMap((file) => textsIn(file, readFileSync(root + file, "utf8")));

const listed = (cell: string): string[] =>
  cell
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
/** "lämna/lämnar över": either of the first words, and the rest. */
const forms = (word: string): string[] => {
  const [first = "", ...rest] = word.split(" ");
  return first.split("/").map((form) => [form, ...rest].join(" "));
};

/** The rows of the glossary's tables. */
function termsIn(page: string): Term[] {
  const rows = page.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| Swedish"));
  return rows.map((row) => {
    const [, sv = "", en = "", standard = "", meaning = "", not = ""] = row.split("|").map((cell) => cell.trim());
    const avoid = (language: Language): string[] =>
      not.split(";").flatMap((part) => (part.trim().startsWith(`${language}:`) ? listed(part.trim().slice(3)) : []));
    const words = (cell: string): string[] => listed(cell).flatMap(forms);
    return { sv: words(sv), en: words(en), standard, meaning, not: { sv: avoid("sv"), en: avoid("en") } };
  });
}

/** Whether a word of the text begins so. */
const begins = (text: string, word: string): boolean => new RegExp(`(?<!\\p{L})${word}`, "iu").test(text);

/** Words to avoid that texts say: where, which and what is the word instead. */
const wrong = (terms: readonly Term[], texts: readonly Text[]): string[] =>
  terms.flatMap((term) =>
    texts.flatMap(({ language, file, text }) =>
      term.not[language]
        .filter((word) => begins(text.replaceAll(/\{\{?\w+\}?\}/g, ""), word))
        .map((word) => `${file}: "${word}" in "${text}" is ${term[language].join(", ")}`),
    ),
  );

const page = readFileSync(`${root}docs/glossary.md`, "utf8");
const terms = termsIn(page);

describe("the glossary", () => {
  it("says of each thing what it is, in one sentence, and what standards call it", () => {
    expect(terms.length).toBeGreaterThan(40);
    for (const { sv, standard, meaning } of terms) {
      expect(standard, sv.join()).not.toBe("");
      expect(meaning, sv.join()).toMatch(/^\S.*\.$/);
    }
  });

  it("has one row for each word", () => {
    for (const language of ["sv", "en"] as const) {
      const words = terms.flatMap((term) => term[language]);
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    }
  });

  it("holds words that people are shown, in both languages", () => {
    const all = { sv: "", en: "" };
    for (const { language, text } of shown) all[language] += `${text}\n`;
    for (const language of ["sv", "en"] as const) {
      expect(terms.flatMap((term) => term[language]).filter((word) => !begins(all[language], word))).toEqual([]);
    }
  });

  it("has the metrics' codes and units as the platform stores them", () => {
    const codes = Object.values(metrics).map(({ loinc, ucum }) => `LOINC ${loinc}, UCUM ${ucum}`);
    const told = terms.flatMap(({ standard }) => (standard.startsWith("LOINC") ? [standard] : []));
    expect(told.length).toBeGreaterThan(8);
    expect(told.filter((code) => !codes.includes(code))).toEqual([]);
  });

  it("is found from the README and from CONTRIBUTING", () => {
    for (const file of ["README.md", "CONTRIBUTING.md"]) {
      expect(readFileSync(root + file, "utf8")).toContain("](docs/glossary.md)");
    }
  });
});

describe("what people are shown", () => {
  it("uses none of the words to avoid", () => {
    expect(shown.length).toBeGreaterThan(3000);
    expect(wrong(terms, shown)).toEqual([]);
  });

  it("is found out where it does, in words, sentences and templates", () => {
    const texts = textsIn(
      "a.ts",
      `export const sv = { take: "Kvittera" }; const said = { sv: \`\${who} såg en varning\`, en: (who) => \`\${who} has a sensor\` };
       const warning = "no text of people's"; const label = { "larm": 1 };`,
    );
    expect(texts.map(({ text }) => text.trim()).filter(Boolean)).toEqual([
      "Kvittera",
      "såg en varning",
      "has a sensor",
    ]);
    expect(wrong(terms, texts)).toHaveLength(3);
  });
});
