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
