import type { Clock } from "./clock.ts";
import type { AwayHub, Ledger } from "./ledger/commands.ts";
import { awayWhereDue, hubNews } from "./silence/watch.ts";
import { isToldLater, nextDue } from "./store/sqlite/alerts.ts";
import type { Database } from "./store/sqlite/database.ts";
import { nextTimer } from "./store/sqlite/timers.ts";

/** Longer without a look, in milliseconds, and the machine was asleep or the process stopped. */
const SLEPT = 120_000;
/** So many commands at most in one look. */
const ROUNDS = 100;

/**
 * Lets time pass in the ledger, and tells it which hubs have gone and come. The timers themselves are rows: this only looks,
 * every second, whether one is due, and says so; it holds no state that a restart could lose.
 */
export function startTicker(
  parts: {
    readonly db: Database;
    readonly ledger: Ledger;
    readonly clock: Clock;
    readonly onFailure: (what: string, error: unknown) => void;
  },
  interval = 1000,
): {
  /** Looks now; resolves when what was due has been decided. */ readonly tick: () => Promise<void>;
  readonly stop: () => void;
} {
  const { db, ledger, clock, onFailure } = parts;
  let busy: Promise<void> | undefined;

  let startedAt = clock.now();
  let lookedAt = startedAt;
  /** Whether the clock may have been put back since this or an earlier run last looked. */
  let isBack = true;

  /** A machine that slept received nothing, like a platform that was stopped. */
  async function noticeSleep(): Promise<void> {
    const now = clock.now();
    if (now - lookedAt > SLEPT) {
      await ledger.submit({ kind: "platform-resumed", downSince: lookedAt, actor: "platform" });
      startedAt = now;
    }
    if (now < lookedAt) isBack = true;
    lookedAt = now;
  }

  /** Nothing would fall due for as long as the clock was put back by: whoever waits from later than now waits from now. */
  async function noticeClockBack(): Promise<void> {
    if (isBack && isToldLater(db, clock.now())) await ledger.submit({ kind: "tick", back: true, actor: "platform" });
    isBack = false;
  }

  async function look(): Promise<void> {
    await noticeSleep();
    await noticeClockBack();
    for (const news of hubNews(db, startedAt, clock.now())) await ledger.submit({ ...news, actor: "platform" });
    let areAway = true;
    // Each command decides a bounded number of timers. What makes no headway waits for the next look.
    for (let round = 0; round < ROUNDS; round += 1) {
      const due = Math.min(nextDue(db) ?? Infinity, nextTimer(db) ?? Infinity);
      if (due > clock.now()) return;
      // Once all that are away are told of there are no more.
      const away: readonly AwayHub[] = areAway ? awayWhereDue(db, clock.now()) : [];
      areAway = away.length > 0;
      await ledger.submit({ kind: "tick", ...(away.length > 0 ? { away } : {}), actor: "platform" });
    }
  }
  const tick = (): Promise<void> => (busy ??= look().finally(() => (busy = undefined)));
  const timer = setInterval(() => {
    tick().catch((error: unknown) => onFailure("tick not decided", error));
  }, interval);
  return { tick, stop: () => clearInterval(timer) };
}
