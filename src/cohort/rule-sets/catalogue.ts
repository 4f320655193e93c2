import type { CohortCondition } from "../virtual/case.ts";
import { copdInexpressible, copdRuleSets } from "./copd.ts";
import { heartFailureInexpressible, heartFailureRuleSets } from "./heart-failure.ts";
import type { Inexpressible, RuleSet } from "./rule-set.ts";

/** The rule sets compared, by condition. */
export const ruleSets: Readonly<Record<CohortCondition, readonly RuleSet[]>> = {
  "heart-failure": heartFailureRuleSets,
  copd: copdRuleSets,
};

/** What was published and can't be compared. */
export const inexpressible: readonly Inexpressible[] = [...heartFailureInexpressible, ...copdInexpressible];
