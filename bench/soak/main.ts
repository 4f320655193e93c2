import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { machine } from "../report/machine.ts";
import { soakPicture } from "./picture.ts";
import { quickDays, wholeMonth } from "./plan.ts";
import { soakPage } from "./report.ts";
import { runSoak, type SoakResult } from "./run.ts";

/**
 * `npm run soak`: ten thousand homes over a simulated month, and then docs/soak.md with what was seen. `--quick` plays a
 * few days of some homes; `--out <folder>` writes there instead; `--hubs` and `--speed` change the plan.
 * Ends with 1 when a count differs, a hub was left behind or the memory grew.
 */
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    out: { type: "string" },
    hubs: { type: "string" },
    speed: { type: "string" },
  },
});

const plan = {
  ...(values.quick ? quickDays : wholeMonth),
  ...(values.hubs === undefined ? {} : { hubs: Number(values.hubs) }),
  ...(values.speed === undefined ? {} : { speed: Number(values.speed) }),
};

const result: SoakResult = { machine: machine(), ...(await runSoak(plan, (line) => console.error(line))) };
const docs = values.out ?? new URL("../../docs", import.meta.url).pathname;
const results = values.out ?? new URL("../results", import.meta.url).pathname;
if (values.out !== undefined || !values.quick) {
  for (const folder of [`${docs}/pictures`, results]) mkdirSync(folder, { recursive: true });
  writeFileSync(`${results}/soak.json`, `${JSON.stringify(result)}\n`);
  writeFileSync(`${docs}/soak.md`, soakPage(result));
  writeFileSync(`${docs}/pictures/soak.svg`, soakPicture(result.samples, plan.days));
}
for (const { what, sent, found } of result.equalities) {
  console.error(`${sent === found ? "equal" : "DIFFERENT"}  ${what}: ${sent} sent, ${found} found`);
}
for (const { what, holds, seen } of result.claims) console.error(`${holds ? "holds" : "FAILS"}  ${what}: ${seen}`);
const good = result.equalities.every(({ sent, found }) => sent === found) && result.claims.every(({ holds }) => holds);
process.exit(good ? 0 : 1);
