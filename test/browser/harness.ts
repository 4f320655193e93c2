import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";

/** Where Debian's package `chromium` puts it; another browser of that family by HEMVAKT_CHROMIUM. */
const executablePath = process.env["HEMVAKT_CHROMIUM"] ?? "/usr/bin/chromium";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Nothing that is shown or counted goes by the machine's own clock, so that of every test is wrong. In hours. */
const WRONG = 10_000;

export type Look = {
  readonly language?: "sv" | "en";
  readonly theme?: "light" | "dark";
  /** Width of the window in CSS pixels. */
  readonly width?: number;
  /** By how many hours the machine's clock is ahead of the real one; by more than a year unless said. */
  readonly ahead?: number;
};

/** A browser for tests; close it when they are through. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });

/** What went wrong in a page without anybody asking: the policy broken, an uncaught error, a word that is missing. */
const complaints = new WeakMap<Page, string[]>();

/** A page of a fresh profile: nothing chosen, nobody signed in. Clicks that don't work fail after 10 s. */
export async function openPage(
  browser: Browser,
  url: string,
  { language = "sv", theme = "light", width = 1440, ahead = WRONG }: Look = {},
) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    locale: language === "sv" ? "sv-SE" : "en-GB",
    timezoneId: "Europe/Stockholm",
    colorScheme: theme,
    reducedMotion: "reduce",
    hasTouch: width < 600,
  });
  if (ahead !== 0) await context.addInitScript(wrongClock(ahead));
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on("pageerror", (error) => heard.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    // What the server refuses is the page's to show; the browser's own line about it is no fault.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) heard.push(message.text());
  });
  await page.goto(url);
  return page;
}

/** Sets the page's `Date` wrong, and leaves its timers alone. */
const wrongClock = (hours: number): string => `(() => {
  const Right = Date;
  const now = () => Right.now() + ${hours * 3_600_000};
  globalThis.Date = class extends Right {
    constructor(...given) {
      if (given.length === 0) super(now());
      else super(...given);
    }
    static now() {
      return now();
    }
  };
})()`;

/** Signs in through the form, as anybody does, and waits for the frame. */
export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(username);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.locator('button[type="submit"]').click();
  await page.locator("#content").waitFor();
}

/** Rules of WCAG 2.2 A and AA, and axe's good practices, that the page breaks, with where. Empty when it breaks none. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Violation = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] };
    const { run } = (globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe;
    const { violations } = await run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${String(node.target)} ${node.failureSummary ?? ""}`),
    );
  });
}

/** By how many pixels the page is wider than its window, and what sticks out. */
export const overflow = (page: Page): Promise<{ by: number; what: string[] }> => page.evaluate(measure);

// As text, since it runs in the page and these tests know no DOM.
const measure = `(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  const wide = [...document.body.querySelectorAll("*")].filter((element) => {
    const { right, width } = element.getBoundingClientRect();
    return width > 1 && right > clientWidth + 1;
  });
  return { by: scrollWidth - clientWidth, what: wide.slice(0, 5).map((one) => one.tagName + "." + one.className) };
})()`;

/** What the page complained of until now. */
export const complaintsOf = (page: Page): readonly string[] => complaints.get(page) ?? [];
