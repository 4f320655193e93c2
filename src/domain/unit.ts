import { HemvaktError } from "../errors.ts";
import { type Metric, metrics } from "./metric.ts";

/** A fraction of whole numbers: the size of one of the sender's units in the metric's own unit. */
type Ratio = readonly [numerator: bigint, denominator: bigint];
type Conversion = {
  readonly ratio: Ratio;
  /** Subtracted before the ratio is applied, in the sender's unit. */
  readonly offset?: bigint;
};

const same: Conversion = { ratio: [1n, 1n] };
const pressure: Readonly<Record<string, Conversion>> = {
  mmHg: same,
  "mm[Hg]": same,
  // 1 mmHg = 133.322387415 Pa (conventional millimetre of mercury, BIPM).
  kPa: { ratio: [1_000_000_000_000n, 133_322_387_415n] },
};
const perMinute: Readonly<Record<string, Conversion>> = { "/min": same, bpm: same };

/**
 * Units that senders may use, per metric. Pound and stone are the international avoirdupois pound, exactly
 * 0.45359237 kg; glucose by the molar mass of 180.156 g/mol.
 */
const conversions: Readonly<Record<Metric, Readonly<Record<string, Conversion>>>> = {
  "body-weight": {
    kg: same,
    g: { ratio: [1n, 1000n] },
    lb: { ratio: [45_359_237n, 100_000_000n] },
    st: { ratio: [14n * 45_359_237n, 100_000_000n] },
  },
  "systolic-pressure": pressure,
  "diastolic-pressure": pressure,
  "mean-pressure": pressure,
  pulse: perMinute,
  "oxygen-saturation": { "%": same },
  "oxygen-flow": { "L/min": same },
  "body-temperature": {
    "°C": same,
    Cel: same,
    "°F": { ratio: [5n, 9n], offset: 32n },
    "[degF]": { ratio: [5n, 9n], offset: 32n },
  },
  "respiratory-rate": perMinute,
  glucose: { "mmol/L": same, "mg/dL": { ratio: [10_000n, 180_156n] } },
  "peak-flow": { "L/min": same },
  fev1: { L: same },
  fvc: { L: same },
  consciousness: { "{score}": same },
};

/** The units that a sender may use for a metric. */
export const unitsOf = (metric: Metric): readonly string[] => Object.keys(conversions[metric]);

/** An exact decimal: `mantissa` × 10^`exponent`. */
export type Decimal = { readonly mantissa: bigint; readonly exponent: number };

/** The exact decimal a JSON number was written as (JavaScript prints the shortest text that reads back the same). */
export function decimal(value: number): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new HemvaktError("VALUE_NOT_FINITE");
  const [, sign, whole, fraction = "", power = "0"] = match;
  return { mantissa: BigInt(`${sign}${whole}${fraction}`), exponent: Number(power) - fraction.length };
}

const bigAbs = (value: bigint): bigint => (value < 0n ? -value : value);

/** `numerator / denominator` as the nearest whole number, ties to even. The denominator must be positive. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = bigAbs(numerator % denominator) * 2n;
  const up = twice > denominator || (twice === denominator && quotient % 2n !== 0n);
  return up ? quotient + (numerator < 0n ? -1n : 1n) : quotient;
}

/**
 * A value in a sender's unit as the metric's stored integers, exact until one final rounding half to even.
 * @throws HemvaktError `UNIT_UNKNOWN` when the unit does not belong to the metric, `VALUE_NOT_FINITE` when the value is
 * not a number, `VALUE_IMPLAUSIBLE` when it is too large for any store to hold exactly
 */
export function toScaled(metric: Metric, value: number | Decimal, unit: string): number {
  const { ratio, offset = 0n } = conversionOf(metric, unit);
  return convert(metric, value, ratio, offset);
}

/** A difference between two values, like `toScaled` but without the zero point of °F. @throws HemvaktError as `toScaled` */
export function differenceToScaled(metric: Metric, difference: number | Decimal, unit: string): number {
  return convert(metric, difference, conversionOf(metric, unit).ratio, 0n);
}

function conversionOf(metric: Metric, unit: string): Conversion {
  // The unit is text from outside: "constructor" must not be found.
  const conversion = Object.hasOwn(conversions[metric], unit) ? conversions[metric][unit] : undefined;
  if (!conversion) {
    throw new HemvaktError("UNIT_UNKNOWN", `${metric} takes ${unitsOf(metric).join(", ")}.`);
  }
  return conversion;
}

function convert(metric: Metric, value: number | Decimal, ratio: Ratio, offset: bigint): number {
  const [numerator, denominator] = ratio;
  if (typeof value === "number" && numerator === denominator && offset === 0n) {
    // Nearly every value: in the metric's own unit and with no more decimals than are stored. Below 10^15 a double stands
    // for one such decimal only, so that what divides back to it is exact.
    const stored = Math.round(value * metrics[metric].scale);
    if (Math.abs(stored) < 1e15 && stored / metrics[metric].scale === value) return stored === 0 ? 0 : stored;
  }
  const { mantissa, exponent } = typeof value === "number" ? decimal(value) : value;
  const up = exponent > 0 ? 10n ** BigInt(Math.min(exponent, 400)) : 1n;
  const down = exponent < 0 ? 10n ** BigInt(Math.min(-exponent, 400)) : 1n;
  const shifted = mantissa * up - offset * down;
  const scale = BigInt(metrics[metric].scale);
  const stored = Number(divideHalfEven(shifted * numerator * scale, denominator * down));
  if (!Number.isSafeInteger(stored)) {
    throw new HemvaktError("VALUE_IMPLAUSIBLE", `${metric} can't be stored exactly.`);
  }
  return stored;
}
