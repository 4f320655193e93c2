import { setTimeout as wait } from "node:timers/promises";
import { realClock } from "../../src/clock.ts";
import { generateAndHold } from "../load/run.ts";
import { startAedes } from "../peers/aedes.ts";
import { startHemvakt } from "../peers/hemvakt.ts";
import { type Peer, residentBytes } from "../peers/process.ts";
import type { Row } from "../report/results.ts";
import type { Bench, RowGroup } from "./context.ts";

/** Rows 7 and 8: ten thousand hubs come back at once and send what they have; and what they cost while idle. */
async function run({ scale, say, folder }: Bench): Promise<Row[]> {
  const store = await folder("ninety-days");
  const starts = { aedes: startAedes, hemvakt: () => startHemvakt(store) } as const;
  const names = Object.keys(starts) as (keyof typeof starts)[];
  const none = () =>
    Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<keyof typeof starts, number[]>;
  const [back, connected, bytes] = [none(), none(), none()];
  for (let round = 0; round < scale.rounds; round += 1) {
    for (const name of names) {
      const peer: Peer = await starts[name]();
      // What starting left behind is given back first.
      await wait(1000);
      const before = residentBytes(peer.pid);
      const job = {
        port: peer.port,
        homes: { from: 0, to: scale.hubs },
        window: 1,
        readingsPerMessage: 1,
        findings: 0.02,
        receipts: name === "hemvakt",
        messages: 1,
        firstNumber: 60_000_000 + round,
        at: realClock.now() - 3_000_000 + round * 1000,
        every: 1000,
      };
      // First they only sit there.
      const idle = await generateAndHold({ ...job, messages: 0 });
      await wait(3000);
      bytes[name].push((residentBytes(peer.pid) - before) / scale.hubs / 1000);
      await idle.release();
      // Then all of them are gone, and come back.
      const { outcome, release } = await generateAndHold(job);
      back[name].push(outcome.connectSeconds + outcome.seconds);
      connected[name].push(outcome.connectSeconds);
      await release();
      await peer.stop();
      say(
        `round ${round + 1} ${name}: all back in ${back[name].at(-1)!.toFixed(1)} s, ${bytes[name].at(-1)!.toFixed(1)} KB each`,
      );
    }
  }
  return [
    {
      id: "7",
      figure: `${scale.hubs.toLocaleString("en")} hubs reconnect, authenticate with real hashed secrets, publish`,
      unit: "s",
      better: "less",
      first: 30,
      later: 5,
      rounds: back.hemvakt,
      parts: [
        { name: "of which connecting, subscribing included", unit: "s", rounds: connected.hemvakt },
        { name: "bare aedes, any password, nobody subscribes", unit: "s", rounds: back.aedes },
      ],
      how: "From the first connection attempt to the last PUBACK; 200 hubs connect at a time, from one process; they were connected before, and have just gone.",
    },
    {
      id: "8",
      figure: "RSS per idle connection",
      unit: "KB",
      better: "less",
      first: 30,
      later: 22,
      rounds: bytes.hemvakt,
      parts: [{ name: "bare aedes", unit: "KB", rounds: bytes.aedes }],
      how: "What the process grew by from before the hubs came until three seconds after the last had connected and listened to its receipts; nothing is sent. Garbage that V8 keeps is in it.",
    },
  ];
}

export const connections: RowGroup = { ids: ["7", "8"], run };
