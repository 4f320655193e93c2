import { z } from "zod";
import type { Severity } from "./alert.ts";
import { type Direction, directions, type Metric, metricNames } from "./metric.ts";
import { quantitySchema } from "./quantity.ts";
import { type Questionnaire, questionnaireNames } from "./questionnaire.ts";

/**
 * The rules that a care plan is made of, one schema per kind. What each computes stands in `rules/`, one file per kind;
 * definitions, sources and worked examples in `rules/catalogue`.
 */

export const metricSchema = z.enum(metricNames as readonly [Metric, ...Metric[]]);
export const directionSchema = z.enum(directions);

const ruleId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const severitySchema = z.enum(["info", "yellow", "red"] satisfies Severity[]);
/** For how many hours after it was measured a value may still alert, if not for the 24 that hold otherwise. */
const relevanceHoursSchema = z.number().int().min(1).max(168);
const common = { id: ruleId, severity: severitySchema, relevanceHours: relevanceHoursSchema.optional() };
/** Away from an earlier or normal value: upwards or downwards. */
const trendSchema = z.enum(["rise", "fall"]);

/** A value strictly beyond a fixed limit. */
const limitRuleSchema = z.strictObject({
  ...common,
  kind: z.literal("limit"),
  metric: metricSchema,
  direction: directionSchema,
  limit: quantitySchema,
});

/**
 * A rise or fall over local days. "2 kg in 3 days" is read in two ways that differ twofold in alert rate, so the plan
 * says which: `day` compares with the value of the local date exactly `days` before; `extreme` with the lowest (for a
 * rise) or highest (for a fall) day value of the `days` dates before.
 */
const changeRuleSchema = z.strictObject({
  ...common,
  kind: z.literal("change"),
  metric: metricSchema,
  direction: trendSchema,
  amount: quantitySchema,
  days: z.number().int().min(1).max(30),
  against: z.enum(["day", "extreme"]),
});

/** A value further from the plan's signed reference for its metric than the amount. */
const referenceRuleSchema = z.strictObject({
  ...common,
  kind: z.literal("reference"),
  metric: metricSchema,
  direction: trendSchema,
  amount: quantitySchema,
});

/** A stretch of local dates, and on how many of them at least there must be a value. */
const windowSchema = (longest: number, least: number) =>
  z.strictObject({
    days: z.number().int().min(least).max(longest),
    minimum: z.number().int().min(least).max(longest),
  });

/** The mean of a short window away from that of a long one; both end with the judged reading's date. */
const movingAverageRuleSchema = z.strictObject({
  ...common,
  kind: z.literal("moving-average"),
  metric: metricSchema,
  direction: trendSchema,
  amount: quantitySchema,
  short: windowSchema(30, 1),
  long: windowSchema(90, 2),
});

/** A value beyond a limit on at least `atLeast` of the last `days` local dates, today among them. */
const nOfMRuleSchema = z.strictObject({
  ...common,
  kind: z.literal("n-of-m"),
  metric: metricSchema,
  direction: directionSchema,
  limit: quantitySchema,
  atLeast: z.number().int().min(2).max(30),
  days: z.number().int().min(2).max(30),
});

/** A number of standard deviations, to the hundredth. */
const sdsSchema = z.number().min(0.1).max(10).multipleOf(0.01);

/** A value away from the mean of the dates before by more than so many of their standard deviations. */
const baselineRuleSchema = z.strictObject({
  ...common,
  kind: z.literal("baseline"),
  metric: metricSchema,
  direction: trendSchema,
  sds: sdsSchema,
  /** The standard deviation is taken as at least this. */
  leastSd: quantitySchema,
  ...windowSchema(60, 2).shape,
});

/** What values lie away from a level by, less an allowance, added up over the last dates. */
const cusumRuleSchema = z.strictObject({
  ...common,
  kind: z.literal("cusum"),
  metric: metricSchema,
  direction: trendSchema,
  /** The plan's reference for the metric, or the mean of a stretch of dates before the sum begins. */
  level: z.union([z.literal("reference"), windowSchema(60, 2)]),
  allowance: quantitySchema,
  limit: quantitySchema,
  days: z.number().int().min(2).max(60),
});

/** The mean of saturation's fall and pulse's rise in standard deviations of the patient's own baseline. */
const oximetryScoreRuleSchema = z.strictObject({
  ...common,
  kind: z.literal("oximetry-score"),
  limit: sdsSchema,
  leastSd: z.strictObject({ saturation: quantitySchema, pulse: quantitySchema }),
  ...windowSchema(60, 2).shape,
});

/** The device says that the pulse is irregular. */
const irregularPulseRuleSchema = z.strictObject({ ...common, kind: z.literal("irregular-pulse") });

/** More oxygen given than the plan's target of 88–92 % allows. */
const oxygenExcessRuleSchema = z.strictObject({ ...common, kind: z.literal("oxygen-excess") });

/** Coded answers that come to at least so many points. */
const symptomsRuleSchema = z.strictObject({
  ...common,
  kind: z.literal("symptoms"),
  questionnaire: z.enum(questionnaireNames as readonly [Questionnaire, ...Questionnaire[]]),
  atLeast: z.number().int().min(1).max(10),
});

/** NEWS2 of at least so many points, or with `orRed` three in a single parameter. */
const news2RuleSchema = z.strictObject({
  ...common,
  kind: z.literal("news2"),
  atLeast: z.number().int().min(1).max(20),
  orRed: z.boolean(),
});

/** At least so many of some other rules of the plan find something within some hours. */
const combinationRuleSchema = z.strictObject({
  ...common,
  kind: z.literal("combination"),
  of: z.array(ruleId).min(2).max(10),
  atLeast: z.number().int().min(1).max(10),
  hours: z.number().int().min(1).max(168),
});

/** The rule kinds. A new kind is a file in `rules/` and a line here; the compiler names what else must handle it. */
export const ruleSchema = z
  .discriminatedUnion("kind", [
    limitRuleSchema,
    changeRuleSchema,
    referenceRuleSchema,
    movingAverageRuleSchema,
    nOfMRuleSchema,
    baselineRuleSchema,
    cusumRuleSchema,
    oximetryScoreRuleSchema,
    irregularPulseRuleSchema,
    oxygenExcessRuleSchema,
    symptomsRuleSchema,
    news2RuleSchema,
    combinationRuleSchema,
  ])
  .meta({ id: "Rule" });
export type Rule = z.infer<typeof ruleSchema>;
export type LimitRule = z.infer<typeof limitRuleSchema>;
export type ChangeRule = z.infer<typeof changeRuleSchema>;
export type ReferenceRule = z.infer<typeof referenceRuleSchema>;
export type MovingAverageRule = z.infer<typeof movingAverageRuleSchema>;
export type NOfMRule = z.infer<typeof nOfMRuleSchema>;
export type BaselineRule = z.infer<typeof baselineRuleSchema>;
export type CusumRule = z.infer<typeof cusumRuleSchema>;
export type OximetryScoreRule = z.infer<typeof oximetryScoreRuleSchema>;
export type IrregularPulseRule = z.infer<typeof irregularPulseRuleSchema>;
export type OxygenExcessRule = z.infer<typeof oxygenExcessRuleSchema>;
export type SymptomsRule = z.infer<typeof symptomsRuleSchema>;
export type News2Rule = z.infer<typeof news2RuleSchema>;
export type CombinationRule = z.infer<typeof combinationRuleSchema>;

/** All rule kinds, as plans name them. */
export const ruleKinds = ruleSchema.options.map(({ shape }) => shape.kind.value);

/** A number of standard deviations in whole thousandths. */
export const thousandths = (sds: number): number => Math.round(sds * 1000);

/** A rule's direction as a side of its metric: a rise goes above, a fall below. */
export function sideOf(rule: { readonly direction: Direction | z.infer<typeof trendSchema> }): Direction {
  if (rule.direction === "rise") return "above";
  return rule.direction === "fall" ? "below" : rule.direction;
}
