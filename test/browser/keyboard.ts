import type { Locator, Page } from "playwright-core";

/** Using a page without a mouse: what is not reached by the keyboard can't be done here. */

/** What the element with the focus may be called: by its label for screen readers, its label, or its text. Runs in the page. */
const namesOfFocused = `(() => {
  const element = document.activeElement;
  return [element?.getAttribute("aria-label"), element?.labels?.[0]?.textContent, element?.textContent]
    .filter(Boolean).map((name) => name.trim());
})()`;

/** Resolves when the focus is in the dialogue, if there is one, where it comes a moment after that is there. Runs in the page. */
const focusIsIn = `new Promise((resolve) => {
  const look = () => {
    const dialogue = document.querySelector("[role=dialog]");
    if (!dialogue || dialogue.contains(document.activeElement)) resolve();
    else requestAnimationFrame(look);
  };
  look();
})`;

const isOne = (names: readonly string[], wanted: string | RegExp): boolean =>
  names.some((name) => (typeof wanted === "string" ? name === wanted : wanted.test(name)));

/** Presses Tab until what is called this has the focus. Fails when it never has. */
export async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  await page.evaluate(focusIsIn);
  for (let press = 0; press < 200; press += 1) {
    if (isOne(await page.evaluate<string[]>(namesOfFocused), wanted)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${wanted}`);
}

/** Presses Tab until this field has the focus, where several are called the same. */
export async function tabInto(page: Page, field: Locator): Promise<void> {
  for (let press = 0; press < 200; press += 1) {
    if ((await field.and(page.locator(":focus")).count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab never came to the field");
}

/** Goes to a button or link once it is there, and presses Enter. */
export async function press(page: Page, wanted: string | RegExp): Promise<void> {
  const name = typeof wanted === "string" ? { name: wanted, exact: true } : { name: wanted };
  await page
    .getByRole("button", name)
    .or(page.getByRole("link", name))
    .or(page.getByRole("menuitem", name))
    .first()
    .waitFor();
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

/** Goes to an item of the menu that is open, and presses Enter. */
export async function pressItem(page: Page, name: string): Promise<void> {
  await page.getByRole("menuitem", { name, exact: true }).waitFor();
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press("ArrowDown");
    if (isOne(await page.evaluate<string[]>(namesOfFocused), name)) return page.keyboard.press("Enter");
  }
  throw new Error(`the arrows never came to ${name}`);
}

/** Writes in a field, in place of what stands there. */
export async function write(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

/** Goes down a list of choices, from its top, until this one is chosen. */
export async function choose(page: Page, label: string | RegExp, value: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.press("Home");
  for (let step = 0; step < 60; step += 1) {
    if ((await page.evaluate<string>("document.activeElement.value")) === value) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`${label} has no choice ${value}`);
}

/** Signs in: the fields are found by what browsers know them by, whatever the language. */
export async function signInByKeys(page: Page, username: string, password: string): Promise<void> {
  await page.locator('input[autocomplete="username"]').waitFor();
  for (const [field, text] of [
    ["username", username],
    ["current-password", password],
  ]) {
    for (let press = 0; (await page.evaluate("document.activeElement.autocomplete")) !== field; press += 1) {
      if (press > 20) throw new Error(`Tab never came to the field ${field}`);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type(text ?? "");
  }
  await page.keyboard.press("Enter");
  await page.locator("#content").waitFor();
}
