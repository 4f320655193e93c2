import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import type { Part, Row } from "../report/results.ts";
import { coldPage, type Signed } from "./browser.ts";

/** Milliseconds from asking for the page until a row has been painted, by the page's own clock. Runs in the page. */
const firstRow = `new Promise((resolve) => {
  const look = () => document.querySelector("li[data-key]")
    ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    : requestAnimationFrame(look);
  look();
})`;

type Size = { readonly gzip: number; readonly scripts: number; readonly styles: number; readonly rest: number };

const built = (name: string): Buffer =>
  readFileSync(new URL(`../../dashboards/web/dist${new URL(name).pathname}`, import.meta.url));

/** What came over the line until now, in bytes as sent; `gzip` is what the scripts would be as that. */
async function sizeOf(page: Page): Promise<Size> {
  const entries = await page.evaluate<[string, number][]>(
    `performance.getEntries().filter(({ entryType }) => entryType === "resource" || entryType === "navigation")
      .map(({ name, encodedBodySize }) => [name, encodedBodySize])`,
  );
  const sum = (fits: (name: string) => boolean): number =>
    entries.reduce((bytes, [name, size]) => bytes + (fits(name) ? size : 0), 0);
  const isScript = (name: string): boolean => name.endsWith(".js");
  const [scripts, styles] = [sum(isScript), sum((name) => name.endsWith(".css"))];
  const files = entries.map(([name]) => name).filter(isScript);
  return {
    gzip: files.reduce((bytes, name) => bytes + gzipSync(built(name), { level: 9 }).length, 0),
    scripts,
    styles,
    rest: sum(() => true) - scripts - styles,
  };
}

/** Rows W1 and W2: the worklist opened cold on a processor four times slower, and what had to come for it. */
export async function opening({ context }: Signed, origin: string, rounds: number): Promise<Row[]> {
  const [slow, fast]: number[][] = [[], []];
  const sizes: Size[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [slowdown, times] of [[4, slow!] as const, [1, fast!] as const]) {
      const page = await coldPage(context, slowdown);
      await page.goto(`${origin}/worklist`, { waitUntil: "commit" });
      times.push(await page.evaluate<number>(firstRow));
      if (slowdown === 1) sizes.push(await sizeOf(page));
      await page.close();
    }
  }
  const kB = (of: keyof Size): number[] => sizes.map((size) => size[of] / 1000);
  const part = (name: string, unit: string, values: readonly number[]): Part => ({ name, unit, rounds: values });
  return [
    {
      id: "W1",
      figure: "worklist visible, opened cold, CPU 4 times slower",
      unit: "ms",
      better: "less",
      first: 1500,
      later: 1000,
      rounds: slow!,
      parts: [part("the same at full speed", "ms", fast!)],
      how: "A signed-in nurse opens /worklist in a new tab with empty caches and no service worker; until the first of sixty rows has been painted. The server is the same machine's.",
    },
    {
      id: "W2",
      figure: "scripts before the worklist is there, as gzip",
      unit: "kB",
      better: "less",
      first: 250,
      later: 200,
      rounds: kB("gzip"),
      parts: [
        part("scripts as sent", "kB", kB("scripts")),
        part("styles as sent", "kB", kB("styles")),
        part("page, picture and answers of the API, as sent", "kB", kB("rest")),
      ],
      how: "kB are 1,000 bytes. Sent is what the browser takes: here brotli. Curves and every other screen come when they are first opened.",
    },
  ];
}
