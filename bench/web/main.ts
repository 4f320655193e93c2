// What the web app promises of its speed, measured in a browser: npm run web:figures [-- --rounds 5 --patients 500]
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { realClock } from "../../src/clock.ts";
import { patientOf } from "../load/readings.ts";
import { startHemvakt } from "../peers/hemvakt.ts";
import { machine } from "../report/machine.ts";
import { median, type Row, rounded, tidy } from "../report/results.ts";
import { signedIn } from "./browser.ts";
import { auditing } from "./lighthouse.ts";
import { renderedWeb, type WebResults } from "./page.ts";
import { drawing } from "./trends.ts";
import { updating } from "./updates.ts";
import { fillWard, fillYear } from "./ward.ts";
import { opening } from "./worklist.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    patients: { type: "string", default: "500" },
    /** Writes no results: to see that it works. */
    dry: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const patients = Number(values.patients);
const here = machine();
const scratch = mkdtempSync(join(tmpdir(), "hemvakt-web-"));
const rows: Row[] = [];
const took = (...measured: readonly Row[]): void => {
  rows.push(...measured);
  for (const { id, figure, rounds: each, unit } of measured)
    console.log(`${id}  ${figure}: ${rounded(median(each))} ${unit}`);
};

/** Runs what is measured against the platform over a folder, in a browser where the nurse has signed in. */
async function against<T>(folder: string, measure: (at: Awaited<ReturnType<typeof begin>>) => Promise<T>): Promise<T> {
  const begun = await begin(folder);
  try {
    return await measure(begun);
  } finally {
    await begun.browser.close();
    await begun.platform.stop();
  }
}
async function begin(folder: string) {
  const platform = await startHemvakt(folder);
  const origin = `http://127.0.0.1:${platform.http}`;
  return { platform, origin, browser: await signedIn(origin) };
}

try {
  console.log(`Filling: ${patients} patients with an alert each, and a year of six signals …`);
  const [ward, year] = [join(scratch, "ward"), join(scratch, "year")];
  await fillWard(ward, patients, realClock.now());
  await fillYear(year, realClock.now());
  const versions = await against(ward, async ({ browser, origin, platform }) => {
    took(...(await opening(browser, origin, rounds)));
    const screens = { worklist: "/worklist", patient: `/patients/${patientOf(3)}` };
    const audits = await auditing(browser, origin, screens, rounds);
    took(...(await updating(browser, platform, patients, rounds)));
    took(await against(year, (at) => drawing(at.browser, at.origin, patientOf(0), rounds)));
    took(...audits.rows);
    return { chromium: browser.version, lighthouse: audits.version };
  });
  const { node = "" } = here.versions;
  const results: WebResults = { machine: { ...here, versions: { node, ...versions } }, rows };
  if (!values.dry) {
    const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
    writeFileSync(at("bench/results/web.json"), `${JSON.stringify(tidy(results), null, 1)}\n`);
    for (const [path, text] of Object.entries(renderedWeb())) writeFileSync(at(path), text);
    console.log("docs/web-figures.md has it.");
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
