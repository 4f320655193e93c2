import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { axeFindings, complaintsOf, type Look, openBrowser, openPage, overflow, signIn } from "./harness.ts";
import { addPeople } from "./people.ts";

let browser: Browser;
let platform: Platform;
beforeAll(async () => {
  browser = await openBrowser();
  platform = await startPlatform("2026-11-23T08:00:00+01:00");
  await addPeople(platform);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

/** Signs in at the worklist, from which the page has the platform's clock, and goes on to the team. */
const open = async (username: string, look: Look = {}): Promise<Page> => {
  const page = await openPage(browser, platform.url("/worklist"), look);
  await signIn(page, username, password);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByRole("link", { name: look.language === "en" ? "Teams" : "Team", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /north|night/ }).waitFor();
  return page;
};
async function expectSound(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflow(page)).toEqual({ by: 0, what: [] });
  expect(complaintsOf(page)).toEqual([]);
}
const closed = (page: Page) => page.getByRole("dialog").waitFor({ state: "detached" });
const low = { kind: "oxygen-saturation", at: "2026-11-23T07:55:00+01:00", spo2: 82, unit: "%" };

describe("a handover", () => {
  it("comes while one looks, is read by its SBAR, and is declined with a reason or accepted", async () => {
    const page = await open("karin");
    await page.getByText("Ingen väntar på svar från er.").waitFor();
    await expectSound(page);
    const hub = await platform.hub("hub-greta");
    await hub.publish("readings", { id: "low", device: "oximeter", readings: [low] });
    await hub.heard("receipts");
    const nils = await platform.person("nils");
    const offer = () => nils.post("handovers", { from: "night", to: "north", note: "Ring henne före lunch" });
    expect((await offer()).status).toBe(201);

    const offered = page.locator("[data-handover]");
    await offered.getByText("Ring henne före lunch").waitFor();
    expect(await offered.innerText()).toContain("night → north");
    await page.getByRole("button", { name: "SBAR soheil Exempel" }).click();
    await page.getByRole("dialog").getByText("Rekommendation").waitFor();
    expect(await page.getByRole("dialog").innerText()).toContain("82");
    await expectSound(page);
    await page.keyboard.press("Escape");
    await closed(page);

    await page.getByRole("button", { name: "Avböj" }).click();
    await page.getByLabel("Varför?").fill("Fullt här, ring Mobila");
    await page.getByRole("dialog").getByRole("button", { name: "Avböj" }).click();
    await closed(page);
    await offered.getByText(/^Avböjd, karin Prov/).waitFor();

    expect((await offer()).status).toBe(201);
    await page.getByRole("button", { name: "Ta emot" }).click();
    await offered.getByText(/^Mottagen, karin Prov/).waitFor();
    const karin = await platform.person("karin");
    const { items } = (await karin.get("alerts?patient=soheil")).body as { items: { team: string }[] };
    expect(items.map(({ team }) => team)).toEqual(["north"]);
  });
});

describe("the rota", () => {
  it("takes a turn and gives it back, by keyboard, on a phone", async () => {
    const page = await open("karin", { width: 390, language: "en" });
    await page.getByRole("link", { name: "Rota" }).click();
    await page.getByText("Nobody is on the rota this week.").waitFor();
    await page.getByRole("button", { name: "Add a turn" }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Who?").selectOption("karin");
    await page.getByLabel("From").fill("2026-11-23T17:00");
    await page.getByLabel("To", { exact: true }).fill("2026-11-24T08:00");
    await expectSound(page);
    await page.keyboard.press("Enter");
    await closed(page);
    const turns = page.locator("[data-turn]");
    await turns.getByText("17:00–24:00").waitFor();
    await turns.getByText("00:00–08:00").waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "End the turn of karin Prov on Mon 23 Nov" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "End the turn" }).click();
    await closed(page);
    await page.getByText("Nobody is on the rota this week.").waitFor();
  });
});

describe("the hours", () => {
  it("are changed day by day with a cover for the rest, tried before they are saved, and read as a week on a phone", async () => {
    const page = await open("doris", { width: 360 });
    const north = page.getByLabel("Team", { exact: true });
    await north.selectOption("north");
    await page.getByRole("link", { name: "Om teamet" }).click();
    await page.getByText("Dygnet runt, alla dagar.").waitFor();
    const dialogue = page.getByRole("dialog");

    await page.getByRole("button", { name: "Ändra öppettider" }).click();
    await dialogue.getByLabel("Öppet dygnet runt, alla dagar").uncheck();
    await dialogue.getByRole("button", { name: "Lägg till tid mån" }).click();
    await dialogue.getByLabel("mån, stänger, tid 1").fill("00:00");
    for (const [day, before] of [
      ["tis", "mån"],
      ["ons", "tis"],
      ["tor", "ons"],
      ["fre", "tor"],
    ]) {
      await dialogue.getByRole("button", { name: `Gör ${day} som ${before}` }).click();
    }
    await dialogue.getByRole("button", { name: "Lägg till tid sön" }).press("Enter");
    await dialogue.getByRole("button", { name: "Ta bort tid 1 sön" }).press("Enter");
    await dialogue.locator(':focus[aria-label="Lägg till tid sön"]').waitFor();
    await expectSound(page);
    // A dialogue cuts off what is wider than it: no width of the page tells of that.
    const edge = await dialogue.boundingBox();
    const remove = await dialogue.getByRole("button", { name: "Ta bort tid 1 mån" }).boundingBox();
    expect(remove!.x + remove!.width).toBeLessThanOrEqual(edge!.x + edge!.width - 8);
    await dialogue.getByRole("button", { name: "Spara" }).click();
    await dialogue.getByText("Då svarar ingen för någon patient under en tid.").waitFor();
    await dialogue
      .getByText(/tis 24 nov 00:00|i morgon 00:00/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    await closed(page);

    await page.getByRole("button", { name: "Ändra vem som täcker" }).click();
    await dialogue.getByLabel("Utanför öppettiderna svarar").selectOption("night");
    await dialogue.getByRole("button", { name: "Spara" }).click();
    await closed(page);
    await page.getByRole("button", { name: "Ändra öppettider" }).click();
    await dialogue.getByLabel("Öppet dygnet runt, alla dagar").uncheck();
    await dialogue.getByRole("button", { name: "Lägg till tid fre" }).click();
    await dialogue.getByLabel("fre, stänger, tid 1").fill("00:00");
    await dialogue.getByRole("button", { name: "Spara" }).click();
    await closed(page);
    await page.locator('[data-day="fri"]').getByText("08:00–24:00").waitFor();
    await page.locator('[data-day="sat"]').getByText("stängt").waitFor();
    await expectSound(page);

    await page.getByRole("button", { name: "Ändra vem som svarar" }).click();
    await dialogue.getByLabel("Röda larm går till den som har jour i schemat.").check();
    await dialogue.getByRole("button", { name: "Spara" }).click();
    await dialogue.getByText("Då svarar ingen för någon patient under en tid.").waitFor();
    await expectSound(page);
    await page.keyboard.press("Escape");
    await closed(page);
    await page.getByRole("button", { name: "Ändra öppettider" }).click();
    await dialogue.getByLabel("Öppet dygnet runt, alla dagar").check();
    await dialogue.getByRole("button", { name: "Spara" }).click();
    await closed(page);
    await page.getByText("Dygnet runt, alla dagar.").waitFor();
    await page.getByRole("button", { name: "Ändra vem som täcker" }).click();
    await dialogue.getByLabel("Utanför öppettiderna svarar").selectOption("");
    await dialogue.getByRole("button", { name: "Spara" }).click();
    await closed(page);
    await page.getByText("Behövs inte: teamet har alltid öppet.").waitFor();
  });
});

describe("a hole", () => {
  it("is shown before it is opened, opened only with a reason, and then stands red in the calendar with whom it concerns", async () => {
    const karin = await platform.person("karin");
    const { etag } = await karin.get("teams/north");
    const weekly = [{ days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], from: "00:00", until: "24:00" }];
    const token = { authorization: `Bearer ${karin.token}`, "if-match": etag, "content-type": "application/json" };
    const body = JSON.stringify({ hours: { weekly, publicHolidays: "as-usual" } });
    const patched = await fetch(platform.url("/api/v1/teams/north"), { method: "PATCH", headers: token, body });
    expect(patched.status).toBe(200);

    const page = await open("karin");
    await page.getByRole("link", { name: "Täckning 30 dagar" }).click();
    await page.getByText(/Någon svarar för/).waitFor();
    await page.getByRole("link", { name: "Om teamet" }).click();
    await page.getByRole("button", { name: "Lägg in avvikande dag" }).click();
    await page.getByLabel("Datum").fill("2026-12-12");
    await page.getByLabel("Varför?").fill("Flytt");
    await page.getByRole("button", { name: "Spara" }).click();
    const dialogue = page.getByRole("dialog");
    await dialogue.getByText("Då svarar ingen för någon patient under en tid.").waitFor();
    await dialogue.getByText("lör 12 dec 00:00").waitFor();
    await expectSound(page);
    await dialogue.getByLabel("Varför ska det vara så ändå?").fill("Kommunen svarar den dagen");
    await dialogue.getByRole("button", { name: "Gör det ändå" }).click();
    await closed(page);
    await page.locator('[data-exception="2026-12-12"]').waitFor();
    await expectSound(page);

    await page.getByRole("link", { name: "Täckning 30 dagar" }).click();
    await page.locator('[data-hole="true"]', { hasText: "lör 12 dec" }).getByText("Lucka 24:00").waitFor();
    expect(await page.locator('[data-hole="true"]').count()).toBe(1);
    await page.getByRole("link", { name: "greta Exempel" }).waitFor();
    await expectSound(page);

    // The calendar leads to what mends it: the day is changed, and the hole is gone.
    await page.getByRole("button", { name: "Lucka 24:00, lör 12 dec: åtgärda" }).click();
    await dialogue.getByLabel("Stängt hela dagen").uncheck();
    await dialogue.getByLabel("Öppet den dagen, öppnar, tid 1").fill("00:00");
    await dialogue.getByLabel("Öppet den dagen, stänger, tid 1").fill("00:00");
    await expectSound(page);
    await dialogue.getByRole("button", { name: "Spara" }).click();
    await closed(page);
    await page.getByText(/Någon svarar för/).waitFor();
    expect(await page.locator('[data-hole="true"]').count()).toBe(0);
  });
});

describe("a technician", () => {
  it("reads the rota and who the team is, and changes nothing", async () => {
    const page = await open("ture", { width: 360, theme: "dark" });
    await page.getByRole("link", { name: "Om teamet" }).click();
    await page.getByText("karin Prov").waitFor();
    expect(await page.getByRole("link", { name: /Överlämningar|Täckning/ }).count()).toBe(0);
    expect(await page.getByRole("button", { name: /Ändra|Lägg in/ }).count()).toBe(0);
    await expectSound(page);
  });
});
