import { localDay } from "../domain/day.ts";
import { type Direction, type Metric, scaled } from "../domain/metric.ts";
import type { Reading } from "../domain/reading.ts";
import type { DayValues, Nearby } from "./history.ts";

/**
 * Whether a value looks like measuring technique rather than like the patient: clothes on, a loose cuff, a cold finger. In
 * home care of heart failure 54 % of false alerts have come from technique (a study in home health care; see
 * docs/measure-again.md). It excuses nothing: it is the reason for asking the person to measure again before the team is told.
 */

/** Why a value looks like technique, coded. */
export const techniqueReasons = [
  "poor-signal",
  "jump",
  "far-from-usual",
  "pulses-disagree",
  "narrow-pulse-pressure",
] as const;
export type TechniqueReason = (typeof techniqueReasons)[number];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Faster than a body changes: by how much, within how long. Flag limits of the plausibility table (proposals). */
const jumps: Partial<Record<Metric, { readonly by: number; readonly within: number }>> = {
  // Three litres of fluid in a day would be extreme; five kilograms are clothes, or somebody else.
  "body-weight": { by: scaled("body-weight", 5), within: DAY },
};

/** Further from the patient's own median of seven dates than this share, in thousandths. */
const shares: Partial<Record<Metric, number>> = {
  "body-weight": 70,
  "peak-flow": 300,
  fev1: 300,
};

/** Cuff and oximeter measured within this long should show nearly the same pulse. */
const SAME_TIME = 15 * MINUTE;
const PULSES_APART = scaled("pulse", 20);
const NARROW = scaled("systolic-pressure", 15);

/** What is looked at beside the reading: the patient's other sound values. */
export type Around = { readonly dayValues: DayValues; readonly nearby: Nearby; readonly zone: string };

/**
 * Why the values of a reading that something was found on look like technique; `undefined` where they don't.
 * @param sides what was found: the metric and the side beyond the limit
 */
export function looksLikeTechnique(
  reading: Reading,
  sides: readonly { readonly metric: Metric; readonly direction: Direction }[],
  around: Around,
): TechniqueReason | undefined {
  const { flags, values } = reading;
  if (flags.some((flag) => flag === "poor-signal" || flag === "body-movement" || flag === "cuff-loose"))
    return "poor-signal";
  const [systolic, diastolic] = [values["systolic-pressure"], values["diastolic-pressure"]];
  if (systolic !== undefined && diastolic !== undefined && systolic - diastolic < NARROW)
    return "narrow-pulse-pressure";
  for (const { metric } of sides) {
    const value = values[metric];
    if (value === undefined) continue;
    if (metric === "pulse" && pulsesDisagree(reading, value, around.nearby)) return "pulses-disagree";
    if (hasJumped(reading, metric, value, around.nearby)) return "jump";
    if (isFarFromUsual(reading, metric, value, around)) return "far-from-usual";
  }
  return undefined;
}

/** The cuff or the oximeter has just shown another pulse. */
function pulsesDisagree(reading: Reading, pulse: number, nearby: Nearby): boolean {
  const other = nearby("pulse", reading.measuredAt - SAME_TIME, reading.measuredAt - 1);
  if (!other || other.kind === reading.kind) return false;
  return Math.abs(other.values.pulse! - pulse) > PULSES_APART;
}

function hasJumped(reading: Reading, metric: Metric, value: number, nearby: Nearby): boolean {
  const jump = jumps[metric];
  if (!jump) return false;
  const before = nearby(metric, reading.measuredAt - jump.within, reading.measuredAt - 1)?.values[metric];
  return before !== undefined && Math.abs(value - before) > jump.by;
}

/** Compared with the middle one of the last seven dates' values, the lower of two; at least three are needed. */
function isFarFromUsual(reading: Reading, metric: Metric, value: number, { dayValues, zone }: Around): boolean {
  const share = shares[metric];
  if (share === undefined) return false;
  const today = localDay(reading.measuredAt, zone);
  const before = [7, 6, 5, 4, 3, 2, 1]
    .flatMap((days) => dayValues(metric, today - days)?.value ?? [])
    .sort((a, b) => a - b);
  if (before.length < 3) return false;
  const usual = before[(before.length - 1) >> 1]!;
  return Math.abs(value - usual) * 1000 > usual * share;
}
