import type { Rule } from "../../domain/rule.ts";
import type { ReferenceRuleName } from "../published-reference.ts";

const kg = (value: number) => ({ value, unit: "kg" });
const change = (id: ReferenceRuleName, days: number, amount: number, against: "day" | "extreme"): Rule => ({
  id,
  kind: "change",
  metric: "body-weight",
  direction: "rise",
  amount: kg(amount),
  days,
  against,
  severity: "yellow",
});
const average = (id: ReferenceRuleName, short: number, long: number): Rule => ({
  id,
  kind: "moving-average",
  metric: "body-weight",
  direction: "rise",
  amount: kg(1),
  short: { days: short, minimum: short },
  long: { days: long, minimum: long },
  severity: "yellow",
});

/** The six rules of the reference simulation, as a plan has them, in the order of their names. */
export const referenceRules: readonly Rule[] = [
  change("day-3", 3, 2, "day"),
  change("lowest-3", 3, 2, "extreme"),
  change("day-1", 1, 1.36, "day"),
  change("lowest-7", 7, 2, "extreme"),
  average("ma-3-28", 3, 28),
  average("ma-7-28", 7, 28),
];

/** How the rules are written in tables. */
export const referenceRuleTitles: Readonly<Record<ReferenceRuleName, string>> = {
  "day-3": "w[t] − w[t−3] > 2.0",
  "lowest-3": "w[t] − min 3 d > 2.0",
  "day-1": "w[t] − w[t−1] > 1.36",
  "lowest-7": "w[t] − min 7 d > 2.0",
  "ma-3-28": "MA3 − MA28 > 1.0",
  "ma-7-28": "MA7 − MA28 > 1.0",
};
