import type { Rule } from "../domain/rule.ts";

const HOUR = 3_600_000;

/**
 * For how long after it was measured a value may alert, in milliseconds, unless its rule says otherwise, and beyond a safety
 * limit whatever a rule says. A finding that comes later is history.
 */
export const RELEVANCE = 24 * HOUR;

/** For how long after it was measured a value may alert by this rule, in milliseconds. */
export const relevanceOf = ({ relevanceHours }: Pick<Rule, "relevanceHours">): number =>
  relevanceHours === undefined ? RELEVANCE : relevanceHours * HOUR;

/** How long the longest of some rules goes on alerting, and safety limits at the least; in milliseconds. */
export const longestRelevance = (rules: readonly Pick<Rule, "relevanceHours">[]): number =>
  Math.max(RELEVANCE, ...rules.map(relevanceOf));

/** What to think of when a plan says otherwise, for each rule kind. */
export const relevanceAdvice: Readonly<Record<Rule["kind"], string>> = {
  limit: "Shorter where only the present state matters, for instance a pulse.",
  change: "Longer where a gain is still to be acted on days later, as after a weekend without the hub.",
  reference: "Longer, as for a change over days: being above the reference doesn't pass overnight.",
  "moving-average": "Longer: a mean moves slowly.",
  "n-of-m": "Longer than a day only with many dates; the last one decides.",
  baseline: "Shorter where the present state matters; what is unusual is often soon over.",
  cusum: "Longer: a slow drift is not over after a day.",
  "oximetry-score": "Shorter: an exacerbation is a matter of hours, and newer values will tell.",
  "irregular-pulse": "Longer: that it was irregular at all is what matters.",
  "oxygen-excess": "Shorter: it tells of the flow that was set then.",
  symptoms: "Shorter: the patient will have answered again.",
  news2: "Much shorter: the score tells of the present state. Six hours, for instance.",
  combination: "At least its own `hours`; its parts keep their own.",
};
