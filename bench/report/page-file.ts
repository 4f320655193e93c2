import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { performancePage } from "./page.ts";
import { ratioPicture } from "./picture.ts";
import type { Results } from "./results.ts";

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);

/** The newest results that are kept. */
export function newestResults(): Results {
  const name = readdirSync(at("bench/results/"))
    .filter((file) => /^\d{4}-\d\d-\d\d\.json$/.test(file))
    .sort()
    .at(-1);
  if (name === undefined) throw new Error("no results yet: npm run bench");
  return JSON.parse(readFileSync(at(`bench/results/${name}`), "utf8")) as Results;
}

/** The generated files by their path in the repository: the page and its picture, from the newest results. */
export function renderedFiles(): Readonly<Record<string, string>> {
  const results = newestResults();
  return {
    "docs/performance.md": performancePage(results, readFileSync(at("bench/tried.md"), "utf8")),
    "docs/pictures/performance.svg": ratioPicture(results),
  };
}

/** Writes docs/performance.md and its picture. */
export function writePage(): void {
  mkdirSync(at("docs/pictures/"), { recursive: true });
  for (const [path, text] of Object.entries(renderedFiles())) writeFileSync(at(path), text);
}
