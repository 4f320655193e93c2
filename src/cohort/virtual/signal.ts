import { bounded } from "../../../simulators/patient/episode.ts";
import type { Random } from "../../../simulators/random.ts";
import { drift } from "../drift.ts";
import type { Range, Spread } from "../parameter.ts";

/** A number from a range, all equally likely. */
export const within = (stream: Random, [low, high]: Range): number => stream.uniform(low, high);

/** A number from a spread, within its bounds. */
export const drawn = (stream: Random, spread: Spread): number => bounded(stream, spread);

/**
 * What a signal would be on each of some days if nothing happened: a level that wanders, and noise of each day's own.
 * @param driftSd,noiseSd standard deviations in the signal's unit
 * @param tau the drift's time constant in days
 */
export function wandering(
  stream: Random,
  days: number,
  { level, driftSd, noiseSd, tau }: { level: number; driftSd: number; noiseSd: number; tau: number },
): number[] {
  const noise = stream.sub("noise");
  return drift(stream.sub("drift"), days, tau, driftSd).map((away) => level + away + noise.normal(0, noiseSd));
}

/** The two standard deviations whose variances are half of a whole one each. */
export const halved = (sd: number): { driftSd: number; noiseSd: number } => ({
  driftSd: sd * Math.SQRT1_2,
  noiseSd: sd * Math.SQRT1_2,
});
