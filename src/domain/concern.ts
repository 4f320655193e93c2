import type { Concern } from "./alert.ts";
import type { Direction, Measure, Metric } from "./metric.ts";
import { type Rule, sideOf } from "./rule.ts";

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

/** What a rule is about: it looks at readings that carry the metric, or are scored, and what it finds is of the side and the concern. */
export type About = {
  readonly metric: Measure;
  readonly direction: Direction;
  /** Undefined where alerts are not offered; the plan schema refuses such rules. */
  readonly concern: Concern | undefined;
};

/** What a rule is about. */
export function aboutOf(rule: Rule): About {
  switch (rule.kind) {
    // Two values together: neither's own concern.
    case "oximetry-score":
      return { metric: "oxygen-saturation", direction: "below", concern: "composite" };
    case "irregular-pulse":
      return { metric: "pulse", direction: "above", concern: "pulse-irregular" };
    case "symptoms":
      return { metric: "symptom-points", direction: "above", concern: "symptoms" };
    case "news2":
      return { metric: "news2", direction: "above", concern: "composite" };
    case "combination":
      return { metric: "combination", direction: "above", concern: "composite" };
    case "oxygen-excess":
      return { metric: "oxygen-saturation", direction: "above", concern: "oxygen-high" };
    default: {
      const direction = sideOf(rule);
      return { metric: rule.metric, direction, concern: concernOf(rule.metric, direction) };
    }
  }
}
