import type { Page } from "playwright-core";

/** Of every account of the demo region. */
export const password = "hemvakt-demo";

type Language = "sv" | "en";
type Words = Readonly<Record<Language, string>>;

/** One screen: who looks at it, where it is, and what is done there until it is worth a picture. */
export type Screen = {
  readonly name: string;
  readonly user?: string;
  readonly path: string;
  /** Light where it isn't said. */
  readonly theme?: "dark";
  /** The whole page, not only what a window shows. */
  readonly whole?: boolean;
  readonly ready: (page: Page, language: Language) => Promise<unknown>;
};

const button = (page: Page, words: Words, language: Language) =>
  page.getByRole("button", { name: words[language] }).first();
const open = async (page: Page): Promise<void> => {
  await page.getByRole("link", { name: "Soheil Prov" }).first().click();
  await page.locator("section svg[role=img] circle").first().waitFor();
};

/** Opens the app where there is no network, as it was kept while there was one. */
async function loseContact(page: Page): Promise<void> {
  await page.locator("li[data-key]").first().waitFor();
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  await page.evaluate(`new Promise((resolve) => {
    const look = () => {
      const opening = indexedDB.open("hemvakt");
      const again = () => (opening.result?.close(), setTimeout(look, 100));
      opening.onerror = again;
      opening.onsuccess = () => {
        if (!opening.result.objectStoreNames.contains("offline")) return again();
        const asked = opening.result.transaction("offline").objectStore("offline").get("worklist");
        asked.onsuccess = () => (asked.result ? (opening.result.close(), resolve()) : again());
      };
    };
    look();
  })`);
  await page.context().setOffline(true);
  await page.reload();
  await page.locator("li[data-key]").first().waitFor();
}

/** A new screen is an entry here. */
export const screens: readonly Screen[] = [
  { name: "sign-in", path: "/", ready: (page) => page.locator("img").first().waitFor() },
  {
    name: "worklist",
    user: "karin",
    path: "/worklist",
    ready: (page) => page.locator("li[data-key]").first().waitFor(),
  },
  {
    name: "worklist-promise",
    user: "karin",
    path: "/worklist",
    ready: async (page, language) => {
      await button(page, { sv: "Jag tar det", en: "I have this" }, language).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "worklist-dark",
    user: "karin",
    path: "/worklist",
    theme: "dark",
    ready: (page) => page.locator("li[data-key]").first().waitFor(),
  },
  { name: "worklist-offline", user: "karin", path: "/worklist", ready: loseContact },
  { name: "patient", user: "karin", path: "/worklist", whole: true, ready: open },
  { name: "patient-dark", user: "karin", path: "/worklist", theme: "dark", whole: true, ready: open },
  {
    name: "patient-table",
    user: "karin",
    path: "/worklist",
    whole: true,
    ready: async (page, language) => {
      await open(page);
      await page.getByText(language === "sv" ? "Tabell" : "Table", { exact: true }).click();
      await page.locator("table tbody tr").first().waitFor();
    },
  },
  {
    name: "patient-handover",
    // In the team of the day and in that of the night: one of them has it.
    user: "doris",
    path: "/worklist",
    ready: async (page, language) => {
      await open(page);
      await button(page, { sv: "Lämna över", en: "Hand over" }, language).click();
      await page.getByRole("dialog").getByRole("textbox").first().waitFor();
    },
  },
  {
    name: "patient-resolve",
    user: "karin",
    path: "/worklist",
    ready: async (page, language) => {
      await open(page);
      await button(page, { sv: "Avsluta", en: "Resolve" }, language).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "plan",
    user: "doris",
    path: "/patients/p-02/plan",
    ready: (page) => page.locator("section li").first().waitFor(),
  },
  {
    name: "plan-draft",
    user: "doris",
    path: "/patients/p-02/plan",
    ready: async (page, language) => {
      await button(page, { sv: "Börja ett utkast", en: "Begin a draft" }, language).click();
      await page.getByRole("dialog").locator('button[type="submit"]').click();
      await page
        .getByRole("group", { name: language === "sv" ? "Syremättnad låg" : "Oxygen saturation low", exact: true })
        .getByRole("textbox")
        .fill("92");
      await page.getByText(/92 %: (gult larm|yellow alert)/).waitFor();
      await button(page, { sv: "Provkör", en: "Rehearse" }, language).click();
      await page.getByText(/^(Provkört|Rehearsed) /).waitFor();
    },
  },
  { name: "devices", user: "ture", path: "/devices", ready: (page) => page.locator("#content li").first().waitFor() },
  {
    name: "hub",
    user: "ture",
    path: "/devices/hub-greta",
    whole: true,
    ready: (page) => page.locator("#content h2").first().waitFor(),
  },
  {
    name: "hub-provision",
    user: "ture",
    path: "/devices/hub-greta",
    ready: async (page, language) => {
      await button(page, { sv: "Mer att göra med hub-greta", en: "More to do with hub-greta" }, language).click();
      await page
        .getByRole("menuitem", { name: language === "sv" ? "Anslut med engångskod" : "Connect with a one-time code" })
        .click();
      await page.getByRole("dialog").locator('button[type="submit"]').click();
      await page.getByRole("dialog").locator("img").waitFor();
    },
  },
  {
    name: "quarantine",
    user: "ture",
    path: "/devices/quarantine",
    ready: (page) => page.locator("#content h1").waitFor(),
  },
  ...(["handovers", "rota", "coverage", "about"] as const).map(
    (view): Screen => ({
      name: `teams-${view}`,
      user: "karin",
      path: "/teams",
      whole: true,
      ready: async (page) => {
        await page.locator(`nav a[href$="/${view}"]`).click();
        await page.locator("#content h2").first().waitFor();
      },
    }),
  ),
  {
    name: "staff",
    user: "alva",
    path: "/staff",
    ready: (page) => page.locator("[data-staff]").first().waitFor(),
  },
  {
    name: "staff-new",
    user: "alva",
    path: "/staff",
    ready: async (page, language) => {
      await button(page, { sv: "Lägg till konto", en: "Add an account" }, language).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "no-access",
    user: "ture",
    path: "/patients/greta",
    ready: (page) => page.locator("#content h1").waitFor(),
  },
  {
    name: "follow-up",
    user: "karin",
    path: "/follow-up",
    whole: true,
    ready: (page) => page.locator("svg[role=img]").first().waitFor(),
  },
  { name: "profile", user: "karin", path: "/profile", ready: (page) => page.locator("li").first().waitFor() },
  { name: "home-pairing", path: "/home", ready: (page) => page.locator("#code").waitFor() },
  {
    name: "home",
    path: "/home",
    whole: true,
    ready: async (page, language) => {
      await page.locator("#code").fill(await pageCode(new URL(page.url()).origin));
      await button(page, { sv: "Visa min sida", en: "Show my page" }, language).click();
      await page.getByRole("heading", { name: /Greta/ }).waitFor();
      // The clinic has noted Swedish; somebody here has chosen.
      if (language === "en") await page.getByRole("button", { name: "English" }).click();
      await button(page, { sv: "Visa kurva", en: "Show curve" }, language).click();
      await page.locator("figure svg").waitFor();
    },
  },
];

/** A one-time code for Greta's hub. */
async function pageCode(origin: string): Promise<string> {
  const post = async (path: string, body: object, token?: string): Promise<Record<string, string>> => {
    const answer = await fetch(`${origin}/api/v1/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, string>;
  };
  const { token } = await post("sessions", { username: "karin", password, kind: "bearer" });
  const { code } = await post("hubs/hub-greta/page-code", {}, token);
  if (code === undefined) throw new Error("no code for Greta's page");
  return code;
}
