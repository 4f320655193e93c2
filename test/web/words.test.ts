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

/** Names that are the same in every language. */
const names = new Set(["Hemvakt"]);
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
const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text) && !names.has(text.trim());

/** Text that stands in a component instead of among the words: where, and what. */
function hardCoded(file: string, text: string): string[] {
  const found: string[] = [];
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const note = (words: string): void => {
    if (hasWords(words)) found.push(`${file}: ${words.trim()}`);
  };
  const visit = (node: import("../../tools/openapi/node_modules/typescript/lib/typescript.js").Node): void => {
    if (ts.isJsxText(node)) note(node.text);
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteral(node.expression)) {
      if (!ts.isJsxAttribute(node.parent)) note(node.expression.text);
    }
    if (
      ts.isJsxAttribute(node) &&
      spoken.has(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    ) {
      note(node.initializer.text);
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
    ["in an attribute", 'export const A = () => <input aria-label="Sök" />;'],
  ])("are found out when they hold text %s", (_where, text) => {
    expect(hardCoded("a.tsx", text)).toHaveLength(1);
  });
});
