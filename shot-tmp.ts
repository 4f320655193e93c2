import { axeFindings, complaintsOf, openBrowser, openPage, overflow, signIn } from "./test/browser/harness.ts";

const browser = await openBrowser();
for (const [name, look] of [
  ["d-sv", {}],
  ["p-en", { language: "en", width: 390 }],
  ["d-dark", { theme: "dark" }],
] as const) {
  const page = await openPage(browser, "http://127.0.0.1:8180/patients/soheil", look);
  await signIn(page, "karin", "hemvakt-demo");
  await page.goto("http://127.0.0.1:8180/worklist");
  await page
    .getByRole("link", { name: /Soheil|Sixten/ })
    .first()
    .click()
    .catch(async () => {
      await page.goto("http://127.0.0.1:8180/worklist");
    });
  await page.locator("article").first().waitFor();
  await page.waitForTimeout(1200);
  await page.screenshot({ path: `/tmp/pat-${name}.png`, fullPage: name !== "d-dark" });
  console.log(name, await axeFindings(page), await overflow(page), complaintsOf(page));
  await page.context().close();
}
await browser.close();
