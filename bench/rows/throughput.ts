import { realClock } from "../../src/clock.ts";
import type { Job } from "../load/job.ts";
import { startAedes } from "../peers/aedes.ts";
import { startHemvakt } from "../peers/hemvakt.ts";
import { startMosquitto } from "../peers/mosquitto.ts";
import type { Peer } from "../peers/process.ts";
import type { Part, Row } from "../report/results.ts";
import { type Bench, load, type RowGroup, type Scale } from "./context.ts";

const MINUTE = 60_000;

/**
 * The load of one round: other homes each time, so that no round repeats another's readings. Within a round each load's
 * readings are newer than the ones before, as readings mostly are.
 */
export function roundOf(scale: Scale, round: number): Omit<Job, "port"> {
  const from = (round * scale.connections) % scale.patients;
  return {
    homes: { from, to: Math.min(scale.patients, from + scale.connections) },
    window: scale.window,
    readingsPerMessage: 1,
    findings: 0.02,
    receipts: true,
    seconds: scale.seconds,
    firstNumber: round * 1_000_000,
    at: realClock.now() - 55 * MINUTE,
    every: 50,
  };
}

type Tried = { rate: number[]; cpuMicros: number[]; generatorCore: number[] };

/** Rows 1, 2 and 4: how fast readings come in, beside two brokers that store nothing. */
async function run({ scale, say, folder }: Bench): Promise<Row[]> {
  const platform = await startHemvakt(await folder("ninety-days"));
  const [aedes, mosquitto] = [await startAedes(), await startMosquitto()];
  const variants = {
    aedes: { peer: aedes, change: {} },
    hemvakt: { peer: platform, change: {} },
    mosquitto: { peer: mosquitto, change: {} },
    silent: { peer: platform, change: { receipts: false, firstNumber: 20_000_000, at: -25 * MINUTE } },
    // Fewer messages in flight, or the last would wait for a hundred thousand readings.
    fifty: {
      peer: platform,
      change: {
        readingsPerMessage: 50,
        window: Math.ceil(scale.window / 5),
        every: 100,
        firstNumber: 40_000_000,
        at: -5 * MINUTE,
      },
    },
  } as const satisfies Record<string, { peer: Peer; change: Partial<Job> }>;
  const tried = Object.fromEntries(
    Object.keys(variants).map((name) => [name, { rate: [], cpuMicros: [], generatorCore: [] }]),
  ) as unknown as Record<keyof typeof variants, Tried>;

  // A round that is not counted: the first thousand messages of a process run in code that isn't compiled yet.
  for (let round = -1; round < scale.rounds; round += 1) {
    for (const [name, { peer, change }] of Object.entries(variants) as [
      keyof typeof variants,
      { peer: Peer; change: Partial<Job> },
    ][]) {
      const base = roundOf(scale, round + 1);
      const job = {
        ...base,
        ...change,
        firstNumber: base.firstNumber + (change.firstNumber ?? 0),
        at: change.at === undefined ? base.at : realClock.now() + change.at,
      };
      const outcome = await load(peer, job);
      if (round < 0) continue;
      const readings = outcome.acknowledged * job.readingsPerMessage;
      tried[name].rate.push(readings / outcome.seconds);
      tried[name].cpuMicros.push(outcome.cpuMicros);
      tried[name].generatorCore.push(outcome.ownCore);
      say(`round ${round + 1} ${name}: ${Math.round(readings / outcome.seconds)} readings/s`);
    }
  }
  await Promise.all([platform.stop(), aedes.stop(), mosquitto.stop()]);

  const part = (name: string, which: keyof typeof variants, unit = "readings/s"): Part => ({
    name,
    unit,
    rounds: tried[which].rate,
    cpuMicros: tried[which].cpuMicros,
    generatorCore: tried[which].generatorCore,
  });
  const ratio = (a: keyof typeof variants, b: keyof typeof variants): number[] =>
    tried[a].rate.map((rate, round) => rate / tried[b].rate[round]!);
  const hemvakt = part("Hemvakt, hubs listen to receipts", "hemvakt");
  return [
    {
      id: "1",
      figure: "readings/s ÷ bare aedes msg/s, deep window, one reading a message",
      unit: "ratio",
      better: "more",
      first: 0.5,
      later: 1,
      rounds: ratio("hemvakt", "aedes"),
      parts: [hemvakt, part("Hemvakt, nobody listens", "silent"), part("bare aedes", "aedes", "messages/s")],
      how: `${scale.connections} connections, ${scale.window} in flight on each; whole packets in each write, which suits bare aedes best.`,
    },
    {
      id: "2",
      figure: "readings/s ÷ mosquitto msg/s (which stores nothing)",
      unit: "ratio",
      better: "more",
      first: 0.4,
      later: 1,
      rounds: ratio("hemvakt", "mosquitto"),
      parts: [hemvakt, part("mosquitto, nothing persisted", "mosquitto", "messages/s")],
      how: "The same load.",
    },
    {
      id: "4",
      figure: "readings/s in 50-reading messages ÷ one-reading messages",
      unit: "ratio",
      better: "more",
      first: 3,
      later: 6,
      rounds: ratio("fifty", "hemvakt"),
      parts: [part("50 readings a message", "fifty"), hemvakt],
      how: `The same load, ${Math.ceil(scale.window / 5)} messages in flight on each connection; processor time is per message.`,
    },
  ];
}

export const throughput: RowGroup = { ids: ["1", "2", "4"], run };
