import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

let api: TestApi;
const disconnected: string[] = [];
const hash = (secret: string) => createHmac("sha256", "test").update(secret).digest("hex");
beforeEach(async () => {
  disconnected.length = 0;
  api = await openApi({
    hashHubSecret: hash,
    disconnectHub: (hub, code) => void disconnected.push(`${hub} ${code ?? "MQTT_REVOKED"}`),
    config: { publicUrl: "https://hemvakt.example", mqtt: { secure: true, port: 8883 } },
  });
});
afterEach(() => api.close());

type Code = { version: number; code: string | null; expiresAt: string; uri: string | null; svg: string | null };
type Secret = { version: number; secret: string | null; overlapUntil: string };
const stored = () => {
  const row = api.db.get<{ secret: Uint8Array }>("SELECT secret FROM hub WHERE id = 'hub-greta'");
  return Buffer.from(row!.secret).toString("hex");
};
const order = async (etag = '"1"', more: Record<string, string> = {}) =>
  (await api.as("ture"))({
    url: "hubs/hub-greta/provisioning",
    body: {},
    headers: { "if-match": etag, ...more },
  });
const claim = (code: string, hub = "hub-greta", remoteAddress = "192.0.2.7") =>
  api.call({ url: "provisioning/claim", body: { hub, code }, remoteAddress });

describe("a one-time code", () => {
  test("is made by a technician, typed into the hub, and gives the secret once", async () => {
    const made = (await order()).json<Code>();
    expect(made).toMatchObject({
      version: 2,
      expiresAt: "2026-11-22T14:00:00.000Z",
      svg: expect.stringMatching(/^<svg/),
    });
    const plain = made.code!.replaceAll("-", "");
    const uri = new URL(made.uri!);
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      api: "https://hemvakt.example",
      mqtt: "mqtts://hemvakt.example:8883",
      hub: "hub-greta",
      code: plain,
    });
    expect((await (await api.as("ture"))({ url: "hubs/hub-greta" })).json()).toMatchObject({
      codeUntil: "2026-11-22T14:00:00.000Z",
    });
    const claimed = await claim(` ${made.code!.toLowerCase()} `);
    expect(claimed.statusCode).toBe(201);
    const { secret, mqtt } = claimed.json<{ secret: string; mqtt: string }>();
    expect(mqtt).toBe("mqtts://hemvakt.example:8883");
    expect(stored()).toBe(hash(secret));
    expect(disconnected).toEqual(["hub-greta MQTT_SECRET_REPLACED"]);
    expect((await claim(plain)).json()).toMatchObject({ code: "PROVISIONING_CODE" });
    expect((await (await api.as("ture"))({ url: "hubs/hub-greta" })).json()).toMatchObject({ codeUntil: null });
    // Neither stands anywhere: not in the store with its command log, not in a log line, not in an event.
    const tables = api.db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
    const everything = tables.map(({ name }) =>
      api.db
        .all(`SELECT * FROM ${name}`)
        .map((row) =>
          Object.values(row).map((value) =>
            value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : String(value),
          ),
        ),
    );
    for (const text of [JSON.stringify(everything), api.lines.join()]) {
      for (const clear of [secret, plain, made.code!]) expect(text).not.toContain(clear);
    }
  });

  test("is refused alike when it is wrong, another hub's, of no hub, or too late", async () => {
    const { code } = (await order()).json<Code>();
    const answers = [
      await claim("0000-0000-0000"),
      await claim(code!, "hub-store"),
      await claim(code!, "nowhere"),
      await claim("?"),
    ];
    api.clock.advance(3_600_000);
    answers.push(await claim(code!, "hub-greta", "192.0.2.8"));
    for (const answer of answers) {
      expect([answer.statusCode, answer.json<{ code: string; detail?: string }>()]).toMatchObject([
        401,
        { code: "PROVISIONING_CODE" },
      ]);
      expect(answer.json()).not.toHaveProperty("detail");
    }
  });

  test("is guessed at slowly", async () => {
    const { code } = (await order()).json<Code>();
    for (let tries = 0; tries < 5; tries += 1) expect((await claim("0000-0000-0000")).statusCode).toBe(401);
    // Even the right one waits now, from that address.
    const late = await claim(code!);
    expect([late.statusCode, late.headers["retry-after"]]).toEqual([429, "60"]);
    api.clock.advance(60_000);
    expect((await claim(code!)).statusCode).toBe(201);
  });

  test("is for technicians and administrators; asked for again under one key it is not shown again", async () => {
    const key = { "idempotency-key": "a" };
    expect((await order('"1"', key)).json<Code>().code).not.toBeNull();
    expect((await order('"1"', key)).json<Code>()).toMatchObject({ version: 2, code: null, uri: null, svg: null });
    expect((await order('"1"')).json()).toMatchObject({ code: "PRECONDITION_FAILED" });
    const ask = { url: "hubs/hub-greta/provisioning", body: {}, headers: { "if-match": '"2"' } } as const;
    expect((await (await api.as("karin"))(ask)).statusCode).toBe(403);
    expect((await (await api.as("nils"))(ask)).statusCode).toBe(403);
    expect((await (await api.as("alva"))(ask)).statusCode).toBe(201);
  });
});

describe("credentials", () => {
  test("a rotated secret stands beside the present one", async () => {
    const ture = await api.as("ture");
    const before = stored();
    const body = { overlapHours: 2 };
    const rotated = (await ture({ url: "hubs/hub-greta/rotate", headers: { "if-match": '"1"' }, body })).json<Secret>();
    expect(rotated).toMatchObject({ version: 2, overlapUntil: "2026-11-22T15:00:00.000Z" });
    const row = api.db.get<{ next_secret: Uint8Array }>("SELECT next_secret FROM hub WHERE id = 'hub-greta'");
    expect([stored(), Buffer.from(row!.next_secret).toString("hex")]).toEqual([before, hash(rotated.secret!)]);
    expect(disconnected).toEqual([]);
    expect((await ture({ url: "hubs/hub-greta" })).json()).toMatchObject({ overlapUntil: "2026-11-22T15:00:00.000Z" });
  });

  test("a certificate is refused by its fingerprint, as openssl prints it, also before it was ever shown", async () => {
    const ture = await api.as("ture");
    const fingerprint = Array.from({ length: 32 }, () => "AB").join(":");
    const revoke = { url: "hubs/hub-greta/certificates/revoke", headers: { "if-match": '"1"' } };
    expect((await ture({ ...revoke, body: { fingerprint: "AB" } })).statusCode).toBe(400);
    expect((await ture({ ...revoke, body: { fingerprint } })).json()).toEqual({ id: "hub-greta", version: 2 });
    expect(disconnected).toEqual(["hub-greta MQTT_REVOKED"]);
    expect((await ture({ url: "hubs/hub-greta/certificates" })).json()).toEqual({
      items: [{ fingerprint: "ab".repeat(32), seenAt: null, revokedAt: "2026-11-22T13:00:00.000Z" }],
    });
  });
});
