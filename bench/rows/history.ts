import { zstdCompressSync } from "node:zlib";
import { realClock } from "../../src/clock.ts";
import { openReader } from "../../src/store/sqlite/open.ts";
import { patientOf } from "../load/readings.ts";
import { type Platform, startHemvakt } from "../peers/hemvakt.ts";
import { nurse } from "../platform/homes.ts";
import { percentile, type Row } from "../report/results.ts";
import { type Bench, load, type RowGroup } from "./context.ts";
import { signIn } from "./http.ts";
import { roundOf } from "./throughput.ts";

/** Rows 9 to 13: what a large history costs: reading trends, disk, taking in more, starting. */
async function run({ scale, say, folder }: Bench): Promise<Row[]> {
  const [large, empty] = [await folder("large"), await folder("empty")];
  const disk = storage(large);
  const stored = scale.patients * scale.yearly;
  const amount = stored.toLocaleString("en");
  const [trend99, trend50, ready, fast, slow]: number[][] = [[], [], [], [], []];
  for (let round = 0; round < scale.rounds; round += 1) {
    // A B, then B A: what a round's place does to it falls on both.
    const order = round % 2 === 0 ? [empty, large] : [large, empty];
    for (const store of order) {
      const platform = await startHemvakt(store);
      // The same uncounted beginning for both.
      await load(platform, {
        ...roundOf(scale, 2 * round),
        seconds: scale.seconds / 4,
        at: realClock.now() - 3_500_000,
      });
      const outcome = await load(platform, roundOf(scale, 2 * round + 1));
      (store === large ? slow! : fast!).push(outcome.acknowledged / outcome.seconds);
      if (store === large) {
        ready!.push(platform.readyMs / 1000);
        const times = await trends(platform, scale.patients);
        trend99!.push(percentile(times, 0.99));
        trend50!.push(percentile(times, 0.5));
      }
      await platform.stop();
    }
    say(
      `round ${round + 1} empty ${Math.round(fast!.at(-1)!)}/s, ${amount} stored ${Math.round(slow!.at(-1)!)}/s, trend p99 ${trend99!.at(-1)!.toFixed(1)} ms`,
    );
  }
  const log = logBytes(empty);
  const one = (id: string, figure: string, unit: string, first: number, later: number, rounds: number[]) =>
    ({ id, figure, unit, better: "less", first, later, rounds }) as const;
  return [
    {
      ...one("9", `trend: one year of one signal → 200 points, ${amount} readings stored, p99`, "ms", 25, 5, trend99!),
      parts: [{ name: "p50", unit: "ms", rounds: trend50! }],
      how: `Over HTTP, signed in, one request after the other, ${scale.yearly} values each; the entry in the read log that each request makes durable is in it.`,
    },
    {
      ...one("10", "bytes on disk per stored reading, all its indexes", "bytes", 40, 20, [disk.readings]),
      parts: [
        { name: "the whole file but the command log", unit: "bytes", rounds: [disk.others] },
        { name: "the command log, 20 readings a message", unit: "bytes", rounds: [disk.log] },
      ],
      how: "Pages of the table and its indexes (SQLite's dbstat) by readings; it doesn't vary from round to round.",
    },
    {
      ...one(
        "11",
        `ingest slow-down from 0 to ${amount} stored readings`,
        "×",
        2,
        1.2,
        fast!.map((rate, round) => rate / slow![round]!),
      ),
      parts: [
        { name: "nothing stored", unit: "readings/s", rounds: fast! },
        { name: `${amount} stored`, unit: "readings/s", rounds: slow! },
      ],
      how: "The load of row 1 against both; each is started anew in each round.",
    },
    {
      ...one("12", `start to ready with ${amount} readings`, "s", 3, 1, ready!),
      parts: [],
      how: "From starting the process to its line that it is ready, Node's own start included; the pages are in the system's cache.",
    },
    {
      ...one("13", "bytes per reading in the command log, compressed", "bytes", 150, 60, [log.plain]),
      parts: [
        {
          name: "the same in blocks of 1 000 through zstd, which the platform does not do",
          unit: "bytes",
          rounds: [log.compressed],
        },
      ],
      how: "One reading a message, as stored: the log is not compressed. The generator's messages resemble each other more than homes' do, which flatters the compressed figure.",
    },
  ];
}

/** Times of trend requests, each for another patient, in milliseconds. */
async function trends(platform: Platform, patients: number): Promise<number[]> {
  const authorization = await signIn(platform, nurse);
  const to = realClock.now();
  const from = new Date(to - 365 * 86_400_000).toISOString();
  const times: number[] = [];
  for (let turn = 0; turn < 320; turn += 1) {
    const patient = patientOf((turn * 337) % patients);
    const query = new URLSearchParams({ metric: "body-weight", from, to: new Date(to).toISOString(), points: "200" });
    const began = performance.now();
    const response = await fetch(
      `http://127.0.0.1:${platform.http}/api/v1/patients/${patient}/trends?${query.toString()}`,
      {
        headers: { authorization },
      },
    );
    const body = await response.text();
    const took = performance.now() - began;
    if (!response.ok) throw new Error(`trend: ${response.status} ${body}`);
    // The first requests meet code that isn't compiled yet.
    if (turn >= 20) times.push(took);
  }
  return times;
}

/** Bytes per reading, by what they are for. */
function storage(folder: string): { readings: number; log: number; others: number } {
  const db = openReader(folder);
  const count = db.get<{ n: number }>("SELECT count(*) AS n FROM reading")!.n;
  const pages = db.all<{ name: string; bytes: number }>("SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name");
  db.close();
  const sum = (belongs: (name: string) => boolean): number =>
    pages.filter(({ name }) => belongs(name)).reduce((all, { bytes }) => all + bytes, 0) / count;
  const isReading = (name: string): boolean => ["reading", "reading_seq", "untimed"].includes(name);
  return {
    readings: sum(isReading),
    log: sum((name) => name === "command"),
    others: sum((name) => name !== "command"),
  };
}

/** Bytes per reading in the log of messages with one reading each. */
function logBytes(folder: string): { plain: number; compressed: number } {
  const db = openReader(folder);
  const rows = db.all<{ actor: string; meta: string; payload: Uint8Array }>(
    "SELECT actor, meta, payload FROM command WHERE kind = 'device-message' ORDER BY seq LIMIT 20000",
  );
  db.close();
  const bytes = rows.map(({ actor, meta, payload }) => Buffer.concat([Buffer.from(actor + meta), payload]));
  let compressed = 0;
  for (let at = 0; at < bytes.length; at += 1000)
    compressed += zstdCompressSync(Buffer.concat(bytes.slice(at, at + 1000))).length;
  const plain = bytes.reduce((sum, { length }) => sum + length, 0);
  return { plain: plain / bytes.length, compressed: compressed / bytes.length };
}

export const history: RowGroup = { ids: ["9", "10", "11", "12", "13"], run };
