import type { Severity } from "../domain/alert.ts";
import { aboutOf } from "../domain/concern.ts";
import type { Direction, Metric } from "../domain/metric.ts";
import { type CarePlan, planInForce } from "../domain/plan.ts";
import { amountToScaled, quantityToScaled } from "../domain/quantity.ts";
import { type ChangeRule, sideOf } from "../domain/rule.ts";

/** The rules whose limit is a line in a chart: the same at every instant of a plan version. */
export const lineKinds = ["limit", "safety", "reference", "n-of-m"] as const;

/** A fixed limit on the metric, in stored integers. A value strictly beyond it is a finding, of n of m dates perhaps. */
export type TrendLimit = {
  readonly rule: string;
  readonly kind: (typeof lineKinds)[number];
  readonly direction: Direction;
  readonly value: number;
  readonly severity: Severity;
};

/** An allowed change of the metric over local days; `amount` in stored integers. */
export type TrendChange = Pick<ChangeRule, "direction" | "days" | "against" | "severity"> & {
  readonly rule: string;
  readonly amount: number;
};

/** The part of a period in which one plan version was in force, and what it says about the metric. */
export type LimitPeriod = {
  readonly from: number;
  readonly to: number;
  readonly version: number;
  readonly validFrom: number;
  readonly limits: readonly TrendLimit[];
  readonly changes: readonly TrendChange[];
  /** The patient's own normal value of the metric according to that version, in stored integers. */
  readonly reference: number | undefined;
};

/**
 * The plan versions in force during [from, to) with their limits on one metric, in order of time. Instants before the
 * first plan are in no period.
 */
export function limitsOver(plans: readonly CarePlan[], metric: Metric, from: number, to: number): LimitPeriod[] {
  const turns = new Set(plans.map((plan) => plan.validFrom).filter((at) => at > from && at < to));
  const starts = [from, ...[...turns].sort((a, b) => a - b)];
  return starts.flatMap((start, index) => {
    const plan = start < to ? planInForce(plans, start) : undefined;
    if (!plan) return [];
    const end = starts[index + 1] ?? to;
    return [{ from: start, to: end, version: plan.version, validFrom: plan.validFrom, ...limitsOn(plan, metric) }];
  });
}

function limitsOn(plan: CarePlan, metric: Metric): Pick<LimitPeriod, "limits" | "changes" | "reference"> {
  const reference = plan.references?.find(({ metric: on }) => on === metric);
  const normal = reference && quantityToScaled(metric, reference.value);
  const limits: TrendLimit[] = [];
  const changes: TrendChange[] = [];
  for (const { metric: on, direction, limit } of plan.safetyLimits) {
    if (on !== metric) continue;
    const rule = `safety-${metric}-${direction}`;
    limits.push({ rule, kind: "safety", direction, value: quantityToScaled(metric, limit), severity: "red" });
  }
  for (const rule of plan.rules) {
    if (aboutOf(rule).metric !== metric) continue;
    switch (rule.kind) {
      case "limit":
      case "n-of-m": {
        const value = quantityToScaled(metric, rule.limit);
        limits.push({ rule: rule.id, kind: rule.kind, direction: rule.direction, value, severity: rule.severity });
        break;
      }
      case "change": {
        const { id, direction, days, against, severity } = rule;
        const amount = amountToScaled(metric, rule.amount);
        changes.push({ rule: id, direction, amount, days, against, severity });
        break;
      }
      case "reference": {
        if (normal === undefined) break;
        const amount = amountToScaled(metric, rule.amount);
        const value = normal + (rule.direction === "rise" ? amount : -amount);
        limits.push({ rule: rule.id, kind: "reference", direction: sideOf(rule), value, severity: rule.severity });
        break;
      }
      // Compared with the readings before them: different on every date, and no line.
      case "moving-average":
      case "baseline":
      case "cusum":
      case "oximetry-score":
      // Hold only under a condition: a line would say that every value beyond it is found.
      case "irregular-pulse":
      case "oxygen-excess":
      case "symptoms":
      case "news2":
      case "combination":
        break;
    }
  }
  return { limits, changes, reference: normal };
}
