import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer as createHttpServer, request } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { loadOrCreateKey } from "../../src/auth/key-file.ts";
import { outboxLines } from "../../src/cli/outbox.ts";
import { readConfig } from "../../src/config.ts";
import { bitsToFlags } from "../../src/domain/flag.ts";
import { kinds } from "../../src/domain/kind.ts";
import { unscaled } from "../../src/domain/metric.ts";
import { pseudonymsBy, type StoredReading } from "../../src/outbox/point.ts";
import { waiting } from "../../src/outbox/queue.ts";
import { columnValues } from "../../src/store/sqlite/reading-row.ts";
import { type Platform, startPlatform } from "../helpers/platform.ts";
import { type InfluxServer, startInfluxDb, startVictoriaMetrics } from "./influx-servers.ts";

const at = "2026-06-10T08:00:00+02:00";
const started = Date.parse(at);
let platform: Platform | undefined;
let server: InfluxServer | undefined;
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
  await platform?.close();
  await server?.remove();
  platform = undefined;
  server = undefined;
});

type Hub = Awaited<ReturnType<Platform["hub"]>>;

// Against real servers: an InfluxDB that is strict about types, and VictoriaMetrics, which takes the same lines.

/** Sends weights, one a minute backwards from the start, each another value, and waits for their PUBACKs. */
async function send(hub: Hub, from: number, to: number, device = "scale"): Promise<void> {
  for (let first = from; first < to; first += 10) {
    const readings = Array.from({ length: Math.min(10, to - first) }, (_, offset) => ({
      kind: "body-weight",
      value: 80 + (first + offset) / 1000,
      unit: "kg",
      at: new Date(started - (first + offset) * 60_000).toISOString(),
    }));
    await hub.publish("readings", { id: `${device}-${first}`, device, readings });
  }
}

/** What the server should hold by what is stored. */
function expected(running: Platform): Map<string, unknown> {
  const db = running.reader();
  const pseudonym = pseudonymsBy(loadOrCreateKey(running.folder, "influx-pseudonyms.key"));
  const all = new Map<string, unknown>();
  const rows = db.all<StoredReading>("SELECT r.*, s.kind, s.patient FROM reading r JOIN series s ON s.id = r.series");
  for (const row of rows) {
    const patient = row.patient === null ? "nobody" : pseudonym("patient", row.patient);
    const place = `${patient} ${pseudonym("source", String(row.series))} ${row.measured_at} ${row.n || "-"}`;
    const put = (field: string, value: number) => all.set(`${row.kind}_${field} ${place}`.replaceAll("-", "_"), value);
    const moved = bitsToFlags(row.flags).includes("moved");
    put("excluded", Number(moved));
    if (moved) put("moved", 1);
    put("uncertain", 0);
    const values = columnValues(row.kind, row);
    for (const metric of kinds[row.kind].components) {
      if (values[metric] !== undefined) put(metric, unscaled(metric, values[metric]));
    }
  }
  db.close();
  return all;
}

const held = async (): Promise<Record<string, unknown>> =>
  Object.fromEntries([...(await server!.held())].map(([place, value]) => [place.replaceAll("-", "_"), value]));

/** A server that doesn't overwrite holds either value of `excluded` for a moved reading; there `moved` is what counts. */
const comparable = (all: Record<string, unknown>): Record<string, unknown> =>
  server!.overwrites
    ? all
    : Object.fromEntries(
        Object.entries(all).filter(
          ([place]) => !place.includes("_excluded ") || !(place.replace("_excluded ", "_moved ") in all),
        ),
      );

/** Waits until the server holds what is stored, all of it once and nothing else. */
const arrives = (running: Platform) =>
  expect
    .poll(async () => comparable(await held()), { timeout: 20_000, interval: 100 })
    .toEqual(comparable(Object.fromEntries(expected(running))));

describe.each([
  ["InfluxDB 1.6", startInfluxDb],
  ["VictoriaMetrics", startVictoriaMetrics],
])("%s", (_name, startServer) => {
  test("holds every reading once after it was killed and restarted mid-stream", async () => {
    server = await startServer();
    platform = await startPlatform(at, {}, server.settings);
    const hub = await platform.hub("hub-greta");
    await send(hub, 0, 200);
    await expect.poll(async () => (await server!.held()).size, { timeout: 10_000 }).toBeGreaterThan(0);
    const killed = server.stop();
    await send(hub, 200, 900);
    await killed;
    await send(hub, 900, 1000);
    await server.start();
    await send(hub, 1000, 1100);
    await arrives(platform);
    expect(expected(platform).size).toBe(3 * 1100);
  });

  test("gets what was stored before it was named, and marks what was moved to somebody else", async () => {
    server = await startServer();
    platform = await startPlatform(at);
    const hub = await platform.hub("hub-greta");
    await send(hub, 0, 700);
    await hub.publish("readings", {
      id: "loose",
      device: "loose",
      readings: [{ kind: "body-weight", value: 70.5, unit: "kg", at: new Date(started).toISOString() }],
    });
    hub.client.end(true);
    await platform.restart(server.settings);
    await arrives(platform);
    const before = await held();
    expect(Object.keys(before).filter((place) => place.includes(" nobody "))).toHaveLength(3);
    await platform.app.ledger.submit({
      kind: "assignment-create",
      actor: "karin",
      device: "loose",
      patient: "soheil",
      from: started - 3_600_000,
    });
    await arrives(platform);
    const changed = Object.entries(await held()).filter(([place, value]) => before[place] !== value);
    expect(changed.filter(([, value]) => value === 70.5)).toHaveLength(1);
    expect(changed.filter(([place, value]) => place.includes("moved nobody") && value === 1)).toHaveLength(1);
  });
});

test("what the server refuses is kept with its answer, the rest arrives, and a restart tries again", async () => {
  server = await startInfluxDb();
  // InfluxDB holds the type of a field by shard, a week: text where weights of this week should go.
  await server.write(`body_weight body_weight="heavy" ${BigInt(started) * 1_000_000n}`);
  platform = await startPlatform(at, {}, server.settings);
  const hub = await platform.hub("hub-greta");
  await send(hub, 0, 3);
  await hub.publish("readings", {
    id: "next",
    device: "oximeter",
    readings: [{ kind: "oxygen-saturation", spo2: 95, pulse: 71, unit: "%", at: new Date(started).toISOString() }],
  });
  const spo2 = async () => Object.entries(await held()).filter(([place]) => place.includes("oxygen_saturation_pulse"));
  await expect.poll(spo2, { timeout: 10_000 }).toMatchObject([[expect.anything(), 71]]);
  await expect.poll(() => outboxLines(platform!.folder), { timeout: 10_000 }).toHaveLength(5);
  const [state, refused, ...lines] = outboxLines(platform.folder);
  expect(state).toBe("Waiting: 0.");
  expect(refused).toBe("Refused: 3.");
  for (const line of lines) expect(line).toMatch(/ reading \S+: 400 .*field type conflict/);
  expect(await platform.app.metrics.registry.metrics()).toMatch(/^hemvakt_outbox_refused 3$/m);

  await fetch(`${server.url}/query?db=hemvakt&q=${encodeURIComponent("DROP MEASUREMENT body_weight")}`, {
    method: "POST",
  });
  hub.client.end(true);
  await platform.restart();
  await arrives(platform);
  await expect.poll(() => outboxLines(platform!.folder), { timeout: 10_000 }).toEqual(["Waiting: 0.", "Refused: 0."]);
});

test("a server that takes connections and never answers holds nothing up", async () => {
  const sockets = new Set<{ destroy(): void }>();
  const silent = createServer((socket) => void sockets.add(socket.on("error", () => {}))).listen(0, "127.0.0.1");
  await once(silent, "listening");
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
  const { port } = silent.address() as AddressInfo;
  platform = await startPlatform(
    at,
    {},
    { HEMVAKT_INFLUX_URL: `http://127.0.0.1:${port}`, HEMVAKT_INFLUX_BUCKET: "b" },
  );
  const hub = await platform.hub("hub-greta");
  await send(hub, 0, 10);
  await vi.waitUntil(() => sockets.size > 0, { timeout: 10_000 });
  // Every PUBACK comes; nothing is counted as delivered; the readings wait.
  await send(hub, 10, 500);
  const db = platform.reader();
  closing.push(() => db.close());
  expect(waiting(db)).toMatchObject({ count: 500 });
  platform.clock.advance(60_000);
  const metrics = await platform.app.metrics.registry.metrics();
  expect(metrics).toMatch(/^hemvakt_outbox_waiting 500$/m);
  expect(metrics).toMatch(/^hemvakt_outbox_lag_seconds 60$/m);
  // Stopping doesn't wait for it either: a request times out after ten seconds only.
  const before = performance.now();
  await platform.app.stop();
  expect(performance.now() - before).toBeLessThan(5000);
});

test("a platform killed after the server stored and before it heard so delivers the rest, and nothing twice", async () => {
  server = await startInfluxDb();
  platform = await startPlatform(at);
  const hub = await platform.hub("hub-greta");
  await send(hub, 0, 500);
  hub.client.end(true);
  await platform.app.stop();

  // Passes requests on; of the second the answer is never passed back: the platform is killed instead.
  let requests = 0;
  const target = server.url;
  const proxy = createHttpServer((incoming, answer) => {
    const number = (requests += 1);
    const { method, headers, url: path } = incoming;
    incoming.pipe(
      request(target + path, { method, headers }, (got) => {
        if (number === 2) return void child.kill("SIGKILL");
        answer.writeHead(got.statusCode!, got.headers);
        got.pipe(answer);
      }),
    );
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  closing.push(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  const { port } = proxy.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(import.meta.dirname, "../../src/cli/main.ts"), "serve"], {
    env: {
      ...process.env,
      ...server.settings,
      HEMVAKT_INFLUX_URL: url,
      HEMVAKT_DATA: platform.folder,
      HEMVAKT_MQTT_PORT: "0",
      HEMVAKT_HTTP_PORT: "0",
    },
    stdio: "ignore",
  });
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");
  // The first two hundred were noted, the second were not.
  const atDeath = (await server.held()).size;
  expect(atDeath).toBe(3 * 400);

  await platform.restart({ ...server.settings, HEMVAKT_INFLUX_URL: url });
  await arrives(platform);
  // Two before the kill; afterwards the second batch again, and the rest.
  expect(requests).toBe(4);
});

test("nothing is noted while there is no receiver", async () => {
  platform = await startPlatform(at);
  await send(await platform.hub("hub-greta"), 0, 20);
  const db = platform.reader();
  closing.push(() => db.close());
  expect(waiting(db)).toEqual({ count: 0, history: false });
  expect(outboxLines(platform.folder)).toEqual(["Readings are passed on to nobody: set HEMVAKT_INFLUX_URL."]);
});

test("a receiver needs a place to write to", () => {
  expect(() => readConfig({ HEMVAKT_INFLUX_URL: "http://127.0.0.1:8086" })).toThrow(/needs HEMVAKT_INFLUX_BUCKET/);
  expect(() => readConfig({ HEMVAKT_INFLUX_URL: "ftp://x", HEMVAKT_INFLUX_BUCKET: "b" })).toThrow(/HEMVAKT_INFLUX_URL/);
});
