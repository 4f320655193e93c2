import { z } from "zod";
import { HemvaktError } from "../errors.ts";
import { isTimeZone } from "./day.ts";
import { measureAgainSchema } from "./measure-again.ts";
import type { Metric } from "./metric.ts";
import { patientTextSchema, treatmentsSchema } from "./patient-text.ts";
import { checkConcern, checkQuantity, checkRule, checkSchedules, checkTexts, refuse } from "./plan-checks.ts";
import { quantitySchema } from "./quantity.ts";
import { directionSchema, metricSchema, ruleSchema } from "./rule.ts";
import { scheduleSchema } from "./schedule.ts";

/**
 * A care plan: what is normal enough for one patient, signed by somebody. Versions never change once signed; the plan
 * in force when a value was measured is the one that judges it.
 */

/**
 * A safety limit opens a red alert at once, whatever the reading's quality. It is a different thing from a limit and
 * from plausibility: nothing excuses a value beyond it.
 */
export const safetyLimitSchema = z
  .strictObject({ metric: metricSchema, direction: directionSchema, limit: quantitySchema })
  .meta({ id: "SafetyLimit" });
export type SafetyLimit = z.infer<typeof safetyLimitSchema>;

/**
 * A value that a professional has set as the patient's own normal, for instance the dry weight: what it is, on which local
 * date it was set and by whom (a staff id). It keeps its date and author when a later version of the plan carries it on.
 */
export const referenceSchema = z
  .strictObject({ metric: metricSchema, value: quantitySchema, setOn: z.iso.date(), setBy: z.string().min(1).max(64) })
  .meta({ id: "Reference" });
export type Reference = z.infer<typeof referenceSchema>;

/**
 * Where saturation is meant to be, set by a professional as a reference is: 88–92 % where carbon dioxide may be retained,
 * 94–98 % otherwise (British Thoracic Society, Thorax 2017;72:i1).
 */
export const saturationTargetSchema = z
  .strictObject({ range: z.enum(["88-92", "94-98"]), setOn: z.iso.date(), setBy: z.string().min(1).max(64) })
  .meta({ id: "SaturationTarget" });
export type SaturationTarget = z.infer<typeof saturationTargetSchema>;

/** What a plan says, without who signed it and when. */
export const planBodySchema = z
  .strictObject({
    conditions: z.array(z.enum(["heart-failure", "copd", "hypertension"])).max(3),
    zone: z.string().min(1).max(64).default("Europe/Stockholm"),
    rules: z.array(ruleSchema).max(50),
    safetyLimits: z.array(safetyLimitSchema).max(30),
    /** The patient's own normal values, for the rules that compare with them. */
    references: z.array(referenceSchema).max(14).optional(),
    saturationTarget: saturationTargetSchema.optional(),
    /** When the patient is asked to measure, at most one entry a signal. */
    schedules: z.array(scheduleSchema).max(14).optional(),
    /** After so many missed windows in a row the team is told that it sees nothing; 2 unless the plan says otherwise. */
    maxBlind: z.number().int().min(1).max(30).optional(),
    /** Asking the person to measure again before the team is told; on unless it says otherwise. */
    measureAgain: measureAgainSchema.optional(),
    /** The clinic's words to the patient, by the rule that found something. */
    texts: z.array(patientTextSchema).max(50).optional(),
    /** Prescriptions given in advance, signed by a physician; off unless turned on. */
    treatments: treatmentsSchema.optional(),
    /** What the patient reads. */
    patientLanguage: z.enum(["sv", "en"]).optional(),
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
      checkRule(context, path, rule, plan);
    });
    const referenced = new Set<Metric>();
    plan.references?.forEach(({ metric, value }, index) => {
      const path = ["references", index];
      if (referenced.has(metric)) refuse(context, path, `another reference for ${metric}`);
      referenced.add(metric);
      checkQuantity(context, [...path, "value"], metric, value);
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
    checkSchedules(context, plan.schedules ?? []);
    checkTexts(context, plan);
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

/**
 * A plan complete and checked.
 * @throws HemvaktError `REQUEST_SHAPE` naming the fields, each path after `prefix`
 */
export function requirePlan(body: unknown, prefix: readonly string[] = ["body"]): PlanBody {
  const parsed = planBodySchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: [...prefix, ...path].join("."), message }));
  throw new HemvaktError("REQUEST_SHAPE", undefined, { errors });
}

/** What a signed plan says, without who signed it and when. */
export function bodyOf(plan: CarePlan): PlanBody {
  const { patient: _patient, version: _version, signedBy: _by, signedAt: _at, validFrom: _from, ...body } = plan;
  return body;
}

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
