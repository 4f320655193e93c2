import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { axeFindings, complaintsOf, openBrowser, openPage } from "./harness.ts";
import { choose, press, signInByKeys, write } from "./keyboard.ts";
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
  // Reds of team north go to whoever is on call, and nobody is.
  const karin = await platform.person("karin");
  const { etag } = await karin.get("teams/north");
  const changed = await fetch(platform.url("/api/v1/teams/north"), {
    method: "PATCH",
    headers: { authorization: `Bearer ${karin.token}`, "if-match": etag, "content-type": "application/json" },
    body: JSON.stringify({ onCall: "rota", override: { reason: "Schemat läggs i dag" } }),
  });
  expect(changed.status).toBe(200);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await platform.close();
});

const said = {
  sv: {
    teams: "Team",
    coverage: "Täckning 30 dagar",
    hole: /^Lucka .*, tis 24 nov: åtgärda$/,
    who: "Vem?",
    add: "Lägg in",
    rota: "Jourschema",
    end: "Avsluta passet tis 24 nov för karin Prov",
    endIt: "Avsluta passet",
    holes: "Då svarar ingen för någon patient under en tid.",
    why: "Varför ska det vara så ändå?",
    anyway: "Gör det ändå",
    followUp: "Uppföljning",
    csv: "Hämta som CSV",
  },
  en: {
    teams: "Teams",
    coverage: "Coverage 30 days",
    hole: /^Hole .*, Tue 24 Nov: mend it$/,
    who: "Who?",
    add: "Add",
    rota: "Rota",
    end: "End the turn of karin Prov on Tue 24 Nov",
    endIt: "End the turn",
    holes: "Then nobody would answer for some patient for a while.",
    why: "Why is it to be so nevertheless?",
    anyway: "Do it nevertheless",
    followUp: "Follow-up",
    csv: "Download as CSV",
  },
} as const;

describe("a coordinator with nothing but a keyboard", () => {
  it.each([
    ["sv", "light"],
    ["en", "dark"],
  ] as const)(
    "finds a hole, mends it, changes the rota knowingly, and takes the figures home: %s",
    async (language, theme) => {
      const t = said[language];
      const page = await openPage(browser, platform.url("/"), { language, theme });
      const dialogue = page.getByRole("dialog");
      const closed = () => dialogue.waitFor({ state: "detached" });
      const tuesday = page.locator("[data-hole]").filter({ hasText: language === "sv" ? "tis 24 nov" : "Tue 24 Nov" });
      await signInByKeys(page, "karin", password);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await press(page, t.teams);
      await press(page, t.coverage);
      await press(page, t.hole);
      // What is missing is proposed; only who is left to say.
      await choose(page, t.who, "karin");
      await press(page, t.add);
      await closed();
      await expect.poll(() => tuesday.getAttribute("data-hole")).toBe("false");
      expect(await axeFindings(page)).toEqual([]);

      // Ending the turn opens the hole again: that is shown, and done only with a reason.
      await press(page, t.rota);
      await press(page, t.end);
      await press(page, t.endIt);
      await dialogue.getByText(t.holes).waitFor();
      await write(page, t.why, "Vi ringer in någon");
      await press(page, t.anyway);
      await closed();
      await press(page, t.coverage);
      await expect.poll(() => tuesday.getAttribute("data-hole")).toBe("true");

      await press(page, t.followUp);
      const file = page.waitForEvent("download");
      await press(page, t.csv);
      expect((await file).suggestedFilename()).toBe("load.csv");
      expect(await axeFindings(page)).toEqual([]);
      expect(complaintsOf(page)).toEqual([]);
    },
  );
});
