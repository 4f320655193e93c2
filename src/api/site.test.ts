import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

let folder: string;
let api: TestApi;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hemvakt-site-"));
  for (const name of ["web/assets", "start"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "web/index.html"), '<meta name="nonce" content="__CSP_NONCE__"><meta content="__DEMO__">');
  writeFileSync(join(folder, "web/assets/app-1a2b.css"), "body { color: black }");
  writeFileSync(join(folder, "web/sw.js"), "// worker");
  writeFileSync(join(folder, "start/index.html"), "what this is");
  writeFileSync(join(folder, "start/demo.html"), "what to try");
});
afterEach(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const open = async (demo = false, web = "web"): Promise<void> => {
  api = await openApi({ config: { site: { web: join(folder, web), start: join(folder, "start"), demo } } });
};
const html = { accept: "text/html,application/xhtml+xml" };

test("the page gets its own nonce with every answer and is never kept", async () => {
  await open(true);
  const pages = [await api.call({ url: "/" }), await api.call({ url: "/patients/greta", headers: html })];
  const nonces = pages.map((page) => /content="([\da-f]{32})"/.exec(page.body)?.[1]);
  expect(nonces[0]).not.toBe(nonces[1]);
  pages.forEach((page, index) => {
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('content="true"');
    const policy = String(page.headers["content-security-policy"]);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonces[index]}'`);
    expect(policy).not.toContain("unsafe");
    expect(page.headers["cache-control"]).toBe("no-store");
  });
});

test("files with a hash in their name are kept for ever, others are not, and the page is no file", async () => {
  await open();
  const style = await api.call({ url: "/assets/app-1a2b.css" });
  expect(style.headers["content-type"]).toMatch(/^text\/css/);
  expect(style.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect((await api.call({ url: "/sw.js" })).headers["cache-control"]).toBe("no-store");
  for (const url of ["/index.html", "/index.html/../../etc/passwd", "/assets/gone.css", "/missing.js"]) {
    expect((await api.call({ url })).json(), url).toMatchObject({ code: "NOT_FOUND" });
  }
  expect((await api.call({ url: "/assets/app-1a2b.css", method: "DELETE" })).json()).toMatchObject({
    code: "METHOD_NOT_ALLOWED",
  });
});

test("the app's files are not counted as requests; everything else from an address is", async () => {
  const site = { web: join(folder, "web"), start: join(folder, "start"), demo: false };
  api = await openApi({ config: { site, rateLimit: { person: 100, address: 3 } } });
  for (let round = 0; round < 8; round += 1) {
    expect((await api.call({ url: "/assets/app-1a2b.css" })).statusCode).toBe(200);
  }
  const pages = [];
  for (let round = 0; round < 4; round += 1) pages.push((await api.call({ url: "/", headers: html })).statusCode);
  expect(pages).toEqual([200, 200, 200, 429]);
});

test("what a machine asks for is never answered with a page, whatever it says it accepts", async () => {
  await open();
  for (const url of ["/api/v1/gone", "/api", "/health/gone", "/metrics/gone", "/assets/gone.js", "/start/gone"]) {
    const answer = await api.call({ url, headers: html });
    expect(answer.statusCode, url).toBe(404);
    expect(answer.headers["content-type"], url).toMatch(/^application\/problem\+json/);
  }
  expect((await api.call({ url: "/worklist", headers: html, method: "POST" })).statusCode).toBe(404);
});

test("the start page says what to try only in a demo", async () => {
  await open(true);
  expect((await api.call({ url: "/start/" })).body).toBe("what to try");
  await api.close();
  await open(false);
  expect((await api.call({ url: "/start/" })).body).toBe("what this is");
});

test("without a build the page says how to make one, and the API answers all the same", async () => {
  await open(false, "elsewhere");
  const page = await api.call({ url: "/", headers: html });
  expect(page.statusCode).toBe(503);
  expect(page.body).toContain("WEB_NOT_BUILT");
  expect(page.body).toContain("npm run build:web");
  expect((await api.call({ url: "/api/v1/schemas" })).statusCode).toBe(200);
});
