import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Row } from "../report/results.ts";
import type { Signed } from "./browser.ts";

const folder = fileURLToPath(new URL("../../tools/lighthouse/", import.meta.url));

/** What is used of Lighthouse's answer. */
type Report = {
  readonly finalDisplayedUrl: string;
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
};
type Lighthouse = (url: string, flags: object, config?: object) => Promise<{ lhr: Report } | undefined>;

/** Lighthouse, which is large and needed for nothing else: installed when it is first asked for, at the versions of its lock file. */
async function load(): Promise<{ lighthouse: Lighthouse; desktop: object; version: string }> {
  if (!existsSync(`${folder}node_modules/lighthouse`)) {
    console.log("Installing Lighthouse …");
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder, stdio: "inherit" });
  }
  const from = async (path: string) =>
    (await import(`${folder}node_modules/lighthouse/${path}`)) as { default: unknown };
  return {
    lighthouse: (await from("core/index.js")).default as Lighthouse,
    desktop: (await from("core/config/desktop-config.js")).default as object,
    version: (
      (await import(`${folder}node_modules/lighthouse/package.json`, { with: { type: "json" } })) as {
        default: { version: string };
      }
    ).default.version,
  };
}

const categories = ["performance", "accessibility", "best-practices"] as const;
/** Lighthouse's own two settings: a desk with a wire, and a phone with four times less processor on slow 4G. */
const devices = ["desk", "phone"] as const;

/** Rows W6 to W11: what Lighthouse gives screens that a nurse has signed in to, out of 100. */
export async function auditing(
  { port }: Signed,
  origin: string,
  screens: Readonly<Record<string, string>>,
  rounds: number,
): Promise<{ rows: Row[]; version: string }> {
  const { lighthouse, desktop, version } = await load();
  const scores = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [screen, path] of Object.entries(screens)) {
      for (const device of devices) {
        const flags = { port, disableStorageReset: true, logLevel: "error", onlyCategories: categories };
        const config = device === "desk" ? desktop : undefined;
        let report: Report | undefined;
        // Now and then Lighthouse loses the beginning of its own recording, says so, and asks to be run again.
        for (let run = 0; run < 3 && (report === undefined || report.runtimeError); run += 1) {
          report = (await lighthouse(origin + path, flags, config))?.lhr;
        }
        if (report === undefined || report.runtimeError || !report.finalDisplayedUrl.endsWith(path)) {
          throw new Error(
            `Lighthouse did not see ${path}: ${report?.runtimeError?.message ?? report?.finalDisplayedUrl}`,
          );
        }
        for (const category of categories) {
          const key = `${screen} ${device} ${category}`;
          const score = Math.round((report.categories[category]?.score ?? 0) * 100);
          scores.set(key, [...(scores.get(key) ?? []), score]);
        }
      }
    }
  }
  const rows = Object.keys(screens).flatMap((screen) => categories.map((category) => ({ screen, category })));
  return {
    version,
    rows: rows.map(({ screen, category }, index): Row => {
      const of = (device: string) => scores.get(`${screen} ${device} ${category}`) ?? [];
      return {
        id: `W${6 + index}`,
        figure: `Lighthouse, ${screen}: ${category.replace("-", " ")}`,
        unit: "of 100",
        better: "more",
        first: 95,
        later: 100,
        rounds: of("desk"),
        parts: [{ name: "as a phone on slow 4G, CPU 4 times slower", unit: "of 100", rounds: of("phone") }],
        how: "Lighthouse's own setting for a desk, on a screen that was signed in to before.",
      };
    }),
  };
}
