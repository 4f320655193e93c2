import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { axeFindings, complaintsOf, type Look, openBrowser, openPage, overflow, signIn } from "./harness.ts";
import { addPeople } from "./people.ts";

/** A patient writes, has no alert, and is not missed. */

let browser: Browser;
let platform: Platform;
let hub: Awaited<ReturnType<Platform["hub"]>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  platform = await startPlatform("2026-11-23T08:00:00+01:00");
  await addPeople(platform);
  hub = await platform.hub("hub-greta");
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
/** Written on the tablet that Greta (1) and Soheil (2) share. */
const write = (id: string, slot: 1 | 2): Promise<unknown> =>
  hub.publish("messages", { id, text: "Mina ben är svullna.", for: slot });
const bar = (page: Page, count: RegExp) => page.getByRole("region", { name: count });

describe("what patients have written", () => {
  it("stands also in the row of who has an alert", async () => {
    const at = "2026-11-23T07:55:00+01:00";
    const low = { kind: "oxygen-saturation", at, spo2: 82, unit: "%" };
    await hub.publish("readings", { id: "low", device: "oximeter", readings: [low] });
    await write("m1", 2);
    const page = await open("nils");
    await page.locator('li[data-key="patient:soheil"]').getByText("1 oläst meddelande, i dag 08:00").waitFor();
  });

  it("is on the worklist as soon as it is sent, without any alert, and gone when somebody has read it", async () => {
    const page = await open("karin");
    await page.getByText("Inga öppna larm i dina team.").waitFor();
    await page.getByText("Live", { exact: true }).waitFor();
    expect(await bar(page, /skrivit/).count()).toBe(0);

    await write("m1", 1);
    await bar(page, /^1 patient har skrivit$/)
      .getByText("1 oläst meddelande, i dag 08:00")
      .waitFor();
    platform.clock.advance(60_000);
    await write("m2", 1);
    await bar(page, /^1 patient/)
      .getByText("2 olästa meddelanden, det första i dag 08:00")
      .waitFor();
    expect(await page.locator("body").innerText()).not.toContain("svullna");
    await page.getByText("Inga öppna larm i dina team.").waitFor();

    await bar(page, /^1 patient/)
      .getByRole("link", { name: "greta Exempel" })
      .click();
    for (const left of [1, 0]) {
      await page.getByRole("button", { name: "Jag har läst" }).first().click();
      await page.locator('[data-unread="true"]').nth(left).waitFor({ state: "detached" });
    }
    await page.getByRole("link", { name: "Arbetslista" }).first().click();
    await page.getByText("Inga öppna larm i dina team.").waitFor();
    await bar(page, /skrivit/).waitFor({ state: "detached" });
    expect(complaintsOf(page)).toEqual([]);
  });

  it("is gone from a colleague's list too when it is read, and never was on a technician's", async () => {
    const [doris, ture] = [await open("doris"), await open("ture")];
    await doris.getByText("Live", { exact: true }).waitFor();
    await write("m1", 2);
    await bar(doris, /^1 patient/).waitFor();
    platform.clock.advance(60_000);
    await write("m2", 1);
    await bar(doris, /^2 patienter har skrivit$/).waitFor();
    const names = await bar(doris, /^2 patienter/)
      .getByRole("link")
      .allInnerTexts();
    expect(names.map((name) => name.split(" ")[0])).toEqual(["soheil", "greta"]);

    await ture.reload();
    await ture.getByRole("heading", { level: 1 }).waitFor();
    await ture.getByText("Live", { exact: true }).waitFor();
    expect(await ture.locator("body").innerText()).not.toMatch(/skrivit|greta|soheil/i);

    const karin = await platform.person("karin");
    const [{ id }] = (await karin.get("patients/greta/messages")).body["items"] as [{ id: string }];
    await karin.post(`patients/greta/messages/${id}/seen`, {});
    await bar(doris, /^1 patient/).waitFor();
    expect(await bar(doris, /^1 patient/).innerText()).not.toContain("greta");
  });

  it.each([
    { width: 360, language: "sv", theme: "dark" },
    { width: 390, language: "en", theme: "light" },
    { width: 1440, language: "en", theme: "dark" },
  ] as const)("is sound at $width px, $language, $theme, and reached by the keyboard", async (look) => {
    await write("m1", 1);
    await write("m2", 2);
    const page = await open("doris", look);
    const region = bar(page, look.language === "sv" ? /^2 patienter/ : /^2 patients have written$/);
    const first = region.getByRole("link").first();
    await first.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toEqual({ by: 0, what: [] });
    await first.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /Exempel|Prov/ }).waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });
});
