import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { axeFindings, complaintsOf, type Look, openBrowser, openPage, overflow, signIn } from "./harness.ts";
import { addPeople } from "./people.ts";

/**
 * Greta's curves: two weeks of weights that her hub kept and sent this morning, a pressure from a cuff without a clock, and
 * 84.7 kg today, which is red.
 */

const days = Array.from({ length: 14 }, (_, index) => ({
  kind: "body-weight",
  at: `2026-11-${String(index + 9).padStart(2, "0")}T07:00:00+01:00`,
  value: 82.4 + (index % 3) / 10,
  unit: "kg",
  flags: ["from-memory"],
}));
const pressure = { kind: "blood-pressure", systolic: 131, diastolic: 78, pulse: 71, unit: "mmHg" };
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
  await hub.publish("readings", { id: "days", device: "scale", readings: days });
  await hub.publish("gatt", heavy);
  const store = await platform.hub("hub-store");
  await store.publish("readings", { id: "cuff", device: "cuff", readings: [pressure] });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await platform.close();
});

const open = async (username: string, look: Look = {}): Promise<Page> => {
  const page = await openPage(browser, platform.url("/"), look);
  await signIn(page, username, password);
  await page.getByRole("link", { name: /greta/ }).click();
  await page.locator("section svg[role=img] circle").first().waitFor();
  return page;
};
/** What the cursor says to somebody who doesn't see it. */
const spoken = (page: Page): Locator => page.locator('p[aria-live="polite"].sr-only');
const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

describe("Greta's curves", () => {
  it("the cursor goes by keys and says every value, late and of an uncertain clock; what is excluded is crossed out, and comes back", async () => {
    const page = await open("karin");
    const weight = page.getByRole("region", { name: "Vikt" });
    await weight.getByText("84,7 kg").waitFor();
    await page.getByRole("img", { name: "Vikt: 15 värden, lägst 82,4, högst 84,7, senast 84,7 kg" }).waitFor();
    const slider = page.getByRole("slider", { name: "Tidpunkt i kurvorna" });
    await slider.focus();
    await press(page, "End");
    await spoken(page)
      .getByText(/^Mätt i dag 08:00\. Vikt 84,7 kg\. Övre blodtryck 131 mmHg, osäker klocka\./)
      .waitFor({ state: "attached" });
    expect(await slider.getAttribute("aria-valuetext")).toBe("i dag 08:00");
    await press(page, "ArrowLeft");
    await spoken(page)
      .getByText(/^Mätt i går 07:00\. Vikt 82,5 kg, kom in 25 tim efter mätningen\. Övre blodtryck inget värde/)
      .waitFor({ state: "attached" });
    await press(page, "PageDown");
    expect(await slider.getAttribute("aria-valuetext")).toBe("sön 15 nov 07:00");
    await press(page, "Home");
    expect(await slider.getAttribute("aria-valuetext")).toBe("mån 9 nov 07:00");
    await press(page, "Escape");
    expect(await slider.getAttribute("aria-valuetext")).toBe("Inget är valt");
    for (const words of ["sent inkommet", "osäker tid eller osäkert värde"]) {
      await page.getByRole("list", { name: "Förklaring" }).getByText(words).waitFor();
    }

    // From the cursor, by the keyboard alone: the reading under it is the next thing after it.
    await press(page, "End", "Tab", "Enter");
    const dialog = page.getByRole("dialog", { name: "Utesluta mätningen?" });
    await dialog.getByText("Vikt 84,7 kg, i dag 08:00").waitFor();
    const confirm = dialog.getByRole("button", { name: "Uteslut", exact: true });
    await dialog.getByLabel("Annat").check();
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel("Mätfel").check();
    await dialog.getByLabel("Anteckning (frivillig)").fill("Stod med kläder på");
    await confirm.click();
    await page.getByText("Inga öppna larm.").waitFor();
    const why = "uteslutet: Mätfel (Stod med kläder på), karin Prov i dag 08:00";
    await page.getByRole("region", { name: "Mätt i dag 08:00" }).getByText(why).waitFor();
    await page.getByRole("list", { name: "Förklaring" }).getByText("räknas inte").waitFor();
    await page.getByRole("img", { name: /^Vikt: 14 värden/ }).waitFor();

    // The table says the same, and takes it back.
    await page.getByRole("button", { name: "Tabell" }).click();
    const row = page.getByRole("row", { name: /i dag 08:00 84,7/ });
    await row.getByText(why).waitFor();
    expect(await page.getByRole("row", { name: /osäker klocka/ }).count()).toBe(1);
    expect(await page.getByRole("row", { name: /kom in 25 tim efter mätningen/ }).count()).toBe(1);
    await row.getByRole("button", { name: "Ta med Vikt 84,7 kg, i dag 08:00 igen" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Ta med igen", exact: true }).click();
    await page.getByRole("article", { name: /^Vikten upp/ }).waitFor();
    expect(complaintsOf(page)).toEqual([]);
  });

  it("two at once: the second to exclude a reading is told who was first", async () => {
    const [karin, doris] = [await open("karin"), await open("doris", { language: "en" })];
    await doris.getByRole("slider").focus();
    await press(doris, "End");
    await doris.getByRole("button", { name: /^Exclude Weight 84.7 kg/ }).click();
    await doris.getByLabel("Device fault").check();
    await karin.getByRole("slider").focus();
    await press(karin, "End");
    await karin.getByRole("button", { name: /^Uteslut Vikt 84,7 kg/ }).click();
    await karin.getByLabel("Mätfel").check();
    await karin.getByRole("dialog").getByRole("button", { name: "Uteslut", exact: true }).click();
    await karin.getByText("Inga öppna larm.").waitFor();
    await doris.getByRole("dialog").getByRole("button", { name: "Exclude", exact: true }).click();
    await doris
      .getByRole("dialog")
      .getByText("Somebody else was first. karin Prov has excluded the reading 08:00.")
      .waitFor();
  });

  it("a period of one's own is asked for, and what can't be one is said; marks lead to alert and plan; a mouse reads off", async () => {
    const page = await open("karin");
    await page.getByRole("button", { name: /^Rött: Vikten upp/ }).click();
    await page.locator("article[id^=alert-]:focus").getByText("Ingen har det.").waitFor();

    const box = (await page.getByRole("slider").boundingBox())!;
    await page.mouse.move(box.x + box.width - 12, box.y + 20);
    await page
      .getByRole("region", { name: "Övre blodtryck" })
      .getByText("131 mmHg")
      .filter({ visible: true })
      .waitFor();
    await page.mouse.move(box.x + 100, box.y + 20);
    await page.getByRole("region", { name: "Övre blodtryck" }).getByText("inget värde").waitFor();
    expect(await spoken(page).textContent()).toBe("");
    await page.mouse.click(box.x + box.width - 50, box.y + 20);
    await page.mouse.move(box.x + 100, box.y + 20);
    await page.getByRole("region", { name: "Mätt i går 07:00" }).waitFor();

    await page.getByRole("button", { name: "Egen" }).click();
    const [first, last] = [page.getByLabel("Första dagen"), page.getByLabel("Sista dagen")];
    const show = page.getByRole("button", { name: "Visa", exact: true });
    for (const [from, to, wrong] of [
      ["2026-11-20", "2026-11-10", "Den första dagen måste komma före den sista."],
      ["2026-11-20", "2026-11-24", "Den sista dagen kan inte ligga i framtiden."],
      ["2010-01-01", "2026-11-20", "Högst tio år i taget."],
      ["", "2026-11-20", "Fyll i båda dagarna."],
    ] as const) {
      await first.fill(from);
      await last.fill(to);
      await show.click();
      await page.getByRole("alert").getByText(wrong).waitFor();
    }
    await first.fill("2026-07-01");
    await last.fill("2026-11-10");
    await show.click();
    await page.getByRole("img", { name: "Vikt: 2 värden, lägst 82,4, högst 82,5, senast 82,5 kg" }).waitFor();
    await page.getByRole("region", { name: "Övre blodtryck" }).getByText("Inga värden av den här sorten").waitFor();
    expect(await page.evaluate('performance.getEntriesByName("trends-drawn").length')).toBeGreaterThan(1);
    await page.getByRole("link", { name: /^Vårdplan version 1, från sön 26 jul/ }).click();
    await page.waitForURL(/\/patients\/greta\/plan$/);
    expect(complaintsOf(page)).toEqual([]);
  });

  it.each([
    ["sv", "light", 360],
    ["en", "dark", 390],
    ["en", "light", 1440],
    ["sv", "dark", 1440],
  ] as const)("reads well with everything open, and on paper: %s, %s, %i px", async (language, theme, width) => {
    const page = await open("karin", { language, theme, width });
    const words = (sv: string, en: string): string => (language === "sv" ? sv : en);
    const slider = page.getByRole("slider");
    if (width < 600) {
      // A finger, on today's place near the edge.
      const { width: wide } = (await slider.boundingBox())!;
      await slider.tap({ position: { x: wide - 12, y: 60 } });
    } else {
      await slider.focus();
      await press(page, "End");
    }
    await page.getByRole("button", { name: words("Egen", "Own") }).click();
    await page.getByRole("region", { name: words("Mätt i dag 08:00", "Measured today 08:00") }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toEqual({ by: 0, what: [] });
    await page.getByRole("button", { name: words("Tabell", "Table") }).click();
    await page.getByRole("cell", { name: words("84,7", "84.7"), exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect((await overflow(page)).by).toBe(0);

    // On paper there are curves and table whatever the screen shows, when it was printed, and nothing to press.
    await page.emulateMedia({ media: "print", colorScheme: theme });
    await page.getByText(words("Utskrivet mån 23 nov 2026 08:00", "Printed Mon 23 Nov 2026 08:00")).waitFor();
    await page.getByRole("img", { name: words("Vikt: 15 värden", "Weight: 15 values") }).waitFor();
    expect(await page.evaluate(onPaper)).toEqual({ pressable: [], dark: [] });
    // The width that A4 leaves between the margins.
    await page.setViewportSize({ width: 680, height: 1000 });
    expect(await overflow(page)).toEqual({ by: 0, what: [] });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.length).toBeLessThan(5);
    // A4 standing, in points of 1/72 inch.
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    expect(complaintsOf(page)).toEqual([]);
  });
});

// As text, since it runs in the page and these tests know no DOM.
const onPaper = `(() => {
  const shown = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === "visible";
  const all = [...document.querySelectorAll("body *")].filter(shown);
  const dark = (colour) => {
    const [r, g, b, a = 1] = (colour.match(/[\\d.]+/g) ?? []).map(Number);
    return a > 0 && r + g + b < 600;
  };
  return {
    pressable: all.filter((one) => one.matches("button, input, select, textarea, [role=slider]")).map((one) => one.outerHTML),
    dark: all.filter((one) => dark(getComputedStyle(one).backgroundColor)).map((one) => one.outerHTML.slice(0, 80)),
  };
})()`;
