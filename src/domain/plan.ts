import { z } from "zod";
import { HemvaktError } from "../errors.ts";
import type { Concern } from "./alert.ts";
import { isTimeZone } from "./day.ts";
import { type Direction, directions, type Metric, metricNames } from "./metric.ts";
import { differenceToScaled, toScaled, unitsOf } from "./unit.ts";

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

const directionSchema = z.enum(directions);

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
    const ids = new Set<string>();
    plan.rules.forEach((rule, index) => {
      const path = ["rules", index];
      if (ids.has(rule.id)) refuse(context, [...path, "id"], "id used twice");
      ids.add(rule.id);
      // Judgements name a safety limit by such an id.
      if (rule.id.startsWith("safety-")) refuse(context, [...path, "id"], "must not begin with safety-");
      if (rule.kind === "limit") {
        checkQuantity(context, [...path, "limit"], rule.metric, rule.limit);
        checkConcern(context, path, rule.metric, rule.direction);
      } else {
        if (checkQuantity(context, [...path, "amount"], rule.metric, rule.amount)) {
          const amount = amountToScaled(rule.metric, rule.amount);
          if (amount <= 0) refuse(context, [...path, "amount", "value"], "must be above 0");
        }
        checkConcern(context, path, rule.metric, rule.direction === "rise" ? "above" : "below");
      }
    });
    const sides = new Set<string>();
    plan.safetyLimits.forEach((limit, index) => {
      const path = ["safetyLimits", index];
      const side = `${limit.metric}/${limit.direction}`;
      if (sides.has(side)) refuse(context, path, `another safety limit for ${side}`);
      sides.add(side);
      checkQuantity(context, [...path, "limit"], limit.metric, limit.limit);
      checkConcern(context, path, limit.metric, limit.direction);
    });
    if (!isTimeZone(plan.zone)) refuse(context, ["zone"], "unknown time zone");
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

type Path = (string | number)[];

const refuse = (context: z.core.$RefinementCtx, path: Path, message: string): void =>
  context.addIssue({ code: "custom", path, message });

/** Whether a quantity's unit belongs to its metric; says so where it doesn't. */
function checkQuantity(context: z.core.$RefinementCtx, path: Path, metric: Metric, quantity: Quantity): boolean {
  const units = unitsOf(metric);
  const fits = units.includes(quantity.unit);
  if (!fits) refuse(context, [...path, "unit"], `${metric} takes ${units.join(", ")}`);
  return fits;
}

function checkConcern(context: z.core.$RefinementCtx, path: Path, metric: Metric, direction: Direction): void {
  if (!concernOf(metric, direction)) refuse(context, [...path, "metric"], "no alert concern covers this metric");
}

/** A plan quantity in the metric's stored integers. @throws HemvaktError `UNIT_UNKNOWN` */
export const quantityToScaled = (metric: Metric, quantity: Quantity): number =>
  toScaled(metric, quantity.value, quantity.unit);

/** A difference in the metric's stored integers: like `quantityToScaled`, without the zero point of °F. */
export const amountToScaled = (metric: Metric, amount: Quantity): number =>
  differenceToScaled(metric, amount.value, amount.unit);

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
