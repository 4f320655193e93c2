import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { axeFindings, complaintsOf, type Look, openBrowser, openPage, overflow, signIn } from "./harness.ts";
import { addPeople } from "./people.ts";

/** Greta's red weight goes to the night team, and a limit that was kept quiet is told again: on the patient's screen. */

const memory = (day: number) => ({
  kind: "body-weight",
  at: `2026-11-${day}T07:00:00+01:00`,
  value: 82.4,
  unit: "kg",
  flags: ["from-memory"],
});

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
  await hub.publish("readings", { id: "days", device: "scale", readings: [20, 21, 22].map(memory) });
  // 84.7 kg as a 0x2A9D notification.
  await hub.publish("gatt", { id: "now", device: "scale", characteristic: "2a9d", hex: "002c42" });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await platform.close();
});

const open = async (username: string, look: Look = {}): Promise<Page> => {
  const page = await openPage(browser, platform.url("/"), look);
  await signIn(page, username, password);
  await page.goto(platform.url("/patients/greta"));
  await page.getByRole("heading", { name: "greta Exempel" }).waitFor();
  return page;
};

describe("handing over from the patient's screen", () => {
  it("Karin offers the alert with an edited SBAR; Nils accepts it on a phone, and it is his team's", async () => {
    const karin = await open("karin");
    await karin.getByRole("button", { name: "Lämna över" }).click();
    const dialog = karin.getByRole("dialog", { name: "Lämna över till ett annat team" });
    await dialog.getByLabel("Till", { exact: true }).selectOption({ label: "night, Unit night" });
    await dialog.getByText("Telefon 010-000 00 00").waitFor();
    await dialog.getByLabel("Svar senast om").selectOption("60");
    await dialog.getByLabel("Teamet svarar också för patienten, till en viss tid").check();
    await dialog.getByLabel("Svarar till").fill("2026-11-23T08:30");
    await dialog.getByText("Välj en tid efter att erbjudandet har gått ut.").waitFor();
    expect(await dialog.getByRole("button", { name: "Erbjud" }).isDisabled()).toBe(true);
    await dialog.getByLabel("Svarar till").fill("2026-11-23T20:00");
    await dialog.getByLabel("Hälsning till teamet (frivillig)").fill("Ring henne före nio.");
    await dialog.getByText("SBAR som följer med").click();
    await dialog.getByLabel("Rekommendation").fill("Väg om i eftermiddag.");
    expect(await axeFindings(karin)).toEqual([]);
    await dialog.getByRole("button", { name: "Erbjud" }).click();
    await karin.getByText("Erbjudet till night av karin Prov. Kan besvaras till i dag 09:00.").waitFor();
    expect(await karin.getByRole("button", { name: "Lämna över" }).count()).toBe(0);

    const nils = await open("nils", { language: "en", width: 390, theme: "dark" });
    const card = nils.getByRole("article", { name: /^Weight up 2\.3 kg/ });
    await card.getByText(/^Offered to night by karin Prov\. .* Ring henne före nio\.$/).waitFor();
    expect(await axeFindings(nils)).toEqual([]);
    expect((await overflow(nils)).by).toBe(0);
    await card.getByRole("button", { name: "Accept" }).click();
    await nils.getByText(/^night until 20:00, which has taken over for a while\.$/).waitFor();
    await card.getByRole("button", { name: "Hand over" }).waitFor();
    await karin.getByText(/Erbjudet till/).waitFor({ state: "detached" });
    const db = platform.reader();
    try {
      expect(db.get("SELECT team FROM alert WHERE subject = 'greta'")).toMatchObject({ team: "night" });
      const { edited } = db.get<{ edited: string }>("SELECT edited FROM handover_patient")!;
      expect(JSON.parse(edited)).toMatchObject({ sv: { recommendation: "Väg om i eftermiddag." } });
    } finally {
      db.close();
    }
    expect([...complaintsOf(karin), ...complaintsOf(nils)]).toEqual([]);
  });

  it("who offers what a colleague has offered already is told by whom; an offer is declined with a reason or taken back", async () => {
    const [karin, doris] = [await open("karin"), await open("doris", { language: "en" })];
    await karin.getByRole("button", { name: "Lämna över" }).click();
    await karin.getByRole("dialog").getByText("Telefon 010-000 00 00").waitFor();
    const offer = async (): Promise<void> => {
      await doris.getByRole("button", { name: "Hand over" }).click();
      await doris.getByRole("button", { name: "Offer" }).click();
      await doris.getByText("Offered to night by doris Prov.", { exact: false }).waitFor();
    };
    await offer();
    await karin.getByRole("dialog").getByRole("button", { name: "Erbjud" }).click();
    await karin
      .getByRole("dialog")
      .getByText("Det är redan erbjudet ett team. doris Prov har redan erbjudit det till night 08:00.")
      .waitFor();
    await karin.keyboard.press("Escape");
    await karin.getByRole("button", { name: "Ta tillbaka" }).click();
    await karin.getByRole("button", { name: "Lämna över" }).waitFor();
    await offer();
    // Doris is in both teams.
    await doris.getByRole("button", { name: "Decline" }).click();
    await doris.getByLabel("Reason, for north").fill("Full tonight");
    await doris.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
    await doris.getByText(/^Offered to/).waitFor({ state: "detached" });
    const db = platform.reader();
    const states = db
      .all<{ state: string }>("SELECT state FROM handover ORDER BY state DESC")
      .map(({ state }) => state);
    db.close();
    expect(states).toEqual(["withdrawn", "declined"]);
  });
});

describe("what is kept quiet", () => {
  it("stands on the patient's screen with who and why, and is ended before its time; the second is told by whom", async () => {
    const [karin, doris] = [await open("karin"), await open("doris", { language: "en" })];
    await karin.getByRole("button", { name: "Jag tar det" }).click();
    await karin.getByRole("button", { name: "Ta larmet" }).click();
    await karin.getByRole("button", { name: "Pausa gränsen" }).click();
    await karin.getByLabel("Skäl").fill("Extra furosemid");
    await karin.getByRole("dialog").getByRole("button", { name: "Pausa gränsen" }).click();
    await karin.getByText(/^Vikt, uppåt till i dag 09:59 · karin Prov: Extra furosemid$/).waitFor();
    await doris.getByText(/^Weight, upwards until today 09:59 · karin Prov: Extra furosemid$/).waitFor();
    expect(await axeFindings(doris)).toEqual([]);
    await doris.getByRole("button", { name: "End the snooze of Weight, upwards" }).click();
    await doris.getByRole("dialog").getByText("Weight, upwards").waitFor();
    await karin.getByRole("button", { name: "Avsluta pausen för Vikt, uppåt" }).click();
    await karin.getByRole("dialog").getByRole("button", { name: "Avsluta pausen" }).click();
    await karin.getByRole("heading", { name: "Pausade gränser" }).waitFor({ state: "detached" });
    await doris.getByRole("dialog").getByRole("button", { name: "End the snooze" }).click();
    await doris
      .getByRole("dialog")
      .getByText("The snooze is over already. karin Prov has ended the snooze 08:00.")
      .waitFor();
    expect([...complaintsOf(karin), ...complaintsOf(doris)]).toEqual([]);
  });
});
