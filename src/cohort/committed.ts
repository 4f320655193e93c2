import { createHash } from "node:crypto";
import { cohortParameters, noiseParameters } from "./parameters.ts";
import { referenceRules } from "./reference/rules.ts";
import type { ReferenceResults } from "./reference/run.ts";
import type { CohortResults } from "./results.ts";
import { inexpressible, ruleSets } from "./rule-sets/catalogue.ts";

/** The results in the repository, from which the pages in docs/clinical are written. */
export type CommittedResults = {
  /** Of the parameters and rules that they were made with. */
  readonly digest: string;
  readonly reference: ReferenceResults;
  readonly cohorts: readonly CohortResults[];
  /** Some weight rules again, in patients whose weight is noisier or quieter. */
  readonly noise: readonly CohortResults[];
};

/** The SHA-256 of the parameters and rule sets as they are now: results with another are of something else. */
export const presentDigest = (): string =>
  createHash("sha256")
    .update(JSON.stringify([cohortParameters, noiseParameters, referenceRules, ruleSets, inexpressible]))
    .digest("hex");
