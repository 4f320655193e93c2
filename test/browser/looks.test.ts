import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { axeFindings, complaintsOf, type Look, openBrowser, openPage, overflow, signIn } from "./harness.ts";
import { addPeople } from "./people.ts";

let browser: Browser;
let platform: Platform;
beforeAll(async () => {
  browser = await openBrowser();
  platform = await startPlatform("2026-11-23T08:00:00+01:00", { demo: true });
  await addPeople(platform);
  const hub = await platform.hub("hub-greta");
  await hub.publish("readings", {
    id: "days",
    device: "scale",
    readings: ["20", "21", "22"].map((day) => ({
      kind: "body-weight",
      at: `2026-11-${day}T07:00:00+01:00`,
      value: 82.4,
      unit: "kg",
      flags: ["from-memory"],
    })),
  });
  await hub.publish("gatt", { id: "now", device: "scale", characteristic: "2a9d", hex: "002c42" });
  await hub.publish("gatt", { id: "loose", device: "loose", characteristic: "2a9d", hex: "002c42" });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

/** Nothing that axe finds, nothing wider than the window, and no complaint: the policy of styles among them. */
async function expectSound(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflow(page)).toEqual({ by: 0, what: [] });
  expect(complaintsOf(page)).toEqual([]);
}

const looks: Look[] = [360, 390, 1440].flatMap((width) =>
  (["sv", "en"] as const).flatMap((language) =>
    (["light", "dark"] as const).map((theme) => ({ width, language, theme })),
  ),
);

describe.each(looks)("at $width px in $language, $theme", (look) => {
  const words = (sv: string, en: string): string => (look.language === "sv" ? sv : en);

  it("signing in, the list, taking an alert, the keys, a patient and an address that leads nowhere are sound", async () => {
    const page = await openPage(browser, platform.url("/"), look);
    await page.getByText(words("Demo med påhittade människor", "Demo with made-up people")).waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe(look.language);
    await expectSound(page);

    await signIn(page, "doris", password);
    await page.locator('li[data-key="patient:greta"]').waitFor();
    await expectSound(page);

    await page
      .getByRole("button", { name: words("Jag tar det", "I have this") })
      .first()
      .click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: words("Ta larmet", "Take the alert") })
      .waitFor();
    await expectSound(page);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: words("Tangenter", "Keys") }).waitFor();
    await expectSound(page);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await page.getByRole("button", { name: words("Din profil", "Your profile") }).click();
    await page.getByRole("button", { name: words("Logga ut", "Sign out") }).waitFor();
    await expectSound(page);
    await page.keyboard.press("Escape");

    await page.getByRole("link", { name: "greta Exempel" }).click();
    await page.getByRole("heading", { name: /greta Exempel/ }).waitFor();
    await expectSound(page);

    await page.goto(platform.url("/no/such/page"));
    await page.getByRole("heading", { name: words("Sidan finns inte", "There is no such page") }).waitFor();
    await expectSound(page);
  });
});

describe("signing in and out", () => {
  it("refuses a wrong password in words, and forgets everything on the way out", async () => {
    const page = await openPage(browser, platform.url("/"));
    await page.getByLabel("Användarnamn").fill("karin");
    await page.getByLabel("Lösenord", { exact: true }).fill("fel");
    await page.getByRole("button", { name: "Logga in" }).click();
    await page.getByRole("alert").getByText("Fel användarnamn eller lösenord.").waitFor();
    await signIn(page, "karin", password);
    await page.locator('li[data-key="patient:greta"]').waitFor();
    const cookies = await page.context().cookies();
    expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
      { httpOnly: true, sameSite: "Strict" },
    ]);
    await page.getByRole("button", { name: "Din profil" }).click();
    await page.getByRole("button", { name: "Logga ut" }).click();
    await page.getByLabel("Användarnamn").waitFor();
    expect(await page.locator("body").innerText()).not.toContain("greta Exempel");
    expect(await page.evaluate("JSON.stringify({ ...localStorage })")).not.toMatch(/greta|csrf|token/i);
  });

  it("leads an administrator to the accounts, wherever they came in", async () => {
    const page = await openPage(browser, platform.url("/"));
    await signIn(page, "alva", password);
    await page.getByRole("heading", { name: "Personal" }).waitFor();
    await page.goto(platform.url("/patients/greta"));
    await page.getByRole("heading", { name: "Personal" }).waitFor();
    await expectSound(page);
  });
});

describe("the checks", () => {
  it("find a picture without words, something too wide, and a script that the policy stops", async () => {
    const page = await openPage(browser, platform.url("/"));
    await page.getByLabel("Användarnamn").waitFor();
    await page.evaluate(`document.querySelector("form").insertAdjacentHTML("beforeend",
      '<img src="/assets/none.png"><div class="wide">x</div><script>window.broken = true</script>');
      document.querySelector(".wide").style.width = "3000px";
      const script = document.createElement("script");
      script.textContent = "window.broken = true";
      document.body.append(script);`);
    expect((await axeFindings(page)).join()).toContain("image-alt");
    expect((await overflow(page)).by).toBeGreaterThan(1000);
    expect(await page.evaluate("window.broken")).toBeUndefined();
    expect(complaintsOf(page).join()).toContain("Content Security Policy");
  });
});
