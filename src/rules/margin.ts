import type { Finding, Inside } from "../domain/finding.ts";

/**
 * How far inside its limit a judgement is: `left` parts of `times` stored integers of its measure (points for scores). Below 0
 * it is beyond. Whole numbers, so that two margins of one rule compare exactly.
 */
export type Margin = { readonly left: number; readonly times: number };

/**
 * How far a reading was from being found by a rule; of a finding, how far beyond.
 * @returns `undefined` where there is no distance: a pulse is irregular or it isn't, and n of m dates are counted
 */
export function marginOf({
  ruleKind,
  direction,
  compared,
}: Pick<Inside | Finding, "ruleKind" | "direction" | "compared">): Margin | undefined {
  const { value, limit = 0, reference = 0, atLeast = 0 } = compared;
  const upwards = direction === "above" ? 1 : -1;
  switch (ruleKind) {
    case "limit":
    case "safety":
    case "baseline":
    case "oximetry-score":
      return { left: upwards * (limit - value), times: 1 };
    case "n-of-m": {
      const left = upwards * (limit - value);
      return left >= 0 || compared.count === undefined ? { left, times: 1 } : undefined;
    }
    case "oxygen-excess":
      return compared.flow === 0 ? undefined : { left: limit - value, times: 1 };
    case "change":
    case "reference":
      return { left: limit - upwards * (value - reference), times: 1 };
    case "moving-average": {
      const { short, long } = compared;
      if (!short || !long) return undefined;
      const away = short.sum * long.count - long.sum * short.count;
      const times = short.count * long.count;
      return { left: limit * times - upwards * away, times };
    }
    case "cusum": {
      const { total = 0, level } = compared;
      return level && { left: level.count * limit - total, times: level.count };
    }
    case "symptoms":
    case "news2":
    case "combination":
      return { left: atLeast - value, times: 1 };
    case "irregular-pulse":
      return undefined;
  }
}

/** Which of two margins is the nearer one: below 0 when it is the first. */
export const nearerOf = (a: Margin, b: Margin): number => a.left * b.times - b.left * a.times;
