import type { Clock } from "../src/clock.ts";
import { localDay } from "../src/domain/day.ts";

export type Keeper = {
  /** Does what a passed midnight calls for; the keeper looks every few seconds by itself. */
  keep(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Calls `send` now and whenever a local day has passed since, so that Greta's last three days are always there, also when
 * the machine slept over several midnights. A failure is told and tried again.
 */
export async function startKeeper(
  parts: {
    readonly clock: Clock;
    readonly zone: string;
    /** Sends what belongs to the days before `now`; sending it again must change nothing. */
    readonly send: (now: number) => Promise<unknown>;
    readonly onFailure: (error: unknown) => void;
  },
  interval = 5000,
): Promise<Keeper> {
  const { clock, zone, send, onFailure } = parts;
  let done: number | undefined;
  let running: Promise<void> | undefined;

  async function look(): Promise<void> {
    const now = clock.now();
    const day = localDay(now, zone);
    if (day === done) return;
    await send(now);
    done = day;
  }
  const keep = (): Promise<void> =>
    (running ??= look().finally(() => {
      running = undefined;
    }));

  await keep();
  const timer = setInterval(() => void keep().catch(onFailure), interval);
  return {
    keep,
    stop: async () => {
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}
