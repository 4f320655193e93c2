import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { axeFindings, complaintsOf, type Look, openBrowser, openPage, overflow, signIn } from "./harness.ts";
import { addPeople } from "./people.ts";

const memory = (at: string, value: number) => ({ kind: "body-weight", at, value, unit: "kg", flags: ["from-memory"] });
const weights = {
  id: "days",
  device: "scale",
  readings: [memory("2026-11-21T07:00:00+01:00", 82.5), memory("2026-11-22T07:00:00+01:00", 82.4)],
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

const greta = (page: Page) => page.locator('li[data-key="patient:greta"]');

/** What the page keeps in its database, as text. Runs in the page. */
const keptText = (page: Page): Promise<string> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open("hemvakt");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      if (!db.objectStoreNames.contains("offline")) return db.close(), resolve("[]");
      const all = db.transaction("offline").objectStore("offline").getAll();
      all.onsuccess = () => { db.close(); resolve(JSON.stringify(all.result)); };
    };
  })`);

/** Nothing kept, or an outbox with nothing in it. */
const nothing = /^\[(\[\])?\]$/;

/** Karin at the worklist, with the app and the list kept as they are once she has looked at it. */
async function karinLooks(look: Look = {}): Promise<Page> {
  const page = await openPage(browser, platform.url("/"), look);
  await signIn(page, "karin", password);
  await greta(page).waitFor();
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  await expect.poll(() => keptText(page), { timeout: 10_000 }).toContain("Exempel");
  return page;
}

/** The server's ports, so that another one can be what is back. */
const ports = () => ({
  HEMVAKT_HTTP_PORT: String(platform.app.ports.http),
  HEMVAKT_MQTT_PORT: String(platform.app.ports.mqtt),
});

const words = {
  sv: { take: "Jag tar det", confirm: "Ta larmet", unsent: "Inte skickat än", due: "Senast" },
  en: { take: "I have this", confirm: "Take the alert", unsent: "Not yet sent", due: "By" },
};

/** Takes Greta's alert through the dialogue. */
async function take(page: Page, language: "sv" | "en" = "sv"): Promise<void> {
  const { take: begin, confirm, due } = words[language];
  await greta(page).getByRole("button", { name: begin }).click();
  const dialogue = page.getByRole("dialog");
  await dialogue.getByLabel(due, { exact: true }).fill("2026-11-23T09:00");
  await dialogue.getByRole("button", { name: confirm }).click();
  await dialogue.waitFor({ state: "detached" });
}

const acknowledgements = (): number =>
  (
    platform.reader().get<{ n: number }>("SELECT count(*) AS n FROM event WHERE type = 'alert.acknowledged'") ?? {
      n: -1,
    }
  ).n;

describe("in a car with bad coverage", () => {
  it.each([
    ["sv", "light", 390, /^Utan uppkoppling\. Så här var läget nyss, i dag 08:00/],
    ["en", "dark", 1440, /^No connection\. This is how things were a moment ago, today 08:00/],
  ] as const)(
    "the last worklist opens without a server, with its age: %s, %s, %d px",
    async (language, theme, width, band) => {
      const page = await karinLooks({ language, theme, width });
      const port = ports();
      await platform.app.stop();
      await page.reload();
      await page.getByText(band).waitFor();
      expect(await greta(page).innerText()).toContain(language === "sv" ? "Vikten upp" : "Weight up");
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflow(page)).toMatchObject({ by: 0 });

      // Taken without a network, and still there when the browser has been closed and opened.
      await take(page, language);
      await greta(page).getByText(words[language].unsent).waitFor();
      await page.reload();
      await greta(page).getByText(words[language].unsent).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(acknowledgements()).toBe(0);

      // Another page says plainly that it needs a connection.
      await greta(page).getByRole("link").first().click();
      await page
        .getByRole("heading", {
          name: language === "sv" ? "Den här sidan behöver uppkoppling" : "This page needs a connection",
        })
        .waitFor();

      await platform.restart(port);
      await page.goto(platform.url("/worklist"));
      await greta(page)
        .getByText(language === "sv" ? /^Du · / : /^You · /)
        .waitFor({ timeout: 30_000 });
      await page.getByText(words[language].unsent).first().waitFor({ state: "detached" });
      expect(acknowledgements()).toBe(1);
      expect(await keptText(page)).not.toContain('promise":{"text":"Ringer patienten"}');
    },
  );

  it.each([-30, 30])("a machine whose clock is wrong by %d hours loses nothing that waits", async (hours) => {
    const page = await karinLooks({ ahead: hours });
    await page.context().setOffline(true);
    await take(page);
    await page.reload();
    await greta(page).getByText("Inte skickat än").waitFor();
    // Closed, and opened again once there is a network.
    await page.goto("about:blank");
    await page.context().setOffline(false);
    // The list, which says what time it is, comes last.
    const sent = page.waitForRequest("**/acknowledge");
    await page.route("**/api/v1/worklist?*", async (route) => {
      await sent;
      await route.continue();
    });
    await page.goto(platform.url("/worklist"));
    await greta(page)
      .getByText(/^Du · /)
      .waitFor();
    expect(acknowledgements()).toBe(1);
    expect(await page.getByRole("region", { name: "Inte skickat" }).count()).toBe(0);
  });

  it("an answer that is lost on the way does it once", async () => {
    const page = await karinLooks();
    let lost = 0;
    await page.route("**/acknowledge", async (route) => {
      if (lost++ > 0) return route.continue();
      // The server hears it and answers; the answer goes nowhere.
      await route.fetch();
      await route.abort("connectionreset");
    });
    await take(page);
    await greta(page)
      .getByText(/^Du · /)
      .waitFor({ timeout: 30_000 });
    await expect.poll(() => lost, { timeout: 30_000 }).toBeGreaterThan(1);
    await page.getByText("Inte skickat än").first().waitFor({ state: "detached", timeout: 30_000 });
    expect(acknowledgements()).toBe(1);
    expect(complaintsOf(page)).toEqual([]);
  });

  it("who was second is told by name what the first did, and nothing is done twice", async () => {
    const page = await karinLooks();
    await page.context().setOffline(true);
    await take(page);
    await greta(page).getByText("Inte skickat än").waitFor();

    const doris = await platform.person("doris");
    const list = (await doris.get("worklist")).body as { items: { alert: { id: string; version: number } }[] };
    const { id, version } = list.items[0]!.alert;
    const promise = { text: "Åker hem till henne", due: "2026-11-23T09:30:00+01:00" };
    const first = await doris.post(
      `alerts/${id}/acknowledge`,
      { promise },
      { "if-match": `"${version}"`, "idempotency-key": "doris" },
    );
    expect(first.status).toBe(200);

    await page.context().setOffline(false);
    const box = page.getByRole("region", { name: "Inte skickat" });
    await box.getByText("Blev inte gjort").waitFor({ timeout: 30_000 });
    expect(await box.innerText()).toContain("doris Prov");
    await page.reload();
    await box.getByRole("button", { name: "Jag har läst" }).click();
    await box.waitFor({ state: "detached" });
    expect(await greta(page).innerText()).toContain("doris Prov · Åker hem till henne");
    expect(acknowledgements()).toBe(1);
  });

  it("what isn't sent may be taken back; leaving asks first, and leaves nothing here", async () => {
    const page = await karinLooks();
    await page.context().setOffline(true);
    await take(page);
    const box = page.getByRole("region", { name: "Inte skickat" });
    await box.getByRole("button", { name: "Ta tillbaka" }).click();
    await box.waitFor({ state: "detached" });
    await take(page);
    await box.waitFor();

    await page.getByRole("button", { name: /karin P, / }).click();
    await page.getByRole("button", { name: "Logga ut", exact: true }).click();
    const dialogue = page.getByRole("dialog", { name: "Logga ut?" });
    await dialogue.getByText("1 taget larm är inte skickat. Det försvinner om du loggar ut.").waitFor();
    // Online again while she hesitates: the dialogue goes on, and the database is emptied all the same.
    await dialogue.getByRole("button", { name: "Logga ut ändå" }).click();
    await expect.poll(() => keptText(page)).toMatch(nothing);
    await page.context().setOffline(false);
    expect(acknowledgements()).toBe(0);
  });

  it("signing out empties the browser; without a server there is then nothing to read", async () => {
    const page = await karinLooks();
    await page.getByRole("button", { name: /karin P, / }).click();
    await page.getByRole("button", { name: "Logga ut", exact: true }).click();
    await page.locator('input[autocomplete="username"]').waitFor();
    await expect.poll(() => keptText(page)).toMatch(nothing);
    await platform.app.stop();
    await page.reload();
    await page.getByText("Det finns ingen arbetslista sparad i den här webbläsaren.").waitFor();
    expect(await page.locator("body").innerText()).not.toContain("Exempel");
  });

  it("a session that is ended elsewhere empties the browser too", async () => {
    const page = await karinLooks();
    const karin = await platform.person("karin");
    const { items } = (await karin.get("sessions")).body as { items: { id: string; kind: string }[] };
    const cookie = items.find(({ kind }) => kind === "cookie")!.id;
    await fetch(platform.url(`/api/v1/sessions/${cookie}`), {
      method: "DELETE",
      headers: { authorization: `Bearer ${karin.token}` },
    });
    await page.reload();
    await page.locator('input[autocomplete="username"]').waitFor();
    await expect.poll(() => keptText(page)).toMatch(nothing);
  });

  it("after twelve hours there is nothing to show, and nothing kept", async () => {
    // Its clock is set below.
    const page = await karinLooks({ ahead: 0 });
    await platform.app.stop();
    await page.clock.setFixedTime(Date.now() + 11.9 * 3_600_000);
    await page.reload();
    // The session of twelve hours and the list's own twelve have not passed.
    await page.getByText(/för 11 tim sedan/).waitFor();
    await page.clock.setFixedTime(Date.now() + 12.1 * 3_600_000);
    await page.reload();
    await page.getByText("Det finns ingen arbetslista sparad i den här webbläsaren.").waitFor();
    expect(await keptText(page)).toMatch(nothing);
  });
});

describe("the app on a home screen", () => {
  it("can be installed: the team's app and the patient's page each as themselves", async () => {
    for (const [path, start] of [
      ["/worklist", "/worklist"],
      ["/home", "/home"],
    ] as const) {
      const page = await openPage(browser, platform.url(path));
      const href = await page.locator('link[rel="manifest"]').getAttribute("href");
      const manifest = (await (await fetch(platform.url(href ?? ""))).json()) as {
        start_url: string;
        icons: { src: string; sizes: string }[];
      };
      expect(manifest.start_url).toBe(start);
      for (const { src, sizes } of manifest.icons) {
        const bytes = Buffer.from(await (await fetch(platform.url(src))).arrayBuffer());
        // Width and height of a PNG stand at bytes 16 and 20 (RFC 2083 §4.1.1).
        expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
      }
      const devtools = await page.context().newCDPSession(page);
      const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
      // A window without a history, as in tests, is the only thing in the way.
      expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
    }
  });
});
