import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { axeFindings, complaintsOf, openBrowser, openPage } from "./harness.ts";
import { choose, press, pressItem, signInByKeys, write } from "./keyboard.ts";
import { addPeople } from "./people.ts";

let browser: Browser;
let platform: Platform;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  platform = await startPlatform("2026-11-23T08:00:00+01:00");
  await addPeople(platform);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await platform.close();
});

const said = {
  sv: {
    devices: "Utrustning",
    registerHub: "Registrera nav",
    label: "Navets märkning",
    toHub: "Till navet",
    registerDevice: "Registrera apparat",
    deviceLabel: "Apparatens märkning",
    model: "Modell",
    register: "Registrera",
    more: "Mer att göra med hv-7",
    connect: "Anslut med engångskod",
    makeCode: "Gör en engångskod",
    hubQr: "QR-kod som navet läser av",
    close: "Stäng",
    lend: "Låna ut: hv-7",
    whom: "Till vem?",
    lendIt: "Låna ut",
    pair: "Koppla en skärm",
    pageQr: "QR-kod som skärmen i hemmet läser av",
    showPage: "Visa min sida",
    shows: "Visar mätvärden nu",
    exchange: "Byt ut",
    which: "Mot vilken?",
    back: "Ta tillbaka: hv-8",
    takeBack: "Ta tillbaka",
    stock: "I lager",
    ended: "Visar ingenting nu",
  },
  en: {
    devices: "Equipment",
    registerHub: "Register hub",
    label: "The hub's label",
    toHub: "To the hub",
    registerDevice: "Register device",
    deviceLabel: "The device's label",
    model: "Model",
    register: "Register",
    more: "More to do with hv-7",
    connect: "Connect with a one-time code",
    makeCode: "Make a one-time code",
    hubQr: "QR code for the hub to read",
    close: "Close",
    lend: "Lend: hv-7",
    whom: "To whom?",
    lendIt: "Lend",
    pair: "Pair a screen",
    pageQr: "QR code for the screen in the home to read",
    showPage: "Show my page",
    shows: "Shows readings now",
    exchange: "Exchange",
    which: "For which one?",
    back: "Take back: hv-8",
    takeBack: "Take back",
    stock: "In stock",
    ended: "Shows nothing now",
  },
} as const;

const codeIn = (text: string): string => /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? "";

describe("a technician with nothing but a keyboard", () => {
  it.each([
    ["sv", "light"],
    ["en", "dark"],
  ] as const)(
    "gets a home going, sees what its hub sends wrongly, exchanges it and takes it back: %s",
    async (language, theme) => {
      const t = said[language];
      const { status } = await (await platform.person("ture")).post("hubs", { id: "hv-8", team: "north" });
      expect(status).toBe(201);
      const page = await openPage(browser, platform.url("/"), { language, theme });
      const dialogue = page.getByRole("dialog");
      const closed = () => dialogue.waitFor({ state: "detached" });
      await signInByKeys(page, "ture", password);
      await press(page, t.devices);

      // A hub and a scale, which get their secret by a code that is shown once.
      await press(page, t.registerHub);
      await write(page, t.label, "hv-7");
      await page.keyboard.press("Enter");
      await press(page, t.toHub);
      await press(page, t.registerDevice);
      await dialogue.waitFor();
      await write(page, t.deviceLabel, "scale-7");
      await choose(page, t.model, "generic-weight");
      await press(page, t.register);
      await closed();
      await press(page, t.more);
      await pressItem(page, t.connect);
      await press(page, t.makeCode);
      await page.getByRole("img", { name: t.hubQr }).waitFor();
      const claim = { hub: "hv-7", code: codeIn(await dialogue.innerText()) };
      const claimed = await fetch(platform.url("/api/v1/provisioning/claim"), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(claim),
      });
      expect(claimed.status).toBe(201);
      const { secret } = (await claimed.json()) as { secret: string };
      await page.keyboard.press("Escape");
      await closed();

      // Lent to somebody whom the technician knows by an id alone; their tablet shows them their readings.
      await press(page, t.lend);
      await dialogue.waitFor();
      await choose(page, t.whom, "greta");
      await press(page, t.lendIt);
      await closed();
      platform.clock.advance(60_000);
      await press(page, t.pair);
      await press(page, t.makeCode);
      await page.getByRole("img", { name: t.pageQr }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      const tablet = await openPage(browser, platform.url("/home"), { language, width: 390 });
      await tablet.locator("#code").fill(codeIn(await dialogue.innerText()));
      await tablet.getByRole("button", { name: t.showPage }).click();
      await tablet.getByRole("heading", { level: 1, name: /greta/ }).waitFor();
      await page.keyboard.press("Escape");
      await closed();
      await page.reload();
      await page.locator("[data-page]").getByText(t.shows).waitFor();

      // What can't be used is set aside, and shows a technician its form only.
      const hub = await platform.hub("hv-7", { password: secret });
      await hub.publish("readings", { id: "q-77", device: "scale-7", readings: [{ value: 84.7 }] });
      await page.locator("[data-quarantined]").getByText('"value":00.0').waitFor();
      expect(await page.locator("body").innerText()).not.toMatch(/84[.,]7|greta Exempel/);
      expect(await axeFindings(page)).toEqual([]);

      // The hub is exchanged for one in stock, and everything comes back.
      await press(page, t.more);
      await pressItem(page, t.exchange);
      await dialogue.waitFor();
      await choose(page, t.which, "hv-8");
      await press(page, t.exchange);
      await closed();
      await press(page, t.devices);
      await press(page, "hv-8");
      await press(page, t.back);
      await dialogue.waitFor();
      await press(page, t.takeBack);
      await closed();
      await page.locator('[data-device="scale-7"]').getByText(t.stock).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(complaintsOf(page)).toEqual([]);
    },
  );
});
