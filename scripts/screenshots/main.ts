// Pictures of every screen, in both languages, on a desk and on a phone: npm run screenshots [-- <screen> …]
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { openBrowser, openPage, signIn } from "../../test/browser/harness.ts";
import { password, screens } from "./screens.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "docs/screenshots");

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
  for (const { name, user, path, theme, whole, ready } of chosen) {
    for (const language of ["sv", "en"] as const) {
      for (const [kind, width] of [["desktop", 1440] as const, ["phone", 390] as const]) {
        const page = await openPage(browser, new URL(path, demo.address).href, {
          language,
          width,
          ...(theme ? { theme } : {}),
        });
        if (user !== undefined) await signIn(page, user, password);
        await ready(page, language);
        // What stands at the top of the window stands at the top of a whole page, too.
        await page.evaluate("window.scrollTo(0, 0), document.fonts.ready.then(() => undefined)");
        const file = `${name}-${language}-${kind}.png`;
        await page.screenshot({ path: join(folder, file), fullPage: whole ?? false });
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
