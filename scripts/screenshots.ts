// Pictures of every screen, in both languages, on a desk and on a phone: npm run screenshots [-- <screen> …]
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { openBrowser, openPage, signIn } from "../test/browser/harness.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "docs/screenshots");
const password = "hemvakt-demo";
type Language = "sv" | "en";
type Words = Readonly<Record<Language, string>>;

/** One screen: who looks at it, where it is, and what is done there until it is worth a picture. */
type Screen = {
  readonly name: string;
  readonly user?: string;
  readonly path: string;
  readonly ready: (page: Page, language: Language) => Promise<unknown>;
};

const button = (page: Page, words: Words, language: Language) =>
  page.getByRole("button", { name: words[language] }).first();
const open = async (page: Page): Promise<void> => {
  await page.getByRole("link", { name: "Soheil Prov" }).first().click();
  await page.locator("section svg[role=img] circle").first().waitFor();
};

/** A new screen is an entry here. */
const screens: readonly Screen[] = [
  { name: "sign-in", path: "/", ready: (page) => page.locator("img").first().waitFor() },
  {
    name: "worklist",
    user: "karin",
    path: "/worklist",
    ready: (page) => page.locator("li[data-key]").first().waitFor(),
  },
  {
    name: "worklist-promise",
    user: "karin",
    path: "/worklist",
    ready: async (page, language) => {
      await button(page, { sv: "Jag tar det", en: "I have this" }, language).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "patient", user: "karin", path: "/worklist", ready: open },
  {
    name: "patient-resolve",
    user: "karin",
    path: "/worklist",
    ready: async (page, language) => {
      await open(page);
      await button(page, { sv: "Avsluta", en: "Resolve" }, language).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "home-pairing", path: "/home", ready: (page) => page.locator("#code").waitFor() },
  {
    name: "home",
    path: "/home",
    ready: async (page, language) => {
      await page.locator("#code").fill(await pageCode(new URL(page.url()).origin));
      await button(page, { sv: "Visa min sida", en: "Show my page" }, language).click();
      await page.getByRole("heading", { name: /Greta/ }).waitFor();
      // The clinic has noted Swedish; somebody here has chosen.
      if (language === "en") await page.getByRole("button", { name: "English" }).click();
      await button(page, { sv: "Visa kurva", en: "Show curve" }, language).click();
      await page.locator("figure svg").waitFor();
    },
  },
];

/** A one-time code for Greta's hub. */
async function pageCode(origin: string): Promise<string> {
  const post = async (path: string, body: object, token?: string): Promise<Record<string, string>> => {
    const answer = await fetch(`${origin}/api/v1/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, string>;
  };
  const { token } = await post("sessions", { username: "karin", password, kind: "bearer" });
  const { code } = await post("hubs/hub-greta/page-code", {}, token);
  if (code === undefined) throw new Error("no code for Greta's page");
  return code;
}

/** The demo region on free ports over a folder of its own. */
async function startDemo(data: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [join(root, "src/cli/main.ts"), "demo"], {
    env: {
      ...process.env,
      HEMVAKT_DATA: data,
      HEMVAKT_HTTP_PORT: "0",
      HEMVAKT_MQTT_PORT: "0",
      HEMVAKT_HTTP_REQUESTS_PER_MINUTE: "100000",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = (): Promise<void> => {
    child.kill();
    return ended;
  };
  let address: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    address ??= /Open\s+(http:\S+)/.exec(line)?.[1];
    if (address !== undefined && line.includes("Ctrl-C")) return { address, stop };
  }
  throw new Error("the demo ended before it was ready");
}

const wanted = process.argv.slice(2);
const chosen = screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
mkdirSync(folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), "hemvakt-pictures-"));
const demo = await startDemo(data);
const browser = await openBrowser();
try {
  for (const { name, user, path, ready } of chosen) {
    for (const language of ["sv", "en"] as const) {
      for (const [kind, width] of [["desktop", 1440] as const, ["phone", 390] as const]) {
        const page = await openPage(browser, new URL(path, demo.address).href, { language, width });
        if (user !== undefined) await signIn(page, user, password);
        await ready(page, language);
        await page.evaluate("document.fonts.ready");
        const file = `${name}-${language}-${kind}.png`;
        await page.screenshot({ path: join(folder, file), fullPage: name === "patient" || name === "home" });
        console.log(file);
        await page.context().close();
      }
    }
  }
} finally {
  await browser.close();
  await demo.stop();
  rmSync(data, { recursive: true, force: true });
}
