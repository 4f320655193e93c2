import type { Schemas } from "../api/client.ts";
import { type MetricName, type Rule, units } from "./body.ts";

/** A limit that is a level on a curve, in the unit in which limits are set. */
export type Line = {
  readonly id: string;
  readonly direction: "above" | "below";
  readonly value: number;
  readonly severity: "red" | "yellow" | "info";
};

/** The levels of a plan on one metric. Those in another unit, or not filled in, are left out rather than drawn wrong. */
export function linesOf(
  plan: { readonly rules: readonly Rule[]; readonly safetyLimits: readonly Schemas["SafetyLimit"][] },
  metric: MetricName,
): Line[] {
  const drawn = ({ value, unit }: { value: number | null; unit: string }): boolean =>
    value !== null && unit === units[metric].unit;
  const rules = plan.rules.flatMap((rule): Line[] => {
    if ((rule.kind !== "limit" && rule.kind !== "n-of-m") || rule.metric !== metric || !drawn(rule.limit)) return [];
    return [{ id: rule.id, direction: rule.direction, value: rule.limit.value, severity: rule.severity }];
  });
  const safety = plan.safetyLimits.flatMap(({ metric: of, direction, limit }): Line[] =>
    of === metric && drawn(limit)
      ? [{ id: `safety ${direction}`, direction, value: limit.value, severity: "red" }]
      : [],
  );
  return [...rules, ...safety];
}

/** How many values lie strictly beyond a level, as rules count them. */
export const beyond = (values: readonly number[], { direction, value }: Line): number =>
  values.filter((one) => (direction === "above" ? one > value : one < value)).length;
