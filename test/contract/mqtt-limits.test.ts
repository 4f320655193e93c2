/** What keeps the platform upright: limits before and after authentication, revocation, stopping. */
import { describe, expect, test } from "vitest";
import { defaultLimits } from "../../src/broker/embedded.ts";
import { manualClock } from "../../src/clock.ts";
import { HemvaktError } from "../../src/errors.ts";
import { answers, connect, disconnect, packet, pingreq, publish, str, subscribe, u16 } from "./mqtt-bytes.ts";
import { hold, startHarness } from "./mqtt-harness.ts";

const readings = "hv/v1/hub-a/readings";

describe("before authentication", () => {
  test("a CONNECT that announces 256 MB is cut off at once", async () => {
    const { raw, counts } = await startHarness();
    const client = (await raw()).send(Buffer.from([0x10, 0xff, 0xff, 0xff, 0x7f]));
    expect(await client.rest()).toEqual([]);
    expect(counts).toEqual(["MQTT_CONNECT_TOO_LARGE"]);
  });

  test("the limit counts the whole packet: 4 096 bytes are taken, 4 097 are not", async () => {
    const { raw, hub, counts } = await startHarness();
    const other = connect({ clientId: "" }).length;
    // The remaining length takes two bytes instead of one.
    const room = defaultLimits.connectBytes - other - 1;
    expect(connect({ clientId: "c".repeat(room) })).toHaveLength(4096);
    await hub({ clientId: "c".repeat(room) });
    await (await raw()).send(connect({ clientId: "c".repeat(room + 1) })).closed;
    expect(counts).toEqual(["MQTT_CONNECT_TOO_LARGE"]);
  });

  test("what is sent behind CONNECT waits unread while the secret is checked", async () => {
    const checked = hold();
    const { raw, taken, take } = await startHarness({
      authenticate: async () => {
        await checked.promise;
        return "ok" as const;
      },
    });
    const client = (await raw()).send(connect(), publish(readings, "waits"), publish(readings, "too"));
    const other = await raw();
    other.send(Buffer.from([0xff]));
    await other.closed;
    expect(taken).toEqual([]);
    checked.release();
    await take(2);
    expect(await client.next()).toBe(answers.connack(0));
  });

  test("when secrets can't be checked the answer is 3, server unavailable", async () => {
    const { raw, counts } = await startHarness({
      authenticate: () => {
        throw new HemvaktError("STORE_UNAVAILABLE");
      },
    });
    expect(await (await raw()).send(connect()).rest()).toEqual([answers.connack(3)]);
    expect(counts).toEqual(["STORE_UNAVAILABLE hub-a"]);
  });
});

describe("limits of a hub", () => {
  const limits = (part: Partial<typeof defaultLimits>) => ({ limits: { ...defaultLimits, ...part } });

  test("a payload of the largest size is taken in one piece, whatever the segments", async () => {
    const { hub, take } = await startHarness();
    const client = await hub();
    const payload = "x".repeat(defaultLimits.payloadBytes);
    expect(await client.send(publish(readings, payload)).next()).toBe(answers.puback(1));
    expect((await take(1)).text).toBe(payload);
  });

  test("a larger payload closes the connection when it is announced", async () => {
    const { hub, counts } = await startHarness();
    const client = await hub();
    const length = defaultLimits.payloadBytes + 1 + str(readings).length + 2;
    client.send(
      Buffer.from([0x32, (length & 0x7f) | 0x80, ((length >> 7) & 0x7f) | 0x80, length >> 14]),
      str(readings),
    );
    await client.closed;
    expect(counts).toEqual(["MQTT_PACKET_TOO_LARGE hub-a"]);
  });

  test("a SUBSCRIBE larger than the limit closes the connection", async () => {
    const { hub, counts } = await startHarness(limits({ connectBytes: 100 }));
    const client = await hub();
    await client.send(packet(0x82, u16(1), str("a".repeat(200)), [0])).closed;
    expect(counts).toEqual(["MQTT_PACKET_TOO_LARGE hub-a"]);
  });

  test("above its rate a hub is paused, told once, and loses nothing", async () => {
    const clock = manualClock(0);
    const { hub, counts, take, taken } = await startHarness({
      clock,
      ...limits({ messagesPerSecond: 100, burst: 40 }),
    });
    const client = await hub();
    const many = Array.from({ length: 100 }, (_, index) => publish(readings, `${index}`, { qos: 0 }));
    // DISCONNECT and the end of the stream wait their turn as well.
    client.send(...many, disconnect);
    client.socket.end();
    await take(40);
    expect(counts).toEqual(["MQTT_RATE_LIMIT hub-a"]);
    expect(taken).toHaveLength(40);
    for (let n = 50; n <= 100; n += 10) {
      clock.advance(100);
      await take(n);
      expect(taken).toHaveLength(n);
    }
    expect(taken.map(({ text }) => Number(text))).toEqual(many.map((_, index) => index));
    await client.closed;
    expect(counts).toEqual(["MQTT_RATE_LIMIT hub-a"]);
  });

  test("what was sent in one go and cut by the rate is kept although the sender has closed", async () => {
    const clock = manualClock(0);
    const checked = hold();
    const { raw, take, taken } = await startHarness({
      clock,
      ...limits({ messagesPerSecond: 100, burst: 10 }),
      authenticate: async (hub) => {
        if (hub === "hub-a") await checked.promise;
        return "ok" as const;
      },
    });
    const many = Array.from({ length: 20 }, (_, index) => publish(readings, `${index}`, { qos: 0 }));
    const will = { topic: "hv/v1/hub-a/state", payload: "gone" };
    const client = (await raw()).send(connect({ will }), ...many, disconnect);
    client.socket.end();
    // By the time another hub has connected, all of it and its end have arrived.
    await (await raw()).send(connect({ username: "hub-b" })).next();
    checked.release();
    await take(10);
    clock.advance(100);
    await take(20);
    clock.advance(100);
    await client.closed;
    expect(taken.map(({ text }) => text)).toEqual(many.map((_, index) => `${index}`));
  });

  test("the rate belongs to the hub: a new connection brings no new allowance", async () => {
    const clock = manualClock(0);
    const { hub, take, taken } = await startHarness({ clock, ...limits({ messagesPerSecond: 10, burst: 2 }) });
    (await hub({ clientId: "1" })).send(publish(readings, "1", { qos: 0 }), publish(readings, "2", { qos: 0 }));
    await take(2);
    (await hub({ clientId: "2" })).send(publish(readings, "3", { qos: 0 }));
    const other = await hub({ username: "hub-b" });
    expect(await other.send(publish("hv/v1/hub-b/readings", "b")).next()).toBe(answers.puback(1));
    expect(taken.map(({ text }) => text)).toEqual(["1", "2", "b"]);
    clock.advance(1000);
    expect((await take(4)).text).toBe("3");
  });

  test("no more messages are in flight than allowed, over all of a hub's connections, and all arrive", async () => {
    let inFlight = 0;
    let most = 0;
    const { hub, taken } = await startHarness({
      ...limits({ inFlight: 8 }),
      onIngest: async () => {
        most = Math.max(most, ++inFlight);
        await new Promise((resolve) => setImmediate(resolve));
        inFlight -= 1;
      },
    });
    const clients = await Promise.all(["1", "2", "3"].map((clientId) => hub({ clientId })));
    await Promise.all(
      clients.map(async (client) => {
        for (let id = 1; id <= 100; id++) client.send(publish(readings, "x", { id }));
        for (let id = 1; id <= 100; id++) expect(await client.next()).toBe(answers.puback(id));
      }),
    );
    expect(most).toBe(8);
    expect(taken).toHaveLength(300);
  });

  test("messages that were let through and never arrived whole free their place when the connection goes", async () => {
    const { hub } = await startHarness(limits({ inFlight: 1 }));
    const whole = publish(readings, "cut off");
    const client = await hub();
    client.send(pingreq, whole.subarray(0, -1));
    await client.next();
    client.destroy();
    const next = await hub();
    expect(await next.send(publish(readings, "x")).next()).toBe(answers.puback(1));
  });

  test("one connection more than allowed is answered 3, server unavailable; after one has gone there is room", async () => {
    const { raw, hub, counts } = await startHarness(limits({ connectionsPerHub: 2 }));
    const first = await hub({ clientId: "1" });
    await hub({ clientId: "2" });
    expect(await (await raw()).send(connect({ clientId: "3" })).rest()).toEqual([answers.connack(3)]);
    expect(counts).toEqual(["MQTT_CONNECTION_LIMIT hub-a"]);
    // Taking a session over is not one more.
    await hub({ clientId: "2" });
    first.send(disconnect);
    await first.closed;
    await hub({ clientId: "3" });
  });
});

describe("the platform's side", () => {
  test("a revoked hub is disconnected, counted once, and a stranger's name does nothing", async () => {
    const { hub, broker, counts } = await startHarness();
    const clients = [await hub({ clientId: "1" }), await hub({ clientId: "2" })];
    broker.disconnectHub("hub-x", "MQTT_REVOKED");
    broker.disconnectHub("hub-a", "MQTT_REVOKED");
    await Promise.all(clients.map((client) => client.closed));
    expect(counts).toEqual(["MQTT_REVOKED hub-a"]);
    expect(broker.isConnected("hub-a")).toBe(false);
  });

  test("onlineSince is when the connection was accepted", async () => {
    const clock = manualClock("2026-11-22T07:00:00Z");
    const { hub, take } = await startHarness({ clock });
    const client = await hub();
    await client.send(pingreq).next();
    clock.advance(3_600_000);
    client.send(publish(readings, "x", { qos: 0 }));
    expect(await take(1)).toMatchObject({ onlineSince: Date.parse("2026-11-22T07:00:00Z") });
  });

  test("a hub is told to be listening when its subscription stands, new or restored", async () => {
    const listening: string[] = [];
    const { hub } = await startHarness({ onHubSubscribed: (id) => listening.push(id) });
    const client = await hub({ clean: false });
    await client.send(pingreq).next();
    expect(listening).toEqual([]);
    await client.send(subscribe(1, ["hv/v1/hub-a/prompts", 1])).next();
    expect(listening).toEqual(["hub-a"]);
    client.destroy();
    const again = await hub({ clean: false });
    await again.send(pingreq).next();
    expect(listening).toEqual(["hub-a", "hub-a"]);
  });

  test("stopping acknowledges what was taken, publishes no wills, and closes", async () => {
    const stored = hold();
    const { hub, take, taken, broker } = await startHarness({ onIngest: () => stored.promise });
    const will = { topic: "hv/v1/hub-a/state", payload: "gone" };
    const one = await hub({ clientId: "1", will });
    const two = await hub({ clientId: "2", will });
    one.send(publish(readings, "one", { qos: 1, id: 4 }));
    two.send(publish(readings, "two", { qos: 2, id: 5 }));
    await take(2);
    const stopped = broker.stop();
    one.send(publish(readings, "too late", { id: 6 }));
    stored.release();
    expect(await one.rest()).toEqual([answers.puback(4)]);
    expect(await two.rest()).toEqual([answers.pubrec(5)]);
    await stopped;
    expect(taken).toHaveLength(2);
    expect(broker.connectedHubs()).toBe(0);
  });
});
