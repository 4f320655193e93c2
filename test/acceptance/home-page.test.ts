import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { replay } from "../../src/ledger/replay.ts";
import { preset } from "../../src/rules/presets.ts";
import { openDatabase } from "../../src/store/sqlite/database.ts";
import { type Platform, startPlatform } from "../helpers/platform.ts";

/** The page in the home: who it shows, what, and until when. */

let platform: Platform;
let karin: Awaited<ReturnType<Platform["person"]>>;
beforeEach(async () => {
  platform = await startPlatform("2026-11-23T06:30:00+01:00");
  karin = await platform.person("karin");
  // Before the box was Greta's the scale weighed her at the clinic; since a week ago she has it at home.
  await end("greta");
  await end("soheil");
  await weigh("2026-11-10T07:00:00+01:00", 90.1);
  for (const device of ["scale", "oximeter"]) await lend(device, "greta");
  await platform.app.ledger.submit({
    kind: "plan-sign",
    patient: "greta",
    body: preset(["heart-failure"], {
      schedules: [
        {
          signal: "body-weight",
          days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
          windows: [{ from: "06:00", until: "10:00" }],
          publicHolidays: "measure",
        },
      ],
      references: [{ metric: "body-weight", value: { value: 82, unit: "kg" }, setBy: "karin", setOn: "2026-11-16" }],
    }),
    ifVersion: 1,
    actor: "karin",
  });
});
afterEach(() => platform.close());

const all = <T>(sql: string): T[] => {
  const db = platform.reader();
  try {
    return db.all<T>(sql);
  } finally {
    db.close();
  }
};
async function end(patient: string, to = platform.clock.now() - 14 * 86_400_000): Promise<void> {
  for (const { id, version } of all<{ id: number; version: number }>(
    `SELECT id, version FROM assignment WHERE patient = '${patient}' AND to_at IS NULL`,
  )) {
    await platform.app.ledger.submit({
      kind: "assignment-end",
      actor: "karin",
      assignment: id,
      to,
      ifVersion: version,
    });
  }
}
const lend = (device: string, patient: string, user?: number, from = platform.clock.now() - 7 * 86_400_000) =>
  platform.app.ledger.submit({
    kind: "assignment-create",
    actor: "karin",
    device,
    patient,
    from,
    ...(user === undefined ? {} : { user }),
  });
async function weigh(at: string, value: number, device = "scale", user?: number): Promise<void> {
  const hub = await platform.hub("hub-greta");
  const reading = { kind: "body-weight", value, unit: "kg", at, ...(user === undefined ? {} : { user }) };
  await hub.publish("readings", { id: `${device}${at}`, device, readings: [reading] });
  hub.client.end();
}

type Body = Record<string, never> & { code?: string };
/** A browser: it keeps its cookie and sends the page's header. */
function browser() {
  let cookie = "";
  return async (method: string, path: string, body?: object, header = true) => {
    const response = await fetch(platform.url(`/api/v1/${path}`), {
      method,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(header ? { "x-hemvakt-home": "1" } : {}),
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const set = response.headers.get("set-cookie");
    if (set) {
      expect(set).toMatch(/HttpOnly/);
      expect(set).toMatch(/SameSite=Strict/);
      cookie = set.split(";")[0]!;
    }
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as Body, headers: response.headers, cookie };
  };
}
async function code(hub = "hub-greta"): Promise<string> {
  const { status, body } = await karin.post(`hubs/${hub}/page-code`, {});
  expect(status).toBe(201);
  expect(body["address"]).toMatch(/\/home#[0-9A-Z]{12}$/);
  return body["code"] as string;
}
async function paired() {
  const open = browser();
  expect((await open("POST", "home/pair", { code: await code(), label: "Surfplatta" })).status).toBe(204);
  return open;
}

describe("Greta's tablet", () => {
  it("shows this morning's task, then her weight, what the clinic says, who looks when, and lets her write", async () => {
    const page = await paired();
    expect((await page("GET", "home")).body).toEqual({
      at: "2026-11-23T05:30:00.000Z",
      language: "sv",
      people: [{ number: 1, slot: null, name: "greta" }],
    });
    expect((await page("GET", "home/1")).body).toMatchObject({
      tasks: [{ signal: "body-weight", name: { sv: "Vikt" }, state: "now", doneAt: null }],
      values: [],
      look: { sv: "north har öppet nu. Blir du sämre: ring 1177, vid fara 112." },
      team: { name: "north", phone: "010-000 00 00" },
    });
    platform.clock.set("2026-11-23T07:03:00+01:00");
    await weigh("2026-11-23T07:02:00+01:00", 84.7);
    expect((await page("GET", "home/1")).body).toMatchObject({
      tasks: [{ state: "done", doneAt: "2026-11-23T06:02:00.000Z" }],
      values: [{ kind: "body-weight", text: { sv: "84,7 kg", en: "84.7 kg" }, receivedAt: "2026-11-23T06:03:00.000Z" }],
    });
    expect((await page("GET", "home/1/series?kind=body-weight&days=30")).body).toEqual({
      items: [
        { metric: "body-weight", unit: "kg", points: [{ at: "2026-11-23T06:02:00.000Z", value: 84.7 }], reference: 82 },
      ],
    });
    const letter = { id: "1", text: "Mina ben är svullna." };
    for (let time = 0; time < 2; time += 1) {
      expect(await page("POST", "home/1/messages", letter)).toMatchObject({
        status: 201,
        body: { look: { sv: expect.stringContaining("1177") } },
      });
    }
    const [waiting] = (await karin.get("messages")).body["items"] as [{ id: string }];
    await karin.post("patients/greta/messages", { text: "Jag ringer klockan tio." });
    const today = (await page("GET", "home/1")).body as unknown as { said: { id: string; text: string }[] };
    expect(today).toMatchObject({
      said: [{ kind: "message", text: "Jag ringer klockan tio.", shownAt: null }],
      messages: [
        { from: "team", text: "Jag ringer klockan tio." },
        { id: waiting.id, from: "patient", text: letter.text, seenAt: "2026-11-23T06:03:00.000Z" },
      ],
    });
    expect((await page("POST", `home/1/said/${today.said[0]!.id}/shown`)).status).toBe(204);
    expect((await page("GET", "home/1")).body).toMatchObject({ said: [{ shownAt: "2026-11-23T06:03:00.000Z" }] });
    const db = platform.reader();
    const replayed = replay(db, openDatabase(":memory:"));
    db.close();
    expect(replayed.differences).toEqual([]);
  });

  it("shows nothing that was measured before she had the box, by another hub, or that isn't hers", async () => {
    const hub = await platform.hub("hub-store");
    await lend("cuff", "greta");
    const pressure = {
      kind: "blood-pressure",
      systolic: 132,
      diastolic: 78,
      unit: "mmHg",
      at: "2026-11-23T06:10:00+01:00",
    };
    await hub.publish("readings", { id: "c", device: "cuff", readings: [pressure] });
    const page = await paired();
    expect((await page("GET", "home/1")).body).toMatchObject({ values: [] });
    expect((await page("GET", "home/1/series?kind=body-weight&days=400")).body).toEqual({ items: [] });
    expect((await page("GET", "home/2")).body).toMatchObject({ code: "NOT_FOUND" });
    expect(all("SELECT * FROM reading")).toHaveLength(2);
  });

  it("shows nothing from the moment she gives the box back, to whoever has it next, or once it is revoked", async () => {
    const page = await paired();
    platform.clock.advance(60_000);
    await end("greta", platform.clock.now());
    expect(await page("GET", "home")).toMatchObject({ status: 401, body: { code: "PAGE_UNPAIRED" } });
    platform.clock.advance(60_000);
    await lend("scale", "soheil", undefined, platform.clock.now());
    expect((await page("GET", "home/1")).status).toBe(401);
    expect((await page("POST", "home/1/messages", { id: "x", text: "hej" })).status).toBe(401);
    // The same person again is another lending.
    const again = await paired();
    expect((await again("GET", "home")).status).toBe(200);
    const { etag } = await karin.get("hubs/hub-greta");
    const revoked = await (await platform.person("karin")).post("hubs/hub-greta/revoke", {}, { "if-match": etag });
    expect([200, 403]).toContain(revoked.status);
    const version = all<{ version: number }>("SELECT version FROM hub WHERE id = 'hub-greta'")[0]!.version;
    if (revoked.status === 403)
      await platform.app.ledger.submit({ kind: "hub-revoke", actor: "ture", hub: "hub-greta", ifVersion: version });
    expect((await again("GET", "home")).status).toBe(401);
  });

  it("is listed and revoked by whoever lends hubs, and forgets itself when asked", async () => {
    const page = await paired();
    const [row] = (await karin.get("hubs/hub-greta/pages")).body["items"] as [{ id: string }];
    expect(row).toMatchObject({ label: "Surfplatta", works: true, revokedAt: null });
    await fetch(platform.url(`/api/v1/hubs/hub-greta/pages/${row.id}`), {
      method: "DELETE",
      headers: { authorization: `Bearer ${karin.token}` },
    });
    expect((await page("GET", "home")).status).toBe(401);
    const second = await paired();
    expect((await second("DELETE", "home/pair")).status).toBe(204);
    expect((await second("GET", "home")).status).toBe(401);
  });
});

describe("the code", () => {
  it("works once, within the hour, and only the newest; what is wrong looks alike and is slowed down", async () => {
    const open = browser();
    const [first, second] = [await code(), await code()];
    expect((await open("POST", "home/pair", { code: first })).body).toMatchObject({ code: "PROVISIONING_CODE" });
    expect((await open("POST", "home/pair", { code: second.toLowerCase().replaceAll("-", " ") })).status).toBe(204);
    expect((await open("POST", "home/pair", { code: second })).status).toBe(401);
    const late = await code();
    platform.clock.advance(3_600_000);
    expect((await open("POST", "home/pair", { code: late })).status).toBe(401);
    const statuses = [];
    for (let time = 0; time < 10; time += 1) statuses.push((await open("POST", "home/pair", { code: "AAAA" })).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it("isn't made for a hub that nobody has, nor by strangers, and stands nowhere", async () => {
    const shown = (await code()).replaceAll("-", "");
    expect(JSON.stringify(all("SELECT CAST(payload AS TEXT) AS p FROM command"))).not.toContain(shown);
    expect((await (await platform.person("nils")).post("hubs/hub-greta/page-code", {})).status).toBe(404);
    await end("greta", platform.clock.now());
    expect((await karin.post("hubs/hub-greta/page-code", {})).body).toMatchObject({ code: "EQUIPMENT_PLACE" });
  });
});

describe("on a screen that two share", () => {
  it("the person is chosen first, without names, and each sees and writes their own", async () => {
    await lend("shared", "greta", 1);
    await lend("shared", "soheil", 2);
    await weigh("2026-11-23T06:20:00+01:00", 82, "shared", 1);
    await weigh("2026-11-23T06:21:00+01:00", 61, "shared", 2);
    const page = await paired();
    expect((await page("GET", "home")).body).toMatchObject({
      people: [
        { number: 1, slot: 1, name: null },
        { number: 2, slot: 2, name: null },
      ],
    });
    expect((await page("GET", "home/2")).body).toMatchObject({ values: [{ text: { sv: "61,0 kg" } }] });
    await page("POST", "home/2/messages", { id: "1", text: "Hej från Soheil" });
    expect((await karin.get("messages")).body).toMatchObject({ items: [] });
    expect((await (await platform.person("nils")).get("messages")).body).toMatchObject({
      items: [{ patient: "soheil", text: "Hej från Soheil" }],
    });
  });
});

describe("borders", () => {
  it("a page's cookie is no session of staff's, nor the other way round, and another origin can change nothing", async () => {
    const page = await paired();
    expect((await page("GET", "patients")).status).toBe(401);
    const { cookie } = await page("GET", "home");
    const token = cookie.split("=")[1]!;
    const asStaff = await fetch(platform.url("/api/v1/patients"), { headers: { authorization: `Bearer ${token}` } });
    expect(asStaff.status).toBe(401);
    const asPage = await fetch(platform.url("/api/v1/home"), { headers: { authorization: `Bearer ${karin.token}` } });
    expect(asPage.status).toBe(401);
    expect((await page("POST", "home/1/messages", { id: "1", text: "x" }, false)).body).toMatchObject({ code: "CSRF" });
    expect((await page("GET", "home/1")).headers.get("cache-control")).toBe("no-store");
  });
});
