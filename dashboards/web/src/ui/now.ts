import { useEffect, useState } from "react";
import { clock } from "../clock.ts";

/** Often enough for what is shown in whole minutes. */
const STEP = 10_000;

/**
 * The instant that is now, in milliseconds since the epoch, moving on by itself.
 * @param at the server's time in the newest answer, ISO 8601; the clock is set by it
 */
export function useNow(at: string | undefined): number {
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    if (at !== undefined) clock.follow(at);
    const tick = (): void => setNow(clock.now());
    queueMicrotask(tick);
    const timer = setInterval(tick, STEP);
    return () => clearInterval(timer);
  }, [at]);
  return now;
}
