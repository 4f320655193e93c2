import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openApi, password, type TestApi } from "../../test/helpers/api.ts";

let api: TestApi;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

const raw = (url: string, encoding: string) => api.app.inject({ url, headers: { "accept-encoding": encoding } });

test.each([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
] as const)("a long answer comes as %s, and is the same", async (encoding, open) => {
  const [plain, small] = [await raw("/api/v1/openapi.json", "identity"), await raw("/api/v1/openapi.json", encoding)];
  expect(small.headers["content-encoding"]).toBe(encoding);
  expect(small.headers.vary).toMatch(/accept-encoding/i);
  expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 5);
  expect(open(small.rawPayload).equals(plain.rawPayload)).toBe(true);
  expect(plain.headers["content-encoding"]).toBeUndefined();
});

test("answers that hold a session's secrets are never compressed", async () => {
  const headers = { "accept-encoding": "br, gzip" };
  const made = await api.app.inject({
    method: "POST",
    url: "/api/v1/sessions",
    headers,
    payload: { username: "karin", password, kind: "cookie" },
  });
  const cookie = `hemvakt=${made.cookies[0]?.value}`;
  const current = await api.app.inject({ url: "/api/v1/sessions/current", headers: { ...headers, cookie } });
  for (const answer of [made, current]) {
    expect(answer.json()).toHaveProperty("csrf");
    expect(answer.headers["content-encoding"]).toBeUndefined();
  }
});
