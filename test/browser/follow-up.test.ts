import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { axeFindings, complaintsOf, type Look, openBrowser, openPage, overflow, signIn } from "./harness.ts";
import { addPeople } from "./people.ts";

let browser: Browser;
let platform: Platform;
let hub: Awaited<ReturnType<Platform["hub"]>>;
beforeAll(async () => {
  browser = await openBrowser();
  platform = await startPlatform("2026-11-23T08:00:00+01:00");
  await addPeople(platform);
  hub = await platform.hub("hub-greta");
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

const open = async (username: string, look: Look = {}, query = ""): Promise<Page> => {
  const page = await openPage(browser, platform.url(`/follow-up${query}`), look);
  await signIn(page, username, password);
  return page;
};
const figure = (page: Page, name: string) =>
  page
    .locator("dl > div")
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator("dd")
    .first();

/** Greta gains 2.3 kg; Karin takes the alert after a quarter of an hour, and closes it as true. */
async function anAlertIsClosed(): Promise<void> {
  const at = (day: string) => ({ kind: "body-weight", at: `2026-11-${day}T07:00:00+01:00`, value: 82.4, unit: "kg" });
  const readings = ["20", "21", "22"].map((day) => ({ ...at(day), flags: ["from-memory"] }));
  await hub.publish("readings", { id: "days", device: "scale", readings });
  await hub.publish("gatt", { id: "now", device: "scale", characteristic: "2a9d", hex: "002c42" });
  const karin = await platform.person("karin");
  const { items } = (await karin.get("alerts")).body as { items: { id: string; version: number }[] };
  const [alert] = items;
  platform.clock.set("2026-11-23T08:15:00+01:00");
  const taken = await karin.post(
    `alerts/${alert?.id}/acknowledge`,
    { promise: { text: "Ringer", due: "2026-11-23T09:00:00+01:00" } },
    { "if-match": `"${alert?.version}"` },
  );
  expect(taken.status).toBe(200);
  const done = await karin.post(
    `alerts/${alert?.id}/resolve`,
    { outcome: "true", action: "medication" },
    { "if-match": `"${(taken.body as { version: number }).version}"` },
  );
  expect(done.status).toBe(200);
}

it("says that nothing happened, then what did, while the page is open; keeps a budget and gives a file", async () => {
  const page = await open("karin");
  await page.getByText("Inga larm öppnades för teamet under perioden.").waitFor();
  await page.getByText("Live", { exact: true }).waitFor();
  await anAlertIsClosed();

  await page.getByRole("heading", { name: "Svarstider" }).waitFor();
  await expect.poll(() => figure(page, "Tills någon tog det, median").innerText()).toBe("15 min");
  expect(await figure(page, "Löften hållna").innerText()).toBe("1 av 1");
  expect(await figure(page, "Läkemedel").innerText()).toContain("1");
  expect(await page.getByRole("img", { name: /^Larm per dag, 1 st. Flest: 1 \(mån 23 nov\)\.$/ }).count()).toBe(1);
  const outcome = page.getByRole("row", { name: /Vikten upp på 3 dagar/ });
  // Wilson's interval for one of one.
  expect(await outcome.innerText()).toContain("100 % (21 % till 100 %)");

  await page.getByText("Visa som tabell").click();
  expect(await page.getByRole("row", { name: /^mån 23 nov 1 1 0 0 15 min/ }).count()).toBe(1);

  await page.getByLabel("Larm per pass").fill("0");
  await page.getByText("Skriv ett heltal från 1 till 10 000.").waitFor();
  await page.getByLabel("Larm per pass").fill("5");
  await page.getByLabel("Larm per pass").press("Enter");
  await page.getByText("Inget pass gick över budgeten.").waitFor();

  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Hämta som CSV" }).click();
  expect((await file).suggestedFilename()).toBe("load.csv");
  expect(complaintsOf(page)).toEqual([]);
});

it("keeps the period in the address, and says when days are no period", async () => {
  const page = await open("doris", { language: "en" });
  await page.getByLabel("Team").selectOption("north");
  await page.getByLabel("Period").selectOption({ label: "Own period" });
  await page.getByLabel("From").fill("2026-11-24");
  await page.getByText("Choose a first and a last day, at most 400 days.").waitFor();
  await page.getByLabel("From").fill("2026-11-01");
  await page.getByRole("heading", { name: "Response times" }).waitFor();
  expect(new URL(page.url()).searchParams.get("from")).toBe("2026-11-01");
  await page.reload();
  expect(await page.getByLabel("From").inputValue()).toBe("2026-11-01");
});

it("is not there for technicians", async () => {
  const page = await open("ture");
  await page.getByText("Din roll får inte göra det här.").waitFor();
  expect(await page.getByRole("link", { name: "Uppföljning" }).count()).toBe(0);
});

const looks: Look[] = [360, 390, 1440].map((width, index) => ({
  width,
  language: index % 2 === 0 ? "en" : "sv",
  theme: index === 1 ? "dark" : "light",
}));
it.each(looks)("is sound at $width px in $language, $theme", async (look) => {
  for (const by of ["day", "rule"]) {
    const page = await open("karin", look, `?by=${by}`);
    await page.locator("table").first().waitFor({ state: "attached" });
    if (by === "day") await page.locator("details summary").click();
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toMatchObject({ by: 0 });
    expect(complaintsOf(page)).toEqual([]);
  }
});
