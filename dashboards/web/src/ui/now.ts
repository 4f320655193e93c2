import { useEffect, useState } from "react";
import { clock } from "../clock.ts";

/** Often enough for what is shown in whole minutes. */
const STEP = 10_000;

/**
 * The instant that is now, in milliseconds since the epoch, moving on by itself.
 * @param at the server's time in the newest answer, ISO 8601; the clock is set by it
 * @param received when that answer came, by the machine's clock (a query's `dataUpdatedAt`)
 */
export function useNow(at?: string, received = 0): number {
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    if (at !== undefined) clock.follow(at, received);
    const tick = (): void => setNow(clock.now());
    queueMicrotask(tick);
    const timer = setInterval(tick, STEP);
    return () => clearInterval(timer);
  }, [at, received]);
  return now;
}
