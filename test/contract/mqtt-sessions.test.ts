/** What outlives a packet, or a connection: sessions, retained messages, wills, keep alive (MQTT 3.1.1 §3.1.2, §3.3.1, §4.1). */
import { describe, expect, test } from "vitest";
import {
  answers,
  connect,
  disconnect,
  puback,
  pubcomp,
  publish,
  pubrec,
  pubrel,
  readPublish,
  subscribe,
} from "./mqtt-bytes.ts";
import { expectSilence, hold, startHarness, subscribed } from "./mqtt-harness.ts";

const readings = "hv/v1/hub-a/readings";
const receipts = "hv/v1/hub-a/receipts";
const state = "hv/v1/hub-a/state";

describe("sessions", () => {
  test("[MQTT-3.1.2-4], [MQTT-3.1.2-5] a persistent session gets what was published while it was away", async () => {
    const { hub, broker } = await startHarness();
    const client = await subscribed(await hub({ clean: false }), receipts, 1);
    client.send(disconnect);
    await client.closed;
    await broker.publish(receipts, "kept", { qos: 1, retain: false });
    await broker.publish(receipts, "not kept", { qos: 0, retain: false });
    const again = await hub({ clean: false });
    expect(readPublish(await again.next())).toMatchObject({ payload: "kept", qos: 1, dup: false });
    await expectSilence(again);
  });

  test("[MQTT-4.4.0-1], [MQTT-3.3.1-1] what was not acknowledged is sent again with DUP and its identifier", async () => {
    const { hub, broker } = await startHarness();
    const client = await subscribed(await hub({ clean: false }), receipts, 1);
    await broker.publish(receipts, "r", { qos: 1, retain: false });
    const first = readPublish(await client.next());
    client.destroy();
    const again = await hub({ clean: false });
    const second = readPublish(await again.next());
    expect(second).toEqual({ ...first, dup: true });
    again.send(puback(second.id ?? 0));
    await expectSilence(again);
    again.destroy();
    await expectSilence(await hub({ clean: false }));
  });

  test("[MQTT-4.4.0-1] a PUBREL that was not completed is sent again", async () => {
    const { hub } = await startHarness();
    const client = await subscribed(await hub({ clean: false }), "hv/v1/hub-a/#", 2);
    client.send(publish("hv/v1/hub-a/echo", "e", { qos: 2, id: 5 }));
    const echo = [await client.next(), await client.next()].find((packet) => packet.startsWith("3")) ?? "";
    const { id = 0 } = readPublish(echo);
    expect(await client.send(pubrec(id)).next()).toBe(pubrel(id).toString("hex"));
    client.destroy();
    const again = await hub({ clean: false });
    expect(await again.next()).toBe(pubrel(id).toString("hex"));
    again.send(pubcomp(id));
    await expectSilence(again);
  });

  test("[MQTT-3.2.2-2] session present is 1 for any session that continues, also an empty one", async () => {
    const { raw } = await startHarness();
    const connack = async (clean: boolean) => {
      const client = (await raw()).send(connect({ clientId: "s", clean }));
      const answer = await client.next();
      client.send(disconnect);
      await client.closed;
      return answer;
    };
    expect(await connack(false)).toBe(answers.connack(0, false));
    expect(await connack(false)).toBe(answers.connack(0, true));
    // [MQTT-3.1.2-6]
    expect(await connack(true)).toBe(answers.connack(0, false));
    expect(await connack(false)).toBe(answers.connack(0, false));
  });

  test("[MQTT-3.1.2-6] a clean session begins without the subscriptions and messages of the former one", async () => {
    const { hub, broker } = await startHarness();
    const client = await subscribed(await hub({ clean: false }), receipts, 1);
    client.destroy();
    await client.closed;
    const clean = await hub({ clean: true });
    await broker.publish(receipts, "r", { qos: 1, retain: false });
    await expectSilence(clean);
  });
});

describe("a hub that is forgotten", () => {
  test("is closed, and finds no session, no message sent or unsent and nothing retained when it comes back", async () => {
    const { hub, broker, counts } = await startHarness();
    const away = await subscribed(await hub({ clean: false, clientId: "away" }), "hv/v1/hub-a/#", 1);
    away.send(disconnect);
    await away.closed;
    const here = await subscribed(await hub({ clean: false, clientId: "here" }), receipts, 1);
    here.send(publish(state, "on", { id: 1, retain: true }));
    await here.next();
    const other = await subscribed(await hub({ username: "hub-b", clean: false }), "hv/v1/hub-b/#", 1);
    for (let n = 0; n < 20; n += 1) await broker.publish(receipts, `theirs ${n}`, { qos: 1, retain: false });
    await broker.forgetHub("hub-a", "MQTT_HUB_RETURNED");
    await here.closed;
    expect(counts).toEqual(["MQTT_HUB_RETURNED hub-a"]);
    for (const clientId of ["here", "away"]) {
      // `hub` takes a CONNACK of either kind; what is kept would come right behind it.
      const again = await hub({ clean: false, clientId });
      await expectSilence(again);
      await expectSilence(await subscribed(again, "hv/v1/hub-a/#", 1));
    }
    await broker.publish("hv/v1/hub-b/receipts", "for b", { qos: 1, retain: false });
    expect(readPublish(await other.next())).toMatchObject({ payload: "for b" });
  });

  test("lets nobody in while it is being forgotten", async () => {
    const { hub, broker } = await startHarness();
    const client = await subscribed(await hub({ clean: false }), receipts, 1);
    client.send(disconnect);
    await client.closed;
    await broker.publish(receipts, "theirs", { qos: 1, retain: false });
    const [again] = await Promise.all([hub({ clean: false }), broker.forgetHub("hub-a", "MQTT_HUB_RETURNED")]);
    await expectSilence(again);
  });
});

describe("retained messages", () => {
  test("[MQTT-3.3.1-6] a hub's state is retained and given to its own later subscriptions with the flag set", async () => {
    const { hub, taken } = await startHarness();
    const client = await hub();
    client.send(publish(state, "on", { id: 1, retain: true }));
    expect(await client.next()).toBe(answers.puback(1));
    expect(taken[0]).toMatchObject({ channel: "state", retain: true });
    client.send(subscribe(2, ["hv/v1/hub-a/#", 0]));
    expect(await client.next()).toBe(answers.suback(2, 0));
    expect(readPublish(await client.next())).toMatchObject({ topic: state, payload: "on", qos: 0, retain: true });
    // [MQTT-3.3.1-9]: to an established subscription the flag is 0.
    client.send(publish(state, "on again", { qos: 0, retain: true }));
    expect(readPublish(await client.next())).toMatchObject({ payload: "on again", retain: false });
  });

  test("[MQTT-3.3.1-10] an empty retained state removes what was retained", async () => {
    const { hub } = await startHarness();
    const client = await hub();
    client.send(publish(state, "on", { id: 1, retain: true }), publish(state, "", { id: 2, retain: true }));
    expect([await client.next(), await client.next()]).toEqual([answers.puback(1), answers.puback(2)]);
    await expectSilence(await subscribed(client, state, 1));
  });

  test.for(["readings", "gatt", "prompted", "other"])(
    "the flag is taken off %s: the message is live and not kept",
    async (channel) => {
      const { hub, taken } = await startHarness();
      const client = await hub();
      client.send(publish(`hv/v1/hub-a/${channel}`, "x", { id: 1, retain: true }));
      expect(await client.next()).toBe(answers.puback(1));
      expect(taken[0]).toMatchObject({ retain: false });
      await expectSilence(await subscribed(client, "hv/v1/hub-a/#", 1));
    },
  );
});

describe("wills", () => {
  const will = { topic: state, payload: "gone", qos: 1, retain: true };

  test("[MQTT-3.1.2-8] a connection that breaks publishes its will; by then the hub is not online", async () => {
    const { hub, take, events } = await startHarness();
    const client = await hub({ will });
    client.destroy();
    const taken = await take(1);
    expect(taken).toMatchObject({ hub: "hub-a", channel: "state", text: "gone", qos: 1, retain: true, will: true });
    expect(taken).not.toHaveProperty("onlineSince");
    expect(events).toEqual(["connected hub-a", "disconnected hub-a"]);
  });

  test("[MQTT-3.1.2-8] a protocol violation publishes the will", async () => {
    const { hub, take } = await startHarness();
    (await hub({ will })).send(publish("", "x"));
    expect(await take(1)).toMatchObject({ text: "gone", will: true });
  });

  test("[MQTT-3.1.2-10] after DISCONNECT there is no will", async () => {
    const { hub, taken } = await startHarness();
    const client = await hub({ will });
    client.send(disconnect);
    await client.closed;
    const next = await hub();
    expect(await next.send(publish(readings, "x")).next()).toBe(answers.puback(1));
    expect(taken.map(({ text }) => text)).toEqual(["x"]);
  });

  test("a former connection's will comes before anything of the one that takes its session over", async () => {
    const { hub, take, taken } = await startHarness();
    await hub({ will });
    const second = await hub();
    second.send(publish(state, "back"));
    await take(2);
    expect(taken.map(({ text }) => text)).toEqual(["gone", "back"]);
  });

  test("[MQTT-3.1.2-24] a hub that says nothing for one and a half keep alive times is disconnected", async () => {
    const { hub, take, broker } = await startHarness();
    const client = await hub({ keepalive: 1, will });
    await client.closed;
    expect(await take(1)).toMatchObject({ text: "gone", will: true });
    expect(broker.isConnected("hub-a")).toBe(false);
  });

  test("while the platform itself is slow, a hub is not taken to be silent", async () => {
    const stored = hold();
    const { hub, take } = await startHarness({ onIngest: () => stored.promise });
    const waiting = await hub({ clientId: "waiting", keepalive: 1 });
    waiting.send(publish(readings, "x", { id: 3 }));
    await take(1);
    const silent = await hub({ clientId: "silent", keepalive: 1 });
    await silent.closed;
    stored.release();
    expect(await waiting.next()).toBe(answers.puback(3));
  });
});
