import type { Rule } from "../domain/rule.ts";

/** What looks back without being asked to by a rule, as on whether two readings are one, does so over less than this. */
const LEAST = 14;
/** A date begins at different instants in different zones, and "so many dates before" may or may not count today. */
const MARGIN = 2;

/**
 * How many local dates before a reading its judging may depend on, under any of some rules: what was measured before that
 * need not be read.
 */
export const lookBackDays = (rules: readonly Rule[]): number =>
  Math.max(LEAST, ...rules.map((rule) => daysOf(rule, rules) + MARGIN));

function daysOf(rule: Rule, rules: readonly Rule[]): number {
  switch (rule.kind) {
    case "limit":
    case "reference":
    case "irregular-pulse":
    case "oxygen-excess":
    case "symptoms":
    case "news2":
      return 1;
    case "change":
    case "n-of-m":
    case "baseline":
    case "oximetry-score":
      return rule.days;
    case "moving-average":
      return Math.max(rule.short.days, rule.long.days);
    case "cusum":
      return rule.days + (rule.level === "reference" ? 0 : rule.level.days);
    case "combination": {
      const parts = rules.filter(({ id, kind }) => kind !== "combination" && rule.of.includes(id));
      return Math.ceil(rule.hours / 24) + Math.max(0, ...parts.map((part) => daysOf(part, rules)));
    }
  }
}
