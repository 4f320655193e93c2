import { z } from "zod";
import { severities } from "../../domain/alert.ts";
import { type Metric, unscaled } from "../../domain/metric.ts";
import { type LimitPeriod, lineKinds } from "../../trends/limits.ts";
import { type SourcedTrend, trendFallbacks, trendSources } from "../../trends/source.ts";
import type { TrendQuery } from "../../trends/trends.ts";
import { iso, isoSchema } from "../conventions.ts";
import { codesOf, metricSchema } from "./value.ts";

const limitPeriodSchema = z
  .object({
    from: isoSchema,
    to: isoSchema,
    planVersion: z.int(),
    validFrom: isoSchema,
    limits: z
      .array(
        z.object({
          rule: z.string(),
          kind: z.enum(lineKinds),
          direction: z.enum(["above", "below"]),
          value: z.number(),
          severity: z.enum(severities),
        }),
      )
      .meta({ description: "A value strictly beyond is a finding" }),
    changes: z
      .array(
        z.object({
          rule: z.string(),
          direction: z.enum(["rise", "fall"]),
          amount: z.number(),
          days: z.int().meta({ description: "Local dates" }),
          against: z.enum(["day", "extreme"]),
          severity: z.enum(severities),
        }),
      )
      .meta({ description: "Allowed changes; they are no lines in a chart" }),
    reference: z
      .number()
      .nullable()
      .meta({ description: "The patient's own normal value, such as the dry weight; null where the plan has none" }),
  })
  .meta({ id: "LimitPeriod" });

export const trendSchema = z
  .object({
    patient: z.string(),
    metric: metricSchema,
    unit: z.string(),
    ucum: z.string(),
    loinc: z.string(),
    from: isoSchema,
    to: isoSchema,
    zone: z.string().meta({ description: "Where buckets of days begin and end" }),
    resolution: z.enum(["raw", "buckets"]),
    count: z.int().meta({ description: "How many values it is made of" }),
    excluded: z
      .object({ moved: z.int(), byStaff: z.int(), notClinical: z.int() })
      .meta({ description: "Left out: somebody else's, excluded by staff, or no measurement according to the device" }),
    points: z.array(
      z.object({ reading: z.string(), measuredAt: isoSchema, value: z.number(), uncertain: z.boolean() }),
    ),
    buckets: z
      .array(
        z.object({
          from: isoSchema,
          to: isoSchema,
          count: z.int(),
          uncertain: z.int().meta({ description: "How many of them have an uncertain time or value" }),
          min: z.number(),
          max: z.number(),
          mean: z.number(),
        }),
      )
      .meta({ description: "Those that hold something; a gap is a time without values" }),
    limits: z.array(limitPeriodSchema),
    source: z.enum(trendSources).meta({ description: "Where the values were read; both give the same" }),
    fallback: z
      .enum(trendFallbacks)
      .nullable()
      .meta({ description: "Why the store answered although InfluxDB should have" }),
  })
  .meta({
    id: "Trend",
    description: "Numbers are exact decimals in `unit`; means are rounded once, half to even, to what is stored",
  });

/** A trend as the API gives it. */
export function presentTrend(
  { patient, metric, from, to, zone }: TrendQuery,
  trend: SourcedTrend,
): z.infer<typeof trendSchema> {
  const { series, count, excluded } = trend;
  return {
    patient,
    metric,
    ...codesOf(metric),
    from: iso(from),
    to: iso(to),
    zone,
    resolution: series.resolution,
    count,
    excluded: { ...excluded },
    points:
      series.resolution === "raw"
        ? series.points.map(({ reading, measuredAt, value, uncertain }) => ({
            reading,
            measuredAt: iso(measuredAt),
            value: unscaled(metric, value),
            uncertain,
          }))
        : [],
    buckets:
      series.resolution === "buckets"
        ? series.buckets.map(({ from, to, count, uncertain, min, max, mean }) => ({
            from: iso(from),
            to: iso(to),
            count,
            uncertain,
            min: unscaled(metric, min),
            max: unscaled(metric, max),
            mean: unscaled(metric, mean),
          }))
        : [],
    limits: trend.limits.map((period) => presentLimits(metric, period)),
    source: trend.source,
    fallback: trend.fallback ?? null,
  };
}

const presentLimits = (metric: Metric, period: LimitPeriod): z.infer<typeof limitPeriodSchema> => ({
  from: iso(period.from),
  to: iso(period.to),
  planVersion: period.version,
  validFrom: iso(period.validFrom),
  limits: period.limits.map((limit) => ({ ...limit, value: unscaled(metric, limit.value) })),
  changes: period.changes.map((change) => ({ ...change, amount: unscaled(metric, change.amount) })),
  reference: period.reference === undefined ? null : unscaled(metric, period.reference),
});
