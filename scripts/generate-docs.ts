// Writes the reference pages that follow from the code: node scripts/generate-docs.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { renderAlerts } from "./pages/alerts.ts";
import { renderErrors } from "./pages/errors.ts";
import { renderHazards } from "./pages/hazards.ts";
import { renderMetrics } from "./pages/metrics.ts";
import { rulePages } from "./pages/rules.ts";
import { renderSettings } from "./pages/settings.ts";

/** Every generated page, by its name in docs/, with what renders it. */
export const pages: Readonly<Record<string, () => string>> = {
  "alerts.md": renderAlerts,
  "errors.md": renderErrors,
  "metrics.md": renderMetrics,
  "settings.md": renderSettings,
  "clinical/hazards.md": renderHazards,
  ...rulePages,
};

if (import.meta.main) {
  const docs = new URL("../docs/", import.meta.url);
  mkdirSync(new URL("clinical/", docs), { recursive: true });
  for (const [name, render] of Object.entries(pages)) writeFileSync(new URL(name, docs), render());
}
