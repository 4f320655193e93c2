import type { Command } from "../../src/ledger/commands.ts";
import { createWriter } from "../../src/ledger/writer.ts";
import { openStore } from "../../src/store/sqlite/open.ts";
import { hubOf, messageOf, sending } from "../load/readings.ts";
import { fillHistory } from "../platform/history.ts";
import { declareHomes } from "../platform/homes.ts";
import { fillSixSignals } from "../platform/six-signals.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * A data folder in which every patient has an open alert: two weeks of weights each, and this morning one 3 kg above them.
 * @param now milliseconds since the epoch
 */
export async function fillWard(folder: string, patients: number, now: number): Promise<void> {
  await declareHomes(folder, patients, now);
  fillHistory(folder, {
    homes: patients,
    readingsPerHome: 14,
    from: now - 14 * DAY - 90 * MINUTE,
    every: DAY,
    perMessage: 1,
  });
  const db = openStore(folder, { synchronous: "OFF" });
  const writer = createWriter(db);
  const at = now - 40 * MINUTE;
  const commands = Array.from({ length: patients }, (_, home): Command => {
    const message = messageOf(home, 1);
    return {
      kind: "device-message",
      actor: `hub:${hubOf(home)}`,
      hub: hubOf(home),
      channel: "readings",
      topic: `hv/v1/${hubOf(home)}/readings`,
      payload: sending(message, 1, 90_000, at + home, true).subarray(message.payloadAt),
      at: at + MINUTE,
    };
  });
  const opened = writer.run(commands).outcomes.filter(({ ok }) => ok).length;
  const { n } = db.get<{ n: number }>("SELECT count(*) AS n FROM alert WHERE state = 'open'")!;
  db.close();
  if (opened !== patients || n !== patients) throw new Error(`${n} alerts of ${patients} were opened`);
}

/** A data folder with one patient (patient-0) who has had six signals a day for a year. */
export async function fillYear(folder: string, now: number): Promise<void> {
  await declareHomes(folder, 1, now);
  fillSixSignals(folder, 0, 365, now - 90 * MINUTE);
}
