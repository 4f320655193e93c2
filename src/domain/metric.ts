/**
 * What is measured. Values are integers in a fixed fraction of the metric's UCUM unit (`scale` of them make one unit),
 * so that limits compare exactly (grams, tenths of mmHg, thousandths of saturation).
 *
 * LOINC, UCUM, SNOMED CT and MDC codes: HL7 PHD implementation guide and FHIR R4 vital signs.
 * `plausible` is what a living adult can have: outside it a value is kept and raises a technical event. It is no
 * clinical limit; those belong to care plans. The ranges are a proposal without clinical approval.
 */
export type MetricDefinition = {
  readonly loinc: string;
  readonly ucum: string;
  readonly snomed?: string;
  readonly mdc?: number;
  /** How many stored integers make one `ucum` unit. */
  readonly scale: number;
  /** Decimals shown to people. */
  readonly decimals: number;
  /** Inclusive bounds in the unit, outside which a value is implausible. */
  readonly plausible: { readonly low: number; readonly high: number };
  /** How much further a value must go, or come back inside, to count as worse or as returned; in the unit. */
  readonly step: number;
};

const metricTable = {
  "body-weight": {
    loinc: "29463-7",
    ucum: "kg",
    snomed: "27113001",
    mdc: 188736,
    scale: 1000,
    decimals: 1,
    plausible: { low: 20, high: 350 },
    step: 0.5,
  },
  "systolic-pressure": {
    loinc: "8480-6",
    ucum: "mm[Hg]",
    snomed: "271649006",
    mdc: 150021,
    scale: 10,
    decimals: 0,
    plausible: { low: 40, high: 300 },
    step: 10,
  },
  "diastolic-pressure": {
    loinc: "8462-4",
    ucum: "mm[Hg]",
    snomed: "271650006",
    mdc: 150022,
    scale: 10,
    decimals: 0,
    plausible: { low: 20, high: 200 },
    step: 10,
  },
  "mean-pressure": {
    loinc: "8478-0",
    ucum: "mm[Hg]",
    mdc: 150023,
    scale: 10,
    decimals: 0,
    plausible: { low: 20, high: 250 },
    step: 10,
  },
  pulse: {
    loinc: "8867-4",
    ucum: "/min",
    snomed: "78564009",
    mdc: 149530,
    scale: 10,
    decimals: 0,
    plausible: { low: 20, high: 300 },
    step: 10,
  },
  "oxygen-saturation": {
    loinc: "2708-6",
    ucum: "%",
    snomed: "431314004",
    mdc: 150456,
    scale: 10,
    decimals: 0,
    plausible: { low: 50, high: 100 },
    step: 2,
  },
  "oxygen-flow": {
    loinc: "3151-8",
    ucum: "L/min",
    scale: 100,
    decimals: 1,
    plausible: { low: 0, high: 60 },
    step: 1,
  },
  "body-temperature": {
    loinc: "8310-5",
    ucum: "Cel",
    snomed: "386725007",
    mdc: 150364,
    scale: 100,
    decimals: 1,
    plausible: { low: 30, high: 43 },
    step: 0.5,
  },
  "respiratory-rate": {
    loinc: "9279-1",
    ucum: "/min",
    snomed: "86290005",
    mdc: 151562,
    scale: 10,
    decimals: 0,
    plausible: { low: 4, high: 80 },
    step: 4,
  },
  glucose: {
    loinc: "15074-8",
    ucum: "mmol/L",
    snomed: "434912009",
    mdc: 160184,
    scale: 100,
    decimals: 1,
    plausible: { low: 0.6, high: 35 },
    step: 2,
  },
  "peak-flow": {
    loinc: "19935-6",
    ucum: "L/min",
    snomed: "18491006",
    mdc: 152584,
    scale: 10,
    decimals: 0,
    plausible: { low: 30, high: 900 },
    step: 20,
  },
  fev1: {
    loinc: "20150-9",
    ucum: "L",
    snomed: "59328004",
    mdc: 152586,
    scale: 1000,
    decimals: 2,
    plausible: { low: 0.1, high: 8 },
    step: 0.1,
  },
  fvc: {
    loinc: "19870-5",
    ucum: "L",
    scale: 1000,
    decimals: 2,
    plausible: { low: 0.1, high: 10 },
    step: 0.1,
  },
  /** ACVPU as a rank: 0 alert, 1 new confusion, 2 voice, 3 pain, 4 unresponsive. */
  consciousness: {
    loinc: "67775-7",
    ucum: "{score}",
    scale: 1,
    decimals: 0,
    plausible: { low: 0, high: 4 },
    step: 1,
  },
} as const satisfies Record<string, MetricDefinition>;

export type Metric = keyof typeof metricTable;

/** The sides of a metric on which a limit can lie. */
export const directions = ["above", "below"] as const;
export type Direction = (typeof directions)[number];

/** The catalogue of metrics, by name. */
export const metrics: Readonly<Record<Metric, MetricDefinition>> = metricTable;

/** All metric names, in catalogue order. */
export const metricNames = Object.keys(metricTable) as readonly Metric[];

/** A value in the metric's stored integers, from a number in its UCUM unit that is an exact multiple. */
export const scaled = (metric: Metric, value: number): number => Math.round(value * metrics[metric].scale);

/** The number in the metric's UCUM unit, from stored integers. */
export const unscaled = (metric: Metric, value: number): number => value / metrics[metric].scale;

/** What rules count up from several values or answers: whole points, not measured by anything and no part of a trend. */
export const scoreNames = ["symptom-points", "news2", "combination"] as const;
export type Score = (typeof scoreNames)[number];

/** What a rule compares: something measured, or a score. */
export type Measure = Metric | Score;

/** Whether a measure is a score. */
export const isScore = (measure: Measure): measure is Score => (scoreNames as readonly Measure[]).includes(measure);

/** How many stored integers make one unit of a measure, and how many decimals people are shown. */
export const shownAs = (measure: Measure): Pick<MetricDefinition, "scale" | "decimals"> =>
  isScore(measure) ? { scale: 1, decimals: 0 } : metrics[measure];

/** The measure's re-arm and worsening step, in stored integers. */
export const stepOf = (measure: Measure): number => (isScore(measure) ? 1 : scaled(measure, metrics[measure].step));
