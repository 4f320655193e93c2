import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startHemvakt } from "./peers/hemvakt.ts";
import type { ThreadProfile } from "./report/results.ts";
import { type Bench, load } from "./rows/context.ts";
import { roundOf } from "./rows/throughput.ts";

/** What V8 writes: the call tree's nodes, and which of them ran between two samples (microseconds). */
type CpuProfile = {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
};

const SHOWN = 12;
/** What V8 calls time in which nothing ran. */
const IDLE = new Set(["(idle)", "(program)"]);

/** Where the platform's two busy threads spend their time under the load of row 1, from V8's own sampling profiler. */
export async function profile({ scale, folder, scratch, say }: Bench): Promise<ThreadProfile[]> {
  const profiles = join(scratch, "profiles");
  mkdirSync(profiles);
  const platform = await startHemvakt(await folder("ninety-days"), { profile: profiles });
  for (let round = 0; round < 2; round += 1)
    await load(platform, { ...roundOf(scale, round), seconds: scale.seconds * 1.5 });
  await platform.stop();
  say("profiled");
  return readdirSync(profiles)
    .map((file) => JSON.parse(readFileSync(join(profiles, file), "utf8")) as CpuProfile)
    .map(summary)
    .filter(({ functions }) => functions.length > 0)
    .sort((a, b) => (a.thread < b.thread ? -1 : 1));
}

function summary({ nodes, samples, timeDeltas }: CpuProfile): ThreadProfile {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const [byFunction, byFile] = [new Map<string, number>(), new Map<string, number>()];
  let [busy, all] = [0, 0];
  samples.forEach((id, index) => {
    const frame = frames.get(id)!;
    const took = Math.max(0, timeDeltas[index] ?? 0);
    all += took;
    if (IDLE.has(frame.functionName)) return;
    busy += took;
    const file = place(frame.url);
    const name = `${frame.functionName || "(anonymous)"}\n${file}${frame.url === "" ? "" : `:${frame.lineNumber + 1}`}`;
    byFunction.set(name, (byFunction.get(name) ?? 0) + took);
    byFile.set(file, (byFile.get(file) ?? 0) + took);
  });
  const largest = (times: ReadonlyMap<string, number>) =>
    [...times]
      .sort(([, a], [, b]) => b - a)
      .slice(0, SHOWN)
      .map(([name, took]) => [name, took / busy] as const);
  const writer = nodes.some(({ callFrame }) => callFrame.url.endsWith("/src/ledger/worker.ts"));
  return {
    thread: writer ? "writer" : "main",
    busy: busy / all,
    functions: largest(byFunction).map(([name, share]) => {
      const [what = "", file = ""] = name.split("\n");
      return { name: what, file, share };
    }),
    files: largest(byFile).map(([file, share]) => ({ file, share })),
  };
}

const root = fileURLToPath(new URL("..", import.meta.url));

/** A script's address as a reader knows it: a file of this repository, a package, or Node itself. */
function place(url: string): string {
  if (url === "") return "V8 and native code";
  const packaged = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url);
  if (packaged) return packaged[1]!;
  return url.startsWith("node:") ? url : url.replace("file://", "").replace(root, "");
}
