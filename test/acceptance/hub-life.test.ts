import { execFile } from "node:child_process";
import { promisify } from "node:util";
import mqtt from "mqtt";
import { afterEach, beforeEach, expect, test } from "vitest";
import { replay } from "../../src/ledger/replay.ts";
import { openDatabase } from "../../src/store/sqlite/database.ts";
import { type Platform, startPlatform } from "../helpers/platform.ts";
import { technician } from "../helpers/technician.ts";

const minute = 60_000;
let platform: Platform;
let ture: Awaited<ReturnType<typeof technician>>;
const clients: mqtt.MqttClient[] = [];
beforeEach(async () => {
  platform = await startPlatform("2026-11-22T14:00:00+01:00");
  ture = await technician(platform);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.end(true);
  await platform.close();
});

/** Publishes with a client that nobody here wrote; whether the platform acknowledged it. */
async function mosquitto(secret: string, channel: string, message: object): Promise<boolean> {
  const where = ["-h", "127.0.0.1", "-p", String(platform.app.ports.mqtt), "-q", "1", "-i", "pub"];
  const what = ["-u", "box-1", "-P", secret, "-t", `hv/v1/box-1/${channel}`, "-m", JSON.stringify(message)];
  try {
    await promisify(execFile)("mosquitto_pub", [...where, ...what]);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new Error("mosquitto_pub is missing: apt-get install mosquitto-clients", { cause: error });
    }
    return false;
  }
}

const claim = async (hub: string, code: string) => {
  const answer = await fetch(platform.url("/api/v1/provisioning/claim"), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ hub, code }),
  });
  return { status: answer.status, body: (await answer.json()) as { secret: string; code?: string } };
};
const weight = (id: string, device: string, at: string, value: number) => ({
  id,
  device,
  readings: [{ kind: "body-weight", at, value, unit: "kg", flags: ["from-memory"] }],
});
const weightsOf = async (nurse: string, patient: string): Promise<string[]> => {
  const { body } = await (await platform.person(nurse)).get(`patients/${patient}/readings`);
  const items = body["items"] as { device: string; values: { exact: string }[] }[];
  return items.map(({ device, values }) => `${device} ${values[0]?.exact}`);
};

/** A connection of the hub that stays, with what it hears. */
async function connect(secret: string, clientId: string, clean = true) {
  const client = mqtt.connect(`mqtt://127.0.0.1:${platform.app.ports.mqtt}`, {
    username: "box-1",
    password: secret,
    clientId,
    clean,
    reconnectPeriod: 0,
  });
  clients.push(client);
  const heard: string[] = [];
  const waiting: (() => void)[] = [];
  client.on("message", (topic, payload) => {
    heard.push(`${topic} ${payload.toString()}`);
    for (const wake of waiting.splice(0)) wake();
  });
  const closed = new Promise<void>((resolve) => client.once("close", resolve));
  const sessionPresent = await new Promise<boolean>((resolve, reject) => {
    client.once("connect", (connack) => resolve(connack.sessionPresent));
    client.once("error", reject);
  });
  return {
    client,
    heard,
    closed,
    sessionPresent,
    /** Resolves when something with this text has been heard. */
    async hears(text: string): Promise<void> {
      while (!heard.some((line) => line.includes(text))) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}

test("a box arrives, is provisioned by its code, lent to Greta, rotated, repaired, returned, and goes on to Soheil", async () => {
  expect(await ture.run("hub", "register", "box-1", "--team", "north")).toContain("hemvakt hub provision box-1");
  await ture.run("device", "register", "scale-1", "--hub", "box-1", "--model", "generic-weight");
  await ture.run("device", "register", "scale-2", "--hub", "box-1", "--model", "generic-weight");

  // The technician types the code into the hub, which asks for its secret.
  const { code } = await ture.json<{ code: string }>("hub", "provision", "box-1");
  const claimed = await claim("box-1", code.toLowerCase());
  expect(claimed.status).toBe(201);
  expect((await claim("box-1", code)).body.code).toBe("PROVISIONING_CODE");
  const first = claimed.body.secret;
  expect(await mosquitto(first, "state", { online: true, battery: 90, firmware: "1.2" })).toBe(true);
  expect(await ture.run("hub", "list")).toMatch(/^box-1 +north +stock +\S+.*90 % +1\.2 +2$/m);

  await ture.run("device", "place", "scale-2", "repair");
  expect(await ture.run("hub", "lend", "box-1", "--patient", "greta")).toContain("box-1 is lent to greta.");
  await ture.run("device", "place", "scale-2", "stock");
  platform.clock.advance(10 * minute);
  expect(await mosquitto(first, "readings", weight("1", "scale-1", "2026-11-22T14:05:00+01:00", 82.4))).toBe(true);
  expect(await weightsOf("karin", "greta")).toEqual(["scale-1 82.4"]);
  expect(await ture.run("hub", "show", "box-1")).toContain("scale-1: greta since 2026-11-22 13:00Z");

  // The new secret stands beside the old one until the hub uses it.
  const { secret } = await ture.json<{ secret: string }>("hub", "rotate", "box-1");
  const old = await connect(first, "old");
  expect(await mosquitto(first, "state", { online: true })).toBe(true);
  expect(await mosquitto(secret, "state", { online: true })).toBe(true);
  await old.closed;
  expect(await mosquitto(first, "state", { online: true })).toBe(false);

  // Her scale breaks.
  platform.clock.advance(10 * minute);
  await ture.run("device", "exchange", "scale-1", "scale-2");
  platform.clock.advance(10 * minute);
  expect(await mosquitto(secret, "readings", weight("2", "scale-2", "2026-11-22T14:25:00+01:00", 82.6))).toBe(true);
  expect(await weightsOf("karin", "greta")).toEqual(["scale-2 82.6", "scale-1 82.4"]);
  expect(await ture.run("device", "list", "--hub", "box-1")).toMatch(/^scale-1 +box-1 +generic-weight +repair/m);

  // One session of the hub is away while a word for Greta comes; the other is there and never says that it was shown.
  const away = await connect(secret, "tablet", false);
  await away.client.subscribeAsync("hv/v1/box-1/#", { qos: 1 });
  await away.client.endAsync();
  const here = await connect(secret, "gateway");
  await here.client.subscribeAsync("hv/v1/box-1/#", { qos: 1 });
  const karin = await platform.person("karin");
  const expiresAt = "2026-11-23T14:00:00+01:00";
  await karin.post("patients/greta/prompts", { kind: "message", text: "Hej Greta", expiresAt });
  await here.hears("Hej Greta");

  platform.clock.advance(10 * minute);
  await ture.run("hub", "return", "box-1");
  await here.closed;
  expect(await ture.run("hub", "list")).toMatch(/^box-1 +north +stock/m);
  const shelf = await connect(secret, "tablet", false);
  expect(shelf.sessionPresent).toBe(false);
  await shelf.client.subscribeAsync("hv/v1/box-1/#", { qos: 1 });
  // The receipt comes after whatever else there was to hear.
  await shelf.client.publishAsync(
    "hv/v1/box-1/readings",
    JSON.stringify(weight("late", "scale-2", "2026-11-22T14:28:00+01:00", 82.7)),
    { qos: 1 },
  );
  await shelf.hears('"id":"late"');
  await shelf.client.endAsync();

  platform.clock.advance(10 * minute);
  await ture.run("hub", "lend", "box-1", "--patient", "soheil");
  platform.clock.advance(10 * minute);
  const next = await connect(secret, "tablet", false);
  await next.client.subscribeAsync("hv/v1/box-1/#", { qos: 1 });
  const send = async (id: string, at: string, value: number) => {
    const payload = JSON.stringify(weight(id, "scale-2", at, value));
    await next.client.publishAsync("hv/v1/box-1/readings", payload, { qos: 1 });
    await next.hears(`"id":"${id}"`);
  };
  await send("later", "2026-11-22T14:29:00+01:00", 82.8);
  await send("his", "2026-11-22T14:55:00+01:00", 71.2);
  expect(await weightsOf("karin", "greta")).toEqual(["scale-2 82.8", "scale-2 82.7", "scale-2 82.6", "scale-1 82.4"]);
  expect(await weightsOf("nils", "soheil")).toEqual(["scale-2 71.2"]);
  for (const line of [...shelf.heard, ...next.heard]) expect(line).not.toMatch(/Greta|greta/);

  // The technician has followed all of it and seen no value.
  const history = await ture.run("device", "show", "scale-2", "--history");
  expect(
    history
      .split("\n")
      .slice(1)
      .map((line) => line.split(/ {2,}/)[1]),
  ).toEqual([
    "assignment.created",
    "assignment.ended",
    "assignment.created",
    "device.placed",
    "device.placed",
    "device.registered",
  ]);
  const shown = await ture.run("hub", "show", "box-1", "--json");
  const told = await ture.run("hub", "show", "box-1", "--history", "--json");
  expect([history, shown, told].join()).not.toMatch(/82[.,]?[4-8]|71[.,]?2|Hej/);

  const db = platform.reader();
  try {
    expect(replay(db, openDatabase(":memory:"))).toMatchObject({ refused: [], differences: [] });
    const log = db
      .all<{ payload: Uint8Array }>("SELECT payload FROM command")
      .map(({ payload }) => Buffer.from(payload).toString());
    for (const clear of [first, secret, code, code.replaceAll("-", "")]) expect(log.join()).not.toContain(clear);
  } finally {
    db.close();
  }
});

test("a revoked hub is gone at once and stays out; lost equipment is written off", async () => {
  await ture.run("hub", "register", "box-1", "--team", "north");
  const { code } = await ture.json<{ code: string }>("hub", "provision", "box-1");
  const { secret } = (await claim("box-1", code)).body;
  const hub = await connect(secret, "gateway");
  await ture.run("hub", "revoke", "box-1");
  await hub.closed;
  expect(await mosquitto(secret, "state", { online: true })).toBe(false);
  const metrics = await (await fetch(platform.url("/metrics"))).text();
  expect(metrics).toMatch(/hemvakt_refusals_total\{code="MQTT_REVOKED"\} 2/);
  await expect(ture.run("hub", "rotate", "box-1")).rejects.toMatchObject({ code: "EQUIPMENT_PLACE" });
  await ture.run("hub", "retire", "box-1", "--lost");
  expect(await ture.run("hub", "list", "--place", "lost")).toContain("box-1");
  await expect(ture.run("hub", "provision", "box-1")).rejects.toMatchObject({ code: "EQUIPMENT_PLACE" });
});
