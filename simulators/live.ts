import { type Clock, realClock } from "../src/clock.ts";
import type { Home } from "./home/home.ts";
import { historyOf } from "./home/schedule.ts";
import { type Progress, type RunReport, runHomes } from "./run.ts";

export type LiveOptions = {
  readonly homes: readonly Home[];
  readonly url: string;
  readonly clock?: Clock;
  /** Replaces the homes' own seed, for other mornings with the same patients. */
  readonly seed?: number | string;
  /** "daily": everybody at their usual time of day; an ISO 8601 duration such as "PT2M": round the clock, that often. */
  readonly cadence?: string;
  readonly zone?: string;
};

export type LiveHomes = {
  /** Disconnects every hub; gives the final report. */
  stop(): Promise<RunReport>;
  /** Where it stands now. */
  stats(): Progress | undefined;
};

/** Milliseconds of a cadence, none for "daily". */
export function cadenceMs(cadence: string): number | undefined {
  return cadence === "daily" ? undefined : Temporal.Duration.from(cadence).total("milliseconds");
}

/** Starts homes that measure from now on, in real time, until stopped. Gives at once; connecting goes on behind. */
export function startLiveHomes(options: LiveOptions): LiveHomes {
  const { url, clock = realClock, cadence = "daily", zone = "Europe/Stockholm", seed } = options;
  const homes = seed === undefined ? options.homes : options.homes.map((home) => ({ ...home, seed }));
  const stop = new AbortController();
  const everyMs = cadenceMs(cadence);
  let latest: Progress | undefined;
  const run = runHomes({
    homes,
    url,
    clock,
    zone,
    speed: 1,
    from: clock.now(),
    to: Number.POSITIVE_INFINITY,
    ...(everyMs === undefined ? {} : { everyMs }),
    signal: stop.signal,
    onProgress: (progress) => {
      latest = progress;
    },
  });
  // Whoever never calls `stop` must not get an unhandled rejection; `stop` still sees it.
  run.catch(() => undefined);
  return {
    stop: () => {
      stop.abort();
      return run;
    },
    stats: () => latest,
  };
}

export type HistoryOptions = {
  readonly homes: readonly Home[];
  /** Local days of history before `until`. */
  readonly days: number;
  /** The end of the history, in milliseconds since the epoch: usually now. */
  readonly until: number;
  readonly url: string;
  readonly zone?: string;
  readonly clock?: Clock;
  readonly receiptQuietMs?: number;
  readonly signal?: AbortSignal;
};

/**
 * Sends the homes' history in few, large messages (see `historyOf`) and gives the report when all is acknowledged and
 * answered. Sending the same history again gives duplicates only.
 */
export function publishHistory(options: HistoryOptions): Promise<RunReport> {
  const { homes, days, until, url, zone = "Europe/Stockholm", clock, receiptQuietMs, signal } = options;
  return runHomes({
    homes,
    url,
    speed: "as-fast-as-possible",
    from: until - days * 86_400_000,
    to: until,
    zone,
    messages: (home) => historyOf(home, { days, until, zone }),
    ...(clock === undefined ? {} : { clock }),
    ...(receiptQuietMs === undefined ? {} : { receiptQuietMs }),
    ...(signal === undefined ? {} : { signal }),
  });
}
