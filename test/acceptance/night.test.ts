import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, it } from "vitest";
import { startApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { replay } from "../../src/ledger/replay.ts";
import { openDatabase } from "../../src/store/sqlite/database.ts";
import { storeFile } from "../../src/store/sqlite/open.ts";
import { type Platform, startPlatform } from "../helpers/platform.ts";

let platform: Platform;
afterEach(() => platform.close());

const memory = (at: string, value: number) => ({ kind: "body-weight", at, value, unit: "kg", flags: ["from-memory"] });
const weights = {
  id: "days",
  device: "scale",
  readings: [
    memory("2026-11-19T07:00:00+01:00", 82.4),
    memory("2026-11-20T07:00:00+01:00", 82.5),
    memory("2026-11-21T07:00:00+01:00", 82.4),
  ],
};
/** 84.7 kg as a 0x2A9D notification. */
const heavy = { id: "now", device: "scale", characteristic: "2a9d", hex: "002c42" };

describe("a night at Greta's", () => {
  it("gains 2.3 kg; the nurse is told at 23:55, takes it, forgets, is told again, and closes it", async () => {
    platform = await startPlatform("2026-11-22T23:55:00+01:00");
    const hub = await platform.hub("hub-greta");
    const karin = await platform.person("karin");
    const live = await karin.listen();
    await hub.publish("readings", weights);
    expect(await hub.heard("receipts")).toMatchObject({
      id: "days",
      results: [{ status: "stored" }, { status: "stored" }, { status: "stored" }],
    });
    for (let i = 0; i < 3; i += 1) expect((await live.next()).event).toBe("reading");

    await hub.publish("gatt", heavy);
    const told = [await live.next(), await live.next()].find(({ event }) => event === "alert.opened");
    expect(told?.data).toMatchObject({ type: "alert.opened", patient: "greta", team: "north" });
    const alert = String(told?.data["alert"]);

    const read = await karin.get(`alerts/${alert}`);
    expect(read.body).toMatchObject({ id: alert, concern: "weight-gain", severity: "red", state: "open" });
    expect(JSON.stringify(read.body)).toContain("Vikten upp 2,3 kg på 3 dagar, till 84,7 kg (gräns 2,0 kg).");

    const due = "2026-11-23T01:00:00+01:00";
    const taken = await karin.post(
      `alerts/${alert}/acknowledge`,
      { promise: { text: "Ringer före ett", due } },
      { "if-match": read.etag },
    );
    expect(taken.status).toBe(200);
    expect((await live.next()).event).toBe("alert.acknowledged");

    platform.clock.set("2026-11-23T01:00:00+01:00");
    await platform.app.tick();
    expect((await live.next()).event).toBe("alert.promise-passed");
    const again = await karin.get(`alerts/${alert}`);
    expect(again.body).toMatchObject({ state: "open" });

    const later = { promise: { text: "Åker dit", due: "2026-11-23T02:00:00+01:00" } };
    const retaken = await karin.post(`alerts/${alert}/acknowledge`, later, { "if-match": again.etag });
    const closed = await karin.post(
      `alerts/${alert}/resolve`,
      { outcome: "true", action: "visit" },
      { "if-match": retaken.etag },
    );
    expect(closed.body).toMatchObject({ state: "resolved", resolved: { outcome: "true", action: "visit" } });

    // Redelivered bytes change nothing, whatever the hour.
    const db = platform.reader();
    const before = db.get("SELECT max(seq) AS seq FROM event");
    await hub.publish("gatt", heavy);
    expect(await hub.heard("receipts")).toMatchObject({ id: "now" });
    expect(await hub.heard("receipts")).toMatchObject({ id: "now", results: [{ status: "duplicate" }] });
    expect(db.get("SELECT max(seq) AS seq FROM event")).toEqual(before);
    expect(replay(db, openDatabase(":memory:"))).toMatchObject({ refused: [], differences: [] });
    db.close();
  });

  it("two nurses at once: one has it, the other is told who", async () => {
    platform = await startPlatform("2026-11-22T14:00:00+01:00");
    const hub = await platform.hub("hub-greta");
    await hub.publish("readings", weights);
    await hub.publish("gatt", heavy);
    const karin = await platform.person("karin");
    const [item] = (await karin.get("alerts")).body["items"] as { id: string }[];
    const path = `alerts/${item!.id}/acknowledge`;
    const promise = { promise: { text: "Ringer", due: "2026-11-22T15:00:00+01:00" } };
    const answers = await Promise.all([1, 2].map(() => karin.post(path, promise, { "if-match": '"1"' })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const refused = answers.find(({ status }) => status === 412);
    expect(refused?.body).toMatchObject({
      code: "PRECONDITION_FAILED",
      state: "acknowledged",
      acknowledgedBy: "karin",
    });
  });

  it("another team's nurse sees nothing of it, not even that it exists", async () => {
    platform = await startPlatform("2026-11-22T14:00:00+01:00");
    const hub = await platform.hub("hub-greta");
    const nils = await platform.person("nils");
    await hub.publish("readings", weights);
    await hub.publish("gatt", heavy);
    expect((await nils.get("alerts")).body["items"]).toEqual([]);
    expect(await nils.get("patients/greta")).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
    expect(await nils.get("patients/nobody")).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
  });
});

describe("prompts", () => {
  it("wait for the hub, say only for whom on a shared screen, and come again until shown", async () => {
    platform = await startPlatform("2026-11-22T14:00:00+01:00");
    const karin = await platform.person("karin");
    const made = await karin.post("patients/greta/prompts", {
      kind: "message",
      text: "Väg dig igen, Greta",
      expiresAt: "2026-11-22T20:00:00+01:00",
    });
    expect(made.status).toBe(201);
    const alone = await platform.hub("hub-store");
    expect(await alone.heard("prompts")).toMatchObject({ kind: "message", text: "Väg dig igen, Greta" });
    const shared = await platform.hub("hub-greta");
    const prompt = await shared.heard("prompts");
    expect(prompt["text"]).not.toContain("Greta");
    shared.client.end(true);
    const back = await platform.hub("hub-greta");
    expect(await back.heard("prompts")).toEqual(prompt);
    await back.publish("prompted", { id: prompt["id"], shownAt: "2026-11-22T14:05:00+01:00" });
    back.client.end(true);
    const db = platform.reader();
    expect(db.all("SELECT hub FROM prompt WHERE shown_at IS NULL")).toMatchObject([{ hub: "hub-store" }]);
    db.close();
  });
});

describe("what a hub is refused", () => {
  it("is shown to the technician, who can't see why a connection closed otherwise", async () => {
    platform = await startPlatform("2026-11-22T14:00:00+01:00");
    const hub = await platform.hub("hub-greta");
    const closed = new Promise<void>((resolve) => hub.client.once("close", () => resolve()));
    hub.client.publish("hv/v1/hub-store/gatt", "{}", { qos: 1 }, () => undefined);
    await closed;
    await expect(platform.hub("hub-greta", { password: "not hers" })).rejects.toThrow();
    await platform.restart();
    const karin = await platform.person("karin");
    expect((await karin.get("hubs/hub-greta")).body["refusals"]).toMatchObject([
      { code: "MQTT_CREDENTIALS", count: 1 },
      { code: "MQTT_TOPIC_FORBIDDEN", count: 1, action: "Technician: check the hub's configuration." },
    ]);
    expect((await karin.get("hubs/hub-store")).body["refusals"]).toEqual([]);
  });
});

describe("operation", () => {
  it("a second platform over the same folder is refused; after a stop the next one goes on", async () => {
    platform = await startPlatform("2026-11-22T14:00:00+01:00");
    const hub = await platform.hub("hub-greta");
    await hub.publish("readings", weights);
    await expect(startApp(platform.config, { clock: platform.clock })).rejects.toMatchObject({ code: "DATA_IN_USE" });
    await platform.restart();
    const back = await platform.hub("hub-greta");
    await back.publish("readings", weights);
    expect(await back.heard("receipts")).toMatchObject({
      results: [{ status: "duplicate" }, { status: "duplicate" }, { status: "duplicate" }],
    });
  });

  it("a stop in the middle of a burst keeps every reading whose PUBACK went out", async () => {
    platform = await startPlatform("2026-11-22T14:00:00+01:00");
    const hub = await platform.hub("hub-greta");
    const acknowledged: number[] = [];
    const burst = Array.from({ length: 300 }, (_, n) =>
      hub
        .publish("readings", {
          id: `b${n}`,
          device: "scale",
          readings: [memory(new Date(Date.parse("2026-11-22T06:00:00Z") + n * 1000).toISOString(), 82)],
        })
        .then(() => acknowledged.push(n))
        .catch(() => undefined),
    );
    await burst[10];
    await platform.restart();
    hub.client.end(true);
    await Promise.all(burst);
    const db = platform.reader();
    const stored = new Set(db.all<{ id: string }>("SELECT id FROM message").map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThan(10);
    expect(acknowledged.filter((n) => !stored.has(`b${n}`))).toEqual([]);
    db.close();
  });

  it("while somebody else holds the database nothing is acknowledged; afterwards it is there, once", async () => {
    platform = await startPlatform("2026-11-22T14:00:00+01:00");
    const hub = await platform.hub("hub-greta");
    const other = new DatabaseSync(storeFile(platform.folder));
    // The platform may be writing something of its own just now.
    other.exec("PRAGMA busy_timeout = 5000");
    other.exec("BEGIN IMMEDIATE");
    let acknowledged = false;
    const publishing = hub.publish("gatt", heavy).then(() => (acknowledged = true));
    // The reading has reached the ledger and waits there.
    while (platform.app.ledger.pending() === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(acknowledged).toBe(false);
    other.exec("ROLLBACK");
    other.close();
    await publishing;
    const db = platform.reader();
    expect(db.get("SELECT count(*) AS n FROM reading")).toMatchObject({ n: 1 });
    db.close();
  });

  it("what can't work is refused at the start, naming the variable", async () => {
    platform = await startPlatform("2026-11-22T14:00:00+01:00");
    expect(() => readConfig({ HEMVAKT_HTTP_PORT: "eighty", HEMVAKT_MQTT_PROT: "1" })).toThrow(
      /HEMVAKT_HTTP_PORT should be a port.*HEMVAKT_MQTT_PROT is not a setting. Did you mean HEMVAKT_MQTT_PORT/,
    );
    expect(() => readConfig({ HEMVAKT_TLS_KEY: "key.pem" })).toThrow(/belong together/);
    await expect(
      startApp(readConfig({ HEMVAKT_DATA: `${platform.folder}/b`, HEMVAKT_HOST: "0.0.0.0" })),
    ).rejects.toMatchObject({
      code: "MQTT_PLAINTEXT_REFUSED",
    });
  });

  it("a payload that is too large is kept and acknowledged once, not sent for ever", async () => {
    platform = await startPlatform("2026-11-22T14:00:00+01:00", {}, { HEMVAKT_MQTT_PAYLOAD_BYTES: "2000" });
    const hub = await platform.hub("hub-greta");
    await hub.publish("readings", {
      id: "big",
      device: "scale",
      padding: "x".repeat(3000),
      readings: [memory("2026-11-22T07:00:00+01:00", 82)],
    });
    expect(await hub.heard("receipts")).toMatchObject({ results: [{ status: "rejected", code: "PAYLOAD_TOO_LARGE" }] });
    const db = platform.reader();
    expect(db.all("SELECT code, length(payload) > 3000 AS whole FROM quarantine")).toMatchObject([
      { code: "PAYLOAD_TOO_LARGE", whole: 1 },
    ]);
    expect(replay(db, openDatabase(":memory:")).differences).toEqual([]);
    db.close();
  });

  it("health and metrics mean something", async () => {
    platform = await startPlatform("2026-11-22T14:00:00+01:00");
    const hub = await platform.hub("hub-greta");
    await hub.publish("readings", { id: "x", device: "scale", readings: [{ kind: "body-weight", value: 1 }] });
    expect((await fetch(platform.url("/health/ready"))).status).toBe(200);
    const metrics = await (await fetch(platform.url("/metrics"))).text();
    expect(metrics).toContain('hemvakt_messages_total{channel="readings"} 1');
    expect(metrics).toContain('hemvakt_quarantine{code="PAYLOAD_SHAPE"} 1');
    expect(metrics).toContain("hemvakt_commit_seconds_count");
    expect(metrics).not.toContain("greta");
  });
});
