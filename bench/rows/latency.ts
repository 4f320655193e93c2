import { fdatasyncs } from "../peers/fdatasync.ts";
import { startHemvakt } from "../peers/hemvakt.ts";
import { percentile, type Row } from "../report/results.ts";
import { type Bench, load, type RowGroup } from "./context.ts";
import { roundOf } from "./throughput.ts";

/** Row 5: how long a hub that sends one message at a time waits for its acknowledgement, beside what the disk needs. */
async function run({ scale, say, folder, scratch }: Bench): Promise<Row[]> {
  const platform = await startHemvakt(await folder("ninety-days"));
  const [p99, p50, disk, diskMiddle, rate, core]: number[][] = [[], [], [], [], [], []];
  for (let round = -1; round < scale.rounds; round += 1) {
    const syncs = fdatasyncs(scratch, 200);
    const base = roundOf(scale, round + 1);
    const homes = { from: base.homes.from, to: Math.min(base.homes.to, base.homes.from + 50) };
    const outcome = await load(platform, { ...base, homes, window: 1 });
    if (round < 0) continue;
    p99!.push(outcome.puback.p99);
    p50!.push(outcome.puback.p50);
    rate!.push(outcome.acknowledged / outcome.seconds);
    core!.push(outcome.ownCore);
    disk!.push(percentile(syncs, 0.99));
    diskMiddle!.push(percentile(syncs, 0.5));
    say(
      `round ${round + 1} PUBACK p99 ${outcome.puback.p99.toFixed(1)} ms, fdatasync p99 ${disk!.at(-1)!.toFixed(1)} ms`,
    );
  }
  await platform.stop();
  return [
    {
      id: "5",
      figure: "PUBACK p99, 50 connections, 1 in flight ÷ raw fdatasync p99",
      unit: "ratio",
      better: "less",
      first: 5,
      later: 2,
      rounds: p99!.map((value, round) => value / disk![round]!),
      parts: [
        { name: "PUBACK p99", unit: "ms", rounds: p99! },
        { name: "PUBACK p50", unit: "ms", rounds: p50!, generatorCore: core! },
        { name: "fdatasync p99, 4 KiB appended, nothing else running", unit: "ms", rounds: disk! },
        { name: "fdatasync p50", unit: "ms", rounds: diskMiddle! },
        { name: "rate while measured", unit: "readings/s", rounds: rate! },
      ],
      how: "The disk is measured just before each load, while the platform idles.",
    },
  ];
}

export const latency: RowGroup = { ids: ["5"], run };
