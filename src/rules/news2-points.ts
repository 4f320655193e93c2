import type { Metric } from "../domain/metric.ts";

/**
 * National Early Warning Score 2 (Royal College of Physicians 2017, chart 1). Scale 2 for saturation is for people whose
 * target a professional has set to 88–92 %.
 */
export type News2Scale = 1 | 2;

/** The seven parameters, each a metric. */
export const news2Parameters = [
  "respiratory-rate",
  "oxygen-saturation",
  "oxygen-flow",
  "systolic-pressure",
  "pulse",
  "consciousness",
  "body-temperature",
] as const satisfies readonly Metric[];
export type News2Parameter = (typeof news2Parameters)[number];

/** All seven, in stored integers: there is no score without one of them. */
export type News2Values = Readonly<Record<News2Parameter, number>>;

/** Points up to and with a value; the last band has no end. Ordered. */
type Bands = readonly (readonly [upTo: number, points: number])[];

const rest = Number.POSITIVE_INFINITY;
const respiratoryRate: Bands = [
  [8, 3],
  [11, 1],
  [20, 0],
  [24, 2],
  [rest, 3],
];
const saturationScale1: Bands = [
  [91, 3],
  [93, 2],
  [95, 1],
  [rest, 0],
];
const saturationScale2OnAir: Bands = [
  [83, 3],
  [85, 2],
  [87, 1],
  [rest, 0],
];
const saturationScale2OnOxygen: Bands = [
  [83, 3],
  [85, 2],
  [87, 1],
  [92, 0],
  [94, 1],
  [96, 2],
  [rest, 3],
];
const systolicPressure: Bands = [
  [90, 3],
  [100, 2],
  [110, 1],
  [219, 0],
  [rest, 3],
];
const pulse: Bands = [
  [40, 3],
  [50, 1],
  [90, 0],
  [110, 1],
  [130, 2],
  [rest, 3],
];
/** In tenths of a degree. */
const temperature: Bands = [
  [350, 3],
  [360, 1],
  [380, 0],
  [390, 1],
  [rest, 2],
];

const pointsIn = (bands: Bands, value: number): number => bands.find(([upTo]) => value <= upTo)?.[1] ?? 0;

/** As the chart is read: whole numbers, temperature to a tenth; halves upwards. All are stored ten times as fine. */
const rounded = (stored: number): number => Math.floor((stored + 5) / 10);

/** The points of each parameter. @param values in stored integers */
export function news2Points(values: News2Values, scale: News2Scale): Readonly<Record<News2Parameter, number>> {
  const onOxygen = values["oxygen-flow"] > 0;
  const saturation = scale === 1 ? saturationScale1 : onOxygen ? saturationScale2OnOxygen : saturationScale2OnAir;
  return {
    "respiratory-rate": pointsIn(respiratoryRate, rounded(values["respiratory-rate"])),
    "oxygen-saturation": pointsIn(saturation, rounded(values["oxygen-saturation"])),
    "oxygen-flow": onOxygen ? 2 : 0,
    "systolic-pressure": pointsIn(systolicPressure, rounded(values["systolic-pressure"])),
    pulse: pointsIn(pulse, rounded(values.pulse)),
    consciousness: values.consciousness > 0 ? 3 : 0,
    "body-temperature": pointsIn(temperature, rounded(values["body-temperature"])),
  };
}
