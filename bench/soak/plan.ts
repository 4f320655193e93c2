/** What a soak plays, how fast, and what goes wrong on the way. Days are simulated, counted from its beginning. */
export type SoakPlan = {
  readonly hubs: number;
  readonly days: number;
  /** Simulated seconds per real second. */
  readonly speed: number;
  readonly seed: string;
  /** Processes that play the homes; each has a share of the sockets. */
  readonly players: number;
  readonly mishaps: readonly Mishap[];
};

export type Mishap = {
  /** When, in simulated days. */
  readonly day: number;
  /**
   * `kill`: SIGKILL, and the platform starts again after a pause. `restart`: SIGTERM, likewise. `cut`: every connection
   * is destroyed at once while the platform runs on. After each of them all hubs come back at the same time.
   */
  readonly what: "kill" | "restart" | "cut";
};

/** How long the platform is away after it was stopped, in real milliseconds. */
export const AWAY_MS = 2000;

/** A month of ten thousand homes. The platform is killed and restarted early, so that its memory is seen over three weeks. */
export const wholeMonth: SoakPlan = {
  hubs: 10_000,
  days: 30,
  speed: 4800,
  seed: "soak",
  players: 2,
  mishaps: [
    { day: 3.33, what: "kill" },
    { day: 5.31, what: "restart" },
    ...[9.32, 13.3, 17.34, 21.31, 25.33].map((day) => ({ day, what: "cut" as const })),
  ],
};

/** The same in small, which shows that all of it works; with a quarter of a minute to come back in after each mishap. */
export const quickDays: SoakPlan = {
  hubs: 200,
  days: 4,
  speed: 5760,
  seed: "soak",
  players: 2,
  mishaps: [
    { day: 1.1, what: "kill" },
    { day: 2.1, what: "cut" },
  ],
};

/** A clock that runs ahead: simulated time begins at the real instant `began` with `from`, both in milliseconds. */
export type Pace = { readonly began: number; readonly from: number; readonly to: number; readonly speed: number };

/** The simulated instant of a real one; before the beginning and after the end it goes on at its usual pace. */
export function simulatedAt({ began, from, to, speed }: Pace, real: number): number {
  if (real <= began) return from - (began - real);
  const at = from + (real - began) * speed;
  return at <= to ? at : to + (real - began - (to - from) / speed);
}
