import type { Clock } from "../clock.ts";
import { HemvaktError } from "../errors.ts";

/**
 * Slows down guessing at passwords. Tries are counted when they begin, so that a burst of parallel tries gets no
 * further than tries in a row, and per pair of user name and address, per user name and per address: the last two are
 * wider, against a guess spread over many machines or many names. A user name is never locked for longer than
 * `maxNameDelay`, so that nobody can keep a colleague out for a night.
 */
const limits = {
  pair: { free: 5, firstDelay: 60_000, maxDelay: 15 * 60_000 },
  name: { free: 30, firstDelay: 30_000, maxDelay: 60_000 },
  address: { free: 50, firstDelay: 60_000, maxDelay: 15 * 60_000 },
} as const;

/** Failures are forgotten after this long without a new one, in milliseconds. */
const forgetAfter = 60 * 60_000;
/** The most that is remembered; beyond it the oldest goes. */
const maxRemembered = 20_000;

type Tries = { count: number; last: number; refusedUntil: number };

export type LoginThrottle = {
  /**
   * Counts a try. The answer is called when it succeeded, and takes it back.
   * @throws HemvaktError `RATE_LIMIT` with `retryAfter` in seconds
   */
  begin(username: string, address: string): () => void;
};

/** A throttle in memory: a restart forgets it, which costs an attacker more than it gives. */
export function loginThrottle(clock: Clock): LoginThrottle {
  const remembered = new Map<string, Tries>();

  const triesOf = (key: string, now: number): Tries => {
    const known = remembered.get(key);
    // Taken out and put back, so that the map's order is the order of use.
    remembered.delete(key);
    const tries = known && now - known.last < forgetAfter ? known : { count: 0, last: now, refusedUntil: 0 };
    remembered.set(key, tries);
    if (remembered.size > maxRemembered) remembered.delete(remembered.keys().next().value as string);
    return tries;
  };

  return {
    begin(username, address) {
      const now = clock.now();
      const counted = [
        { limit: limits.pair, key: JSON.stringify([username, address]) },
        { limit: limits.name, key: JSON.stringify([username]) },
        { limit: limits.address, key: JSON.stringify(["", address]) },
      ].map(({ limit, key }) => ({ limit, key, tries: triesOf(key, now) }));

      const refusedUntil = Math.max(...counted.map(({ tries }) => tries.refusedUntil));
      if (refusedUntil > now) {
        throw new HemvaktError("RATE_LIMIT", undefined, { retryAfter: Math.ceil((refusedUntil - now) / 1000) });
      }
      for (const { limit, tries } of counted) {
        tries.count += 1;
        tries.last = now;
        const over = tries.count - limit.free;
        if (over >= 0) tries.refusedUntil = now + Math.min(limit.firstDelay * 2 ** Math.min(over, 20), limit.maxDelay);
      }
      return () => {
        const [pair, ...wider] = counted;
        if (pair) remembered.delete(pair.key);
        for (const { tries } of wider) {
          tries.count -= 1;
          tries.refusedUntil = 0;
        }
      };
    },
  };
}
