import { afterEach, beforeEach, expect, test } from "vitest";
import { openApi, type TestApi } from "../../test/helpers/api.ts";

/** Hubs and devices lent, returned and followed over the API: who may, and how much of it they see. */

let api: TestApi;
const forgotten: string[] = [];
beforeEach(async () => {
  forgotten.length = 0;
  api = await openApi({
    forgetHub: async (hub, code) => void forgotten.push(code === undefined ? hub : `${hub} ${code}`),
  });
});
afterEach(() => api.close());

type Person = Awaited<ReturnType<TestApi["as"]>>;
type Device = { place: string; lastReading: object | null; firmware: string | null };
const minute = 60_000;
const change = (person: Person, of: string, id: string, what: string, version: number, body: object = {}) =>
  person({ url: `${of}s/${id}/${what}`, body, headers: { "if-match": `"${version}"` } });
const device = async (person: Person, id: string) => (await person({ url: `devices/${id}` })).json<Device>();
const online = (is: boolean) => api.submit({ kind: "hub-connection", actor: "platform", hub: "hub-store", online: is });

test("Ture lends the loose scale, takes it back, and finds it in stock; the broker forgets the hub", async () => {
  const ture = await api.as("ture");
  const lent = await ture({ url: "devices/loose/lend", body: { patient: "greta" } });
  expect([lent.statusCode, lent.json()]).toEqual([201, { id: "loose", assignments: ["6"] }]);
  expect(forgotten).toEqual([]);
  expect(await device(ture, "loose")).toMatchObject({ place: "lent", lastReading: null });
  api.clock.advance(minute);
  await api.readings("loose", [{ kind: "body-weight", at: "2026-11-22T14:00:30+01:00", value: 82.4, unit: "kg" }]);
  await api.publish("state", { online: true, devices: [{ id: "loose", firmware: "3.1" }] });
  const seen = await ture({ url: "devices/loose" });
  expect(seen.json()).toMatchObject({
    firmware: "3.1",
    lastReading: { receivedAt: "2026-11-22T13:01:00.000Z", clock: "good" },
  });
  expect(seen.body).not.toMatch(/82[.,]?4/);
  expect((await change(ture, "device", "loose", "return", 1)).statusCode).toBe(412);
  const back = await change(ture, "device", "loose", "return", 2);
  expect([back.headers.etag, back.json()]).toEqual(['"3"', { id: "loose", version: 3, assignments: ["6"] }]);
  expect(forgotten).toEqual(["hub-greta"]);
  expect(await device(ture, "loose")).toMatchObject({ place: "stock" });
  expect((await change(ture, "device", "loose", "return", 3)).json()).toMatchObject({ code: "EQUIPMENT_NOT_LENT" });
});

test("a hub that keeps readings goes to the next patient only after it has been connected, or was emptied by hand", async () => {
  const doris = await api.as("doris");
  api.clock.advance(minute);
  await change(doris, "hub", "hub-store", "return", 1);
  api.clock.advance(minute);
  const lend = (more: object = {}) => doris({ url: "hubs/hub-store/lend", body: { patient: "soheil", ...more } });
  expect((await lend()).json()).toMatchObject({ code: "EQUIPMENT_NOT_EMPTIED" });
  // To the one who had it before it may go back as it is.
  const again = await doris({ url: "hubs/hub-store/lend", body: { patient: "greta" } });
  expect(again.statusCode).toBe(201);
  api.clock.advance(minute);
  await change(doris, "hub", "hub-store", "return", 2);
  api.clock.advance(minute);
  await online(true);
  await online(false);
  expect((await lend()).statusCode).toBe(201);
  expect(forgotten.at(-1)).toBe("hub-store");
});

test("emptied by hand will do", async () => {
  const doris = await api.as("doris");
  api.clock.advance(minute);
  await change(doris, "hub", "hub-store", "return", 1);
  api.clock.advance(minute);
  const body = { patient: "soheil", emptied: true };
  expect((await doris({ url: "hubs/hub-store/lend", body })).statusCode).toBe(201);
});

test("the same request again lends once, and nobody lends to whom they don't see", async () => {
  const ture = await api.as("ture");
  const ask = { url: "devices/loose/lend", headers: { "idempotency-key": "l1" }, body: { patient: "greta" } };
  expect((await ture(ask)).json()).toEqual((await ture(ask)).json());
  expect((await ture({ ...ask, headers: {} })).json()).toMatchObject({ code: "ASSIGNMENT_OVERLAP" });
  expect((await ture({ url: "devices/scale/lend", body: { patient: "soheil" } })).statusCode).toBe(404);
  expect((await (await api.as("nils"))({ url: "devices/loose/lend", body: { patient: "soheil" } })).statusCode).toBe(
    404,
  );
  expect((await (await api.as("alva"))(ask)).statusCode).toBe(403);
  const karin = await api.as("karin");
  expect((await change(karin, "device", "scale", "exchange", 1, { replacement: "loose" })).statusCode).toBe(403);
});

test("what was exchanged, moved and retired stands in its history, newest first, page by page", async () => {
  const ture = await api.as("ture");
  api.clock.advance(minute);
  expect((await change(ture, "device", "scale", "exchange", 1, { replacement: "loose" })).json()).toEqual({
    id: "scale",
    version: 2,
    assignments: ["6"],
  });
  await change(ture, "device", "scale", "move", 2, { hub: "hub-store" });
  await change(ture, "device", "scale", "place", 3, { place: "retired" });
  type History = {
    items: { type: string; actor: string; patient: string | null; data: object }[];
    next: string | null;
  };
  const first = (await ture({ url: "devices/scale/history?limit=2" })).json<History>();
  const rest = (await ture({ url: `devices/scale/history?cursor=${first.next}` })).json<History>();
  expect([...first.items, ...rest.items]).toMatchObject([
    { type: "device.placed", actor: "ture", data: { place: "retired" } },
    { type: "device.moved", data: { hub: "hub-store", formerHub: "hub-greta" } },
    { type: "device.exchanged", data: { replacement: "loose", place: "repair" } },
    { type: "assignment.ended", patient: "greta" },
    { type: "assignment.created", patient: "greta" },
  ]);
  expect(api.db.all("SELECT DISTINCT patient FROM read_log WHERE action = 'equipment-history'")).toMatchObject([
    { patient: "greta" },
  ]);
  const hub = (await ture({ url: "hubs/hub-store/history" })).json<History>();
  expect(hub.items.map(({ type }) => type)).toEqual(["device.placed", "device.moved", "hub.created"]);
  // The oximeter is Soheil's, whom Ture does not see.
  const his = (await ture({ url: "devices/oximeter/history" })).json<History>();
  expect(his.items).toMatchObject([{ type: "assignment.created", patient: null }]);
});

test("a lost hub is silent, revoked, and forgotten with that reason", async () => {
  const ture = await api.as("ture");
  const hub = async () => (await ture({ url: "hubs/hub-store" })).json<{ silentSince: string | null; place: string }>();
  expect(await hub()).toMatchObject({ silentSince: null, place: "lent" });
  await online(true);
  api.clock.advance(60 * minute);
  expect(await hub()).toMatchObject({ silentSince: null });
  await online(false);
  api.clock.advance(30 * minute);
  expect(await hub()).toMatchObject({ silentSince: null });
  api.clock.advance(1);
  expect(await hub()).toMatchObject({ silentSince: "2026-11-22T14:00:00.000Z" });
  await change(ture, "hub", "hub-store", "place", 1, { place: "lost" });
  expect(forgotten).toEqual(["hub-store MQTT_REVOKED"]);
  expect(await hub()).toMatchObject({ place: "lost", revokedAt: "2026-11-22T14:30:00.001Z" });
});
