import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import mqtt, { type MqttClient } from "mqtt";
import { random } from "../simulators/random.ts";
import { realClock } from "../src/clock.ts";
import { startInfluxDb } from "../test/contract/influx-servers.ts";
import { hubOf, scaleOf, secretOf } from "./load/readings.ts";
import { startHemvakt } from "./peers/hemvakt.ts";
import { declareHomes } from "./platform/homes.ts";
import { percentile } from "./report/results.ts";

/** What the outbox costs the homes: how long a PUBACK takes, in milliseconds, with and without it. */
export type OutboxCost = {
  readonly rounds: number;
  readonly messages: number;
  readonly off: { readonly p50: number; readonly p99: number };
  readonly on: { readonly p50: number; readonly p99: number };
  /** On by off, each the median over the rounds. */
  readonly ratio: { readonly p50: number; readonly p99: number };
  /**
   * What the same ratios are between two halves of the rounds without an outbox, for nineteen of twenty of many ways to
   * halve them: lowest and highest. Inside it nothing is proved.
   */
  readonly noise: Readonly<Record<"p50" | "p99", readonly [number, number]>>;
};

const HUBS = 20;
const middle = (values: readonly number[]): number => percentile(values, 0.5);
const rounded = (value: number): number => Number(value.toPrecision(3));

/**
 * Two platforms in processes of their own, one of which passes its readings on to a real InfluxDB. The same homes publish
 * at a steady rate to one and the other in turn, so that whatever else the machine does meets both.
 * @param rounds on each platform; a round is `seconds` long, and every home sends `rate` messages a second
 */
export async function run({ rounds = 24, seconds = 1.5, rate = 10 } = {}): Promise<OutboxCost> {
  const influx = await startInfluxDb();
  const platforms = [await startPlatform({}), await startPlatform(influx.settings)] as const;
  try {
    const times: [off: number[][], on: number[][]] = [[], []];
    for (let round = -1; round < rounds; round += 1) {
      // Who comes first changes; the round before the first only warms both up.
      for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const measured = await publish(platforms[which].clients, { round, seconds, rate });
        if (round >= 0) times[which].push(measured);
        await platforms[which].drained();
      }
    }
    // Otherwise two platforms without an outbox have been compared.
    const arrived = (await influx.held()).size;
    if (arrived < times[1].flat().length) throw new Error(`only ${arrived} values arrived at InfluxDB`);
    const each = (all: readonly number[][], share: number) => all.map((values) => percentile(values, share));
    const of = (which: 0 | 1) => ({ p50: middle(each(times[which], 0.5)), p99: middle(each(times[which], 0.99)) });
    const [off, on] = [of(0), of(1)];
    return {
      rounds,
      messages: times[0].flat().length,
      off: { p50: rounded(off.p50), p99: rounded(off.p99) },
      on: { p50: rounded(on.p50), p99: rounded(on.p99) },
      ratio: { p50: rounded(on.p50 / off.p50), p99: rounded(on.p99 / off.p99) },
      noise: { p50: noiseOf(each(times[0], 0.5)), p99: noiseOf(each(times[0], 0.99)) },
    };
  } finally {
    for (const platform of platforms) await platform.stop();
    await influx.remove();
  }
}

/** How far apart the medians of two random halves lie, as a ratio: the middle 95 % of it. */
function noiseOf(values: readonly number[]): [number, number] {
  const stream = random("noise");
  const ratios = Array.from({ length: 1000 }, () => {
    const shuffled = values.map((value) => ({ value, key: stream.next() })).sort((a, b) => a.key - b.key);
    const half = Math.floor(shuffled.length / 2);
    const [first, second] = [shuffled.slice(0, half), shuffled.slice(half)];
    return middle(first.map(({ value }) => value)) / middle(second.map(({ value }) => value));
  });
  return [rounded(percentile(ratios, 0.025)), rounded(percentile(ratios, 0.975))];
}

/** A platform with twenty homes, each connected, with a scale of its own. */
async function startPlatform(settings: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "hemvakt-bench-outbox-"));
  await declareHomes(folder, HUBS, realClock.now());
  const platform = await startHemvakt(folder, { settings });
  const clients: MqttClient[] = [];
  for (let home = 0; home < HUBS; home += 1) {
    clients.push(
      await mqtt.connectAsync(`mqtt://127.0.0.1:${platform.port}`, {
        username: hubOf(home),
        password: secretOf(home),
        reconnectPeriod: 0,
      }),
    );
  }
  return {
    clients,
    /** Nothing waits any more; at once where there is no outbox. */
    async drained(): Promise<void> {
      for (;;) {
        const metrics = await (await fetch(`http://127.0.0.1:${platform.http}/metrics`)).text();
        if (Number(/^hemvakt_outbox_waiting (\d+)$/m.exec(metrics)?.[1] ?? 0) === 0) return;
        await pause(100);
      }
    },
    async stop(): Promise<void> {
      for (const client of clients) client.end(true);
      await platform.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Every home publishes one weight after another on its own schedule, whether or not the last was acknowledged: waiting
 * for the answer would send less just when it is slow.
 * @returns how long each PUBACK took
 */
async function publish(
  clients: readonly MqttClient[],
  { round, seconds, rate }: { readonly round: number; readonly seconds: number; readonly rate: number },
): Promise<number[]> {
  const begin = performance.now() + 50;
  const took: number[] = [];
  const homes = clients.map(async (client, home) => {
    const acknowledged: Promise<unknown>[] = [];
    for (let index = 0; index < seconds * rate; index += 1) {
      const due = begin + ((index + home / clients.length) * 1000) / rate;
      await pause(Math.max(0, due - performance.now()));
      const at = new Date(realClock.now() - 60_000 - index).toISOString();
      const message = {
        id: `${round}-${index}`,
        device: scaleOf(home),
        readings: [{ kind: "body-weight", value: 80 + (index % 10) / 100, unit: "kg", at }],
      };
      const sent = performance.now();
      acknowledged.push(
        client
          .publishAsync(`hv/v1/${hubOf(home)}/readings`, JSON.stringify(message), { qos: 1 })
          .then(() => took.push(performance.now() - sent)),
      );
    }
    await Promise.all(acknowledged);
  });
  await Promise.all(homes);
  return took;
}

// node bench/outbox.ts
if (import.meta.main) console.log(JSON.stringify(await run(), null, 2));
