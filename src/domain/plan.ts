import { z } from "zod";
import { HemvaktError } from "../errors.ts";
import type { Concern } from "./alert.ts";
import { type Metric, metricNames } from "./metric.ts";
import { toScaled, unitsOf } from "./unit.ts";

/**
 * A care plan: what is normal enough for one patient, signed by somebody. Versions never change once signed; the plan
 * in force when a value was measured is the one that judges it.
 */

const metricSchema = z.enum(metricNames as readonly [Metric, ...Metric[]]);

/** A limit is a value with its unit, never a bare number. */
export const quantitySchema = z
  .strictObject({ value: z.number().min(-1000).max(10_000), unit: z.string().min(1).max(16) })
  .meta({ id: "Quantity" });
export type Quantity = z.infer<typeof quantitySchema>;

const directionSchema = z.enum(["above", "below"]);
export type Direction = z.infer<typeof directionSchema>;

const ruleId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const severitySchema = z.enum(["yellow", "red"]);

/** A value strictly beyond a fixed limit. */
const limitRuleSchema = z.strictObject({
  id: ruleId,
  kind: z.literal("limit"),
  metric: metricSchema,
  direction: directionSchema,
  limit: quantitySchema,
  severity: severitySchema,
});

/**
 * A rise or fall over local days. "2 kg in 3 days" is read in two ways that differ twofold in alert rate, so the plan
 * says which: `day` compares with the value of the local date exactly `days` before; `extreme` with the lowest (for a
 * rise) or highest (for a fall) day value of the `days` dates before.
 */
const changeRuleSchema = z.strictObject({
  id: ruleId,
  kind: z.literal("change"),
  metric: metricSchema,
  direction: z.enum(["rise", "fall"]),
  amount: quantitySchema,
  days: z.number().int().min(1).max(30),
  against: z.enum(["day", "extreme"]),
  severity: severitySchema,
});

/** The rule kinds. A new kind is a file in `rules/` and a line here; the compiler names what else must handle it. */
export const ruleSchema = z.discriminatedUnion("kind", [limitRuleSchema, changeRuleSchema]).meta({ id: "Rule" });
export type Rule = z.infer<typeof ruleSchema>;
export type LimitRule = z.infer<typeof limitRuleSchema>;
export type ChangeRule = z.infer<typeof changeRuleSchema>;

/**
 * A safety limit opens a red alert at once, whatever the reading's quality. It is a different thing from a limit and
 * from plausibility: nothing excuses a value beyond it.
 */
export const safetyLimitSchema = z
  .strictObject({ metric: metricSchema, direction: directionSchema, limit: quantitySchema })
  .meta({ id: "SafetyLimit" });
export type SafetyLimit = z.infer<typeof safetyLimitSchema>;

/** What a plan says, without who signed it and when. */
export const planBodySchema = z
  .strictObject({
    conditions: z.array(z.enum(["heart-failure", "copd", "hypertension"])).max(3),
    zone: z.string().min(1).max(64).default("Europe/Stockholm"),
    rules: z.array(ruleSchema).max(50),
    safetyLimits: z.array(safetyLimitSchema).max(30),
    /** Shown with every alert, for instance "not for hospital admission". */
    treatmentLimitation: z.string().max(500).optional(),
  })
  .superRefine((plan, context) => {
    const seen = new Set<string>();
    plan.rules.forEach((rule, index) => {
      if (seen.has(rule.id))
        context.addIssue({ code: "custom", path: ["rules", index, "id"], message: "id used twice" });
      seen.add(rule.id);
      const quantity = rule.kind === "limit" ? rule.limit : rule.amount;
      checkQuantity(context, ["rules", index, rule.kind === "limit" ? "limit" : "amount"], rule.metric, quantity);
      if (rule.kind === "change" && rule.amount.value <= 0) {
        context.addIssue({ code: "custom", path: ["rules", index, "amount", "value"], message: "must be above 0" });
      }
      const direction = rule.kind === "limit" ? rule.direction : rule.direction === "rise" ? "above" : "below";
      if (!concernOf(rule.metric, direction)) {
        context.addIssue({
          code: "custom",
          path: ["rules", index, "metric"],
          message: "no alert concern covers this metric",
        });
      }
    });
    plan.safetyLimits.forEach((limit, index) => {
      checkQuantity(context, ["safetyLimits", index, "limit"], limit.metric, limit.limit);
      if (!concernOf(limit.metric, limit.direction)) {
        context.addIssue({
          code: "custom",
          path: ["safetyLimits", index, "metric"],
          message: "no alert concern covers this metric",
        });
      }
    });
    if (!isZone(plan.zone)) context.addIssue({ code: "custom", path: ["zone"], message: "unknown time zone" });
  })
  .meta({ id: "PlanBody" });
export type PlanBody = z.infer<typeof planBodySchema>;

/** A signed version of a patient's plan. Instants in milliseconds since the epoch. */
export type CarePlan = PlanBody & {
  readonly patient: string;
  readonly version: number;
  readonly signedBy: string;
  readonly signedAt: number;
  /** Never before `signedAt`. */
  readonly validFrom: number;
};

function checkQuantity(
  context: z.core.$RefinementCtx,
  path: (string | number)[],
  metric: Metric,
  quantity: Quantity,
): void {
  // A change limit in °F would need the offset left out; temperatures change in °C only.
  if (!unitsOf(metric).includes(quantity.unit)) {
    context.addIssue({
      code: "custom",
      path: [...path, "unit"],
      message: `${metric} takes ${unitsOf(metric).join(", ")}`,
    });
  }
}

const isZone = (zone: string): boolean => {
  try {
    return Intl.DateTimeFormat("en", { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
};

/** A plan quantity in the metric's stored integers. @throws HemvaktError `UNIT_UNKNOWN` */
export const quantityToScaled = (metric: Metric, quantity: Quantity): number =>
  toScaled(metric, quantity.value, quantity.unit);

/** A difference in the metric's stored integers: like `quantityToScaled`, without the zero point of °F. */
export function amountToScaled(metric: Metric, amount: Quantity): number {
  return toScaled(metric, amount.value, amount.unit) - toScaled(metric, 0, amount.unit);
}

const metricConcerns: Readonly<Record<Metric, { above?: Concern; below?: Concern }>> = {
  "body-weight": { above: "weight-gain", below: "weight-loss" },
  "systolic-pressure": { above: "bp-high", below: "bp-low" },
  "diastolic-pressure": { above: "bp-high", below: "bp-low" },
  "mean-pressure": { above: "bp-high", below: "bp-low" },
  pulse: { above: "pulse-high", below: "pulse-low" },
  "oxygen-saturation": { above: "oxygen-high", below: "oxygen-low" },
  "oxygen-flow": {},
  "body-temperature": { above: "temperature", below: "temperature" },
  "respiratory-rate": { above: "breathing", below: "breathing" },
  // Glucose is stored and shown; the closed list of concerns has none for it, so no limit can be set.
  glucose: {},
  "peak-flow": { below: "breathing" },
  fev1: { below: "breathing" },
  fvc: { below: "breathing" },
  consciousness: { above: "composite" },
};

/** The concern that a metric beyond a limit in a direction belongs to; undefined where alerts are not offered. */
export const concernOf = (metric: Metric, direction: Direction): Concern | undefined =>
  metricConcerns[metric][direction];

/**
 * The plan version in force at an instant: the latest `validFrom` not after it; of several from the same instant the
 * highest version.
 */
export function planInForce<T extends { validFrom: number; version: number }>(
  plans: readonly T[],
  at: number,
): T | undefined {
  let best: T | undefined;
  for (const plan of plans) {
    if (plan.validFrom > at) continue;
    if (
      !best ||
      plan.validFrom > best.validFrom ||
      (plan.validFrom === best.validFrom && plan.version > best.version)
    ) {
      best = plan;
    }
  }
  return best;
}

/** Checks that a plan isn't valid before it is signed. @throws HemvaktError `PLAN_BACKDATED` */
export function requireNotBackdated(signedAt: number, validFrom: number): void {
  if (validFrom < signedAt) throw new HemvaktError("PLAN_BACKDATED");
}
