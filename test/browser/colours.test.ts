import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Platform, password, startPlatform } from "../helpers/platform.ts";
import { contrast, type Rgb } from "../web/colour.ts";
import { type Look, openBrowser, openPage, signIn } from "./harness.ts";
import { addPeople } from "./people.ts";

/** Colours as the browser draws them: the page in the home at 7:1 and no less (WCAG 2.2, 1.4.6), and the marks of alerts. */

let browser: Browser;
let platform: Platform;
let karin: Awaited<ReturnType<Platform["person"]>>;
beforeAll(async () => {
  browser = await openBrowser();
  platform = await startPlatform("2026-11-23T08:00:00+01:00");
  await addPeople(platform);
  karin = await platform.person("karin");
  const hub = await platform.hub("hub-greta");
  const days = ["20", "21", "22"].map((day) => ({
    kind: "body-weight",
    at: `2026-11-${day}T07:00:00+01:00`,
    value: 82.4,
    unit: "kg",
    flags: ["from-memory"],
  }));
  await hub.publish("readings", { id: "days", device: "scale", readings: days });
  await hub.publish("gatt", { id: "now", device: "scale", characteristic: "2a9d", hex: "002c42" });
  await hub.publish("gatt", { id: "loose", device: "loose", characteristic: "2a9d", hex: "002c42" });
  await karin.post("patients/greta/messages", { text: "Väg dig varje morgon före frukost." });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

type Mark = { word: string; shape: string; seen: boolean };
type Measured = { text: string; ink: Rgb; on: Rgb };

/** What is fainter than a contrast among all that the page writes: text, what is typed, and what stands in empty fields. */
async function fainterThan(page: Page, least: number): Promise<string[]> {
  const all = await page.evaluate<Measured[]>(inks);
  expect(all.length).toBeGreaterThan(5);
  return all.flatMap(({ text, ink, on }) => {
    const found = contrast(ink, on);
    return found < least ? [`${text}: ${found.toFixed(2)}`] : [];
  });
}

// As text, since it runs in the page and these tests know no DOM. Colours are laid over each other as CSS Color 4 has it,
// opacity with them, down to the first that lets nothing through.
const inks = `(() => {
  const parse = (css) => {
    const [r, g, b, a = 1] = css.match(/[\\d.]+/g).map(Number);
    return [r / 255, g / 255, b / 255, a];
  };
  const over = ([r, g, b, a], under) => [r, g, b].map((c, at) => c * a + under[at] * (1 - a));
  const behind = (element) => {
    if (!element) return [1, 1, 1];
    const colour = parse(getComputedStyle(element).backgroundColor);
    return colour[3] === 1 ? colour.slice(0, 3) : over(colour, behind(element.parentElement));
  };
  const opacity = (element) =>
    element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;
  const found = [];
  const note = (element, text, style) => {
    if (text.trim() === "" || !element.checkVisibility({ visibilityProperty: true })) return;
    const on = behind(element);
    const svg = element.closest("svg") !== null;
    const [r, g, b, a] = parse(svg ? style.fill : style.color);
    found.push({ text: text.trim().slice(0, 40), ink: over([r, g, b, a * opacity(element)], on), on });
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (element.matches("script, style, noscript, title")) continue;
    note(element, texts.currentNode.textContent, getComputedStyle(element));
  }
  for (const field of document.querySelectorAll("input, textarea")) {
    note(field, field.value, getComputedStyle(field));
    note(field, field.value === "" ? field.placeholder : "", getComputedStyle(field, "::placeholder"));
  }
  return found;
})()`;

describe.each([
  ["light", 390],
  ["dark", 390],
  ["light", 1440],
  ["dark", 1440],
] as const)("the page in the home, %s, %i px", (theme, width) => {
  it("writes everything at 7:1 or more: before it is paired, with a wrong code, the day, the curve, the list, what is sent", async () => {
    const look: Look = { theme, width };
    const stranger = await openPage(browser, platform.url("/home"), look);
    await stranger.getByLabel("Kod").fill("ABCD-EFGH-JKMN");
    expect(await fainterThan(stranger, 7)).toEqual([]);
    await stranger.getByRole("button", { name: "Visa min sida" }).click();
    await stranger.getByText("Koden gäller inte.").waitFor();
    expect(await fainterThan(stranger, 7)).toEqual([]);

    const { body } = await karin.post("hubs/hub-greta/page-code", {});
    const page = await openPage(browser, platform.url(`/home#${String(body["code"]).replaceAll("-", "")}`), look);
    await page.getByRole("button", { name: "Visa min sida" }).click();
    // Several live here: whoever reads says who.
    await page
      .getByRole("button", { name: "Person 1" })
      .or(page.getByRole("heading", { level: 1, name: /greta/ }))
      .waitFor();
    expect(await fainterThan(page, 7)).toEqual([]);
    const person = page.getByRole("button", { name: "Person 1" });
    if (await person.isVisible()) await person.click();
    await page.getByRole("button", { name: "Visa kurva" }).first().click();
    await page.locator("figure svg").waitFor();
    expect(await fainterThan(page, 7)).toEqual([]);
    await page.getByRole("button", { name: "Visa som lista" }).first().click();
    await page.getByLabel("Ditt meddelande").fill("Mina ben är svullna.");
    expect(await fainterThan(page, 7)).toEqual([]);
    await page.getByRole("button", { name: "Skicka" }).click();
    await page.getByText(/^Skickat\./).waitFor();
    expect(await fainterThan(page, 7)).toEqual([]);
  });
});

it("a text that is fainter than 7:1, half seen through, or a hint in a field is found out", async () => {
  const page = await openPage(browser, platform.url("/home"));
  await page.getByLabel("Kod").waitFor();
  await page.evaluate(`document.querySelector("form").insertAdjacentHTML("beforeend",
    '<p class="faint">Blek</p><p class="through">Genomskinlig</p><input class="hint" placeholder="Tips">');
    document.querySelector(".faint").style.color = "#6b6b6b";
    document.querySelector(".through").style.opacity = "0.5";
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".hint::placeholder { color: #999999; opacity: 1 }");
    document.adoptedStyleSheets.push(sheet);`);
  const found = (await fainterThan(page, 7)).map((line) => line.split(":")[0]);
  expect(found).toEqual(["Blek", "Genomskinlig", "Tips"]);
});

it.each([
  ["sv", { red: "Rött", technical: "Teknik" }],
  ["en", { red: "Red", technical: "Technical" }],
] as const)("each alert on the worklist has its shape and its word, in %s", async (language, words) => {
  const page = await openPage(browser, platform.url("/"), { language });
  await signIn(page, "doris", password);
  await page.locator('li[data-key="patient:greta"]').waitFor();
  const marks = await page.evaluate<Mark[]>(`[...document.querySelectorAll("#content li[data-key]")].map((row) => {
    const shape = row.querySelector("svg[viewBox='0 0 16 16']");
    const { width, height } = shape.getBoundingClientRect();
    return { word: shape.parentElement.textContent, shape: shape.querySelector("path").getAttribute("d"), seen: width >= 12 && height >= 12 };
  })`);
  expect(marks.every(({ seen }) => seen)).toBe(true);
  expect(new Set(marks.map(({ word }) => word))).toEqual(new Set(Object.values(words)));
  expect(new Set(marks.map(({ shape }) => shape)).size).toBe(new Set(marks.map(({ word }) => word)).size);
});
