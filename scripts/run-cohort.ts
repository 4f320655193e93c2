// Runs the reference simulation and the whole virtual cohort, and writes the results that docs/clinical is made from:
// node scripts/run-cohort.ts && node scripts/generate-docs.ts
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { runCohort, runReference } from "../src/cohort/cohort.ts";
import { type CommittedResults, presentDigest } from "../src/cohort/committed.ts";
import { commonParameters, noiseParameters, referenceParameters } from "../src/cohort/parameters.ts";
import { ruleSets } from "../src/cohort/rule-sets/catalogue.ts";
import { cohortConditions } from "../src/cohort/virtual/case.ts";

const seed = "1";
const how = {
  threads: availableParallelism(),
  onProgress: (done: number, of: number) => console.error(`${done} of ${of}`),
};
const reference = await runReference(seed, referenceParameters.patients.value, how);
const cohorts = [];
for (const condition of cohortConditions) {
  cohorts.push(await runCohort(condition, seed, commonParameters.patients.value, ruleSets[condition], how));
}
const some = ruleSets["heart-failure"].filter(({ id }) =>
  (noiseParameters.rules.value as readonly string[]).includes(id),
);
const noise = [];
for (const weightNoise of noiseParameters.weightNoise.value) {
  noise.push(await runCohort("heart-failure", seed, noiseParameters.patients.value, some, how, { weightNoise }));
}
const results: CommittedResults = { digest: presentDigest(), reference, cohorts, noise };
const file = new URL("../docs/clinical/cohort-results.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
