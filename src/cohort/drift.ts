import type { Random } from "../../simulators/random.ts";

/**
 * A value that wanders about 0 and forgets where it was with a time constant: the Ornstein-Uhlenbeck process (Uhlenbeck and
 * Ornstein, Phys Rev 1930;36:823) sampled once a day, which is a first-order autoregression. Begins in its stationary
 * distribution, so that no day is special.
 * @param tau the time constant in days
 * @param sd the stationary standard deviation
 * @returns one value a day
 */
export function drift(stream: Random, days: number, tau: number, sd: number): number[] {
  const kept = Math.exp(-1 / tau);
  const shock = sd * Math.sqrt(1 - kept * kept);
  const values: number[] = [];
  let value = stream.normal(0, sd);
  for (let day = 0; day < days; day += 1) {
    values.push(value);
    value = value * kept + stream.normal(0, shock);
  }
  return values;
}
