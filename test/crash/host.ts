/**
 * The platform that is killed: `node host.ts <data folder> [sabotage]`. The real broker, intake and ledger over the
 * folder, the writer in its own thread, without the HTTP API. A nurse works along, so that alerts are in every state
 * when the end comes. Prints its MQTT port on a line of its own and then runs until it is killed.
 *
 * Sabotage breaks one promise on purpose, to see that the rounds notice. It lives here and not in the product's
 * configuration, where somebody might set it.
 */
import { writeSync } from "node:fs";
import { loadOrCreateKey } from "../../src/auth/key-file.ts";
import { startBroker } from "../../src/broker/embedded.ts";
import type { Broker } from "../../src/broker/types.ts";
import { realClock } from "../../src/clock.ts";
import { createIntake } from "../../src/intake.ts";
import type { Ledger } from "../../src/ledger/commands.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { createMetrics } from "../../src/metrics.ts";
import type { Database } from "../../src/store/sqlite/database.ts";
import { claimFolder, openReader } from "../../src/store/sqlite/open.ts";
import { crashRegion } from "./region.ts";

const sabotages = ["none", "ack-before-commit", "synchronous-off", "dedupe-off"] as const;
export type Sabotage = (typeof sabotages)[number];

const HOUR = 3_600_000;

/** Takes on whatever opens, with a promise, and resolves every third: then findings join, reopen and open anew. */
function nurse(db: Database, ledger: Ledger): void {
  let seen = db.get<{ seq: number | null }>("SELECT max(seq) AS seq FROM event")?.seq ?? 0;
  ledger.onCommit((last) => {
    if (last <= seen) return;
    const fresh = db.all<{ seq: number; type: string; alert: string; data: string }>(
      `SELECT seq, type, alert, data FROM event WHERE seq > ?
       AND type IN ('alert.opened', 'alert.worsened', 'alert.reopened', 'alert.acknowledged')`,
      seen,
    );
    seen = last;
    for (const { seq, type, alert, data } of fresh) {
      const { version: ifVersion } = JSON.parse(data) as { version: number };
      const act = { actor: "karin", alert, ifVersion } as const;
      const promise = { text: "ring", due: realClock.now() + HOUR };
      const done =
        type !== "alert.acknowledged"
          ? ledger.submit({ ...act, kind: "alert-acknowledge", promise })
          : seq % 3 === 0 && ledger.submit({ ...act, kind: "alert-resolve", outcome: "true", action: "advice" });
      // Somebody or something was faster, or the store is gone: a nurse looks again, and here there is another event.
      if (done) done.catch(() => {});
    }
  });
}

async function main(folder = "", chosen: string = "none"): Promise<void> {
  const sabotage = sabotages.find((name) => name === chosen);
  if (folder === "" || !sabotage) throw new Error(`host.ts <data folder> [${sabotages.join(" | ")}]`);
  claimFolder(folder);
  const hubKey = loadOrCreateKey(folder);
  const ledger = await openLedger({
    folder,
    clock: realClock,
    synchronous: sabotage === "synchronous-off" ? "OFF" : "FULL",
    dedupe: sabotage !== "dedupe-off",
  });
  await ledger.submit({ kind: "platform-started", actor: "platform" });
  await ledger.submit({ kind: "region-import", region: crashRegion(hubKey, realClock.now()), actor: "import" });
  const db = openReader(folder);
  nurse(db, ledger);

  let broker: Broker | undefined;
  const onFailure = (what: string, error: unknown): void => console.error(what, error);
  const metrics = createMetrics(
    db,
    () => ledger,
    () => broker?.connectedHubs() ?? 0,
  );
  const intake = createIntake({
    db,
    ledger,
    clock: realClock,
    hubKey,
    payloadBytes: 262_144,
    metrics,
    outbound: () => broker,
    onFailure,
  });
  const silent = (): void => {};
  const loud = (fields: object, message: string): void => console.error(message, fields);
  broker = await startBroker({
    host: "127.0.0.1",
    mqttPort: 0,
    clock: realClock,
    logger: { debug: silent, info: silent, warn: loud, error: loud },
    authenticate: (hub, secret) => intake.authenticate(hub, secret),
    ingest:
      sabotage === "ack-before-commit"
        ? async (packet) => {
            intake.ingest(packet).catch(silent);
          }
        : (packet) => intake.ingest(packet),
    onHubConnected: (hub) => intake.hubConnected(hub),
    onHubDisconnected: (hub) => intake.hubDisconnected(hub),
    // The rate belongs to other tests; here the writer is to be the slowest part.
    limits: { messagesPerSecond: 1_000_000, burst: 1_000_000, inFlight: 2_000 },
    count: silent,
  });
  writeSync(1, `${broker.ports.mqtt}\n`);
}

if (import.meta.main) await main(...process.argv.slice(2));
