import { setTimeout as pause } from "node:timers/promises";
import { Counter, Gauge, type Registry } from "prom-client";
import { loadOrCreateKey } from "../auth/key-file.ts";
import type { Clock } from "../clock.ts";
import type { Ledger } from "../ledger/commands.ts";
import { openReader } from "../store/sqlite/open.ts";
import { type InfluxTarget, influxSender, type Sender, targetName } from "./influx.ts";
import { lineOf, pseudonymsBy } from "./point.ts";
import { type Batch, keyOf, nextBatch, refusedCount, storedTarget, waiting } from "./queue.ts";

export type OutboxParts = {
  readonly folder: string;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly registry: Registry;
  /** An outage and its end, and what was refused; codes and counts only. */
  readonly say: (level: "info" | "warn", what: string, about: object) => void;
};

/** Readings in one request: few enough to be read and written out in less than 2 ms of the main thread. */
const batchSize = 200;
/** How long to let more gather when less than a batch was there, in milliseconds: an acknowledgement costs a commit. */
const gather = 250;
const firstRetry = 250;
const longestRetry = 30_000;

/**
 * Passes every stored reading on, in order and at least once, in a loop of its own that nobody waits for. It reads what
 * has been committed through its own read-only connection; what was answered is noted by a command, so that a restart
 * goes on there. Without a receiver nothing is noted and nothing is sent.
 * @returns how to stop it; what is under way then is sent again after the next start
 */
export async function startOutbox(parts: OutboxParts, target: InfluxTarget | undefined): Promise<() => Promise<void>> {
  const { folder, ledger, clock, registry, say } = parts;
  const db = openReader(folder);
  try {
    if (target === undefined) {
      if (storedTarget(db) !== undefined) await ledger.submit({ kind: "outbox-follow", actor: "platform" });
      db.close();
      return async () => {};
    }
    await ledger.submit({ kind: "outbox-follow", actor: "platform", target: targetName(target) });
  } catch (error) {
    db.close();
    throw error;
  }
  const pseudonym = pseudonymsBy(loadOrCreateKey(folder, "influx-pseudonyms.key"));
  const sender: Sender = influxSender(target);
  const stopping = new AbortController();

  // When nothing waited for the last time: a moved reading is queued long after it was received.
  let caughtUp = 0;
  const counters = outboxMetrics(registry, {
    waiting: () => waiting(db).count,
    lag: () => {
      const { oldest } = waiting(db);
      return oldest === undefined ? 0 : Math.max(0, clock.now() - Math.max(oldest, caughtUp)) / 1000;
    },
    history: () => Number(waiting(db).history),
    refused: () => refusedCount(db),
  });

  let wake: (() => void) | undefined;
  let committed = false;
  const unfollow = ledger.onCommit(() => {
    committed = true;
    wake?.();
  });
  const nextCommit = async (): Promise<void> => {
    if (!committed && !stopping.signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
  };
  const rest = (duration: number): Promise<void> =>
    pause(duration, undefined, { signal: stopping.signal }).catch(() => {});

  // Kept until it is answered, so that trying again costs the main thread nothing. What changes meanwhile is queued anew.
  let prepared: { readonly batch: Batch; readonly lines: readonly string[] } | undefined;

  /** Sends one batch. @returns how many readings it had, at least 1; 0 when nothing waits */
  async function deliver(): Promise<number> {
    committed = false;
    if (!prepared) {
      const batch = nextBatch(db, batchSize);
      if (!batch) return 0;
      prepared = { batch, lines: batch.readings.map((row) => lineOf(row, pseudonym)) };
    }
    const { batch, lines } = prepared;
    const refusals = await sender.send(lines);
    const refused = refusals.map(({ index, status, answer }) => ({ ...keyOf(batch.readings[index]!), status, answer }));
    await ledger.submit({ kind: "outbox-progress", actor: "platform", ...batch.done, refused });
    prepared = undefined;
    counters.delivered.inc(lines.length - refused.length);
    if (refused.length > 0) say("warn", "the receiver refused readings", { refused: refused.length });
    return Math.max(1, lines.length);
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        const sent = await deliver();
        if (failures > 0) say("info", "readings are passed on again", { failures });
        failures = 0;
        if (sent === 0) {
          caughtUp = clock.now();
          await nextCommit();
        } else if (sent < batchSize) await rest(gather);
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (failures === 0) say("warn", "readings can't be passed on; they wait", { reason: reasonOf(error) });
        failures += 1;
        counters.failures.inc();
        await rest(Math.min(firstRetry * 2 ** (failures - 1), longestRetry));
      }
    }
  }
  const running = run();

  return async () => {
    stopping.abort();
    unfollow();
    wake?.();
    sender.close();
    await running;
    db.close();
  };
}

/** The kind of failure; of what the server said only the beginning. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  return `${error.name}${code}: ${error.message}`.slice(0, 300);
}

/** Registers the outbox's metrics; gauges ask when they are scraped. */
function outboxMetrics(registry: Registry, now: Record<"waiting" | "lag" | "history" | "refused", () => number>) {
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge("hemvakt_outbox_waiting", "Readings not passed on yet", now.waiting);
  gauge("hemvakt_outbox_lag_seconds", "How long the first of them has waited", now.lag);
  gauge("hemvakt_outbox_history", "1 while readings from before the receiver was named are passed on", now.history);
  gauge("hemvakt_outbox_refused", "Readings that the receiver refused, kept with its answer", now.refused);
  return {
    delivered: new Counter({
      name: "hemvakt_outbox_delivered_total",
      help: "Readings that the receiver took",
      registers,
    }),
    failures: new Counter({
      name: "hemvakt_outbox_failures_total",
      help: "Times that the receiver could not be reached or took nothing",
      registers,
    }),
  };
}
