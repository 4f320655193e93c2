import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Counter, Registry } from "prom-client";
import { afterEach, expect, test } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

let api: TestApi;
afterEach(() => api.close());

test("alive and ready, told to anybody, however often they ask", async () => {
  api = await openApi({ config: { rateLimit: { person: 1, address: 1 } } });
  for (let round = 0; round < 3; round += 1) {
    expect((await api.call({ url: "/health/live" })).json()).toEqual({ status: "live" });
    const ready = await api.call({ url: "/health/ready" });
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toEqual({ status: "ready", checks: { ledger: "ok", pending: "ok", store: "ok" } });
  }
});

test("not ready says which check fails, and stays alive", async () => {
  let brokerRuns = false;
  api = await openApi({ checks: { broker: () => brokerRuns } });
  const failing = await api.call({ url: "/health/ready" });
  expect(failing.statusCode).toBe(503);
  expect(failing.headers["content-type"]).toMatch(/^application\/problem\+json/);
  expect(failing.json()).toMatchObject({
    code: "STORE_UNAVAILABLE",
    failing: ["broker"],
    checks: { ledger: "ok", pending: "ok", store: "ok", broker: "failing" },
  });
  expect((await api.call({ url: "/health/live" })).statusCode).toBe(200);
  brokerRuns = true;
  expect((await api.call({ url: "/health/ready" })).statusCode).toBe(200);
});

test("more waiting than can be worked off is overload", async () => {
  api = await openApi({ config: { pendingLimit: -1 } });
  expect((await api.call({ url: "/health/ready" })).json()).toMatchObject({
    code: "OVERLOADED",
    failing: ["pending"],
  });
});

test("metrics are for this machine, or for who has the token", async () => {
  const metrics = new Registry();
  new Counter({ name: "hemvakt_test_total", help: "A test.", registers: [metrics] }).inc(3);
  api = await openApi({ metrics, config: { metricsToken: "a token for prometheus" } });
  const ask = (headers: Record<string, string>, remoteAddress?: string) =>
    api.call({ url: "/metrics", headers, ...(remoteAddress ? { remoteAddress } : {}) });
  const here = await ask({});
  expect(here.headers["content-type"]).toMatch(/^text\/plain/);
  expect(here.body).toContain("hemvakt_test_total 3");
  expect((await ask({}, "192.0.2.1")).json()).toMatchObject({ code: "UNAUTHENTICATED" });
  expect((await ask({ "x-forwarded-for": "127.0.0.1" })).statusCode).toBe(401);
  expect((await ask({ authorization: "Bearer wrong" }, "192.0.2.1")).statusCode).toBe(401);
  expect((await ask({ authorization: "Bearer a token for prometheus" }, "192.0.2.1")).statusCode).toBe(200);
});

test("without a registry there are no metrics, and without a token no way in from elsewhere", async () => {
  api = await openApi();
  expect((await api.call({ url: "/metrics" })).statusCode).toBe(404);
  const headers = { authorization: "Bearer undefined" };
  expect((await api.call({ url: "/metrics", headers, remoteAddress: "192.0.2.1" })).statusCode).toBe(401);
});

test("the page gets its own nonce with every answer; its files come beside it", async () => {
  const publicDir = mkdtempSync(join(tmpdir(), "hemvakt-page-"));
  try {
    writeFileSync(join(publicDir, "index.html"), '<meta name="nonce" content="__CSP_NONCE__">');
    writeFileSync(join(publicDir, "app.css"), "body { color: black }");
    api = await openApi({ config: { publicDir } });
    const pages = [await api.call({ url: "/" }), await api.call({ url: "/" })];
    const nonces = pages.map((page) => /content="([\da-f]{32})"/.exec(page.body)?.[1]);
    expect(nonces[0]).not.toBe(nonces[1]);
    pages.forEach((page, index) => {
      expect(page.headers["content-security-policy"]).toContain(`style-src 'self' 'nonce-${nonces[index]}'`);
      expect(page.headers["cache-control"]).toBe("no-store");
    });
    expect((await api.call({ url: "/app.css" })).headers["content-type"]).toMatch(/^text\/css/);
    expect((await api.call({ url: "/index.html/../../etc/passwd" })).statusCode).toBe(404);
    expect((await api.call({ url: "/missing.css" })).json()).toMatchObject({ code: "NOT_FOUND" });
    expect((await api.call({ url: "/app.css", method: "DELETE" })).json()).toMatchObject({
      code: "METHOD_NOT_ALLOWED",
    });
  } finally {
    rmSync(publicDir, { recursive: true });
  }
});
