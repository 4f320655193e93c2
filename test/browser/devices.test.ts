import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
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

const open = async (username: string, path: string, look: Look = {}): Promise<Page> => {
  const page = await openPage(browser, platform.url(path), look);
  await signIn(page, username, password);
  return page;
};
async function expectSound(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflow(page)).toEqual({ by: 0, what: [] });
  expect(complaintsOf(page)).toEqual([]);
}
const device = (page: Page, id: string) => page.locator(`[data-device="${id}"]`);
const closed = (page: Page) => page.getByRole("dialog").waitFor({ state: "detached" });

describe("the technician", () => {
  it("sees a hub come and go, finds it by a device's sort, and reads the form of what it sent and no value", async () => {
    const page = await open("ture", "/devices");
    const row = page.locator('[data-hub="hub-greta"]');
    await hub.publish("state", { online: true, battery: 12 });
    await row.getByText("Ansluten", { exact: true }).waitFor();
    await row.getByText("Lågt batteri 12 %").waitFor();
    await page.getByRole("button", { name: /Behöver åtgärd/ }).click();
    await page.locator('[data-hub="hub-store"]').waitFor();
    await page.getByRole("button", { name: /^Alla/ }).click();
    await page.getByLabel("Sök i listan").fill("blodtryck");
    await row.waitFor({ state: "detached" });
    await page.getByLabel("Sök i listan").fill("våg");

    await row.getByRole("link", { name: "hub-greta" }).click();
    await page.getByText("Allt som har kommit har gått att använda.").waitFor();
    await hub.publish("readings", { id: "q-77", device: "scale", readings: [{ value: 84.7 }] });
    const item = page.locator("[data-quarantined]");
    await item.waitFor();
    expect(await item.innerText()).toContain('{"id":"x-00","device":"x","readings":[{"value":00.0}]}');
    expect(await page.locator("body").innerText()).not.toMatch(/84[.,]7|greta Exempel/);
    expect(await page.getByRole("button", { name: /Visa innehållet/ }).count()).toBe(0);
    await expectSound(page);
  });

  it("registers a hub and a device, connects it by a code and lends it, by keyboard; exchanges, moves and retires", async () => {
    const page = await open("ture", "/devices", { width: 390, language: "en" });
    await page.getByRole("button", { name: "Register hub" }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("The hub's label").waitFor();
    await page.keyboard.type("hv-9");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "hv-9 is registered" }).waitFor();
    await expectSound(page);
    await page.getByRole("button", { name: "To the hub" }).click();

    await page.getByRole("button", { name: "Register device" }).click();
    await page.getByLabel("The device's label").fill("scale-9");
    await page.getByLabel("Model").selectOption("generic-weight");
    await page.getByRole("dialog").getByRole("button", { name: "Register" }).click();
    await closed(page);

    await page.getByRole("button", { name: "More to do with hv-9" }).click();
    await page.getByRole("menuitem", { name: "Connect with a one-time code" }).click();
    await page.getByRole("button", { name: "Make a one-time code" }).click();
    await page.getByRole("img", { name: "QR code for the hub to read" }).waitFor();
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await page.getByRole("dialog").innerText())?.[0];
    await expectSound(page);
    const claimed = await fetch(platform.url("/api/v1/provisioning/claim"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ hub: "hv-9", code }),
    });
    expect(claimed.status).toBe(201);
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
    await page.getByText("The hub got its secret for the one-time code").waitFor();

    await page.getByRole("button", { name: "Lend: scale-9" }).click();
    await page.getByLabel("To whom?").selectOption("greta");
    await page.getByRole("dialog").getByRole("button", { name: "Lend" }).click();
    await closed(page);
    await device(page, "scale-9").getByText("Lent").waitFor();
    platform.clock.advance(60_000);

    await page.getByRole("button", { name: "More to do with scale-9" }).click();
    await page.getByRole("menuitem", { name: "Exchange" }).click();
    await page.getByLabel("For which one?").selectOption("loose");
    await page.getByRole("dialog").getByRole("button", { name: "Exchange" }).click();
    await closed(page);
    await device(page, "scale-9").getByText("In repair").waitFor();

    await page.getByRole("button", { name: "Change where it is: scale-9" }).click();
    await page.getByRole("dialog").getByLabel("Where it is").selectOption("retired");
    await page.getByText("Retired it is used no more.").waitFor();
    await page.getByRole("button", { name: "Change to: Retired" }).click();
    await closed(page);
    await device(page, "scale-9").getByText("Retired").waitFor();
  });

  it("unpairs a screen in a home, and refuses a certificate by its fingerprint", async () => {
    const { body } = await (await platform.person("ture")).post("hubs/hub-greta/page-code", {});
    const tablet = await openPage(browser, platform.url(`/home#${String(body["code"]).replaceAll("-", "")}`));
    await tablet.getByRole("button", { name: "Visa min sida" }).click();
    await tablet.getByRole("heading", { level: 1 }).waitFor();
    const page = await open("ture", "/devices/hub-greta", { width: 390 });
    const paired = page.locator("[data-page]");
    await paired.getByRole("button", { name: /^Koppla bort/ }).click();
    await page.getByText("Skärmen visar inget mer.").waitFor();
    await expectSound(page);
    await page.getByRole("dialog").getByRole("button", { name: "Koppla bort" }).click();
    await closed(page);
    await paired.getByText(/^Bortkopplad i dag/).waitFor();
    await tablet.reload();
    await tablet.locator("#code").waitFor();

    await page.getByText("Navet har inte visat något certifikat.").waitFor();
    await page.getByRole("button", { name: "Spärra ett certifikat" }).click();
    const field = page.getByRole("dialog").getByLabel("Certifikatets fingeravtryck (SHA-256)");
    await field.fill("9F:9F");
    await page.getByText("Ett fingeravtryck är 64 tecken 0–9 och A–F.").waitFor();
    expect(await page.getByRole("dialog").getByRole("button", { name: "Spärra" }).isDisabled()).toBe(true);
    await field.fill(Array.from({ length: 32 }, () => "9F").join(":"));
    await page.getByRole("dialog").getByRole("button", { name: "Spärra" }).click();
    await closed(page);
    await page.getByText(/^Har aldrig visats · Spärrat i dag/).waitFor();
    await expectSound(page);
  });

  it("is told when a colleague was first, and can read on and do it again", async () => {
    const page = await open("ture", "/devices/hub-store");
    const colleague = await platform.person("ture");
    await page.getByRole("button", { name: "Mer att göra med hub-store" }).click();
    await page.getByRole("menuitem", { name: "Spärra" }).click();
    // The page still shows what was there before: its next reading is answered with that.
    const { body, etag } = await colleague.get("hubs/hub-store");
    await page.route("**/api/v1/hubs/hub-store", (route) => route.fulfill({ json: body }));
    const readAgain = page.waitForResponse("**/api/v1/hubs/hub-store");
    expect((await colleague.post("hubs/hub-store/rotate", { overlapHours: 1 }, { "if-match": etag })).status).toBe(200);
    await readAgain;
    await page.unroute("**/api/v1/hubs/hub-store");
    const dialogue = page.getByRole("dialog", { name: "Spärra hub-store" });
    await dialogue.getByRole("button", { name: "Spärra" }).click();
    await dialogue.getByRole("alert").getByText("Någon annan hann före.").waitFor();
    await page.getByText("Ny hemlighet gjordes vid sidan av den gamla").waitFor();
    await page.getByText("Gamla hemligheten gäller till").waitFor();
    await dialogue.getByRole("button", { name: "Spärra" }).click();
    await closed(page);
    await page.getByText("Navet spärrades").waitFor();
  });
});

describe("the nurse", () => {
  it("sees who has what by name, reads what was set aside, and takes a device back; nothing is hers to provision", async () => {
    // A device was taken from behind the hub, which ended its session.
    hub = await platform.hub("hub-greta");
    await hub.publish("gatt", { id: "bad", device: "scale", characteristic: "2a9d", hex: "0x" });
    const page = await open("karin", "/devices/hub-greta");
    await device(page, "scale").getByRole("link", { name: "greta Exempel" }).waitFor();
    expect(await page.getByRole("button", { name: /Registrera|med engångskod/ }).count()).toBe(0);
    await page
      .getByRole("button", { name: /Visa innehållet/ })
      .first()
      .click();
    await page.getByRole("dialog").getByText('"hex":"0x"').waitFor();
    await expectSound(page);
    await page.keyboard.press("Escape");
    await closed(page);
    await page.getByRole("button", { name: "Ta tillbaka: scale" }).click();
    await page.getByText("Det som är mätt till nu förblir patientens").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Ta tillbaka" }).click();
    await closed(page);
    await device(page, "scale").getByText("I lager").waitFor();
    await page.goto(platform.url("/devices/hub-of-others"));
    await page.getByText("Det här finns inte, eller så har ditt team ingen vårdrelation.").waitFor();
  });
});

const looks: Look[] = [
  { width: 360, language: "sv", theme: "dark" },
  { width: 390, language: "en", theme: "light" },
  { width: 1440, language: "en", theme: "dark" },
];
describe.each(looks)("at $width px in $language, $theme", (look) => {
  it("the inventory, a hub and the quarantine are sound", async () => {
    const page = await open("ture", "/devices", look);
    await page.locator('[data-hub="hub-greta"]').waitFor();
    await expectSound(page);
    await page.getByRole("link", { name: "hub-greta" }).click();
    await device(page, "oximeter").waitFor();
    await page.locator("[data-quarantined]").first().waitFor();
    await expectSound(page);
    await page.goto(platform.url("/devices/quarantine"));
    await page.locator("[data-quarantined]").first().waitFor();
    await expectSound(page);
  });
});
