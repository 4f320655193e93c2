import { afterEach, beforeEach, expect, test } from "vitest";
import { openApi, password, type TestApi } from "../../test/helpers/api.ts";

let api: TestApi;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

const signIn = (username: string, kind: "cookie" | "bearer", extra: object = {}) =>
  api.call({ url: "sessions", body: { username, password, kind, ...extra } });

test("Karin signs in with a cookie, sees who she is, changes something with the CSRF token, and signs out", async () => {
  const answer = await signIn("karin", "cookie");
  expect(answer.statusCode).toBe(201);
  const session = answer.json();
  expect(session).toEqual({
    kind: "cookie",
    expiresAt: "2026-11-23T01:00:00.000Z",
    csrf: expect.stringMatching(/^[\w-]{43}$/),
    staff: { id: "karin", role: "nurse", teams: ["north"], name: { given: "karin", family: "Prov" } },
  });
  const [cookie] = answer.cookies;
  expect(cookie).toMatchObject({ name: "hemvakt", httpOnly: true, sameSite: "Strict", path: "/", maxAge: 43_200 });
  expect(answer.body).not.toContain(cookie?.value);

  const headers = { cookie: `hemvakt=${cookie?.value}` };
  const current = await api.call({ url: "sessions/current", headers });
  expect(current.json()).toEqual(session);

  const withCsrf = { ...headers, "x-csrf-token": session.csrf };
  const out = await api.call({ method: "DELETE", url: "sessions/current", headers: withCsrf });
  expect(out.statusCode).toBe(204);
  expect(out.cookies[0]).toMatchObject({ name: "hemvakt", value: "" });
  expect((await api.call({ url: "sessions/current", headers })).json()).toMatchObject({ code: "UNAUTHENTICATED" });
});

test.each([
  ["no token", undefined],
  ["a wrong token", "x".repeat(43)],
  ["an empty token", ""],
])("a change by cookie with %s is refused and changes nothing", async (_, token) => {
  const answer = await signIn("karin", "cookie");
  const headers = {
    cookie: `hemvakt=${answer.cookies[0]?.value}`,
    ...(token === undefined ? {} : { "x-csrf-token": token }),
  };
  const refused = await api.call({ method: "DELETE", url: "sessions", headers });
  expect(refused.json()).toMatchObject({ code: "CSRF", status: 403 });
  expect((await api.call({ url: "sessions/current", headers })).statusCode).toBe(200);
});

test("the CSRF token of somebody else's session doesn't fit", async () => {
  const nils = (await signIn("nils", "cookie")).json();
  const karin = await signIn("karin", "cookie");
  const headers = { cookie: `hemvakt=${karin.cookies[0]?.value}`, "x-csrf-token": nils.csrf };
  expect((await api.call({ method: "DELETE", url: "sessions", headers })).json()).toMatchObject({ code: "CSRF" });
});

test("a cookie's token is no bearer token, nor the other way round", async () => {
  const cookie = (await signIn("karin", "cookie")).cookies[0]?.value;
  const { token } = (await signIn("karin", "bearer")).json();
  const authorization = `Bearer ${cookie}`;
  expect((await api.call({ url: "sessions/current", headers: { authorization } })).statusCode).toBe(401);
  const headers = { cookie: `hemvakt=${token}` };
  expect((await api.call({ url: "sessions/current", headers })).statusCode).toBe(401);
});

test("over TLS the cookie is Secure and bound to the host", async () => {
  const secure = await openApi({ config: { cookieSecure: true } });
  try {
    const answer = await secure.call({ url: "sessions", body: { username: "karin", password, kind: "cookie" } });
    expect(answer.cookies[0]).toMatchObject({ name: "__Host-hemvakt", secure: true, path: "/" });
    expect(answer.cookies[0]).not.toHaveProperty("domain");
    expect(answer.headers["strict-transport-security"]).toBe("max-age=31536000");
  } finally {
    await secure.close();
  }
});

test("a bearer token needs no CSRF token, lives as long as asked for and not longer, and is stored only as a digest", async () => {
  const { token, expiresAt } = (await signIn("karin", "bearer", { lifetimeHours: 2 })).json();
  expect(expiresAt).toBe("2026-11-22T15:00:00.000Z");
  const headers = { authorization: `Bearer ${token}` };
  api.clock.set("2026-11-22T14:59:59.999Z");
  expect((await api.call({ url: "sessions/current", headers })).statusCode).toBe(200);
  api.clock.set("2026-11-22T15:00:00Z");
  expect((await api.call({ url: "sessions/current", headers })).statusCode).toBe(401);
  const stored = api.db.all<{ token: Uint8Array }>("SELECT token FROM session");
  expect(stored.map((row) => Buffer.from(row.token).toString("base64url"))).not.toContain(token);

  const longest = (await signIn("karin", "bearer", { lifetimeHours: 8760 })).json();
  expect(longest.expiresAt).toBe("2026-12-22T15:00:00.000Z");
});

test("signing out everywhere ends cookie and bearer sessions alike, and nobody else's", async () => {
  const karin = await api.as("karin");
  const nils = await api.as("nils");
  const cookie = (await signIn("karin", "cookie")).cookies[0]?.value;
  expect((await karin({ method: "DELETE", url: "sessions" })).statusCode).toBe(204);
  expect((await karin({ url: "sessions/current" })).statusCode).toBe(401);
  expect((await api.call({ url: "sessions/current", headers: { cookie: `hemvakt=${cookie}` } })).statusCode).toBe(401);
  expect((await nils({ url: "sessions/current" })).statusCode).toBe(200);
});

test("one's own sessions are listed without their tokens and ended one by one, nobody else's", async () => {
  const [karin, phone, nils] = [await api.as("karin"), await api.as("karin"), await api.as("nils")];
  const items = (await karin({ url: "sessions" })).json().items as { id: string; current: boolean }[];
  expect(items.filter(({ current }) => current)).toHaveLength(1);
  expect(items).toHaveLength(2);
  expect(JSON.stringify(items)).not.toContain(karin.token);
  const other = items.find(({ current }) => !current);
  expect((await nils({ method: "DELETE", url: `sessions/${other?.id}` })).statusCode).toBe(404);
  expect((await phone({ url: "sessions/current" })).statusCode).toBe(200);
  expect((await karin({ method: "DELETE", url: `sessions/${other?.id}` })).statusCode).toBe(204);
  expect((await phone({ url: "sessions/current" })).statusCode).toBe(401);
  expect((await karin({ url: "sessions" })).json().items).toHaveLength(1);
  expect((await karin({ method: "DELETE", url: `sessions/${other?.id}` })).statusCode).toBe(404);
});

test("a wrong password, an unknown user and a disabled account are answered alike", async () => {
  const alva = await api.as("alva");
  const etag = (await alva({ url: "staff/nils" })).headers.etag as string;
  await alva({ method: "POST", url: "staff/nils/disable", headers: { "if-match": etag } });
  const answers = await Promise.all([
    api.call({ url: "sessions", body: { username: "karin", password: "wrong", kind: "bearer" } }),
    api.call({ url: "sessions", body: { username: "nobody", password, kind: "bearer" } }),
    signIn("nils", "bearer"),
  ]);
  for (const answer of answers) {
    const { instance: _, ...problem } = answer.json();
    expect(problem).toEqual({
      type: "/errors/CREDENTIALS_WRONG",
      title: "Wrong user name or password.",
      status: 401,
      code: "CREDENTIALS_WRONG",
      action: "Caller: try again; after several tries wait a minute.",
      retryable: false,
    });
    expect(answer.headers["www-authenticate"]).toBe('Bearer realm="hemvakt"');
  }
});

test("after five wrong passwords one waits a minute, with the right password too", async () => {
  const wrong = { username: "karin", password: "wrong", kind: "bearer" };
  for (let round = 0; round < 5; round += 1) {
    expect((await api.call({ url: "sessions", body: wrong })).statusCode).toBe(401);
  }
  const refused = await signIn("karin", "bearer");
  expect(refused.json()).toMatchObject({ code: "RATE_LIMIT", retryAfter: 60 });
  expect(refused.headers["retry-after"]).toBe("60");
  expect((await signIn("nils", "bearer")).statusCode).toBe(201);
  api.clock.advance(60_000);
  expect((await signIn("karin", "bearer")).statusCode).toBe(201);
});

test("signing in again and again is no guessing", async () => {
  for (let round = 0; round < 8; round += 1) expect((await signIn("karin", "bearer")).statusCode).toBe(201);
});

test("a demonstration account signs in and is used on this machine only, whatever the headers say", async () => {
  const body = { username: "demo", password, kind: "bearer" };
  const elsewhere = await api.call({ url: "sessions", body, remoteAddress: "192.0.2.7" });
  expect(elsewhere.json()).toMatchObject({ code: "CREDENTIALS_WRONG" });
  const claimed = { "x-forwarded-for": "127.0.0.1" };
  expect((await api.call({ url: "sessions", body, headers: claimed })).statusCode).toBe(401);
  expect((await api.call({ url: "sessions", body, headers: claimed, remoteAddress: "192.0.2.7" })).statusCode).toBe(
    401,
  );

  const { token } = (await api.call({ url: "sessions", body })).json();
  const headers = { authorization: `Bearer ${token}` };
  expect((await api.call({ url: "sessions/current", headers })).statusCode).toBe(200);
  expect((await api.call({ url: "sessions/current", headers, remoteAddress: "192.0.2.7" })).statusCode).toBe(401);
});

test("nothing of a sign-in is in the log: no name, no password, no token, no address with its query", async () => {
  const karin = await api.as("karin");
  await karin({ url: "sessions/current?secret=197001011234" });
  await api.call({ url: "patients/19700101-1234" });
  const log = api.lines.join("");
  expect(log).toContain('"route":"/api/v1/sessions"');
  for (const text of [password, karin.token, "Prov", "19700101", "197001011234", "secret="]) {
    expect(log).not.toContain(text);
  }
});
