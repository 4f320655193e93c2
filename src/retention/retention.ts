import { Counter, type Registry } from "prom-client";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Ledger } from "../ledger/commands.ts";
import { type DataClass, dataClasses } from "../ledger/handlers/retention.ts";
import type { Database } from "../store/sqlite/database.ts";
import { nextCheckpointFile, promoteCheckpoint, readCheckpoint, takeCheckpoint } from "./checkpoint.ts";
import { classes, keptFrom } from "./classes.ts";

const HOUR = 3_600_000;

/** What is kept of a class and what of it would go. Instants in milliseconds since the epoch. */
export type Holding = {
  readonly what: DataClass;
  readonly rows: number;
  readonly oldest: number | undefined;
  readonly keptFrom: number;
  readonly expired: number;
};

/** How much of each class there is. Reads whole tables: for people who ask, not for the running platform. */
export function holdings(db: Database, config: Config, now: number): Holding[] {
  return dataClasses.map((what) => {
    const { table, since } = classes[what];
    const from = keptFrom(what, config, now);
    const found = db.get<{ rows: number; oldest: number | null; expired: number }>(
      `SELECT count(*) AS rows, min(${since}) AS oldest, count(*) FILTER (WHERE ${since} < ?) AS expired FROM ${table}`,
      from,
    );
    return {
      what,
      rows: found?.rows ?? 0,
      oldest: found?.oldest ?? undefined,
      keptFrom: from,
      expired: found?.expired ?? 0,
    };
  });
}

/**
 * Once an hour lets go what has served its time, slice by slice through the ledger, so that messages go in between. A
 * sweep that ends early, by a kill too, goes on where it was an hour later.
 */
export function startRetention(parts: {
  readonly folder: string;
  readonly db: Database;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly config: Config;
  readonly registry: Registry;
  readonly onFailure: (what: string, error: unknown) => void;
}): {
  /** Sweeps now; resolves with how much of each class went. */ readonly run: () => Promise<Record<DataClass, number>>;
  readonly stop: () => Promise<void>;
} {
  const { ledger, clock, config, onFailure } = parts;
  const deleted = new Counter({
    name: "hemvakt_retention_deleted_total",
    help: "Rows deleted because they have served their time, by class of data",
    labelNames: ["class"],
    registers: [parts.registry],
  });
  let busy: Promise<Record<DataClass, number>> | undefined;
  const stop = new AbortController();

  async function sweepClass(what: DataClass): Promise<number> {
    const before = keptFrom(what, config, clock.now());
    let total = 0;
    let after: readonly [string, string] | undefined;
    while (!stop.signal.aborted) {
      const { swept } = await ledger.submit({
        kind: "retention-sweep",
        what,
        before,
        ...(after ? { after } : {}),
        actor: "platform",
      });
      total += swept?.deleted ?? 0;
      if (!swept || swept.done) break;
      after = swept.after;
    }
    deleted.inc({ class: what }, total);
    return total;
  }

  async function runAll(): Promise<Record<DataClass, number>> {
    const gone = {} as Record<DataClass, number>;
    await moveCheckpoint(parts);
    for (const what of dataClasses) gone[what] = stop.signal.aborted ? 0 : await sweepClass(what);
    return gone;
  }

  const run = (): Promise<Record<DataClass, number>> => (busy ??= runAll().finally(() => (busy = undefined)));
  const timer = setInterval(() => {
    run().catch((error: unknown) => onFailure("what has served its time was not deleted", error));
  }, HOUR);
  return {
    run,
    async stop() {
      stop.abort();
      clearInterval(timer);
      await busy?.catch(() => undefined);
    },
  };
}

/**
 * Keeps a checkpoint ready: one is taken when there is none in waiting and the oldest command has served a quarter of its
 * time; it comes into use, and the commands up to it may go, when all of them have served all of it.
 */
async function moveCheckpoint(parts: Parameters<typeof startRetention>[0]): Promise<void> {
  const { folder, db, ledger, clock, config } = parts;
  const from = keptFrom("commands", config, clock.now());
  const next = readCheckpoint(nextCheckpointFile(folder));
  if (next && next.at < from) {
    await ledger.submit({ kind: "retention-checkpoint", ...(await promoteCheckpoint(folder)), actor: "platform" });
  } else if (!next) {
    const inUse = db.get<{ seq: number }>("SELECT seq FROM checkpoint WHERE id = 1")?.seq ?? 0;
    const oldest = db.get<{ at: number }>("SELECT at FROM command WHERE seq > ? ORDER BY seq LIMIT 1", inUse)?.at;
    const quarter = (clock.now() - from) / 4;
    if (oldest !== undefined && clock.now() - oldest > quarter) await takeCheckpoint(folder);
  }
}
