import { run as measure } from "../outbox.ts";
import type { Row } from "../report/results.ts";
import type { Bench, RowGroup } from "./context.ts";

/** Row 14: what it costs the homes that their readings are passed on to an InfluxDB. */
async function run({ scale, say }: Bench): Promise<Row[]> {
  const { messages, off, on, ratio, noise } = await measure(
    scale.rounds > 1 ? {} : { rounds: 2, seconds: scale.seconds, rate: 10 },
  );
  say(`PUBACK p99 with the outbox ${on.p99} ms, without ${off.p99} ms`);
  return [
    {
      id: "14",
      figure: "PUBACK p99 while readings are passed on to InfluxDB ÷ while not",
      unit: "",
      better: "less",
      first: 1.25,
      later: 1.1,
      rounds: [ratio.p99],
      parts: [
        { name: "PUBACK p99, passed on", unit: "ms", rounds: [on.p99] },
        { name: "PUBACK p99, not passed on", unit: "ms", rounds: [off.p99] },
        {
          name: "the same ratio between two halves of the rounds without, lowest of 19 in 20",
          unit: "",
          rounds: [noise.p99[0]],
        },
        { name: "and highest", unit: "", rounds: [noise.p99[1]] },
      ],
      how: `Two platforms, one with a real InfluxDB 1.6, and ${messages} messages to each from the same homes in turn. Inside what halves of one side differ by, nothing is proved.`,
    },
  ];
}

export const passingOn: RowGroup = { ids: ["14"], run };
