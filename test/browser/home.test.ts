import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type Platform, startPlatform } from "../helpers/platform.ts";
import { axeFindings, complaintsOf, type Look, openBrowser, openPage, overflow } from "./harness.ts";

/** The page in Greta's home, in a real browser. */

let browser: Browser;
let platform: Platform;
let karin: Awaited<ReturnType<Platform["person"]>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  platform = await startPlatform("2026-11-23T06:58:00+01:00");
  karin = await platform.person("karin");
  await endFor("soheil", platform.clock.now() - 1000);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await platform.close();
});

async function endFor(patient: string, to: number): Promise<void> {
  const db = platform.reader();
  const rows = db.all<{ id: number; version: number }>(
    "SELECT id, version FROM assignment WHERE patient = ? AND to_at IS NULL",
    patient,
  );
  db.close();
  for (const { id, version } of rows) {
    await platform.app.ledger.submit({
      kind: "assignment-end",
      actor: "karin",
      assignment: id,
      to,
      ifVersion: version,
    });
  }
}

/** A browser that opens what the QR code says, and presses the one button there is. */
async function paired(look: Look = {}): Promise<Page> {
  const { body } = await karin.post("hubs/hub-greta/page-code", {});
  const page = await openPage(browser, platform.url(`/home#${(body["code"] as string).replaceAll("-", "")}`), look);
  await page.getByRole("button", { name: look.language === "en" ? "Show my page" : "Visa min sida" }).click();
  await page.getByRole("heading", { level: 1, name: /greta/ }).waitFor();
  return page;
}

it("Greta weighs herself, sees it, writes to the team and reads the answer; when the box is given back nothing is left", async () => {
  const page = await paired();
  expect(page.url(), "the code is gone from the address").toMatch(/\/home$/);
  await page.getByText(/Dags att mäta: .*vikt/).waitFor();
  const hub = await platform.hub("hub-greta");
  platform.clock.advance(300_000);
  const reading = { kind: "body-weight", value: 84.7, unit: "kg", at: "2026-11-23T07:02:00+01:00" };
  await hub.publish("readings", { id: "w", device: "scale", readings: [reading] });
  // What somebody who looks up sees by itself within a quarter of a minute, they see at once by reloading.
  await page.reload();
  await page.getByText("84,7 kg").waitFor();
  await page.getByText("Gjort 07:02").waitFor();
  await page.getByRole("button", { name: "Visa kurva" }).click();
  await page.getByRole("img", { name: "Vikt: från 84,7 till 84,7 kg, senast 84,7 kg." }).waitFor();
  await page.getByRole("button", { name: "Visa som lista" }).click();
  await page.getByRole("cell", { name: "i dag 07:02" }).waitFor();

  await page.getByLabel("Ditt meddelande").fill("Mina ben är svullna.");
  await page.getByRole("button", { name: "Skicka" }).click();
  await page.getByText(/^Skickat\. north/).waitFor();
  await page.getByText("Inte läst ännu").waitFor();
  const [{ id }] = (await karin.get("messages")).body["items"] as [{ id: string }];
  await karin.post(`patients/greta/messages/${id}/seen`, {});
  await karin.post("patients/greta/messages", { text: "Jag ringer klockan tio." });
  await page.reload();
  await page.getByText("Läst av teamet i dag 07:03").waitFor();
  await page.getByRole("button", { name: "Jag har läst" }).first().click();
  await page.getByText("Läst", { exact: true }).first().waitFor();

  await endFor("greta", platform.clock.now());
  await page.reload();
  await page.getByRole("heading", { name: "Koppla skärmen" }).waitFor();
  expect(await page.content()).not.toMatch(/84,7|svullna|greta/i);
  expect(complaintsOf(page)).toEqual([]);
});

it("a wrong code is said in words, and the server being away too", async () => {
  const page = await openPage(browser, platform.url("/home"));
  await page.getByLabel("Kod").fill("ABCD-EFGH-JKMN");
  await page.getByRole("button", { name: "Visa min sida" }).click();
  await page.getByText("Koden gäller inte. Kontrollera den, eller be om en ny.").waitFor();
  const other = await paired();
  await other.context().setOffline(true);
  await other.getByLabel("Ditt meddelande").fill("Hej");
  await other.getByRole("button", { name: "Skicka" }).click();
  await other.getByText("Inte skickat. Det du skrev är kvar: försök igen.").waitFor();
  await other.context().setOffline(false);
  await other.getByRole("button", { name: "Skicka" }).click();
  await other.getByText(/^Skickat\./).waitFor();
  expect((await karin.get("patients/greta/messages")).body["items"]).toHaveLength(1);
});

it.each([
  ["sv", "light", 390],
  ["en", "dark", 360],
  ["sv", "dark", 1440],
  ["en", "light", 800],
] as const)("is readable: %s, %s, %i px", async (language, theme, width) => {
  const hub = await platform.hub("hub-greta");
  const readings = [{ kind: "body-weight", value: 84.7, unit: "kg", at: "2026-11-23T06:50:00+01:00" }];
  await hub.publish("readings", { id: "w", device: "scale", readings });
  await karin.post("patients/greta/messages", { text: "Väg dig varje morgon före frukost. ".repeat(6) });
  const page = await paired({ language, theme, width });
  // The clinic has noted no language: Swedish, until somebody here chooses.
  if (language === "en") await page.getByRole("button", { name: "English" }).click();
  await page
    .getByRole("button", { name: /Visa kurva|Show curve/ })
    .first()
    .click();
  await page.locator("figure svg").waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect((await overflow(page)).by).toBeLessThanOrEqual(0);
  const small = await page.evaluate(sizes);
  expect(small).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
});

// As text, since it runs in the page and these tests know no DOM. Text under 20 px, and what can be pressed under 56 px.
const sizes = `(() => {
  const found = [];
  for (const element of document.querySelectorAll("#root *:not(style)")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "");
    if (own && parseFloat(getComputedStyle(element).fontSize) < 20) found.push("text " + element.textContent.slice(0, 40));
    if (element.matches("button, a, input, textarea") && element.getBoundingClientRect().height < 56) {
      found.push("target " + element.textContent.slice(0, 40));
    }
  }
  return found;
})()`;
