import { z } from "zod";
import type { Values } from "../../domain/measurement.ts";
import { isScore, type Measure, type Metric, metricNames, metrics, scoreNames, shownAs } from "../../domain/metric.ts";
import { divideHalfEven, unitsOf } from "../../domain/unit.ts";

export const metricSchema = z.enum(metricNames as [Metric, ...Metric[]]);

/** What was measured, or what a rule has counted up. */
export const measureSchema = z.enum([...metricNames, ...scoreNames] as Measure[] as [Measure, ...Measure[]]);

/** A measured value or a score: as people are shown it, exactly as stored, and coded. */
export const valueSchema = z
  .object({
    metric: measureSchema,
    value: z.number().meta({ description: "Rounded half to even to the metric's decimals, as people are shown it" }),
    exact: z.string().meta({ description: "The stored value as a decimal: what limits compare" }),
    unit: z.string().meta({ description: "As written beside the number" }),
    ucum: z.string().meta({ description: "The same unit in UCUM" }),
    loinc: z.string().optional().meta({ description: "Left out for scores, which have none" }),
  })
  .meta({
    id: "MeasuredValue",
    examples: [{ metric: "body-weight", value: 84.7, exact: "84.72", unit: "kg", ucum: "kg", loinc: "29463-7" }],
  });
export type PresentedValue = z.infer<typeof valueSchema>;

/** A stored integer as a decimal in the metric's unit, without zeros that say nothing: 84720 g is "84.72". */
export function exactDecimal(metric: Measure, value: number): string {
  const { scale, decimals } = shownAs(metric);
  const places = Math.round(Math.log10(scale));
  const digits = String(Math.abs(value)).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits
    .slice(digits.length - places)
    .replace(/0+$/, "")
    .padEnd(Math.min(decimals, places), "0");
  return `${value < 0 ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}

/** A stored integer as the number people are shown: the metric's decimals, rounded half to even. */
export function shownNumber(metric: Measure, value: number): number {
  const { scale, decimals } = shownAs(metric);
  const power = 10 ** decimals;
  return Number(divideHalfEven(BigInt(value) * BigInt(power), BigInt(scale))) / power;
}

/** The unit as written beside a number; empty for scores. */
export const unitOf = (metric: Metric): string => {
  const unit = unitsOf(metric)[0] ?? "";
  return unit.startsWith("{") ? "" : unit;
};

/** What a value of this metric is written in and coded as. */
export const codesOf = (metric: Metric) => ({
  unit: unitOf(metric),
  ucum: metrics[metric].ucum,
  loinc: metrics[metric].loinc,
});

export const presentValue = (metric: Measure, value: number): PresentedValue => ({
  metric,
  value: shownNumber(metric, value),
  exact: exactDecimal(metric, value),
  ...(isScore(metric) ? { unit: "", ucum: "{score}" } : codesOf(metric)),
});

/** All values of one reading, in the catalogue's order. */
export const presentValues = (values: Values): PresentedValue[] =>
  metricNames.flatMap((metric) => {
    const value = values[metric];
    return value === undefined ? [] : [presentValue(metric, value)];
  });
