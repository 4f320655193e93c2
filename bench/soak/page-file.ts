import { readFileSync } from "node:fs";
import { soakPicture } from "./picture.ts";
import { soakPage } from "./report.ts";
import type { SoakResult } from "./run.ts";

/** The generated files by their path in the repository: the page and its picture, from the results that are kept. */
export function renderedSoak(): Readonly<Record<string, string>> {
  const result = JSON.parse(readFileSync(new URL("../results/soak.json", import.meta.url), "utf8")) as SoakResult;
  return {
    "docs/soak.md": soakPage(result),
    "docs/pictures/soak.svg": soakPicture(result.samples, result.plan.days),
  };
}
