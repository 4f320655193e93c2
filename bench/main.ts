import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { profile } from "./profile.ts";
import { machine } from "./report/machine.ts";
import { writePage } from "./report/page-file.ts";
import { type Results, type Row, tidy } from "./report/results.ts";
import { alerts } from "./rows/alerts.ts";
import { connections } from "./rows/connections.ts";
import { openBench, quick, whole } from "./rows/context.ts";
import { coverage } from "./rows/coverage.ts";
import { history } from "./rows/history.ts";
import { latency } from "./rows/latency.ts";
import { passingOn } from "./rows/passing-on.ts";
import { rehearsal } from "./rows/rehearsal.ts";
import { throughput } from "./rows/throughput.ts";

/**
 * `npm run bench`: measures every row of docs/performance.md in one run, writes bench/results/<date>.json and draws the
 * page anew. `--only 1,5` measures the groups of these rows and prints them, writing nothing; `--quick` measures each row
 * once, in small; `--seconds <n>` makes each load that long; `--out <file>` writes the results there and leaves the page alone. Progress goes to standard error.
 */
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    out: { type: "string" },
    seconds: { type: "string" },
  },
});

const groups = [throughput, latency, alerts, connections, history, passingOn, rehearsal, coverage];
const only = values.only?.split(",");
const chosen = groups.filter(({ ids }) => only === undefined || ids.some((id) => only.includes(id)));
if (chosen.length === 0) throw new Error(`--only takes ${groups.flatMap(({ ids }) => ids).join(", ")}`);

const about = machine();
const scratch = mkdtempSync(join(tmpdir(), "hemvakt-bench-"));
try {
  const scale = { ...(values.quick ? quick : whole), ...(values.seconds ? { seconds: Number(values.seconds) } : {}) };
  const bench = openBench(scale, scratch, (line) => console.error(line));
  const rows: Row[] = [];
  for (const group of chosen) rows.push(...(await group.run(bench)));
  rows.sort((a, b) => Number(a.id) - Number(b.id));
  const results: Results = {
    machine: about,
    quick: values.quick,
    rows,
    profile: only === undefined ? await profile(bench) : [],
  };
  const text = `${JSON.stringify(tidy(results), null, 1)}\n`;
  if (values.out !== undefined) writeFileSync(values.out, text);
  else if (only !== undefined || values.quick) console.log(text);
  else {
    const folder = new URL("./results/", import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL(`${about.at.slice(0, 10)}.json`, folder), text);
    writePage();
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
