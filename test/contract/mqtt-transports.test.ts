/** The ways in: TLS, certificates, WebSocket, and clients that nobody here wrote. */
import { execFile, execFileSync, spawn } from "node:child_process";
import { type EventEmitter, once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from "node:tls";
import { promisify } from "node:util";
import mqtt from "mqtt";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWebSocketStream, WebSocket } from "ws";
import { requireLoopbackOrTls } from "../../src/broker/embedded.ts";
import { answers, connect, pingreq, publish } from "./mqtt-bytes.ts";
import { afterTest, RawClient, startHarness } from "./mqtt-harness.ts";

const run = promisify(execFile);
const readings = "hv/v1/hub-a/readings";
const folder = mkdtempSync(join(tmpdir(), "hemvakt-mqtt-"));
const file = (name: string): string => join(folder, name);
const read = (name: string): Buffer => readFileSync(file(name));
afterAll(() => rmSync(folder, { recursive: true }));

/** A certificate for `cn`: signed by `ca`, or by itself. */
function certify(name: string, cn: string, ca?: string): void {
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", file(`${name}.key`)];
  const subject = ["-subj", `/CN=${cn}`, "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"];
  const issuer = ca ? ["-CA", file(`${ca}.crt`), "-CAkey", file(`${ca}.key`)] : [];
  execFileSync("openssl", ["req", "-x509", ...key, ...subject, ...issuer, "-out", file(`${name}.crt`)], {
    stdio: "pipe",
  });
}

/** Fails with how to get it when a program that the test needs is missing. */
function need(program: string): void {
  try {
    execFileSync(program, ["--help"], { stdio: "pipe" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") return;
    throw new Error(`${program} is missing: apt-get install mosquitto-clients`, { cause: error });
  }
}

describe("TLS", () => {
  beforeAll(() => {
    certify("server", "localhost");
    certify("authority", "hubs");
    certify("hub-a", "hub-a", "authority");
    certify("stranger", "hub-a");
  });

  const secure = async (ca?: Buffer) => {
    const tls = { port: 0, key: read("server.key"), cert: read("server.crt"), ...(ca ? { ca } : {}) };
    const harness = await startHarness({ mqttPort: false, tls });
    const open = async (options: ConnectionOptions = {}): Promise<{ client: RawClient; socket: TLSSocket }> => {
      const socket = connectTls({ port: harness.broker.ports.mqtts ?? 0, ca: read("server.crt"), ...options });
      await once(socket, "secureConnect");
      const client = new RawClient(socket);
      afterTest(() => client.destroy());
      return { client, socket };
    };
    const withCertificate = (name: string): ConnectionOptions => ({
      key: read(`${name}.key`),
      cert: read(`${name}.crt`),
    });
    return { ...harness, open, withCertificate };
  };
  const anonymous = connect({ username: null, password: null });

  test("a hub connects with its secret and publishes", async () => {
    const { open, taken } = await secure();
    const { client } = await open();
    expect(await client.send(connect()).next()).toBe(answers.connack(0));
    expect(await client.send(publish(readings, "x".repeat(200_000))).next()).toBe(answers.puback(1));
    expect(taken[0]?.text).toHaveLength(200_000);
  });

  test("a certificate that the authority signed names the hub", async () => {
    const { open, withCertificate, events } = await secure(read("authority.crt"));
    const { client } = await open(withCertificate("hub-a"));
    expect(await client.send(anonymous).next()).toBe(answers.connack(0));
    await client.send(pingreq).next();
    expect(events).toEqual(["connected hub-a"]);
  });

  test("it speaks for no other hub", async () => {
    const { open, withCertificate, counts } = await secure(read("authority.crt"));
    const { client } = await open(withCertificate("hub-a"));
    expect(await client.send(connect({ username: "hub-b" })).rest()).toEqual([answers.connack(5)]);
    expect(counts).toEqual(["MQTT_CREDENTIALS"]);
  });

  test("a certificate that the authority did not sign counts as none; the secret still does", async () => {
    const { open, withCertificate } = await secure(read("authority.crt"));
    const first = await open(withCertificate("stranger"));
    expect(await first.client.send(anonymous).rest()).toEqual([answers.connack(5)]);
    const second = await open(withCertificate("stranger"));
    expect(await second.client.send(connect()).next()).toBe(answers.connack(0));
  });

  test.for([
    ["stranger", answers.connack(5)],
    ["hub-a", answers.connack(0)],
  ] as const)("a resumed session is worth what its certificate was: %s gets %s", async ([name, connack]) => {
    const { open, withCertificate } = await secure(read("authority.crt"));
    const first = await open(withCertificate(name));
    const [session] = (await once(first.socket, "session")) as [Buffer];
    expect(await first.client.send(anonymous).next()).toBe(connack);
    const second = await open({ ...withCertificate(name), session });
    expect(second.socket.isSessionReused()).toBe(true);
    expect(await second.client.send(connect({ username: null, password: null, clientId: "2" })).next()).toBe(connack);
  });

  test("without an authority certificates are not asked for", async () => {
    const { open, withCertificate } = await secure();
    const { client } = await open(withCertificate("hub-a"));
    expect(await client.send(anonymous).rest()).toEqual([answers.connack(5)]);
  });

  test("mqtt.js over wss", async () => {
    const tls = { port: 0, key: read("server.key"), cert: read("server.crt") };
    const { broker, taken } = await startHarness({ mqttPort: false, tls, webSocketPort: 0 });
    const options = { username: "hub-a", password: "right", ca: read("server.crt") };
    const client = await mqtt.connectAsync(`wss://127.0.0.1:${broker.ports.ws}`, options);
    await client.publishAsync(readings, "x", { qos: 2 });
    await client.endAsync();
    expect(taken).toMatchObject([{ text: "x", qos: 2 }]);
  });
});

describe("WebSocket", () => {
  const open = async (port: number | undefined, protocol?: string) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, protocol);
    afterTest(() => socket.terminate());
    await once(socket, "open");
    return { socket, client: new RawClient(createWebSocketStream(socket)) };
  };

  test("[MQTT-6.0.0-4] the server chooses the subprotocol mqtt", async () => {
    const { broker } = await startHarness({ webSocketPort: 0 });
    const { socket } = await open(broker.ports.ws, "mqtt");
    expect(socket.protocol).toBe("mqtt");
  });

  test("[MQTT-6.0.0-3] without it there is no connection", async () => {
    const { broker } = await startHarness({ webSocketPort: 0 });
    await expect(open(broker.ports.ws)).rejects.toThrow("400");
    const answer = await fetch(`http://127.0.0.1:${broker.ports.ws}/`);
    expect(answer.status).toBe(426);
  });

  test("[MQTT-6.0.0-2] packets need not align with frames", async () => {
    const { broker, taken } = await startHarness({ webSocketPort: 0 });
    const { client } = await open(broker.ports.ws, "mqtt");
    for (const byte of Buffer.concat([connect(), publish(readings, "in pieces")])) client.send(Buffer.from([byte]));
    expect(await client.next()).toBe(answers.connack(0));
    expect(await client.next()).toBe(answers.puback(1));
    expect(taken.map(({ text }) => text)).toEqual(["in pieces"]);
  });

  test("[MQTT-6.0.0-1] a text frame closes the connection and is not read", async () => {
    const { broker, taken } = await startHarness({ webSocketPort: 0 });
    const { client, socket } = await open(broker.ports.ws, "mqtt");
    expect(await client.send(connect()).next()).toBe(answers.connack(0));
    socket.send(publish(readings, "text", { qos: 0 }).toString("latin1"));
    await client.closed;
    expect(taken).toEqual([]);
  });

  test("before CONNECT is accepted a frame can't be collected without end", async () => {
    const { broker, counts } = await startHarness({ webSocketPort: 0 });
    const { client } = await open(broker.ports.ws, "mqtt");
    client.send(Buffer.concat([connect(), Buffer.alloc(250_000)]));
    expect(await client.rest()).toEqual([]);
    expect(counts).toEqual(["MQTT_CONNECT_TOO_LARGE"]);
  });

  test("a frame larger than any packet closes the connection", async () => {
    const { broker } = await startHarness({ webSocketPort: 0 });
    const { client } = await open(broker.ports.ws, "mqtt");
    expect(await client.send(connect()).next()).toBe(answers.connack(0));
    client.send(Buffer.alloc(500_000));
    await client.closed;
  });
});

describe("clients of others", () => {
  const credentials = ["-u", "hub-a", "-P", "right"];

  test("mosquitto_pub publishes with QoS 0, 1 and 2", async () => {
    need("mosquitto_pub");
    const { broker, taken } = await startHarness();
    const to = ["-h", "127.0.0.1", "-p", String(broker.ports.mqtt), ...credentials, "-t", readings];
    for (const qos of ["0", "1", "2"]) await run("mosquitto_pub", [...to, "-q", qos, "-m", `qos ${qos}`, "-r"]);
    expect(taken).toMatchObject([0, 1, 2].map((qos) => ({ text: `qos ${qos}`, qos, retain: false })));
  });

  test("mosquitto_pub with a wrong secret says so", async () => {
    need("mosquitto_pub");
    const { broker } = await startHarness();
    const to = [
      "-h",
      "127.0.0.1",
      "-p",
      String(broker.ports.mqtt),
      "-u",
      "hub-a",
      "-P",
      "wrong",
      "-t",
      readings,
      "-m",
      "x",
    ];
    await expect(run("mosquitto_pub", to)).rejects.toMatchObject({
      stderr: expect.stringMatching(/bad user name or password/i),
    });
  });

  test("mosquitto_sub hears receipts, and is told when a filter is denied", async () => {
    need("mosquitto_sub");
    const { promise: isListening, resolve } = Promise.withResolvers<string>();
    const { broker } = await startHarness({ onHubSubscribed: resolve });
    const to = ["-h", "127.0.0.1", "-p", String(broker.ports.mqtt), ...credentials];
    const child = spawn("mosquitto_sub", [...to, "-q", "1", "-v", "-t", "hv/v1/hub-a/receipts"]);
    afterTest(() => child.kill());
    await isListening;
    await broker.publish("hv/v1/hub-a/receipts", '{"id":"1"}', { qos: 1, retain: false });
    const [line] = (await once(createInterface(child.stdout), "line")) as [string];
    expect(line).toBe('hv/v1/hub-a/receipts {"id":"1"}');
    expect((await run("mosquitto_sub", [...to, "-t", "#"])).stderr).toContain("denied");
  });

  test.for(["mqtt", "ws"] as const)(
    "mqtt.js over %s subscribes, publishes with every QoS and hears receipts",
    async (scheme) => {
      const { broker, taken } = await startHarness({ webSocketPort: 0 });
      const options = { username: "hub-a", password: "right", clientId: "c" };
      const client = await mqtt.connectAsync(`${scheme}://127.0.0.1:${broker.ports[scheme]}`, options);
      afterTest(() => client.endAsync(true));
      expect(await client.subscribeAsync("hv/v1/hub-a/receipts", { qos: 1 })).toMatchObject([{ qos: 1 }]);
      for (const qos of [0, 1, 2] as const) await client.publishAsync(readings, `qos ${qos}`, { qos });
      const heard = once(client as unknown as EventEmitter, "message");
      await broker.publish("hv/v1/hub-a/receipts", "r", { qos: 1, retain: false });
      expect(String((await heard)[1])).toBe("r");
      expect(taken.map(({ text }) => text).toSorted()).toEqual(["qos 0", "qos 1", "qos 2"]);
    },
  );

  test("an MQTT 5 client is told that its version is not taken", async () => {
    const { broker } = await startHarness();
    const options = { username: "hub-a", password: "right", protocolVersion: 5 as const };
    const url = `mqtt://127.0.0.1:${broker.ports.mqtt}`;
    await expect(mqtt.connectAsync(url, { ...options, reconnectPeriod: 0 })).rejects.toThrow();
  });
});

describe("listening", () => {
  test("plain MQTT is served on loopback only", async () => {
    for (const host of ["127.0.0.1", "127.8.9.1", "::1", "localhost"]) requireLoopbackOrTls(host, false);
    for (const host of ["0.0.0.0", "::", "192.0.2.1", "example.org", ""]) {
      expect(() => requireLoopbackOrTls(host, false)).toThrow("MQTT_PLAINTEXT_REFUSED");
      requireLoopbackOrTls(host, true);
    }
    await expect(startHarness({ host: "0.0.0.0" })).rejects.toThrow("MQTT_PLAINTEXT_REFUSED");
    const plainWebSocket = { host: "0.0.0.0", mqttPort: false as const, webSocketPort: 0 };
    await expect(startHarness(plainWebSocket)).rejects.toThrow("MQTT_PLAINTEXT_REFUSED");
  });

  test("a port in use is named together with the variable that sets it", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    afterTest(() => other.close());
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const failure = startHarness({ mqttPort: port });
    await expect(failure).rejects.toThrow(`CONFIG_INVALID`);
    await expect(failure).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`);
    await expect(failure).rejects.toThrow("HEMVAKT_MQTT_PORT");
  });
});
