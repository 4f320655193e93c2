import type { Random } from "../../simulators/random.ts";
import type { Concern } from "../../src/domain/alert.ts";
import type { Kind } from "../../src/domain/kind.ts";
import { deviceOf } from "./region.ts";

/** A reading as it was sent, and what has to become of it. */
export type SentReading = {
  readonly home: number;
  readonly device: string;
  readonly kind: Kind;
  /** Milliseconds since the epoch; no two readings of a home share one. */
  readonly measuredAt: number;
  /** The store's columns, in its integers. */
  readonly columns: readonly (number | null)[];
  /** What an alert must say of it; empty when it lies within all limits. */
  readonly concerns: readonly Concern[];
  /** The item of the device contract. */
  readonly item: object;
};

/** Every patient's weight at the start of each of the days before, in tenths of kg: what a rise or a fall is measured from. */
const USUAL = 800;
const DAY = 86_400_000;

/** Where limits lie, written down apart from the product's presets: heart failure and COPD together, the stricter of each. */
const limits = {
  /** More than 2 kg over or under the value of three days ago, in tenths of kg. */
  weight: { gain: USUAL + 20, loss: USUAL - 20 },
  systolic: { high: 170, low: 80 },
  pulse: { high: 94, low: 40 },
  spo2: { low: 90 },
} as const;

const iso = (instant: number): string => Temporal.Instant.fromEpochMilliseconds(instant).toString();
const common = (kind: Kind, measuredAt: number) => ({ kind, at: iso(measuredAt), flags: ["from-memory"] });
const when = (condition: boolean, concern: Concern): Concern[] => (condition ? [concern] : []);

export function weight(home: number, measuredAt: number, tenths: number): SentReading {
  return {
    home,
    device: deviceOf(home, "scale"),
    kind: "body-weight",
    measuredAt,
    columns: [tenths * 100, null, null, null],
    concerns: [
      ...when(tenths > limits.weight.gain, "weight-gain"),
      ...when(tenths < limits.weight.loss, "weight-loss"),
    ],
    item: { ...common("body-weight", measuredAt), value: tenths / 10, unit: "kg" },
  };
}

export function pressure(home: number, measuredAt: number, systolic: number, pulse: number): SentReading {
  const diastolic = Math.min(85, systolic - 20);
  return {
    home,
    device: deviceOf(home, "cuff"),
    kind: "blood-pressure",
    measuredAt,
    columns: [systolic * 10, diastolic * 10, null, pulse * 10],
    concerns: [
      ...when(systolic > limits.systolic.high, "bp-high"),
      ...when(systolic < limits.systolic.low, "bp-low"),
      ...when(pulse > limits.pulse.high, "pulse-high"),
      ...when(pulse < limits.pulse.low, "pulse-low"),
    ],
    item: { ...common("blood-pressure", measuredAt), systolic, diastolic, pulse, unit: "mmHg" },
  };
}

export function saturation(home: number, measuredAt: number, spo2: number): SentReading {
  return {
    home,
    device: deviceOf(home, "oximeter"),
    kind: "oxygen-saturation",
    measuredAt,
    columns: [spo2 * 10, null, null, null],
    concerns: when(spo2 < limits.spo2.low, "oxygen-low"),
    item: { ...common("oxygen-saturation", measuredAt), spo2 },
  };
}

/** The weights of the six days up to today, each at the day's first instant, where nothing else is measured earlier. */
export const usualWeights = (home: number, now: number): SentReading[] =>
  [5, 4, 3, 2, 1, 0].map((days) => weight(home, (Math.floor(now / DAY) - days) * DAY, USUAL));

/** One reading of a device; about one in ten is beyond a limit, and many lie on one, which is within. */
export function drawReading(
  random: Random,
  model: "scale" | "cuff" | "oximeter",
  home: number,
  at: number,
): SentReading {
  const beyond = random.chance(0.1);
  switch (model) {
    case "scale": {
      const { gain, loss } = limits.weight;
      const outside = () =>
        random.chance(0.5) ? random.integer(gain + 1, gain + 20) : random.integer(loss - 20, loss - 1);
      return weight(home, at, beyond ? outside() : random.integer(loss, gain));
    }
    case "cuff": {
      const { systolic, pulse } = limits;
      const usual = () => random.integer(pulse.low, pulse.high);
      if (!beyond) return pressure(home, at, random.integer(systolic.low, systolic.high), usual());
      // The last is beyond two limits at once: two alerts of different concern.
      return random.choice([
        () => pressure(home, at, random.integer(systolic.high + 1, 200), usual()),
        () => pressure(home, at, random.integer(70, systolic.low - 1), usual()),
        () => pressure(home, at, 120, random.integer(pulse.high + 1, 140)),
        () => pressure(home, at, 120, random.integer(30, pulse.low - 1)),
        () => pressure(home, at, random.integer(systolic.high + 1, 200), random.integer(pulse.high + 1, 140)),
      ])();
    }
    case "oximeter":
      return saturation(
        home,
        at,
        beyond ? random.integer(80, limits.spo2.low - 1) : random.integer(limits.spo2.low, 99),
      );
  }
}
