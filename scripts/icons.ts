// Draws the installed app's icons from the mark: node scripts/icons.ts
import { mkdirSync, readFileSync } from "node:fs";
import { openBrowser } from "../test/browser/harness.ts";

const web = new URL("../dashboards/web/", import.meta.url);
const mark = readFileSync(new URL("src/assets/mark.svg", web), "utf8");
const folder = new URL("public/icons/", web);
mkdirSync(folder, { recursive: true });

const browser = await openBrowser();
try {
  for (const [name, size, share] of [
    ["192", 192, 1],
    ["512", 512, 1],
    // Whatever shape a phone cuts out, the middle four fifths stay (W3C, Web App Manifest, "maskable").
    ["maskable-512", 512, 0.7],
    // Phones from Apple round the corners themselves.
    ["apple-180", 180, 0.8],
  ] as const) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const filled = share < 1 ? "background:#0b5c5c" : "";
    const side = size * share;
    await page.setContent(
      `<body style="margin:0;height:100vh;display:grid;place-items:center;${filled}">` +
        `<div style="width:${side}px;height:${side}px">${mark}</div>`,
    );
    await page.screenshot({ path: new URL(`${name}.png`, folder).pathname, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
