import type { Metric } from "./metric.ts";

/**
 * Kinds of reading, as devices and staff send them, and the metrics each is made of. The order of `components` is the
 * order in which the store keeps their values and must never change for an existing kind; add at the end (at most four).
 */
const kindTable = {
  "body-weight": { components: ["body-weight"], required: ["body-weight"] },
  "blood-pressure": {
    components: ["systolic-pressure", "diastolic-pressure", "mean-pressure", "pulse"],
    required: ["systolic-pressure", "diastolic-pressure"],
  },
  "oxygen-saturation": {
    components: ["oxygen-saturation", "pulse", "oxygen-flow"],
    required: ["oxygen-saturation"],
  },
  pulse: { components: ["pulse"], required: ["pulse"] },
  temperature: { components: ["body-temperature"], required: ["body-temperature"] },
  "respiratory-rate": { components: ["respiratory-rate"], required: ["respiratory-rate"] },
  glucose: { components: ["glucose"], required: ["glucose"] },
  "peak-flow": { components: ["peak-flow"], required: ["peak-flow"] },
  spirometry: { components: ["fev1", "fvc"], required: ["fev1"] },
  consciousness: { components: ["consciousness"], required: ["consciousness"] },
  /** Coded answers of a named, versioned questionnaire; no metric of their own yet. */
  symptoms: { components: [], required: [] },
} as const satisfies Record<string, { components: readonly Metric[]; required: readonly Metric[] }>;

export type Kind = keyof typeof kindTable;

/** The catalogue of kinds, by name. */
export const kinds: Readonly<
  Record<Kind, { readonly components: readonly Metric[]; readonly required: readonly Metric[] }>
> = kindTable;

/** All kind names, in catalogue order. */
export const kindNames = Object.keys(kindTable) as readonly Kind[];

type Place = { readonly kind: Kind; readonly position: number };
const placesByMetric = new Map<Metric, Place[]>();
for (const kind of kindNames) {
  kinds[kind].components.forEach((metric, position) => {
    placesByMetric.getOrInsertComputed(metric, () => []).push({ kind, position });
  });
}

/** The kinds that can carry a metric, with the position of its value. */
export const kindsOf = (metric: Metric): readonly Place[] => placesByMetric.get(metric) ?? [];
