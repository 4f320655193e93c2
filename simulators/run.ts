import { setTimeout as wait } from "node:timers/promises";
import { type Clock, realClock } from "../src/clock.ts";
import { isHemvaktError } from "../src/errors.ts";
import { type Again, type Pause, peopleOf, usualLook } from "./home/again.ts";
import type { Home } from "./home/home.ts";
import type { HomeMessage } from "./home/message.ts";
import { outagesOf } from "./home/outage.ts";
import { type Period, scheduleHome } from "./home/schedule.ts";
import { connectHub, type Hub } from "./hub.ts";
import { type Counts, type HubLedger, type Ledger, openLedger } from "./ledger.ts";
import { random } from "./random.ts";

const DAY = 86_400_000;

/** Simulated seconds per real second, or no waiting at all. */
export type Speed = number | "as-fast-as-possible";

export type RunOptions = {
  readonly homes: readonly Home[];
  /** Where the broker listens, for instance mqtt://localhost:1883. */
  readonly url: string;
  readonly speed: Speed;
  /**
   * The simulated period, in milliseconds since the epoch. A platform judges by its own, real clock: so the period ends
   * now and begins 30 days earlier unless said otherwise, and what lies in the past is sent as what it is, history, its
   * readings marked as coming from memory (`Period.asOf`). A period that reaches into the future makes sense at speed 1
   * only.
   */
  readonly from?: number;
  readonly to?: number;
  readonly asOf?: number;
  readonly zone?: string;
  /** Measure every so many milliseconds round the clock instead of once a morning. */
  readonly everyMs?: number;
  readonly clock?: Clock;
  /** Unacknowledged messages per hub at most. */
  readonly inFlight?: number;
  /** Hubs connected at the same time at most; only without a pace, where hubs take turns. */
  readonly concurrency?: number;
  /** How long a hub that has sent everything waits for its next receipt before it leaves. */
  readonly receiptQuietMs?: number;
  /** Called about four times a second and once at the end. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops sending and closes the connections. */
  readonly signal?: AbortSignal;
  /** How long it takes people to read what their hub shows, and then to measure again; in milliseconds. */
  readonly looksAfter?: Pause;
  readonly pause?: Pause;
  /** Another source of messages than `scheduleHome`. */
  readonly messages?: (home: Home, period: Period) => Iterable<HomeMessage>;
};

export type Progress = {
  readonly counts: Counts;
  /** The simulated instant that has been reached. */
  readonly simulated: number;
  readonly hubsDone: number;
  readonly hubs: number;
  readonly failed: number;
  /** The newest error of any hub. */
  readonly lastError?: string;
};

export type RunReport = {
  readonly from: number;
  readonly to: number;
  readonly elapsedMs: number;
  readonly aborted: boolean;
  readonly counts: Counts;
  readonly hubs: Readonly<Record<string, Counts>>;
  /** Codes of the receipts and how often each came. */
  readonly codes: Readonly<Record<string, number>>;
  /** Hubs that could not go on, and the code. */
  readonly failed: readonly { readonly hub: string; readonly code: string }[];
  readonly ledger: Ledger;
};

/**
 * Plays the homes' schedules against a broker, one MQTT client per hub, and keeps its own ledger of what was sent,
 * acknowledged and answered. What is sent depends on homes and period only, never on the speed. Ends when every message
 * is acknowledged (and its receipt has come or is overdue), or when aborted.
 *
 * Only at speed 1, with the homes' own schedules, are people there who measure again when the platform asks: it waits for
 * them by its own clock. What they measure is sent, and counted, beside the schedule.
 */
export async function runHomes(options: RunOptions): Promise<RunReport> {
  const { homes, url, speed, clock = realClock, onProgress, messages = scheduleHome } = options;
  const started = clock.now();
  const to = options.to ?? started;
  const from = options.from ?? (Number.isFinite(to) ? to : started) - 30 * DAY;
  const { zone = "Europe/Stockholm", asOf = started, everyMs } = options;
  const period: Period = { from, to, zone, asOf, ...(everyMs === undefined ? {} : { everyMs }) };
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const ledger = openLedger();
  const failed: { hub: string; code: string }[] = [];
  let reached = from;
  let hubsDone = 0;

  const report = () => {
    const lastError = ledger
      .hubs()
      .findLast((hub) => hub.errors().length > 0)
      ?.errors()
      .at(-1);
    const simulated = speed === "as-fast-as-possible" ? reached : simulatedAt(clock.now());
    const progress = { counts: ledger.total(), simulated, hubsDone, hubs: homes.length, failed: failed.length };
    onProgress?.({ ...progress, ...(lastError === undefined ? {} : { lastError }) });
  };
  const simulatedAt = (now: number) => Math.min(to, from + (now - started) * (speed as number));
  /** Waits for a simulated instant; at full speed all of them are now. */
  const reach = async (instant: number): Promise<void> => {
    if (speed === "as-fast-as-possible") {
      reached = Math.max(reached, instant);
      return;
    }
    while (!signal.aborted) {
      const left = started + (instant - from) / speed - clock.now();
      if (left <= 0) return;
      // Timers overflow after 24 days, and a machine that slept must look at the clock again.
      await wait(Math.min(left, 60_000), undefined, { signal }).catch(() => undefined);
    }
  };

  const measureLater = async (hub: Hub, again: Again, page: HubLedger): Promise<void> => {
    await wait(again.pauseMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    for (const message of again.measure(clock.now())) {
      // A hub that is refused is told of by its schedule.
      await hub.send(message).then(
        () => signal.aborted || page.noteMeasuredAgain(),
        () => undefined,
      );
    }
  };

  const play = async (home: Home): Promise<void> => {
    const page = ledger.hub(home.hub.id);
    const { inFlight = 20, receiptQuietMs = 2000, looksAfter = usualLook } = options;
    const devices = home.devices.map(({ id }) => id);
    const people = speed === 1 && options.messages === undefined ? peopleOf(home, { zone }, options.pause) : undefined;
    const again = new Set<Promise<void>>();
    const hub: Hub = connectHub({
      url,
      hub: home.hub,
      devices,
      ledger: page,
      clock,
      inFlight,
      signal,
      people: {
        showAfterMs: (id) => (people ? random(home.seed, `home/${home.hub.id}/shown/${id}`).integer(...looksAfter) : 0),
        onPrompt: ({ kind, for: slot }) => {
          if (kind !== "measure-again") return () => undefined;
          // Decided when it comes, by what was just measured; people may be at the next device when they read it.
          const answer = people?.asked(clock.now(), slot);
          return () => {
            page.noteAsked();
            if (!answer) return;
            const done = measureLater(hub, answer, page).finally(() => again.delete(done));
            again.add(done);
          };
        },
      },
    });
    const outages = outagesOf(home);
    try {
      let cursor = from;
      for (const message of messages(home, period)) {
        if (speed !== "as-fast-as-possible")
          cursor = await loseNetwork({ hub, page, outages, reach, signal }, cursor, message.at);
        await reach(message.at);
        await hub.send(message);
        if (signal.aborted) break;
        people?.measured(message);
      }
      await Promise.all(again);
      await hub.drained();
      await hub.receipted(receiptQuietMs);
    } catch (error) {
      if (!isHemvaktError(error)) throw error;
      failed.push({ hub: home.hub.id, code: error.code });
    } finally {
      await hub.end();
      hubsDone++;
    }
  };

  const timer = onProgress ? setInterval(report, 250) : undefined;
  try {
    const turns = speed === "as-fast-as-possible" ? (options.concurrency ?? 100) : homes.length;
    const queue = homes.values();
    await Promise.all(
      Array.from({ length: Math.min(turns, homes.length) }, async () => {
        for (const home of queue) if (!signal.aborted) await play(home);
      }),
    );
  } finally {
    clearInterval(timer);
    stop.abort();
    report();
  }
  return {
    from,
    to,
    elapsedMs: clock.now() - started,
    aborted: options.signal?.aborted ?? false,
    counts: ledger.total(),
    hubs: Object.fromEntries(ledger.hubs().map((hub) => [hub.hub, hub.counts()])),
    codes: ledger.codes(),
    failed,
    ledger,
  };
}

type LosingNetwork = {
  readonly hub: Hub;
  readonly page: HubLedger;
  readonly outages: ReturnType<typeof outagesOf>;
  readonly reach: (instant: number) => Promise<void>;
  readonly signal: AbortSignal;
};

/** Where there is time to see it, a hub without network is truly gone. Gives the end of the last outage lived through. */
async function loseNetwork(
  { hub, page, outages, reach, signal }: LosingNetwork,
  after: number,
  until: number,
): Promise<number> {
  let cursor = after;
  for (;;) {
    const outage = outages.next(cursor, until);
    if (!outage) return cursor;
    await reach(outage.from);
    // Somebody who measures again may have sent in the moment between being drained and hearing of it.
    do await hub.drained();
    while (page.inFlight() > 0 && !signal.aborted);
    if (signal.aborted) return cursor;
    hub.offline();
    await reach(outage.to);
    if (signal.aborted) return cursor;
    hub.online();
    cursor = outage.to;
  }
}
