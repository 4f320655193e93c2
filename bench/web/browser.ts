import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { nurse } from "../platform/homes.ts";

export type Signed = {
  readonly context: BrowserContext;
  /** Where others than playwright reach the same browser, for Lighthouse. */
  readonly port: number;
  readonly version: string;
  readonly close: () => Promise<void>;
};

/** A port that nobody listens to now. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

/** Chromium with a profile of its own in which the nurse has signed in through the form. */
export async function signedIn(origin: string): Promise<Signed> {
  const profile = mkdtempSync(join(tmpdir(), "hemvakt-web-figures-"));
  const port = await freePort();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env["HEMVAKT_CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      `--remote-debugging-port=${port}`,
    ],
    viewport: { width: 1440, height: 900 },
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
  });
  const page = await context.newPage();
  await page.goto(origin);
  await page.locator('input[autocomplete="username"]').fill(nurse.username);
  await page.locator('input[autocomplete="current-password"]').fill(nurse.password);
  await page.locator('button[type="submit"]').click();
  await page.locator("#content").waitFor();
  await page.close();
  return {
    context,
    port,
    version: context.browser()?.version() ?? "unknown",
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** A new tab as slow as a cheap computer, with nothing in its caches. @param slowdown of the processor, 1 for none */
export async function coldPage(context: BrowserContext, slowdown: number): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.clearBrowserCache");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await devtools.send("Network.setBypassServiceWorker", { bypass: true });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return page;
}
