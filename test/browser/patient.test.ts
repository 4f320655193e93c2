import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { axeFindings, complaintsOf, type Look, openBrowser, openPage, overflow, signIn } from "./harness.ts";
import { tabTo } from "./keyboard.ts";
import { addPeople } from "./people.ts";

/** From a red weight to a resolved alert: by mouse in Swedish, by keyboard in English, on a phone. */

const memory = (at: string, value: number) => ({ kind: "body-weight", at, value, unit: "kg", flags: ["from-memory"] });
const weights = {
  id: "days",
  device: "scale",
  readings: [
    memory("2026-11-20T07:00:00+01:00", 82.4),
    memory("2026-11-21T07:00:00+01:00", 82.5),
    memory("2026-11-22T07:00:00+01:00", 82.4),
  ],
};
/** 84.7 kg as a 0x2A9D notification. */
const heavy = { id: "now", device: "scale", characteristic: "2a9d", hex: "002c42" };

let browser: Browser;
let platform: Platform;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  platform = await startPlatform("2026-11-23T08:00:00+01:00");
  await addPeople(platform);
  const hub = await platform.hub("hub-greta");
  await hub.publish("readings", weights);
  await hub.publish("gatt", heavy);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await platform.close();
});

const open = async (username: string, look: Look = {}): Promise<Page> => {
  const page = await openPage(browser, platform.url("/"), look);
  await signIn(page, username, password);
  return page;
};
const stored = () => {
  const db = platform.reader();
  try {
    return db.get<{ state: string; outcome: string; action: string }>(
      "SELECT state, json_extract(body, '$.outcome') AS outcome, json_extract(body, '$.action') AS action FROM alert WHERE subject = 'greta'",
    );
  } finally {
    db.close();
  }
};

describe("from a red weight to a resolved alert", () => {
  it.each([
    ["on a desk", 1440],
    ["on a phone of 390 px", 390],
  ])("in Swedish, %s", async (_, width) => {
    const page = await open("karin", { width });
    await page.getByRole("link", { name: /greta/ }).click();
    const alert = page.getByRole("article", { name: /^Vikten upp 2,3 kg på 3 dagar/ });
    await alert.getByText("Ingen har det.").waitFor();
    await page.getByText("north.", { exact: true }).waitFor();
    expect(await page.getByRole("link", { name: "010-000 00 00" }).getAttribute("href")).toBe("tel:0100000000");
    await alert.getByRole("button", { name: "Jag tar det" }).click();
    await page.getByRole("button", { name: "Ta larmet" }).click();
    await alert.getByText(/^karin Prov: Ringer patienten – senast i dag 09:0/).waitFor();

    await alert.getByRole("button", { name: "Anteckna" }).click();
    await page.getByLabel("Anteckning").fill("Svullna ben, ingen andnöd.");
    await page.getByRole("button", { name: "Spara" }).click();
    await alert.getByText("Visa vad som hänt").click();
    await alert.getByText("Svullna ben, ingen andnöd.").waitFor();

    await page.getByLabel("Skriv till patienten").fill("Ta en extra tablett i dag. Jag ringer i morgon.");
    await page.getByRole("button", { name: "Skicka" }).click();
    await page.getByText("Ta en extra tablett i dag. Jag ringer i morgon.").waitFor();

    await alert.getByRole("button", { name: "Avsluta" }).click();
    await page.getByLabel("Det stämde").check();
    await page.getByLabel("Läkemedel").check();
    await page.getByRole("dialog").getByRole("button", { name: "Avsluta" }).click();
    await page.getByText("Inga öppna larm.").waitFor();
    await page.getByText("Det stämde, Läkemedel · i dag 08:00").waitFor();
    expect(stored()).toEqual({ state: "resolved", outcome: "true", action: "medication" });

    // Within a minute it can be taken back.
    await page.getByRole("button", { name: "Ångra" }).click();
    await alert.getByRole("button", { name: "Avsluta" }).waitFor();
    expect(stored()).toMatchObject({ state: "acknowledged" });
    expect(complaintsOf(page)).toEqual([]);
  });

  it("in English, by the keyboard alone", async () => {
    const page = await open("karin", { language: "en" });
    await page.getByText("Weight up 2.3 kg in 3 days", { exact: false }).first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    const alert = page.getByRole("article", { name: /^Weight up 2\.3 kg in 3 days/ });
    await alert.waitFor();
    await tabTo(page, "I have this");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    // Focus stands in the first field; Enter there sends the form.
    await page.keyboard.press("Enter");
    await alert.getByText(/^karin Prov: Phoning the patient/).waitFor();
    await tabTo(page, "Resolve");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await tabTo(page, "It was true");
    await page.keyboard.press("Space");
    await tabTo(page, "Advice");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await tabTo(page, "Resolve");
    await page.keyboard.press("Enter");
    await page.getByText("It was true, Advice · today 08:00").waitFor();
    expect(stored()).toEqual({ state: "resolved", outcome: "true", action: "advice" });
  });

  it("when somebody else was quicker the second is told what the first did", async () => {
    const [karin, other] = [await open("karin"), await open("doris", { language: "en" })];
    await karin.getByRole("link", { name: /greta/ }).click();
    await other.getByRole("link", { name: /greta/ }).click();
    await karin.getByRole("button", { name: "Jag tar det" }).click();
    await other.getByRole("button", { name: "I have this" }).click();
    await karin.getByRole("button", { name: "Ta larmet" }).click();
    await karin.getByText(/^karin Prov: Ringer patienten/).waitFor();
    await other.getByRole("button", { name: "Take the alert" }).click();
    await other.getByRole("dialog").getByRole("alert").waitFor();
    expect(await other.getByRole("dialog").getByRole("alert").textContent()).toMatch(
      /^Somebody else was first\. .*karin/,
    );
  });

  it.each([
    ["sv", "light", 360],
    ["en", "dark", 390],
    ["sv", "dark", 1440],
    ["en", "light", 2560],
  ] as const)("reads well: %s, %s, %i px", async (language, theme, width) => {
    const page = await open("karin", { language, theme, width });
    await page.getByRole("link", { name: /greta/ }).click();
    await page.locator("section svg[role=img] circle").first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect((await overflow(page)).by).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: language === "sv" ? "Tabell" : "Table" }).click();
    await page
      .getByRole("cell", { name: language === "sv" ? "84,7" : "84.7" })
      .first()
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: language === "sv" ? "Avsluta" : "Resolve" }).click();
    await page.getByRole("dialog").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect((await overflow(page)).by).toBeLessThanOrEqual(0);
    expect(complaintsOf(page)).toEqual([]);
  });
});
