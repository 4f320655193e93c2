import type { Measurement } from "../domain/measurement.ts";
import { type Metric, metrics, scaled } from "../domain/metric.ts";

/**
 * What no living adult can have. An implausible reading is kept, marked and told to the technician; it still opens a red
 * alert where it lies beyond a safety limit, since a 6 kg gain may be real.
 * @returns what is impossible, in words without values, or `undefined`
 */
export function implausibleBecause({ values }: Pick<Measurement, "values">): string | undefined {
  for (const [metric, value] of Object.entries(values) as [Metric, number][]) {
    const { low, high } = metrics[metric].plausible;
    if (value < scaled(metric, low)) return `${metric} is below ${low} ${metrics[metric].ucum}`;
    if (value > scaled(metric, high)) return `${metric} is above ${high} ${metrics[metric].ucum}`;
  }
  const systolic = values["systolic-pressure"];
  const diastolic = values["diastolic-pressure"];
  if (systolic !== undefined && diastolic !== undefined && systolic <= diastolic) {
    return "systolic-pressure is not above diastolic-pressure";
  }
  return undefined;
}
