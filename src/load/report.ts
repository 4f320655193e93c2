import { type Concern, type Severity, severities } from "../domain/alert.ts";
import { dayToIso, localDay } from "../domain/day.ts";
import { usualShifts } from "../rehearsal/load.ts";
import { type Figures, figuresOf } from "./figures.ts";
import type { Life } from "./life.ts";
import { type Rates, ratesOf, shiftOf } from "./rates.ts";

/** A team's alerts over a period, all together and by something. */

export const groupings = ["none", "shift", "day", "week", "rule", "concern", "severity"] as const;
export type Grouping = (typeof groupings)[number];

export type Group = { readonly key: string; readonly figures: Figures };
export type Report = {
  readonly all: Figures;
  readonly rates: Rates;
  readonly groups: readonly Group[];
  /** Shifts in which more opened than the team has said it can take. */
  readonly overBudget: Rates["shifts"];
};

export function reportOf(
  lives: readonly Life[],
  about: {
    readonly period: { readonly from: number; readonly to: number };
    readonly zone: string;
    readonly by: Grouping;
    readonly perShift: number | undefined;
    readonly now: number;
  },
): Report {
  const { period, zone, by, perShift, now } = about;
  const rates = ratesOf(lives, period, zone);
  const grouped = by === "none" ? new Map<string, Life[]>() : Map.groupBy(lives, (life) => keyOf(life, by, zone));
  return {
    all: figuresOf(lives, now),
    rates,
    groups: [...grouped]
      .map(([key, some]) => ({ key, figures: figuresOf(some, now) }))
      .sort((a, b) => inOrder(by, a.key, b.key)),
    overBudget: perShift === undefined ? [] : rates.shifts.filter(({ alerts }) => alerts > perShift),
  };
}

function keyOf(life: Life, by: Exclude<Grouping, "none">, zone: string): string {
  switch (by) {
    case "shift":
      return shiftOf(life.opened, zone).shift;
    case "day":
      return dayToIso(localDay(life.opened, zone));
    case "week":
      return weekOf(localDay(life.opened, zone));
    case "rule":
      return life.rule;
    case "concern":
      return life.concern satisfies Concern;
    case "severity":
      return life.severity satisfies Severity;
  }
}

/** The ISO 8601 week of a local date, such as 2026-W44. */
function weekOf(day: number): string {
  const date = Temporal.PlainDate.from(dayToIso(day));
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, "0")}`;
}

function inOrder(by: Grouping, a: string, b: string): number {
  if (by === "shift") {
    const names = usualShifts.map(({ name }) => name);
    return names.indexOf(a) - names.indexOf(b);
  }
  if (by === "severity") return severities.indexOf(b as Severity) - severities.indexOf(a as Severity);
  return a < b ? -1 : 1;
}
