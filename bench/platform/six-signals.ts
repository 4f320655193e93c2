import type { Command } from "../../src/ledger/commands.ts";
import { createWriter } from "../../src/ledger/writer.ts";
import { openStore } from "../../src/store/sqlite/open.ts";
import { hubOf, scaleOf } from "../load/readings.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The same numbers in each run (Numerical Recipes' linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/**
 * Gives one home's patient six signals a day, each in a message of its own, through the platform's own writer. Values
 * wander about what is usual for somebody with heart failure and COPD, so that now and then one is beyond a limit.
 * @param until the last day, in milliseconds
 */
export function fillSixSignals(folder: string, home: number, days: number, until: number): void {
  const db = openStore(folder, { synchronous: "OFF" });
  const writer = createWriter(db);
  const random = numbers(home + 1);
  const about = (middle: number, width: number, decimals = 0): number =>
    Number((middle + (random() + random() - 1) * width).toFixed(decimals));
  for (let day = days - 1; day >= 0; day -= 1) {
    const morning = until - day * DAY;
    const signals = [
      { kind: "body-weight", value: about(82, 1, 1), unit: "kg" },
      {
        kind: "blood-pressure",
        systolic: about(132, 30),
        diastolic: about(78, 12),
        pulse: about(74, 16),
        unit: "mmHg",
      },
      { kind: "oxygen-saturation", spo2: about(92, 3), pulse: about(76, 16) },
      { kind: "temperature", value: about(36.9, 0.8, 1), unit: "Cel" },
      { kind: "respiratory-rate", value: about(18, 5) },
      { kind: "peak-flow", value: about(310, 40) },
    ];
    const commands = signals.map((signal, index): Command => {
      const at = morning + index * MINUTE;
      const body = {
        id: `six-${day}-${index}`,
        device: scaleOf(home),
        readings: [{ ...signal, at: new Date(at).toISOString() }],
      };
      return {
        kind: "device-message",
        actor: `hub:${hubOf(home)}`,
        hub: hubOf(home),
        channel: "readings",
        topic: `hv/v1/${hubOf(home)}/readings`,
        payload: Buffer.from(JSON.stringify(body)),
        at: at + 1000,
      };
    });
    for (const outcome of writer.run(commands).outcomes) {
      const status = outcome.ok ? outcome.value.receipt?.results[0]?.status : undefined;
      if (status !== "stored") throw new Error(`a signal was not stored: ${JSON.stringify(outcome)}`);
    }
  }
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
}
