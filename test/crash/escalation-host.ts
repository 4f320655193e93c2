/**
 * The platform that is killed while alerts escalate: `node escalation-host.ts <data folder> [sabotage]`. The real ledger over
 * the folder, the writer in its own thread, on a clock that runs ten thousand times as fast: a quarter of an hour is 90 ms.
 * While it is dead its clock stands still. In each life everybody's oxygen saturation falls further; a nurse takes on
 * some of what is told, and keeps no promise. Prints the number of the last event after each commit and runs until it is killed.
 *
 * Sabotage breaks one promise on purpose at the beginning of a life, to see that the check notices.
 */
import { writeSync } from "node:fs";
import type { Ledger } from "../../src/ledger/commands.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { nextDue } from "../../src/store/sqlite/alerts.ts";
import { type Database, openDatabase } from "../../src/store/sqlite/database.ts";
import { claimFolder, openReader, storeFile } from "../../src/store/sqlite/open.ts";
import { nextTimer } from "../../src/store/sqlite/timers.ts";
import { crashRegion, deviceOf, HOMES, hubOf } from "./region.ts";

/** What a life begins with, where one promise is broken. */
const sabotages = {
  none: "",
  /** As if steps were timers in the process: what was to come is forgotten with it. */
  "steps-in-memory": "UPDATE alert SET due = NULL WHERE state = 'open'",
  /** As if where an alert stands were noted after the telling: the last step is decided again. */
  "noted-late":
    "UPDATE alert SET due = 0, body = json_set(body, '$.escalation.step', json_extract(body, '$.escalation.step') - 1, '$.escalation.next.at', 0) WHERE state = 'open'",
  /** As if those to tell were not in the same transaction: the last of them are lost. */
  "told-apart": "DELETE FROM notification WHERE command = (SELECT max(command) FROM notification)",
} as const;
export type EscalationSabotage = keyof typeof sabotages;

const START = Temporal.Instant.from("2026-11-22T01:10:00Z").epochMilliseconds;
const SPEED = 10_000;
const HOUR = 3_600_000;

/** Accelerated time, from where the store's ends. */
function fastClock(from: number): { now: () => number } {
  const begun = performance.now();
  return { now: () => Math.round(from + (performance.now() - begun) * SPEED) };
}

/** Everybody measures, and it is worse than in the life before. */
async function measure(ledger: Ledger, life: number, now: number): Promise<void> {
  const at = Temporal.Instant.fromEpochMilliseconds(now).toString();
  for (let home = 0; home < HOMES; home += 1) {
    const hub = hubOf(home);
    const reading = { kind: "oxygen-saturation", at, spo2: 87 - 3 * (life % 10), unit: "%" };
    const message = { id: `life-${life}`, device: deviceOf(home, "oximeter"), readings: [reading] };
    await ledger.submit({
      kind: "device-message",
      actor: `hub:${hub}`,
      hub,
      topic: `hv/v1/${hub}/readings`,
      channel: "readings",
      payload: Buffer.from(JSON.stringify(message)),
    });
  }
}

/** Takes on every third thing that is told, and forgets it. */
function nurse(db: Database, ledger: Ledger, now: () => number): void {
  let seen = db.get<{ seq: number | null }>("SELECT max(seq) AS seq FROM event")?.seq ?? 0;
  ledger.onCommit((last) => {
    const told = db.all<{ seq: number; alert: string; data: string }>(
      "SELECT seq, alert, data FROM event WHERE seq > ? AND type = 'alert.told'",
      seen,
    );
    seen = Math.max(seen, last);
    for (const { seq, alert, data } of told) {
      const { version: ifVersion } = JSON.parse(data) as { version: number };
      const promise = { text: "ring", due: now() + HOUR };
      // Something was faster: then there is another telling.
      if (seq % 3 === 0) {
        ledger.submit({ kind: "alert-acknowledge", actor: "karin", alert, ifVersion, promise }).catch(() => {});
      }
    }
    writeSync(1, `${last}\n`);
  });
}

async function main(folder = "", chosen = "none"): Promise<void> {
  if (folder === "" || !(chosen in sabotages)) throw new Error("escalation-host.ts <data folder> [sabotage]");
  claimFolder(folder);
  const empty = await openLedger({ folder, clock: { now: () => START }, mode: "inline" });
  await empty.submit({ kind: "region-import", region: crashRegion(new Uint8Array(32), START), actor: "import" });
  await empty.stop();
  const store = openDatabase(storeFile(folder));
  store.exec(sabotages[chosen as EscalationSabotage]);
  const { at, lives } = store.get<{ at: number; lives: number }>(
    "SELECT max(at) AS at, sum(kind = 'device-message') AS lives FROM command",
  )!;
  store.close();
  const clock = fastClock(at + 1);
  const ledger = await openLedger({ folder, clock });
  const db = openReader(folder);
  nurse(db, ledger, clock.now);
  // What was broken is to be seen, and a new finding would tell everybody anew.
  if (chosen === "none") await measure(ledger, Math.ceil(lives / HOMES), clock.now());
  else writeSync(1, "0\n");
  let busy = false;
  setInterval(() => {
    if (busy || Math.min(nextDue(db) ?? Infinity, nextTimer(db) ?? Infinity) > clock.now()) return;
    busy = true;
    ledger.submit({ kind: "tick", actor: "platform" }).then(
      () => (busy = false),
      (error: unknown) => console.error("tick not decided", error),
    );
  }, 2);
}

if (import.meta.main) await main(...process.argv.slice(2));
