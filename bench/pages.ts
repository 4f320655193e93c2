import { mkdirSync, writeFileSync } from "node:fs";
import { renderedFiles } from "./report/page-file.ts";
import { renderedSoak } from "./soak/page-file.ts";
import { renderedWeb } from "./web/page.ts";

// Draws docs/performance.md, docs/soak.md and docs/web-figures.md anew from the results that are kept: node bench/pages.ts
const at = (path: string): URL => new URL(`../${path}`, import.meta.url);
mkdirSync(at("docs/pictures/"), { recursive: true });
for (const [path, text] of Object.entries({ ...renderedFiles(), ...renderedSoak(), ...renderedWeb() }))
  writeFileSync(at(path), text);
