import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { axeFindings, complaintsOf, openBrowser, openPage, overflow } from "./harness.ts";
import { choose, press, signInByKeys, tabInto, tabTo, write } from "./keyboard.ts";
import { addPeople } from "./people.ts";

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
  const values = [93, 92, 93, 91, 92, 91, 89];
  await hub.publish("readings", {
    id: "week",
    device: "oximeter",
    readings: values.map((spo2, day) => saturation(`2026-11-${16 + day}T09:00:00+01:00`, spo2, ["from-memory"])),
  });
  await hub.publish("readings", {
    id: "now",
    device: "oximeter",
    readings: [saturation("2026-11-23T07:55:00+01:00", 89)],
  });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await platform.close();
});

const saturation = (at: string, spo2: number, flags?: readonly string[]) => ({
  kind: "oxygen-saturation",
  at,
  spo2,
  unit: "%",
  ...(flags ? { flags } : {}),
});

const said = {
  sv: {
    soheil: /^soheil Exempel/,
    plan: "Vårdplan",
    begin: "Börja ett utkast",
    create: "Börja",
    low: "Syremättnad mycket låg",
    limit: "Gräns",
    curve: /^Gräns under 87 %: 0 av 8 värden utanför/,
    target: "Mål för syremättnad",
    addText: "Ny text vid larm",
    add: "Lägg till: Ny text vid larm",
    text: "Text till patienten",
    words: "Sitt framåtlutad och andas lugnt. Ring oss om det inte går över.",
    saved: "Sparat",
    rehearse: "Provkör",
    rehearsed: "Provkört i dag 08:00",
    sign: "Signera",
    password: "Ditt lösenord",
    changed: "Vad som ändrades",
    difference: /Syremättnaden under 88 %: rött larm → Syremättnaden under 87 %: rött larm/,
    version: /^Version 2 · signerad i dag 08:00 av doris Prov/,
  },
  en: {
    soheil: /^soheil Exempel/,
    plan: "Care plan",
    begin: "Begin a draft",
    create: "Begin",
    low: "Oxygen saturation very low",
    limit: "Limit",
    curve: /^Limit below 87 %: 0 of 8 values outside/,
    target: "Saturation target",
    addText: "New text at an alert",
    add: "Add: New text at an alert",
    text: "Text to the patient",
    words: "Sit leaning forward and breathe slowly. Phone us if it does not pass.",
    saved: "Saved",
    rehearse: "Rehearse",
    rehearsed: "Rehearsed today 08:00",
    sign: "Sign",
    password: "Your password",
    changed: "What changed",
    difference: /below 88 %: red alert → .*below 87 %: red alert/,
    version: /^Version 2 · signed today 08:00 by doris Prov/,
  },
} as const;

describe("a physician with nothing but a keyboard", () => {
  it.each([
    ["sv", "light"],
    ["en", "dark"],
  ] as const)(
    "goes from an alert too many to a signed plan, by which the next reading is judged: %s",
    async (language, theme) => {
      const t = said[language];
      const page = await openPage(browser, platform.url("/"), { language, theme });
      await signInByKeys(page, "doris", password);
      await page.locator('li[data-key="patient:soheil"]').waitFor();
      await press(page, t.soheil);
      await press(page, t.plan);
      await press(page, t.begin);
      await press(page, t.create);

      // The limit of the low alert: the first field in that group.
      const low = page.getByRole("group", { name: t.low, exact: true });
      await low.waitFor();
      await tabInto(page, low.getByLabel(t.limit));
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type("87");
      await page.getByText(t.curve).waitFor();
      await choose(page, t.target, "88-92");
      await choose(page, t.addText, "oxygen-low");
      await press(page, t.add);
      await write(page, t.text, t.words);
      await page.getByText(t.saved, { exact: true }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflow(page)).toEqual({ by: 0, what: [] });

      await press(page, t.rehearse);
      await page.getByText(t.rehearsed).waitFor();
      await press(page, t.sign);
      await tabTo(page, t.password);
      await page.keyboard.type(password);
      await page.keyboard.press("Enter");
      await page.getByText(t.version).first().waitFor();
      await tabTo(page, t.changed);
      await page.keyboard.press("Enter");
      await page.getByText(t.difference).waitFor();
      expect(complaintsOf(page)).toEqual([]);

      const doris = await platform.person("doris");
      const read = async (path: string) => (await doris.get(path)).body as { items: Record<string, unknown>[] };
      const [plan] = (await read("patients/soheil/plans")).items;
      expect(plan).toMatchObject({
        version: 2,
        body: {
          saturationTarget: { range: "88-92", setBy: "doris", setOn: "2026-11-23" },
          texts: [{ rule: "oxygen-low", text: t.words }],
        },
      });
      // 87 % would have been red by the first plan and isn't by this one; 86 % is, and says by which limit.
      const after = async (spo2: number): Promise<string> => {
        platform.clock.advance(3_600_000);
        const at = new Date(platform.clock.now() - 60_000).toISOString();
        await hub.publish("readings", { id: `at-${spo2}`, device: "oximeter", readings: [saturation(at, spo2)] });
        return JSON.stringify((await read("worklist")).items);
      };
      expect(await after(87)).not.toContain('"severity":"red"');
      expect(await after(86)).toContain("86 %, under gräns 87 %");
    },
  );
});
