import { Registry } from "prom-client";
import { afterEach, describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { waiting } from "../../src/outbox/queue.ts";
import { preset } from "../../src/rules/presets.ts";
import { openTrends } from "../../src/trends/open.ts";
import { type Platform, startPlatform } from "../helpers/platform.ts";
import { startBridged, type TrendPeer, trendPeers } from "./trend-peers.ts";

// Two days after the night on which Stockholm's clock went back: from a home's message to the nurse's curve.
const at = "2026-10-27T08:00:00+01:00";
const started = Date.parse(at);
const HOUR = 3_600_000;

let platform: Platform | undefined;
let peer: TrendPeer | undefined;
afterEach(async () => {
  await platform?.close();
  await peer?.remove();
  platform = undefined;
  peer = undefined;
});

type Person = Awaited<ReturnType<Platform["person"]>>;

const delivered = async (running: Platform): Promise<void> => {
  const db = running.reader();
  await expect.poll(() => waiting(db), { timeout: 10_000, interval: 20 }).toEqual({ count: 0, history: false });
  db.close();
};

const weight = (hoursAgo: number, value: number, more: object = {}) => ({
  kind: "body-weight",
  value,
  unit: "kg",
  at: new Date(started - hoursAgo * HOUR).toISOString(),
  ...more,
});

/** Greta's weights over five days, one of them taken in somebody else's shoes, and one that was no measurement. */
async function weigh(running: Platform): Promise<void> {
  const hub = await running.hub("hub-greta");
  const hours = Array.from({ length: 35 }, (_, index) => 3 * index + 0.25);
  for (let first = 0; first < hours.length; first += 10) {
    const readings = hours
      .slice(first, first + 10)
      .map((hour, index) => weight(hour, 82 + ((first + index) % 7) / 1000));
    await hub.publish("readings", { id: `w${first}`, device: "scale", readings });
  }
  const odd = [weight(20, 50, { flags: ["not-clinical"] }), weight(30, 82.5, { flags: ["questionable"] })];
  await hub.publish("readings", { id: "odd", device: "scale", readings: odd });
  // Another weight at the very same instant has a place of its own; the same one again has not.
  await hub.publish("readings", { id: "again", device: "scale", readings: [weight(0.25, 82.9), weight(0.25, 82)] });
}

const addresses = (patient: string): string[] =>
  ["", "&points=4", "&points=7", "&points=200", "&points=1"].map(
    (points) =>
      `patients/${patient}/trends?metric=body-weight&from=2026-10-22T22:00:00Z&to=2026-10-27T23:00:00Z${points}`,
  );

const answers = (karin: Person): Promise<Record<string, unknown>[]> =>
  Promise.all(addresses("greta").map(async (address) => (await karin.get(address)).body));

describe.each(trendPeers())("%s", (_name, start) => {
  test("a nurse sees the same curve whether InfluxDB or the store drew it", async () => {
    peer = await start();
    platform = await startPlatform(at, {}, peer.settings);
    await weigh(platform);
    const karin = await platform.person("karin");
    const raw = (await karin.get(addresses("greta")[0]!)).body as { points: { reading: string }[] };
    const reading = raw.points[3]!.reading;
    await platform.app.ledger.submit({
      kind: "reading-move",
      actor: "karin",
      reading,
      patient: "soheil",
      reason: "his",
    });
    const body = { ...preset(["heart-failure"]), safetyLimits: [] };
    await platform.app.ledger.submit({ kind: "plan-sign", actor: "doris", patient: "greta", body, ifVersion: 1 });
    await delivered(platform);

    const fromInflux = await answers(karin);
    for (const answer of fromInflux) {
      expect(answer).toMatchObject({
        source: "influxdb",
        fallback: null,
        count: 36,
        excluded: { moved: 1, byStaff: 0, notClinical: 1 },
      });
      expect(answer["limits"]).toHaveLength(2);
    }
    await platform.restart({ HEMVAKT_INFLUX_TRENDS: "off" });
    const fromStore = await answers(karin);
    expect(fromStore).toEqual(fromInflux.map((answer) => ({ ...answer, source: "store" })));
  });
});

/** A platform whose readings have all arrived at the bridged peer. */
async function arrived() {
  const bridged = await startBridged();
  peer = bridged;
  platform = await startPlatform(at, {}, bridged.settings);
  await weigh(platform);
  await delivered(platform);
  const karin = await platform.person("karin");
  const [address] = addresses("greta");
  const get = async () => (await karin.get(address!)).body;
  const complete = await get();
  expect(complete).toMatchObject({ source: "influxdb", count: 37 });
  const count = async (labels: string): Promise<string | undefined> =>
    new RegExp(`^hemvakt_trends_total\\{${labels}\\} (\\d+)$`, "m").exec(
      await platform!.app.metrics.registry.metrics(),
    )?.[1];
  return { ...bridged, running: platform, get, complete, count };
}

test("what InfluxDB hasn't got yet is in the curve all the same", async () => {
  const { bridge, running, get } = await arrived();
  bridge.faults.write = 503;
  const hub = await running.hub("hub-greta");
  await hub.publish("readings", { id: "new", device: "scale", readings: [weight(0, 83.3)] });
  const answer = (await get()) as { points: { value: number }[] };
  expect(answer).toMatchObject({ source: "influxdb", count: 38 });
  expect(answer.points.at(-1)?.value).toBe(83.3);
});

test("a reading that arrives between the question and its answer is in it, once", async () => {
  const { bridge, running, get } = await arrived();
  const { promise, resolve } = Promise.withResolvers<void>();
  bridge.faults.beforeWrite = promise;
  const hub = await running.hub("hub-greta");
  await hub.publish("readings", { id: "new", device: "scale", readings: [weight(0, 83.3)] });
  // InfluxDB has answered without it; before the answer comes, the outbox brings the reading and forgets it.
  bridge.faults.beforeAnswer = async () => {
    resolve();
    await delivered(running);
  };
  expect(await get()).toMatchObject({ source: "influxdb", fallback: null, count: 38 });
  delete bridge.faults.beforeAnswer;
  expect(await get()).toMatchObject({ source: "influxdb", fallback: null, count: 38 });
});

test("while readings pour in, a curve has every one that was acknowledged before it was asked for", async () => {
  const { running, get } = await arrived();
  const hub = await running.hub("hub-greta");
  const sent = { acknowledged: 37 };
  const pouring = (async () => {
    for (let message = 0; message < 120; message += 1) {
      const readings = [0, 1, 2, 3].map((index) => weight(1 + (4 * message + index) / 3600, 82));
      await hub.publish("readings", { id: `pour-${message}`, device: "scale", readings });
      sent.acknowledged += 4;
    }
  })();
  while (sent.acknowledged < 37 + 480) {
    const before = sent.acknowledged;
    const answer = (await get()) as { source: string; fallback: string | null; count: number };
    expect(answer).toMatchObject({ source: "influxdb", fallback: null });
    expect(answer.count).toBeGreaterThanOrEqual(before);
  }
  await pouring;
  expect(await get()).toMatchObject({ source: "influxdb", count: 37 + 480 });
});

test.each(["cut", "error", "hang"] as const)(
  "an answer that breaks off, ends in an error or never comes: %s; the store answers",
  async (fault) => {
    const { bridge, running, get, complete, count } = await arrived();
    bridge.faults.query = fault;
    const before = performance.now();
    const code = fault === "error" ? "TRENDS_DIFFER" : "TRENDS_UNREACHABLE";
    expect(await get()).toEqual({ ...complete, source: "store", fallback: code });
    expect(performance.now() - before).toBeLessThan(fault === "hang" ? 3000 : 1400);
    expect(await count(`source="store",code="${code}"`)).toBe("1");
    if (fault === "error") return;
    // It is left alone for half a minute: nobody waits for it again and again.
    const asked = bridge.queries();
    const again = performance.now();
    expect(await get()).toMatchObject({ source: "store", fallback: code });
    expect(performance.now() - again).toBeLessThan(1000);
    expect(bridge.queries()).toBe(asked);
    delete bridge.faults.query;
    running.clock.advance(31_000);
    expect(await get()).toEqual(complete);
    expect(await count(`source="influxdb",code=""`)).toBe("2");
  },
);

test("a server that was killed: the store answers, and InfluxDB again when it is back", async () => {
  const { server, running, get, complete } = await arrived();
  await server.stop();
  expect(await get()).toEqual({ ...complete, source: "store", fallback: "TRENDS_UNREACHABLE" });
  await server.start();
  running.clock.advance(31_000);
  expect(await get()).toEqual(complete);
});

test("a wrong token: the store answers, and the operator reads why, once, without the token", async () => {
  const { target, running, complete } = await arrived();
  const wrong = "another-token";
  await running.restart({ HEMVAKT_INFLUX_TOKEN: wrong });
  const karin = await running.person("karin");
  const refused = { ...complete, source: "store", fallback: "TRENDS_REFUSED" };
  expect((await karin.get(addresses("greta")[0]!)).body).toEqual(refused);

  const said: unknown[] = [];
  const db = running.reader();
  const trends = openTrends(
    {
      folder: running.folder,
      db,
      clock: running.clock,
      registry: new Registry(),
      say: (...line) => void said.push(line),
    },
    { ...target, token: wrong },
  );
  const query = { patient: "greta", metric: "body-weight" as const, from: started - HOUR, to: started, zone: "UTC" };
  for (let minute = 0; minute < 5; minute += 1) {
    expect(await trends.read(query, [])).toMatchObject({ source: "store", fallback: "TRENDS_REFUSED", count: 2 });
    running.clock.advance(60_000);
  }
  trends.close();
  db.close();
  expect(said).toEqual([
    ["warn", "the store answers trends instead of InfluxDB", { code: "TRENDS_REFUSED", reason: "Status 401." }],
  ]);
});

test("what somebody deleted from InfluxDB doesn't shorten a curve", async () => {
  const { server, get, complete } = await arrived();
  const statement = encodeURIComponent("DELETE FROM body_weight WHERE time < '2026-10-25T00:00:00Z'");
  const whole = (await server.held()).size;
  await fetch(`${server.url}/query?db=hemvakt&q=${statement}`, { method: "POST" });
  // InfluxDB 1.6 may answer before what it deletes is gone: seen in 3 of 12 tries on a busy machine.
  await expect.poll(async () => (await server.held()).size, { timeout: 10_000 }).toBeLessThan(whole);
  expect(await get()).toEqual({ ...complete, source: "store", fallback: "TRENDS_DIFFER" });
});

test("trends from InfluxDB need an InfluxDB", () => {
  expect(() => readConfig({ HEMVAKT_INFLUX_TRENDS: "on" })).toThrow(/HEMVAKT_INFLUX_TRENDS=on needs/);
  expect(() =>
    readConfig({
      HEMVAKT_INFLUX_TRENDS: "on",
      HEMVAKT_INFLUX_URL: "http://127.0.0.1:8086",
      HEMVAKT_INFLUX_PATH: "/write?db=hemvakt",
    }),
  ).toThrow(/HEMVAKT_INFLUX_BUCKET/);
});
