import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("../../dashboards/web/src/", import.meta.url));
// TypeScript 7 has no interface for reading sources; the generator's own TypeScript has.
const require = createRequire(new URL("../../tools/openapi/package.json", import.meta.url));
const ts = require("typescript") as typeof import("../../tools/openapi/node_modules/typescript/lib/typescript.js");

type Texts = { readonly [key: string]: string | Texts };
const flat = (texts: Texts, at = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [[at + key, text] as [string, string]] : flat(text, `${at}${key}.`),
  );

const folders = globSync("**/{words,*-words}.ts", { cwd: source }).filter((name) => name !== "i18n/words.ts");
const places = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => String(name)).sort();

describe.each(folders)("the words in %s", async (name) => {
  const { sv, en } = (await import(pathToFileURL(source + name).href)) as { sv: Texts; en: Texts };

  it("are the same keys in both languages, none empty, with the same places for values", () => {
    const [swedish, english] = [new Map(flat(sv)), new Map(flat(en))];
    expect([...english.keys()]).toEqual([...swedish.keys()]);
    for (const [key, text] of swedish) {
      expect(text.trim(), key).not.toBe("");
      expect(english.get(key)?.trim(), key).not.toBe("");
      expect(places(english.get(key) ?? ""), key).toEqual(places(text));
    }
  });
});

/** What is written alike in Swedish and in English, and why: everything else that is alike was forgotten. */
const alike: Readonly<Record<string, string>> = {
  Hemvakt: "the platform's name",
  FEV1: "an abbreviation of the lung function's literature, in every language",
  FVC: "an abbreviation of the lung function's literature, in every language",
  "SBAR {{who}}": "Swedish care says SBAR too",
  Situation: "the S of SBAR",
  Info: "short in both",
  Team: "SAOL has it",
  Webhook: "a loan without a Swedish word",
  "Patient {{id}}": "a Swedish word too",
  "Version {{version}}": "a Swedish word too",
  Period: "a Swedish word too",
  Median: "a Swedish word too",
  "median {{value}}": "a Swedish word too",
  Live: "SAOL has it, and the bar has room for no longer one",
  "Person {{number}}": "a Swedish word too",
  "{{greeting}}, person {{number}}!": "a Swedish word too",
  "{{count}} byte": "byte is its own plural in Swedish",
};

/** Texts with letters of their own that are the same in both languages without a reason. */
const untranslated = (sv: Texts, en: Texts): string[] => {
  const english = new Map(flat(en));
  return flat(sv).flatMap(([key, text]) =>
    english.get(key) === text && /\p{L}{2,}/u.test(text.replaceAll(/\{\{\w+\}\}/g, "")) && !(text in alike)
      ? [`${key}: ${text}`]
      : [],
  );
};

describe("texts that are the same in both languages", () => {
  const all = Promise.all(
    folders.map(async (name) => (await import(pathToFileURL(source + name).href)) as { sv: Texts; en: Texts }),
  );

  it("have a reason", async () => {
    expect((await all).flatMap(({ sv, en }) => untranslated(sv, en))).toEqual([]);
  });

  it("are few: no reason is left of a text that is no more", async () => {
    const texts = new Set((await all).flatMap(({ sv }) => flat(sv).map(([, text]) => text)));
    expect(Object.keys(alike).filter((text) => !texts.has(text))).toEqual([]);
  });

  it("are found out, and values alone are not", () => {
    const sv = { take: "Jag tar det", save: "Spara", deep: { id: "{{id}}", unit: "%" } };
    expect(untranslated(sv, { ...sv, take: "I have this" })).toEqual(["save: Spara"]);
  });
});

/** Names that are the same in every language. */
const names = /\bHemvakt\b/g;
/** Attributes that people read or hear. */
const spoken = new Set([
  "label",
  "title",
  "placeholder",
  "alt",
  "description",
  "aria-label",
  "aria-description",
  "error",
]);
const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text.replaceAll(names, ""));

type Node = import("../../tools/openapi/node_modules/typescript/lib/typescript.js").Node;

const ors = new Set([ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken]);

/** The texts that an expression may come to: of both branches of a choice, and around a template's values. */
function literals(node: Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    const inner = node.templateSpans.flatMap(({ expression, literal }) => [...literals(expression), literal.text]);
    return [node.head.text, ...inner];
  }
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    if (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return literals(node.right);
    return ors.has(node.operatorToken.kind) ? [...literals(node.left), ...literals(node.right)] : [];
  }
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) ? literals(node.expression) : [];
}

/** Text that stands in a component instead of among the words: where, and what. */
function hardCoded(file: string, text: string): string[] {
  const found: string[] = [];
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const note = (words: string): void => {
    if (hasWords(words)) found.push(`${file}: ${words.trim()}`);
  };
  const visit = (node: Node): void => {
    if (ts.isJsxText(node)) note(node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
      for (const text of literals(node.expression)) note(text);
    }
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value) for (const text of literals(value)) note(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

describe("components", () => {
  it("hold no text of their own", () => {
    const files = globSync("**/*.tsx", { cwd: source });
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap((file) => hardCoded(file, readFileSync(source + file, "utf8")))).toEqual([]);
  });

  it.each([
    ["between tags", "export const A = () => <p>Öppna larm</p>;"],
    ["in braces", 'export const A = () => <p>{"Open alerts"}</p>;'],
    ["in a choice", 'export const A = () => <p>{on ? "på" : t("off")}</p>;'],
    ["around a value", "export const A = () => <p>{`${count} rader`}</p>;"],
    ["in an attribute's choice", 'export const A = () => <input title={on ? t("on") : "av"} />;'],
    ["in an attribute", 'export const A = () => <input aria-label="Sök" />;'],
  ])("are found out when they hold text %s", (_where, text) => {
    expect(hardCoded("a.tsx", text)).toHaveLength(1);
  });
});
