// Writes the reference pages that follow from the code: node scripts/generate-docs.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { renderAlerts } from "./pages/alerts.ts";
import { renderCohort } from "./pages/cohort.ts";
import { committedResults } from "./pages/cohort-parts.ts";
import { renderErrors } from "./pages/errors.ts";
import { renderHazards } from "./pages/hazards.ts";
import { renderMetrics } from "./pages/metrics.ts";
import { rulePages } from "./pages/rules.ts";
import { renderRulesCompared } from "./pages/rules-compared.ts";
import { renderSettings } from "./pages/settings.ts";
import { leadTimes, referencePicture, tradeOff } from "./pictures/cohort.ts";

const cohorts = committedResults().cohorts;

/** Every generated page and picture, by its name in docs/, with what renders it. */
export const pages: Readonly<Record<string, () => string>> = {
  "alerts.md": renderAlerts,
  "errors.md": renderErrors,
  "metrics.md": renderMetrics,
  "settings.md": renderSettings,
  "clinical/hazards.md": renderHazards,
  ...rulePages,
  "clinical/cohort.md": renderCohort,
  "clinical/rules.md": renderRulesCompared,
  "pictures/cohort-reference.svg": () => referencePicture(committedResults().reference),
  ...Object.fromEntries(
    cohorts.flatMap((results) => [
      [`pictures/cohort-${results.condition}.svg`, () => tradeOff(results)],
      [`pictures/cohort-${results.condition}-lead.svg`, () => leadTimes(results)],
    ]),
  ),
};

if (import.meta.main) {
  const docs = new URL("../docs/", import.meta.url);
  mkdirSync(new URL("clinical/", docs), { recursive: true });
  for (const [name, render] of Object.entries(pages)) writeFileSync(new URL(name, docs), render());
}
