import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { complaintsOf, type Look, openBrowser, openPage, signIn } from "./harness.ts";
import { addPeople } from "./people.ts";

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
const breathless = {
  id: "spo2",
  device: "oximeter",
  readings: [{ kind: "oxygen-saturation", at: "2026-11-23T08:00:00+01:00", spo2: 82, unit: "%" }],
};

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
const gretaGains = async (): Promise<void> => {
  await hub.publish("readings", weights);
  await hub.publish("gatt", heavy);
};
const row = (page: Page, patient: string) => page.locator(`li[data-key="patient:${patient}"]`);

describe("the worklist", () => {
  it("shows Greta's weight as soon as her hub has published it, and tells screen readers", async () => {
    const page = await open("karin");
    await page.getByText("Inga öppna larm i dina team.").waitFor();
    await page.getByText("Live", { exact: true }).waitFor();
    await gretaGains();
    const greta = row(page, "greta");
    await greta.waitFor();
    const text = await greta.innerText();
    for (const words of ["Rött", "greta Exempel", "Vikten upp 2,3 kg", "84,7 kg", "Ingen har det"])
      expect(text).toContain(words);
    await page
      .locator('[role="alert"]', { hasText: "Nytt rött larm: greta Exempel. Vikten upp" })
      .waitFor({ state: "attached" });
    expect(complaintsOf(page)).toEqual([]);
  });

  it("lets the nurse take it with a promise, on a phone and in English; it counts down", async () => {
    await gretaGains();
    const page = await open("karin", { width: 390, language: "en" });
    await row(page, "greta").getByRole("button", { name: "I have this" }).click();
    const dialogue = page.getByRole("dialog");
    await dialogue.getByLabel("What will you do?").fill("Phoning Greta");
    await dialogue.getByLabel("By").fill("2026-11-23T09:00");
    await dialogue.getByRole("button", { name: "Take the alert" }).click();
    await dialogue.waitFor({ state: "detached" });
    await row(page, "greta").getByText("by 09:00 (1:00 left)").waitFor();
    expect(await row(page, "greta").innerText()).toContain("You · Phoning Greta");
    const karin = await platform.person("karin");
    const list = (await karin.get("worklist")).body as { counts: object };
    expect(list.counts).toMatchObject({ red: 1, mine: 1, open: 0 });
    expect(complaintsOf(page)).toEqual([]);
  });

  it("keeps what is under the pointer where it is: a new row waits behind a bar", async () => {
    await hub.publish("readings", breathless);
    const page = await open("doris");
    await row(page, "soheil").hover();
    const before = await row(page, "soheil").boundingBox();
    await gretaGains();
    const bar = page.getByRole("button", { name: "1 ny – visa" });
    await bar.waitFor();
    expect(await page.locator("li[data-key]").count()).toBe(1);
    await bar.click();
    await row(page, "greta").waitFor();
    expect(await page.locator("li[data-key]").count()).toBe(2);
    expect(before).not.toBeNull();
    expect(complaintsOf(page)).toEqual([]);
  });

  it("is worked with the keyboard alone", async () => {
    await hub.publish("readings", breathless);
    await gretaGains();
    const page = await open("doris");
    await row(page, "greta").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Tangenter" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("j");
    const first = await page.locator("li:focus").getAttribute("data-key");
    await page.keyboard.press("j");
    expect(await page.locator("li:focus").getAttribute("data-key")).not.toBe(first);
    await page.keyboard.press("k");
    expect(await page.locator("li:focus").getAttribute("data-key")).toBe(first);
    await page.keyboard.press("a");
    await page.getByRole("dialog").getByLabel("Vad gör du?").waitFor();
    await page.keyboard.press("Enter");
    await page.locator(`li[data-key="${first}"]`).getByText("Du · Ringer patienten").waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("/");
    await page.keyboard.type("gret");
    await row(page, "soheil").waitFor({ state: "detached" });
    await page.keyboard.press("Tab");
    await row(page, "greta").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /greta Exempel/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/patients/greta");
    expect(complaintsOf(page)).toEqual([]);
  });

  it("tells the second of two nurses what the first did", async () => {
    await gretaGains();
    const [karin, doris] = [await open("karin"), await open("doris")];
    await row(karin, "greta").getByRole("button", { name: "Jag tar det" }).click();
    await row(doris, "greta").getByRole("button", { name: "Jag tar det" }).click();
    await karin.getByRole("button", { name: "Ta larmet" }).click();
    await row(karin, "greta").getByText("Du · Ringer patienten").waitFor();
    await doris.getByRole("button", { name: "Ta larmet" }).click();
    await doris.locator('[role="dialog"] [role="alert"]', { hasText: "karin Prov" }).waitFor();
  });

  it("says that it has lost contact, and catches up by itself when the server is back", async () => {
    const page = await open("karin");
    await page.getByText("Inga öppna larm i dina team.").waitFor();
    await page.getByText("Live", { exact: true }).waitFor();
    const http = String(platform.app.ports.http);
    const mqtt = String(platform.app.ports.mqtt);
    await platform.app.stop();
    await page.getByText(/^Ingen kontakt sedan (07:59|08:00)/).waitFor();
    await platform.restart({ HEMVAKT_HTTP_PORT: http, HEMVAKT_MQTT_PORT: mqtt });
    hub = await platform.hub("hub-greta");
    await gretaGains();
    await row(page, "greta").waitFor({ timeout: 20_000 });
    await page.getByText("Live", { exact: true }).waitFor();
  });

  it("shows a technician faults, and no patient's name or value", async () => {
    await gretaGains();
    await hub.publish("readings", {
      ...breathless,
      id: "loose",
      device: "loose",
      readings: [memory("2026-11-23T07:00:00+01:00", 70)],
    });
    const page = await open("ture");
    await page.getByText("Apparat loose").waitFor();
    const text = await page.locator("body").innerText();
    expect(text).not.toMatch(/greta|84,7/i);
  });
});
