/** The only place that reads the machine's clock. Everything else is given a `Clock` or an instant. */
export type Clock = {
  /** The current instant, in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
};

/** The machine's own clock. */
export const realClock: Clock = { now: () => Date.now() };

/** A clock that stands still until told to move. Instants in milliseconds since the epoch, or ISO 8601. */
export function manualClock(
  start: number | string,
): Clock & { set(to: number | string): void; advance(ms: number): void } {
  const instant = (at: number | string) => (typeof at === "number" ? at : Temporal.Instant.from(at).epochMilliseconds);
  let now = instant(start);
  return {
    now: () => now,
    set: (to) => {
      now = instant(to);
    },
    advance: (ms) => {
      now += ms;
    },
  };
}
