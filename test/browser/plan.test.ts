import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
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
  platform = await startPlatform("2026-11-23T08:00:00+01:00");
  await addPeople(platform);
  // A week of Soheil's saturation, the lowest 90 %.
  const hub = await platform.hub("hub-greta");
  await hub.publish("readings", {
    id: "week",
    device: "oximeter",
    readings: [93, 92, 93, 91, 92, 91, 90].map((spo2, day) => ({
      kind: "oxygen-saturation",
      at: `2026-11-${16 + day}T09:00:00+01:00`,
      spo2,
      unit: "%",
      flags: ["from-memory"],
    })),
  });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await platform.close();
});

const open = async (username: string, path: string, look: Look = {}): Promise<Page> => {
  const page = await openPage(browser, platform.url(path), look);
  await signIn(page, username, password);
  return page;
};
const entry = (page: Page, name: string) => page.getByRole("group", { name, exact: true });
const saved = (page: Page) => page.getByText("Sparat", { exact: true }).waitFor();

it("from the plan in force to a signed change: draft, differences in words, the real curve, rehearsal, signature", async () => {
  const page = await open("doris", "/patients/soheil/plan");
  await page.getByText("Syremättnaden under 90 %: gult larm").waitFor();
  await page.getByRole("button", { name: "Börja ett utkast" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Börja", exact: true }).click();
  await page.getByText("Inget skiljer sig från planen som det utgår från.").waitFor();

  const low = entry(page, "Syremättnad låg").getByLabel("Gräns");
  await low.fill("");
  // Unfinished is saved as well, and says what is left.
  await page.getByText("Kvar innan det kan signeras").waitFor();
  expect(await page.getByRole("button", { name: "Signera" }).isDisabled()).toBe(true);
  await low.fill("92");
  await page.getByText("Gräns: Syremättnaden under 90 %: gult larm → Syremättnaden under 92 %: gult larm").waitFor();
  await page.getByText("Gräns under 92 %: 3 av 7 värden utanför (nu 0)").waitFor();
  expect(await page.getByRole("img", { name: "Syremättnad de senaste 90 dagarna, 7 värden" }).count()).toBe(1);

  await page.getByRole("button", { name: "Provkör", exact: true }).click();
  await page.getByText("Provkört i dag 08:00").waitFor();
  const load = await page.getByRole("row", { name: /^Larm \d+ \d+/ }).innerText();
  const [before = 0, after = 0] = load.split(/\s+/).slice(1).map(Number);
  expect(after).toBeGreaterThan(before);
  await page.getByText("Larm som tillkommer och försvinner").click();
  expect(await page.locator("li strong", { hasText: "Tillkommer" }).count()).toBe(after - before);

  await page.getByRole("button", { name: "Signera" }).click();
  const dialogue = page.getByRole("dialog");
  await dialogue.getByLabel("Ditt lösenord").fill("not hers");
  await dialogue.getByRole("button", { name: "Signera" }).click();
  await dialogue.getByRole("alert").waitFor();
  await dialogue.getByLabel("Ditt lösenord").fill(password);
  await dialogue.getByRole("button", { name: "Signera" }).click();

  await page.getByText("Syremättnaden under 92 %: gult larm").first().waitFor();
  await page
    .getByText(/^Version 2 · signerad i dag 08:00 av doris Prov/)
    .first()
    .waitFor();
  await page.getByText("Vad som ändrades").click();
  await page.getByText("Gräns: Syremättnaden under 90 %: gult larm → Syremättnaden under 92 %: gult larm").waitFor();
  expect(complaintsOf(page)).toEqual([]);
});

it("two at one draft: the second is told by whom it was changed, and reads that before going on; then it is put aside", async () => {
  const page = await open("doris", "/patients/greta/plan", { language: "en" });
  await page.getByRole("button", { name: "Begin a draft" }).click();
  await page.getByLabel("Templates").check();
  await page.getByLabel("Heart failure").check();
  await page
    .getByLabel(/above the reference|reference weight/i)
    .first()
    .check();
  await page.getByRole("dialog").getByRole("button", { name: "Begin", exact: true }).click();
  await page.getByText("Left before it can be signed").waitFor();
  // The part that was turned on compares with a weight that somebody must set.
  await page.getByRole("button", { name: "Add: New reference value" }).click();
  await entry(page, "Weight").getByLabel("Value", { exact: true }).fill("81.5");
  await page.getByText("Reference (new): Weight 81.5 kg").waitFor();

  const draft = page.url().split("/").at(-1);
  const karin = await platform.person("karin");
  const read = await karin.get(`patients/greta/plan-drafts/${draft}`);
  const put = await karin.put(
    `patients/greta/plan-drafts/${draft}`,
    { body: { treatmentLimitation: "At home." } },
    { "if-match": read.etag },
  );
  expect(put.status).toBe(200);
  await page.getByText("karin Prov has changed the draft while you had it open.").waitFor();
  await page.getByRole("button", { name: "Read what it says now" }).click();
  await expect.poll(() => page.getByRole("textbox", { name: "Treatment limitation" }).inputValue()).toBe("At home.");

  await page.getByRole("button", { name: "Discard the draft" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard the draft" }).click();
  await page.getByText("No drafts.").waitFor();
  expect(complaintsOf(page)).toEqual([]);
});

it("a draft that another version has overtaken says so, and is brought up to it", async () => {
  const page = await open("doris", "/patients/soheil/plan");
  await page.getByRole("button", { name: "Börja ett utkast" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Börja", exact: true }).click();
  await entry(page, "Puls hög").getByLabel("Gräns").fill("100");
  await page.getByText("Gräns: Pulsen över 94/min: gult larm → Pulsen över 100/min: gult larm").waitFor();
  await saved(page);
  const nils = await platform.person("nils");
  const plan = { preset: ["copd"], body: { treatmentLimitation: "Ej IVA" } };
  expect((await nils.post("patients/soheil/plans", plan, { "if-match": '"1"' })).status).toBe(201);
  await page.getByText("En ny version har signerats sedan utkastet började.").waitFor();
  await page.getByRole("button", { name: "Jag har jämfört, utgå från den nya" }).click();
  await page.getByText("Utgår från version 2").waitFor();
  // What the new version has and the draft hasn't is now among the differences.
  await page.getByText("Behandlingsbegränsning (borttagen): Ej IVA").waitFor();
  expect(await page.getByRole("button", { name: "Signera" }).isEnabled()).toBe(true);
});

it("writes everything else that a plan can say, which holds from a later time", async () => {
  const page = await open("doris", "/patients/greta/plan", { width: 390 });
  await page.getByRole("button", { name: "Börja ett utkast" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Börja", exact: true }).click();
  await page.getByRole("combobox", { name: "Ur en mall" }).selectOption({ label: "KOL: Snabb andning" });
  await page.getByRole("button", { name: "Lägg till: Ur en mall" }).click();
  await page.getByRole("button", { name: "Lägg till: Nytt referensvärde" }).click();
  await entry(page, "Vikt").getByLabel("Värde", { exact: true }).fill("81,5");

  await page.getByRole("combobox", { name: "Nytt mätschema" }).selectOption("pulse");
  await page.getByRole("button", { name: "Lägg till: Nytt mätschema" }).click();
  const pulse = entry(page, "Puls");
  await pulse.getByRole("button", { name: "Lägg till tid: Puls" }).click();
  await pulse.getByLabel("Påminn patienten").check();
  await pulse.getByLabel("Påminnelsens ord").fill("Har du tagit pulsen?");
  await page.getByLabel("så många missade").fill("3");
  await entry(page, "Mät igen").getByLabel("Högst så många gånger").fill("2");
  await page.getByLabel("Patientens språk").selectOption("sv");

  await page.getByRole("combobox", { name: "Ny ordination i förväg" }).selectOption("weight-rise-3d");
  await page.getByRole("button", { name: "Lägg till: Ny ordination i förväg" }).click();
  await page.getByText("Kvar innan det kan signeras").waitFor();
  await page.getByRole("button", { name: "Ordination i förväg" }).last().click();
  expect(await page.getByLabel("Läkemedel").and(page.locator(":focus")).count()).toBe(1);
  await page.getByLabel("Läkemedel").fill("Furosemid");
  await page.getByLabel("Dos", { exact: true }).fill("40 mg extra");
  await page.getByLabel("Högst dagar i rad").fill("3");
  await page.getByLabel("Gäller till och med").fill("2027-06-30");
  await page.getByLabel("Text till patienten").fill("Ta en extra tablett Furosemid 40 mg i dag.");
  await page.getByLabel("Lågt är under").fill("95");
  await page.getByLabel("patienten har ett annat rött larm").uncheck();
  await page.getByLabel("Visas för patienten").check();
  await saved(page);
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflow(page)).toEqual({ by: 0, what: [] });

  await page.getByRole("button", { name: "Signera" }).click();
  const dialogue = page.getByRole("dialog");
  await dialogue.getByLabel("Från en senare tid").check();
  await dialogue.getByLabel("Från och med").fill("2026-11-22T08:00");
  await dialogue.getByText("Tiden har passerat.").waitFor();
  await dialogue.getByLabel("Från och med").fill("2026-11-25T08:00");
  await dialogue.getByLabel("Ditt lösenord").fill(password);
  expect(await axeFindings(page)).toEqual([]);
  await dialogue.getByRole("button", { name: "Signera" }).click();
  await page.getByText(/^Version 2 · signerad i dag 08:00 av doris Prov · gäller från ons 25 nov 08:00/).waitFor();

  const doris = await platform.person("doris");
  const { items } = (await doris.get("patients/greta/plans")).body as { items: { inForce: boolean; body: object }[] };
  expect(items.map(({ inForce }) => inForce)).toEqual([false, true]);
  expect(items[0]?.body).toMatchObject({
    rules: expect.arrayContaining([expect.objectContaining({ id: "breathing-fast" })]) as unknown,
    schedules: expect.arrayContaining([
      {
        signal: "pulse",
        days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        windows: [
          { from: "06:00", until: "10:00" },
          { from: "17:00", until: "20:00" },
        ],
        publicHolidays: "measure",
        reminder: { text: "Har du tagit pulsen?" },
      },
    ]) as unknown,
    maxBlind: 3,
    measureAgain: { enabled: true, cap: 2 },
    patientLanguage: "sv",
    treatments: {
      enabled: true,
      texts: [
        {
          rule: "weight-rise-3d",
          drug: "Furosemid",
          dose: "40 mg extra",
          text: "Ta en extra tablett Furosemid 40 mg i dag.",
          maxDays: 3,
          expires: "2027-06-30",
          unless: {
            systolicBelow: { value: 95, unit: "mmHg" },
            dizziness: true,
            weightBelowReference: true,
            otherRedAlert: false,
          },
        },
      ],
    },
  });
  expect(complaintsOf(page)).toEqual([]);
});

it("is nobody's business without a care relation", async () => {
  const page = await open("karin", "/patients/soheil/plan");
  await page.getByText("Det här finns inte, eller så har ditt team ingen vårdrelation.").waitFor();
});

const looks: Look[] = [360, 390, 1440].map((width, index) => ({
  width,
  language: index % 2 === 0 ? "en" : "sv",
  theme: index === 1 ? "dark" : "light",
}));
it("is sound in both languages, light and dark, narrow and wide", async () => {
  const doris = await platform.person("doris");
  const made = await doris.post("patients/soheil/plan-drafts", {
    rules: [{ id: "oxygen-low", limit: { value: 92, unit: "%" } }],
  });
  const { id } = made.body as { id: string };
  await doris.post("patients/soheil/rehearsals?wait=20", { draft: id, days: 30 });
  for (const look of looks) {
    const page = await open("doris", "/patients/soheil/plan", look);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toMatchObject({ by: 0 });
    await page.goto(platform.url(`/patients/soheil/plan/drafts/${id}`));
    await page.locator("svg[role=img]").first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toMatchObject({ by: 0 });
    await page.getByRole("button", { name: look.language === "sv" ? "Signera" : "Sign", exact: true }).click();
    await page.getByRole("dialog").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(complaintsOf(page)).toEqual([]);
  }
});
