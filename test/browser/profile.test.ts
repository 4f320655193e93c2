import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { pushBrowser } from "../helpers/browser-push.ts";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { axeFindings, complaintsOf, type Look, openBrowser, openPage, overflow, signIn } from "./harness.ts";
import { addPeople } from "./people.ts";

let browser: Browser;
let platform: Platform;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  platform = await startPlatform("2026-11-23T08:00:00+01:00", {}, { HEMVAKT_PUSH_SERVICES: "127.0.0.1:9" });
  await addPeople(platform);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await platform.close();
});

const open = async (username: string, look: Look = {}, path = "/profile"): Promise<Page> => {
  const page = await openPage(browser, platform.url(path), look);
  await signIn(page, username, password);
  return page;
};

it("keeps quiet hours, where e-mail goes, and what browsers show", async () => {
  const page = await open("karin", {}, "/worklist");
  await page.getByRole("button", { name: "karin P, Din profil" }).click();
  await page.getByRole("link", { name: "Inställningar" }).click();
  await page.getByRole("switch", { name: "Tyst tid" }).check();
  await page.getByLabel("Till kl.").fill("21:00");
  await page.getByText("Välj två olika klockslag.").waitFor();
  await page.getByLabel("Till kl.").fill("06:30");
  await page.getByLabel("också det som går till mina team").check();
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await page.getByText("Sparat.").waitFor();

  await page.getByLabel("Ny adress").fill("karin@example.org");
  await page.getByLabel("Ny adress").press("Enter");
  await page.getByText("Hemvakt har en adress till dig.").waitFor();

  const karin = await platform.person("karin");
  expect((await karin.get("staff/me/notifications")).body).toEqual({
    email: true,
    quiet: { from: "21:00", until: "06:30" },
    push: "team",
    zone: "Europe/Stockholm",
    hasEmail: true,
  });
  await page.reload();
  expect(await page.getByLabel("Till kl.").inputValue()).toBe("06:30");
  expect(complaintsOf(page)).toEqual([]);
});

it("shows what is pushed without naming anybody, and opens what it is about; lists and removes browsers", async () => {
  const page = await open("karin");
  const origin = new URL(page.url()).origin;
  await page.context().grantPermissions(["notifications"], { origin });
  const karin = await platform.person("karin");
  const { subscription } = pushBrowser("http://127.0.0.1:9/one");
  await karin.post("staff/me/push", { label: "Chrome, Android", subscription });
  await page.reload();
  await page.getByText("Chrome, Android").waitFor();

  // This machine has no push service to subscribe at: the page says so, and the worker is there for when it has.
  await page.getByRole("button", { name: "Larma mig i den här webbläsaren" }).click();
  await page.getByText("Webbläsaren nådde inte sin tjänst för aviseringar.").waitFor();
  const devtools = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (own) resolve(own.registrationId);
    });
  });
  await devtools.send("ServiceWorker.enable");
  const data = JSON.stringify({
    id: "n1",
    title: { sv: "Hemvakt", en: "Hemvakt" },
    body: { sv: "Rött larm i team Norr 07:58", en: "Red alert in team Norr 07:58" },
    look: "/alerts/a1",
    severity: "red",
    alert: "a1",
  });
  await devtools.send("ServiceWorker.deliverPushMessage", {
    origin: `${origin}/`,
    registrationId: await registered,
    data,
  });
  const shown = `navigator.serviceWorker.ready.then((worker) => worker.getNotifications())
    .then((all) => all.map(({ title, body, tag, data }) => [title, body, tag, data.look]))`;
  await expect
    .poll(() => page.evaluate(shown), { timeout: 10_000 })
    .toEqual([["Hemvakt", "Rött larm i team Norr 07:58", "n1", "/alerts/a1"]]);

  await page.getByRole("button", { name: "Ta bort Chrome, Android" }).click();
  await page.getByText("Ingen webbläsare larmar dig.").waitFor();
  expect((await karin.get("staff/me/push")).body["items"]).toEqual([]);
  // Chromium's own line about a fresh profile, in which nobody can subscribe.
  expect(complaintsOf(page).filter((text) => !text.includes("in incognito mode"))).toEqual([]);
});

it("a notification's address leads to the patient whom the alert is about", async () => {
  const hub = await platform.hub("hub-greta");
  const readings = ["20", "21", "22"].map((day) => ({
    kind: "body-weight",
    at: `2026-11-${day}T07:00:00+01:00`,
    value: 82.4,
    unit: "kg",
    flags: ["from-memory"],
  }));
  await hub.publish("readings", { id: "days", device: "scale", readings });
  await hub.publish("gatt", { id: "now", device: "scale", characteristic: "2a9d", hex: "002c42" });
  const karin = await platform.person("karin");
  const { items } = (await karin.get("alerts")).body as { items: { id: string }[] };
  const page = await open("karin", {}, `/alerts/${items[0]?.id}`);
  await page.getByRole("heading", { level: 1, name: /greta Exempel/ }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/patients/greta");
});

it("changes the password, which ends every session", async () => {
  const page = await open("nils");
  await page.getByLabel("Lösenordet du har nu").fill("not his");
  await page.getByLabel("Nytt lösenord").fill("kort");
  await page.getByText("Minst 12 tecken.", { exact: true }).waitFor();
  await page.getByLabel("Nytt lösenord").fill("fyra gula ankor i dammen");
  await page.getByRole("button", { name: "Byt lösenord" }).click();
  await page.getByText("Fel användarnamn eller lösenord.").waitFor();
  await page.getByLabel("Lösenordet du har nu").fill(password);
  await page.getByRole("button", { name: "Byt lösenord" }).click();
  await signIn(page, "nils", "fyra gula ankor i dammen");
  await page.getByText("Lösenordet du har nu").waitFor();
});

it("ends another session, and every one", async () => {
  const page = await open("karin", { language: "en" });
  const phone = await platform.person("karin");
  await page.reload();
  await page.getByText("A program or a terminal").waitFor();
  await page.getByRole("button", { name: /^Sign out the one opened today/ }).click();
  await page.getByText("A program or a terminal").waitFor({ state: "detached" });
  expect((await phone.get("sessions/current")).status).toBe(401);

  const other = await open("karin");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.locator('input[autocomplete="username"]').waitFor();
  // The other browser's live line is closed, and it shows the way in.
  await other.locator('input[autocomplete="username"]').waitFor();
});

const looks: Look[] = [360, 390, 1440].map((width, index) => ({
  width,
  language: index % 2 === 0 ? "en" : "sv",
  theme: index === 1 ? "dark" : "light",
}));
it.each(looks)("is sound at $width px in $language, $theme, for technicians too", async (look) => {
  const page = await open("ture", look);
  await page.locator("li").first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflow(page)).toMatchObject({ by: 0 });
  expect(complaintsOf(page)).toEqual([]);
});
