import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { axeFindings, complaintsOf, openBrowser, openPage, overflow, signIn } from "./harness.ts";
import { press, signInByKeys, tabTo, write } from "./keyboard.ts";
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

async function expectSound(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflow(page)).toEqual({ by: 0, what: [] });
  expect(complaintsOf(page)).toEqual([]);
}
const canSignIn = async (username: string, with_: string): Promise<boolean> => {
  const answer = await fetch(platform.url("/api/v1/sessions"), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password: with_, kind: "bearer" }),
  });
  return answer.status === 201;
};

const said = {
  sv: {
    add: "Lägg till konto",
    given: "Förnamn",
    family: "Efternamn",
    username: "Användarnamn",
    team: "north",
    create: "Skapa",
    close: "Stäng",
    teams: /^Ändra team: Nina Exempel$/,
    save: "Spara",
    noTeam: "Inget team",
    password: "Nytt lösenord: nina",
    again: "Nytt lösenord",
  },
  en: {
    add: "Add an account",
    given: "Given name",
    family: "Family name",
    username: "Username",
    team: "north",
    create: "Create",
    close: "Close",
    teams: /^Change teams: Nina Exempel$/,
    save: "Save",
    noTeam: "No team",
    password: "New password: nina",
    again: "New password",
  },
} as const;

describe("an administrator with nothing but a keyboard", () => {
  it.each([
    ["sv", "light", 1440],
    ["en", "dark", 360],
  ] as const)(
    "makes an account, moves it, and gives it a new password: %s, %s, %d px",
    async (language, theme, width) => {
      const t = said[language];
      const page = await openPage(browser, platform.url("/"), { language, theme, width });
      const dialogue = page.getByRole("dialog");
      await signInByKeys(page, "alva", password);
      await page.locator("[data-staff=karin]").getByText("karin Prov").waitFor();
      // Who shares no team is known by an id alone.
      await page.locator("[data-staff=nils]").waitFor();
      expect(await page.locator("body").innerText()).not.toContain("nils Prov");
      await expectSound(page);

      await press(page, t.add);
      await write(page, t.given, "Nina");
      await write(page, t.family, "Exempel");
      await write(page, t.username, "nina");
      await tabTo(page, t.team);
      await page.keyboard.press("Space");
      await expectSound(page);
      await press(page, t.create);
      const first = await dialogue.locator("code").innerText();
      expect(first).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
      await expectSound(page);
      await page.keyboard.press("Escape");
      const nina = page.locator("[data-staff=nina]");
      await nina.getByText("Nina Exempel").waitFor();
      expect(await canSignIn("nina", first)).toBe(true);

      await press(page, t.teams);
      await tabTo(page, t.team);
      await page.keyboard.press("Space");
      await press(page, t.save);
      await nina.getByText(t.noTeam).waitFor();
      await press(page, t.password);
      await press(page, t.again);
      const second = await dialogue.locator("code").innerText();
      expect(second).not.toBe(first);
      expect(await canSignIn("nina", first)).toBe(false);
      expect(await canSignIn("nina", second)).toBe(true);
    },
  );
});

describe("the end of an account", () => {
  it("is asked about, said to others as a hole where it leaves one, and holds at once", async () => {
    const karin = await openPage(browser, platform.url("/"));
    await signIn(karin, "karin", password);
    const page = await openPage(browser, platform.url("/"));
    await signIn(page, "alva", password);
    await page.getByLabel("Sök i listan").fill("karin");
    await page.locator("[data-staff=nils]").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Avsluta kontot: karin Prov" }).click();
    await page.getByText("Kontot kan inte öppnas igen.").waitFor();
    await expectSound(page);
    await page.getByRole("dialog").getByRole("button", { name: "Avsluta kontot" }).click();
    await page.locator("[data-staff=karin]").getByText("Avslutat").waitFor();
    await karin.reload();
    await karin.locator('input[autocomplete="username"]').waitFor();
    // Nobody ends the account that they use themselves.
    await page.getByLabel("Sök i listan").fill("alva");
    await page.getByRole("button", { name: "Nytt lösenord: alva Prov" }).waitFor();
    expect(await page.getByRole("button", { name: /^Avsluta kontot/ }).count()).toBe(0);
    await page.getByLabel("Sök i listan").fill("xyz");
    await page.getByText("Ingen stämmer med det du sökte.").waitFor();
    await expectSound(page);
  });
});
