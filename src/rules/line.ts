import type { Finding } from "../domain/finding.ts";

/**
 * The value at which a finding's limit can be drawn as a line beside what was measured, in stored integers; `undefined`
 * where the rule compares something else than one value with one limit.
 */
export function lineOf({
  ruleKind,
  direction,
  compared,
}: Pick<Finding, "ruleKind" | "direction" | "compared">): number | undefined {
  switch (ruleKind) {
    case "limit":
    case "safety":
    case "n-of-m":
    case "baseline":
    case "oxygen-excess":
      return compared.limit;
    case "reference":
      return (compared.reference ?? 0) + (direction === "above" ? 1 : -1) * (compared.limit ?? 0);
    case "change":
    case "moving-average":
    case "cusum":
    case "oximetry-score":
    case "irregular-pulse":
    case "symptoms":
    case "news2":
    case "combination":
      return undefined;
  }
}
