import { request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { realClock } from "../../src/clock.ts";
import { openClient } from "../load/client.ts";
import { hubOf, messageOf, patientOf, secretOf, sending } from "../load/readings.ts";
import { type Platform, startHemvakt } from "../peers/hemvakt.ts";
import { nurse } from "../platform/homes.ts";
import { percentile, type Row } from "../report/results.ts";
import { type Bench, load, probes, type RowGroup } from "./context.ts";
import { signIn } from "./http.ts";
import { roundOf } from "./throughput.ts";

/** Row 6: from publishing a reading beyond its limit to its alert at a nurse's page, while others send at half speed. */
async function run({ scale, say, folder }: Bench): Promise<Row[]> {
  const platform = await startHemvakt(await folder("ninety-days"));
  const stream = await listen(platform);
  const homes = probes(scale);
  const each = Math.floor((homes.to - homes.from) / scale.rounds);
  const [p99, p50, rates]: number[][] = [[], [], []];

  const full = await load(platform, roundOf(scale, 0));
  const half = full.acknowledged / full.seconds / 2;
  const seconds = Math.max(2, scale.seconds * 2);
  for (let round = 0; round < scale.rounds; round += 1) {
    const loading = load(platform, { ...roundOf(scale, round + 1), rate: half, seconds });
    await wait(500);
    const first = homes.from + round * each;
    const delays: number[] = [];
    for (let home = first; home < first + each; home += 1) {
      delays.push(await probe(platform, stream, home));
      await wait(Math.max(0, (seconds * 1000 - 1000) / each - 5));
    }
    const outcome = await loading;
    p99!.push(percentile(delays, 0.99));
    p50!.push(percentile(delays, 0.5));
    rates!.push(outcome.acknowledged / outcome.seconds);
    say(`round ${round + 1} alert p99 ${p99!.at(-1)!.toFixed(1)} ms at ${Math.round(rates!.at(-1)!)} readings/s`);
  }
  stream.close();
  await platform.stop();
  return [
    {
      id: "6",
      figure: "publish → alert visible over SSE, p99 at half load",
      unit: "ms",
      better: "less",
      first: 500,
      later: 100,
      rounds: p99!,
      parts: [
        { name: "publish → alert, p50", unit: "ms", rounds: p50! },
        { name: "load meanwhile", unit: "readings/s", rounds: rates! },
      ],
      how: `Half of what was reached just before (${Math.round(full.acknowledged / full.seconds)} readings/s); ${each} patients a round whose alert opens, so that the p99 is close to their slowest.`,
    },
  ];
}

/** One patient's weight two mornings ago, and one 3 kg above it: how long until their alert is heard. */
async function probe(platform: Platform, stream: Stream, home: number): Promise<number> {
  const acknowledged = Promise.withResolvers<void>();
  const client = await openClient(platform.port, hubOf(home), secretOf(home), true, {
    onAcknowledged: (id) => id === 1 && acknowledged.resolve(),
    onReceipt: () => {},
    onClose: () => {},
  });
  const message = messageOf(home, 1);
  const now = realClock.now();
  client.send(sending(message, 1, 1, now - 48 * 3_600_000, false));
  await acknowledged.promise;
  const heard = stream.alertOf(patientOf(home));
  const began = performance.now();
  client.send(sending(message, 2, 2, now, true));
  await heard;
  const delay = performance.now() - began;
  client.close();
  return delay;
}

type Stream = { readonly alertOf: (patient: string) => Promise<void>; readonly close: () => void };

/** The nurse's live events. */
async function listen(platform: Platform): Promise<Stream> {
  const authorization = await signIn(platform, nurse);
  const waiting = new Map<string, () => void>();
  const open = Promise.withResolvers<() => void>();
  const call = request(
    `http://127.0.0.1:${platform.http}/api/v1/events`,
    { headers: { authorization, accept: "text/event-stream" }, agent: false },
    (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        const lines = (text + chunk).split("\n");
        text = lines.pop()!;
        for (const line of lines) {
          if (!line.startsWith("data:") || !line.includes('"alert.opened"')) continue;
          const { patient } = JSON.parse(line.slice(5)) as { patient: string };
          waiting.get(patient)?.();
        }
      });
      open.resolve(() => response.destroy());
    },
  );
  call.once("error", open.reject).end();
  return {
    alertOf: (patient) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no alert of ${patient} in half a minute`)), 30_000);
        waiting.set(patient, () => {
          clearTimeout(timer);
          resolve();
        });
      }),
    close: await open.promise,
  };
}

export const alerts: RowGroup = { ids: ["6"], run };
