import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

let api: TestApi;
const disconnected: string[] = [];
const hash = (secret: string) => Buffer.from(secret).toString("hex").slice(0, 64);
beforeEach(async () => {
  disconnected.length = 0;
  api = await openApi({ hashHubSecret: hash, disconnectHub: (hub) => void disconnected.push(hub) });
});
afterEach(() => api.close());

type List<T> = { items: T[]; next: string | null };
type Secret = { id: string; version: number; secret: string | null };
type Assignment = { id: number; device: string; patient: string | null; to: string | null; version: number };

const stored = (hub: string): string => {
  const row = api.db.get<{ secret: Uint8Array }>("SELECT secret FROM hub WHERE id = ?", hub);
  return Buffer.from(row!.secret).toString("hex");
};

describe("hubs", () => {
  it("are listed with their devices and how they are", async () => {
    await api.submit({ kind: "hub-connection", actor: "hub:hub-greta", hub: "hub-greta", online: true });
    await api.publish("state", { online: true, battery: 64, firmware: "2.1", devices: [{ id: "scale", battery: 9 }] });
    const ture = await api.as("ture");
    const { items } = (await ture({ url: "hubs" })).json<List<{ id: string }>>();
    expect(items).toMatchObject([
      {
        id: "hub-greta",
        team: "north",
        forwarding: "live",
        online: true,
        battery: 64,
        firmware: "2.1",
        lastSeen: "2026-11-22T13:00:00.000Z",
        revokedAt: null,
        devices: [
          { id: "loose" },
          { id: "oximeter" },
          { id: "scale", model: "generic-weight", battery: 9 },
          { id: "shared" },
        ],
      },
      { id: "hub-store" },
    ]);
    const alva = await api.as("alva");
    expect((await alva({ url: "hubs" })).json<List<unknown>>().items).toHaveLength(2);
    expect((await alva({ url: "hubs?team=night" })).json<List<unknown>>().items).toEqual([]);
    const nils = await api.as("nils");
    expect((await nils({ url: "hubs" })).json<List<unknown>>().items).toEqual([]);
    expect((await nils({ url: "hubs/hub-greta" })).statusCode).toBe(404);
  });

  it("a new one gets a secret that is shown once and of which only the hash is kept", async () => {
    const ture = await api.as("ture");
    const ask = { url: "hubs", headers: { "idempotency-key": "hv-9" }, body: { id: "hv-9", team: "north" } };
    const made = await ture(ask);
    expect(made.statusCode).toBe(201);
    const { secret } = made.json<Secret>();
    expect(stored("hv-9")).toBe(hash(secret!));
    // The answer was lost and the request repeated: the hub is there, and so is the first secret, which nobody has.
    expect((await ture(ask)).json()).toEqual({ id: "hv-9", version: 1, secret: null });
    expect((await ture({ url: "hubs/hv-9" })).body).not.toContain(secret);
    expect((await ture({ ...ask, headers: {} })).json()).toMatchObject({ code: "ALREADY_EXISTS" });
    expect((await ture({ url: "hubs", body: { id: "hv-10", team: "night" } })).statusCode).toBe(404);
    expect((await ture({ url: "hubs", body: { id: "hv-10", team: "north", zone: "Mars/Base" } })).statusCode).toBe(400);
  });

  it("a new secret and a revocation end the connections at once", async () => {
    const ture = await api.as("ture");
    const change = (what: string, etag: string) =>
      ture({ url: `hubs/hub-greta/${what}`, method: "POST", headers: { "if-match": etag } });
    const rotated = (await change("secret", '"1"')).json<Secret>();
    expect(stored("hub-greta")).toBe(hash(rotated.secret!));
    expect(disconnected).toEqual(["hub-greta"]);
    expect((await change("revoke", '"1"')).json()).toMatchObject({ code: "PRECONDITION_FAILED" });
    expect((await change("revoke", '"2"')).json()).toEqual({ id: "hub-greta", version: 3 });
    expect(disconnected).toEqual(["hub-greta", "hub-greta"]);
    expect((await ture({ url: "hubs/hub-greta" })).json()).toMatchObject({ revokedAt: "2026-11-22T13:00:00.000Z" });
    expect((await change("secret", '"3"')).statusCode).toBe(200);
    expect((await ture({ url: "hubs/hub-greta" })).json()).toMatchObject({ revokedAt: null });
    const karin = await api.as("karin");
    const tried = await karin({ url: "hubs/hub-greta/revoke", method: "POST", headers: { "if-match": '"4"' } });
    expect(tried.statusCode).toBe(403);
  });
});

describe("devices", () => {
  it("are of models that Hemvakt knows", async () => {
    const ture = await api.as("ture");
    const { items } = (await ture({ url: "device-models" })).json<List<{ id: string; source: string }>>();
    expect(items.map(({ id }) => id)).toContain("generic-weight");
    const register = (body: object) => ture({ url: "devices", body });
    expect((await register({ id: "d9", hub: "hub-greta", model: "generic-weight" })).statusCode).toBe(201);
    expect((await register({ id: "d9", hub: "hub-greta", model: "generic-weight" })).statusCode).toBe(409);
    expect((await register({ id: "d10", hub: "hub-greta", model: "abacus" })).statusCode).toBe(400);
    expect((await register({ id: "d10", hub: "nowhere", model: "generic-weight" })).statusCode).toBe(404);
    expect((await ture({ url: "devices/d9" })).json()).toMatchObject({ id: "d9", battery: null });
    expect((await ture({ url: "devices?hub=hub-store" })).json<List<unknown>>().items).toMatchObject([{ id: "cuff" }]);
    expect((await (await api.as("nils"))({ url: "devices/d9" })).statusCode).toBe(404);
  });
});

describe("assignments", () => {
  it("Ture lends out the loose scale from yesterday on: what came in the meantime becomes Greta's", async () => {
    await api.readings("loose", [{ kind: "body-weight", at: "2026-11-22T07:00:00+01:00", value: 82.4, unit: "kg" }]);
    const [ture, karin] = [await api.as("ture"), await api.as("karin")];
    const body = { device: "loose", patient: "greta", from: "2026-11-21T08:00:00+01:00" };
    const made = await ture({ url: "assignments", body });
    expect(made.statusCode).toBe(201);
    const { items } = (await karin({ url: "patients/greta/readings" })).json<List<object>>();
    expect(items).toMatchObject([{ device: "loose", decision: "inside", values: [{ exact: "82.4" }] }]);
    expect((await karin({ url: "alerts" })).json<List<unknown>>().items).toEqual([]);
    expect((await ture({ url: "assignments", body })).json()).toMatchObject({ code: "ASSIGNMENT_OVERLAP" });
    expect((await ture({ url: "assignments", body: { ...body, to: "2026-11-20T08:00:00+01:00" } })).statusCode).toBe(
      400,
    );
    expect((await ture({ url: "assignments", body: { ...body, patient: "soheil" } })).statusCode).toBe(404);

    const { id } = made.json<{ id: string }>();
    const end = (etag: string) =>
      ture({
        url: `assignments/${id}/end`,
        headers: { "if-match": etag },
        body: { to: "2026-11-22T12:00:00+01:00" },
      });
    expect((await end('"2"')).statusCode).toBe(412);
    expect((await end('"1"')).json()).toEqual({ id, version: 2 });
    const ended = await ture({ url: `assignments/${id}` });
    expect(ended.headers.etag).toBe('"2"');
    expect(ended.json()).toMatchObject({ device: "loose", patient: "greta", to: "2026-11-22T11:00:00.000Z" });
  });

  it("of a shared device show whose it is only to those who see the patient", async () => {
    const [ture, nils] = [await api.as("ture"), await api.as("nils")];
    const shared = (await ture({ url: "assignments?device=shared" })).json<List<Assignment>>().items;
    expect(shared).toMatchObject([
      { user: 2, patient: null },
      { user: 1, patient: "greta" },
    ]);
    const his = (await nils({ url: "assignments" })).json<List<Assignment>>().items;
    expect(his.map(({ device, patient }) => [device, patient])).toEqual([
      ["shared", "soheil"],
      ["oximeter", "soheil"],
    ]);
    expect((await nils({ url: "assignments?patient=greta" })).json<List<Assignment>>().items).toEqual([]);
    const first = (await ture({ url: "assignments?limit=2" })).json<List<Assignment>>();
    const rest = (await ture({ url: `assignments?cursor=${first.next}` })).json<List<Assignment>>();
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual([5, 4, 3, 2, 1]);
  });
});

describe("quarantine", () => {
  const broken = '{"id":"q1","device":"scale","readings":[{"kind":"body-weight","value":8.25,"unit":"kg"}]}';
  type Item = { id: number; code: string; detail: string | null };

  it("keeps an impossible value with its bytes; a technician gets the code and no value", async () => {
    await api.publish("readings", broken);
    await api.publish("readings", "not JSON at all");
    const [ture, karin] = [await api.as("ture"), await api.as("karin")];
    const seen = await ture({ url: "quarantine" });
    expect(seen.json<List<Item>>().items).toMatchObject([
      {
        code: "PAYLOAD_NOT_JSON",
        hub: "hub-greta",
        device: null,
        bytes: 15,
        explanation: { en: "The payload is not JSON." },
      },
      { code: "VALUE_IMPLAUSIBLE", device: "scale", position: 0, detail: null, bytes: broken.length },
    ]);
    expect(seen.body).not.toMatch(/8\.25|8250/);
    const [, impossible] = seen.json<List<Item>>().items;
    expect((await ture({ url: `quarantine/${impossible!.id}` })).statusCode).toBe(403);
    const read = (await karin({ url: `quarantine/${impossible!.id}` })).json<{ base64: string; text: string }>();
    expect(read.text).toBe(broken);
    expect(Buffer.from(read.base64, "base64").toString()).toBe(broken);
    expect(api.db.get("SELECT patient FROM read_log WHERE action = 'quarantine'")).toMatchObject({ patient: "greta" });
    expect((await karin({ url: "quarantine?code=PAYLOAD_NOT_JSON" })).json<List<Item>>().items).toHaveLength(1);
  });

  it("gives the bytes of a device to those alone who see everybody who uses it", async () => {
    await api.publish("readings", broken.replace('"scale"', '"shared"'));
    const [karin, doris, nils] = [await api.as("karin"), await api.as("doris"), await api.as("nils")];
    const [item] = (await karin({ url: "quarantine" })).json<List<Item>>().items;
    expect((await karin({ url: `quarantine/${item!.id}` })).statusCode).toBe(404);
    expect((await doris({ url: `quarantine/${item!.id}` })).statusCode).toBe(200);
    expect((await nils({ url: "quarantine" })).json<List<Item>>().items).toEqual([]);
  });
});

describe("prompts", () => {
  it("go to every hub that has a device of the patient's, and are listed with who wrote them", async () => {
    const karin = await api.as("karin");
    const text = "Vila fem minuter och mät igen.";
    const send = (expiresAt: string) =>
      karin({ url: "patients/greta/prompts", body: { kind: "measure-again", text, expiresAt } });
    const made = await send("2026-11-22T16:00:00+01:00");
    expect([made.statusCode, made.json<{ ids: string[] }>().ids.length]).toEqual([201, 2]);
    expect((await send("2026-11-22T13:00:00+01:00")).statusCode).toBe(400);
    const { items } = (await karin({ url: "patients/greta/prompts" })).json<List<object>>();
    expect(items).toMatchObject([
      {
        hub: "hub-store",
        kind: "measure-again",
        text,
        createdBy: { staff: "karin", name: "karin Prov" },
        shownAt: null,
      },
      { hub: "hub-greta", retractedAt: null, expiresAt: "2026-11-22T15:00:00.000Z" },
    ]);
  });
});
