import type { Command } from "../../src/ledger/commands.ts";
import { createWriter } from "../../src/ledger/writer.ts";
import { openStore } from "../../src/store/sqlite/open.ts";
import { hubOf, scaleOf } from "../load/readings.ts";

export type History = {
  readonly homes: number;
  readonly readingsPerHome: number;
  /** The oldest reading's instant and the time from each to the next, in milliseconds. */
  readonly from: number;
  readonly every: number;
  /** Readings in a message: more than one is a hub that brings what it has kept, and fills a store faster. */
  readonly perMessage: number;
};

const PER_BATCH = 1000;

/**
 * Fills a data folder through the platform's own writer, each message decided when it would have come, so that the store
 * is what a platform of that age has: the same pages, the same order of writing, the same log. Only fsync is left out.
 * @returns how many readings were stored
 */
export function fillHistory(folder: string, history: History): number {
  const db = openStore(folder, { synchronous: "OFF" });
  const writer = createWriter(db);
  let batch: Command[] = [];
  const flush = (): void => {
    for (const outcome of writer.run(batch).outcomes) {
      const results = outcome.ok ? outcome.value.receipt?.results : undefined;
      const odd = results?.find(({ status }) => status !== "stored");
      if (!results || odd) throw new Error(`history was not stored: ${JSON.stringify(odd ?? outcome)}`);
    }
    batch = [];
  };
  // Time goes by for all homes together, as it does.
  for (let index = 0; index < history.readingsPerHome; index += history.perMessage) {
    for (let home = 0; home < history.homes; home += 1) {
      batch.push(messageOf(home, index, history));
      if (batch.length === PER_BATCH) flush();
    }
  }
  if (batch.length > 0) flush();
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  const { n } = db.get<{ n: number }>("SELECT count(*) AS n FROM reading")!;
  db.close();
  return n;
}

function messageOf(home: number, index: number, { from, every, readingsPerHome, perMessage }: History): Command {
  const count = Math.min(perMessage, readingsPerHome - index);
  const readings = Array.from({ length: count }, (_, nth) => ({
    kind: "body-weight",
    at: new Date(from + (index + nth) * every + home).toISOString(),
    value: 80 + ((index + nth + home) % 5) / 10,
    unit: "kg",
  }));
  const body = { id: `h${home}-${index}`, device: scaleOf(home), readings };
  const hub = hubOf(home);
  return {
    kind: "device-message",
    actor: `hub:${hub}`,
    hub,
    channel: "readings",
    topic: `hv/v1/${hub}/readings`,
    payload: Buffer.from(JSON.stringify(body)),
    at: from + (index + count) * every + 60_000,
  };
}
