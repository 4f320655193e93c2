import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { realClock } from "../../src/clock.ts";
import { openClient } from "../load/client.ts";
import { hubOf, messageOf, secretOf, sending } from "../load/readings.ts";
import type { Platform } from "../peers/hemvakt.ts";
import type { Row } from "../report/results.ts";
import type { Signed } from "./browser.ts";

/** So many readings a second come in for the patients on the list, each in its alert's last words and curve. */
const RATE = 10;
const SECONDS = 10;
const MANY = 50;

/** Begins to keep every task longer than 50 ms, and how long the page took from frame to frame. Runs in the page. */
const watch = `globalThis.long = [];
  new PerformanceObserver((list) => globalThis.long.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: "longtask" });`;

/** Rows W3 and W4: a worklist of so many open alerts while readings come in; the longest task in ten seconds. */
export async function updating(
  { context }: Signed,
  platform: Platform,
  alerts: number,
  rounds: number,
): Promise<Row[]> {
  const origin = `http://127.0.0.1:${platform.http}`;
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${origin}/worklist`);
  await page.locator("li[data-key]").first().waitFor();
  await page.evaluate(watch);
  let sent = 0;
  const measure = async (): Promise<{ longest: number[]; answers: number[] }> => {
    const [longest, answers]: number[][] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      const before = await counts(page);
      await page.evaluate("globalThis.long.length = 0");
      sent += await readingsInto(platform, sent);
      await wait(1000);
      const tasks = await page.evaluate<number[]>("globalThis.long");
      longest!.push(Math.max(0, ...tasks));
      answers!.push((await counts(page)) - before);
    }
    return { longest: longest!, answers: answers! };
  };
  const first = await measure();
  await page.getByRole("button", { name: "Visa alla" }).click();
  await page
    .locator("li[data-key]")
    .nth(alerts - 1)
    .waitFor();
  const all = await measure();
  await page.close();
  const row = (id: string, figure: string, { longest, answers }: typeof first): Row => ({
    id,
    figure,
    unit: "ms",
    better: "less",
    first: 50,
    later: 50,
    rounds: longest,
    parts: [{ name: "lists read in those ten seconds", unit: "", rounds: answers }],
    how: `${alerts} open alerts; ${RATE} readings a second over MQTT for patients on the list for ${SECONDS} s, each of them news about an alert. 0: no task was longer than 50 ms, which is what browsers report.`,
  });
  return [
    row("W3", `longest task while ${alerts} alerts change, worst 60 shown`, first),
    row("W4", `longest task while ${alerts} alerts change, all shown`, all),
  ];
}

/** How often the worklist has been read by this page. */
const counts = (page: Page): Promise<number> =>
  page.evaluate<number>(
    `performance.getEntriesByType("resource").filter(({ name }) => name.includes("/api/v1/worklist")).length`,
  );

/** Publishes for ten seconds; each reading is 3 kg above what the patient weighed, so that it joins their alert. */
async function readingsInto(platform: Platform, from: number): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: MANY }, async (_, home) => ({
      message: messageOf(home, 1),
      line: await openClient(platform.port, hubOf(home), secretOf(home), false, {
        onAcknowledged: () => {},
        onReceipt: () => {},
        onClose: () => {},
      }),
    })),
  );
  const total = RATE * SECONDS;
  for (let index = 0; index < total; index += 1) {
    const { message, line } = clients[index % MANY]!;
    line.send(sending(message, 1 + (index % 60_000), 100_000 + from + index, realClock.now() - 1000, true));
    await wait(1000 / RATE);
  }
  for (const { line } of clients) line.close();
  return total;
}
