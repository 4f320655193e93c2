import type { Measurement } from "../domain/measurement.ts";
import { type Metric, metrics, scaled } from "../domain/metric.ts";

type Limits = Readonly<Partial<Record<Metric, { readonly low: number; readonly high: number }>>>;

/**
 * What no living adult can have. An implausible reading is kept, marked and told to the technician; it still opens a red
 * alert where it lies beyond a safety limit, since a 6 kg gain may be real.
 * @param model what this device model can measure, in each metric's unit: the narrower bound holds on each side, for a
 *   value that the device cannot measure was not measured, whoever might have it
 * @returns what is impossible, in words without values, or `undefined`
 */
export function implausibleBecause({ values }: Pick<Measurement, "values">, model: Limits = {}): string | undefined {
  for (const [metric, value] of Object.entries(values) as [Metric, number][]) {
    const { plausible, ucum } = metrics[metric];
    const own = model[metric] ?? plausible;
    const low = Math.max(own.low, plausible.low);
    const high = Math.min(own.high, plausible.high);
    if (value < scaled(metric, low)) return `${metric} is below ${low} ${ucum}`;
    if (value > scaled(metric, high)) return `${metric} is above ${high} ${ucum}`;
  }
  const systolic = values["systolic-pressure"];
  const diastolic = values["diastolic-pressure"];
  if (systolic !== undefined && diastolic !== undefined && systolic <= diastolic) {
    return "systolic-pressure is not above diastolic-pressure";
  }
  return undefined;
}
