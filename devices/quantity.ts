import type { Measurement } from "../src/domain/measurement.ts";
import { type Metric, metrics } from "../src/domain/metric.ts";
import { type Decimal, decimal, toScaled } from "../src/domain/unit.ts";
import { decimalText } from "./ieee11073.ts";

/** A metric's value as sent, and its unit; `undefined` when it was not measured. */
export type Quantity = readonly [metric: Metric, value: number | Decimal | undefined, unit: string];

/**
 * Whether a unit is the metric's own under whatever name ("bpm" is "/min"): nothing has to be converted, and nothing
 * is lost by not keeping the original.
 */
export const isOwnUnit = (metric: Metric, unit: string): boolean =>
  toScaled(metric, 1, unit) === metrics[metric].scale && toScaled(metric, 0, unit) === 0;

/**
 * Quantities as the values of a measurement, in stored integers, with the original text and unit of those that had
 * to be converted (one foreign unit at most). What was not measured is left out.
 * @throws HemvaktError `UNIT_UNKNOWN`
 */
export function measured(quantities: readonly Quantity[]): Pick<Measurement, "values" | "original"> {
  const values: Partial<Record<Metric, number>> = {};
  const foreign: Partial<Record<Metric, string>> = {};
  let foreignUnit: string | undefined;
  for (const [metric, value, unit] of quantities) {
    if (value === undefined) continue;
    values[metric] = toScaled(metric, value, unit);
    if (isOwnUnit(metric, unit)) continue;
    foreignUnit = unit;
    foreign[metric] = decimalText(typeof value === "number" ? decimal(value) : value);
  }
  return foreignUnit === undefined ? { values } : { values, original: { unit: foreignUnit, values: foreign } };
}
