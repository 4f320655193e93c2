import { afterEach, beforeEach, expect, test } from "vitest";
import { openApi, password, type TestApi } from "../../test/helpers/api.ts";
import { newToken, tokenDigest } from "../auth/tokens.ts";

let api: TestApi;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

const newcomer = {
  id: "s-maja",
  username: "maja",
  password: "a long enough password",
  role: "nurse",
  teams: ["north", "night"],
  name: { given: "Maja", family: "Prov" },
};

const signIn = (username: string, secret: string) =>
  api.call({ url: "sessions", body: { username, password: secret, kind: "bearer" } });

test("Alva creates an account for Maja, who signs in", async () => {
  const alva = await api.as("alva");
  const created = await alva({ url: "staff", body: newcomer });
  expect(created.statusCode).toBe(201);
  expect(created.json()).toEqual({ id: "s-maja", version: 1 });
  expect(created.headers).toMatchObject({ location: "/api/v1/staff/s-maja", etag: '"1"' });
  expect((await signIn("maja", newcomer.password)).json()).toMatchObject({
    staff: { id: "s-maja", teams: ["night", "north"] },
  });
  expect((await alva({ url: "staff", body: newcomer })).json()).toMatchObject({ code: "ALREADY_EXISTS" });
  expect((await alva({ url: "staff", body: { ...newcomer, password: "short" } })).json()).toMatchObject({
    code: "REQUEST_SHAPE",
    errors: [{ path: "body.password" }],
  });
  expect(
    (await alva({ url: "staff", body: { ...newcomer, id: "s-2", username: "two", teams: ["nowhere"] } })).json(),
  ).toMatchObject({ code: "NOT_FOUND" });
});

test("the same request with the same key creates one account; another request with it is refused", async () => {
  const alva = await api.as("alva");
  const headers = { "idempotency-key": "5f0c6f0e" };
  const first = await alva({ url: "staff", body: newcomer, headers });
  const again = await alva({ url: "staff", body: newcomer, headers });
  expect(again.statusCode).toBe(201);
  expect(again.json()).toEqual(first.json());
  const other = await alva({ url: "staff", body: { ...newcomer, role: "admin" }, headers });
  expect(other.json()).toMatchObject({ code: "IDEMPOTENCY_REUSED" });
  for (const key of ["", "x".repeat(129), "å"]) {
    const refused = await alva({ url: "staff", body: newcomer, headers: { "idempotency-key": key } });
    expect(refused.json()).toMatchObject({ code: "REQUEST_SHAPE", errors: [{ path: "header.idempotency-key" }] });
  }
  // What is stored of the request can't be used to guess the password.
  const digests = api.db.all<{ digest: Uint8Array }>("SELECT digest FROM idempotency");
  const withOther = { ...newcomer, password: "another long password" };
  expect((await alva({ url: "staff", body: withOther, headers })).json()).toEqual(first.json());
  expect(api.db.all("SELECT digest FROM idempotency")).toEqual(digests);
});

test("accounts are listed page by page, with names only of one's own teams", async () => {
  const alva = await api.as("alva");
  const first = (await alva({ url: "staff?limit=4" })).json();
  expect(first.items.map((one: { id: string }) => one.id)).toEqual(["alva", "demo", "doris", "karin"]);
  const second = (await alva({ url: `staff?limit=4&cursor=${first.next}` })).json();
  expect(second.next).toBeNull();
  expect(second.items).toEqual([
    { id: "nils", role: "nurse", teams: ["night"], disabledAt: null, loopbackOnly: false },
    {
      id: "ture",
      role: "technician",
      teams: ["north"],
      disabledAt: null,
      loopbackOnly: false,
      username: "ture",
      name: { given: "ture", family: "Prov" },
    },
  ]);
  expect((await alva({ url: "staff/nobody" })).json()).toMatchObject({ code: "NOT_FOUND" });
});

test("disabling needs the version that was read, ends all sessions, and shows", async () => {
  const alva = await api.as("alva");
  const karin = await api.as("karin");
  const disable = (headers: Record<string, string>) => alva({ method: "POST", url: "staff/karin/disable", headers });
  expect((await disable({})).json()).toMatchObject({ code: "PRECONDITION_REQUIRED", status: 428 });
  expect((await disable({ "if-match": "*" })).json()).toMatchObject({ code: "PRECONDITION_REQUIRED" });
  expect((await disable({ "if-match": "7" })).json()).toMatchObject({ code: "REQUEST_SHAPE" });
  expect((await disable({ "if-match": 'W/"2"' })).json()).toMatchObject({ code: "REQUEST_SHAPE" });
  expect((await disable({ "if-match": '"99"' })).json()).toMatchObject({ code: "PRECONDITION_FAILED", status: 412 });
  const read = await alva({ url: "staff/karin" });
  const etag = read.headers.etag as string;
  const done = await disable({ "if-match": etag });
  expect(done.statusCode).toBe(200);
  expect(done.headers.etag).not.toBe(etag);
  expect((await karin({ url: "sessions/current" })).statusCode).toBe(401);
  expect((await alva({ url: "staff/karin" })).json()).toMatchObject({ disabledAt: "2026-11-22T13:00:00.000Z" });
  expect((await signIn("karin", password)).json()).toMatchObject({ code: "CREDENTIALS_WRONG" });
  // A sign-in that was under way when the account was disabled.
  const token = newToken();
  const digest = Buffer.from(tokenDigest(token)).toString("hex");
  const expiresAt = api.clock.now() + 60_000;
  await api.submit({
    kind: "session-open",
    actor: "karin",
    staff: "karin",
    token: digest,
    session: "bearer",
    expiresAt,
  });
  const headers = { authorization: `Bearer ${token}` };
  expect((await api.call({ url: "sessions/current", headers })).statusCode).toBe(401);
});

test("Karin changes her password: the old one must fit, and all her sessions end", async () => {
  const karin = await api.as("karin");
  const other = await api.as("karin");
  const change = (old: string) =>
    karin({ method: "PUT", url: "staff/me/password", body: { old, new: "a new long password" } });
  expect((await change("wrong")).json()).toMatchObject({ code: "CREDENTIALS_WRONG" });
  expect((await change(password)).statusCode).toBe(204);
  expect((await karin({ url: "sessions/current" })).statusCode).toBe(401);
  expect((await other({ url: "sessions/current" })).statusCode).toBe(401);
  expect((await signIn("karin", password)).statusCode).toBe(401);
  expect((await signIn("karin", "a new long password")).statusCode).toBe(201);
});

test("a stolen session is no way to guess at the password", async () => {
  const karin = await api.as("karin");
  const guess = () =>
    karin({ method: "PUT", url: "staff/me/password", body: { old: "x", new: "a new long password" } });
  for (let round = 0; round < 5; round += 1) expect((await guess()).statusCode).toBe(401);
  expect((await guess()).json()).toMatchObject({ code: "RATE_LIMIT" });
});

test("Alva resets a password; nobody else may", async () => {
  const body = { new: "a reset long password" };
  const karin = await api.as("karin");
  expect((await karin({ method: "PUT", url: "staff/nils/password", body })).json()).toMatchObject({
    code: "FORBIDDEN",
  });
  const alva = await api.as("alva");
  expect((await alva({ method: "PUT", url: "staff/karin/password", body })).statusCode).toBe(204);
  expect((await karin({ url: "sessions/current" })).statusCode).toBe(401);
  expect((await signIn("karin", body.new)).statusCode).toBe(201);
  expect((await alva({ method: "PUT", url: "staff/nobody/password", body })).statusCode).toBe(404);
});

test("teams: one's own for staff, all for administrators, who create them", async () => {
  const karin = await api.as("karin");
  const alva = await api.as("alva");
  const ids = async (who: typeof karin) =>
    (await who({ url: "teams" })).json().items.map((team: { id: string }) => team.id);
  expect(await ids(karin)).toEqual(["north"]);
  expect(await ids(alva)).toEqual(["night", "north"]);
  expect((await karin({ url: "teams/north" })).json()).toEqual({
    id: "north",
    version: 1,
    name: "north",
    provider: "Region Exempel",
    unit: "Unit north",
    zone: "Europe/Stockholm",
    kind: "clinic",
    contact: { phone: "010-000 00 00" },
    hours: null,
    cover: null,
    coverName: null,
    onCall: "at-work",
    closedAt: null,
    now: {
      open: true,
      until: null,
      explanation: { sv: "Öppet dygnet runt.", en: "Open around the clock." },
      onCall: [],
    },
  });
  const team = {
    id: "south",
    name: "Söder",
    provider: "Region Exempel",
    unit: "Vårdcentralen Söder",
    contact: { phone: "010-000 00 01" },
  };
  expect((await karin({ url: "teams", body: team })).json()).toMatchObject({ code: "FORBIDDEN" });
  expect((await alva({ url: "teams", body: { ...team, zone: "Europe/Atlantis" } })).json()).toMatchObject({
    errors: [{ path: "body.zone" }],
  });
  const created = await alva({ url: "teams", body: team });
  expect(created.headers).toMatchObject({ location: "/api/v1/teams/south", etag: '"1"' });
  expect((await alva({ url: "teams/south" })).json()).toMatchObject({ ...team, zone: "Europe/Stockholm" });
  expect((await alva({ url: "teams", body: team })).json()).toMatchObject({ code: "ALREADY_EXISTS" });
  expect((await alva({ url: "teams/nowhere" })).json()).toMatchObject({ code: "NOT_FOUND" });
});
