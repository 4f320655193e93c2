/** MQTT 3.1.1 over several packets: delivery in both directions, sessions, retained messages, wills, keep alive. */
import { describe, expect, test } from "vitest";
import {
  answers,
  connect,
  disconnect,
  pingreq,
  puback,
  pubcomp,
  publish,
  pubrec,
  pubrel,
  readPublish,
  subscribe,
  unsubscribe,
} from "./mqtt-bytes.ts";
import { hold, type RawClient, startHarness } from "./mqtt-harness.ts";

const readings = "hv/v1/hub-a/readings";
const receipts = "hv/v1/hub-a/receipts";
const state = "hv/v1/hub-a/state";

const subscribed = async (client: RawClient, filter: string, qos: number): Promise<RawClient> => {
  expect(await client.send(subscribe(1, [filter, qos])).next()).toBe(answers.suback(1, qos));
  return client;
};

/** Nothing else is on its way: the answer to a PINGREQ comes next. */
const expectSilence = async (client: RawClient): Promise<void> =>
  expect(await client.send(pingreq).next()).toBe(answers.pingresp);

describe("from hub to platform", () => {
  test("§4.3.1 QoS 0 is taken without an answer", async () => {
    const { hub, take } = await startHarness();
    const client = await hub();
    client.send(publish(readings, "one", { qos: 0 }));
    expect(await take(1)).toMatchObject({ hub: "hub-a", channel: "readings", text: "one", qos: 0, will: false });
    await expectSilence(client);
  });

  test("[MQTT-4.3.2-2] QoS 1 is acknowledged after it was stored, and not before", async () => {
    const stored = hold();
    const { hub, take } = await startHarness({ onIngest: () => stored.promise });
    const client = await hub();
    client.send(publish(readings, "one", { id: 7 }));
    await take(1);
    await expectSilence(client);
    stored.release();
    expect(await client.next()).toBe(answers.puback(7));
  });

  test("[MQTT-4.3.3-2] QoS 2 is acknowledged with PUBREC after it was stored, and not before", async () => {
    const stored = hold();
    const { hub, take } = await startHarness({ onIngest: () => stored.promise });
    const client = await hub();
    client.send(publish(readings, "one", { qos: 2, id: 7 }));
    await take(1);
    await expectSilence(client);
    stored.release();
    expect(await client.next()).toBe(answers.pubrec(7));
    expect(await client.send(pubrel(7)).next()).toBe(answers.pubcomp(7));
  });

  test.for([1, 2])("QoS %i that can't be stored is not acknowledged; the hub sends it again with DUP", async (qos) => {
    let isFull = true;
    const { hub, taken, counts } = await startHarness({
      onIngest: () => {
        if (isFull) throw new Error("disk full");
      },
    });
    const client = await hub();
    expect(await client.send(publish(readings, "one", { qos, id: 7 })).rest()).toEqual([]);
    expect(counts).toEqual(["INTERNAL hub-a"]);
    isFull = false;
    const again = await hub();
    again.send(publish(readings, "one", { qos, id: 7, dup: true }));
    expect(await again.next()).toBe(qos === 1 ? answers.puback(7) : answers.pubrec(7));
    expect(taken).toHaveLength(2);
  });

  test("[MQTT-4.3.2-2] a redelivered QoS 1 message is taken as a new one: telling it apart is the ledger's task", async () => {
    const { hub, taken } = await startHarness();
    const client = await hub();
    client.send(publish(readings, "one", { id: 7 }));
    expect(await client.next()).toBe(answers.puback(7));
    client.send(publish(readings, "one", { id: 7, dup: true }));
    expect(await client.next()).toBe(answers.puback(7));
    expect(taken).toHaveLength(2);
  });

  test("[MQTT-4.3.3-2] a QoS 2 message sent again before PUBREL is passed on to subscribers once", async () => {
    const { hub } = await startHarness();
    const client = await subscribed(await hub(), "hv/v1/hub-a/#", 0);
    client.send(publish(readings, "one", { qos: 2, id: 7 }));
    expect(new Set([await client.next(), await client.next()])).toContain(answers.pubrec(7));
    client.send(publish(readings, "one", { qos: 2, id: 7, dup: true }));
    expect(await client.next()).toBe(answers.pubrec(7));
    expect(await client.send(pubrel(7)).next()).toBe(answers.pubcomp(7));
    await expectSilence(client);
  });

  test("[MQTT-4.6.0-2] PUBACKs leave in the order of their PUBLISHes, whatever was stored first", async () => {
    const first = hold();
    const { hub, take } = await startHarness({
      onIngest: ({ text }) => (text === "one" ? first.promise : undefined),
    });
    const client = await hub();
    client.send(
      publish(readings, "one", { id: 1 }),
      publish(readings, "two", { id: 2 }),
      publish(readings, "3", { id: 3 }),
    );
    await take(3);
    first.release();
    expect([await client.next(), await client.next(), await client.next()]).toEqual([1, 2, 3].map(answers.puback));
  });
});

describe("from platform to hub", () => {
  test("[MQTT-3.8.4-6] the QoS is the smaller of published and granted", async () => {
    const { hub, broker } = await startHarness();
    const exact = await subscribed(await hub({ clientId: "0" }), receipts, 0);
    const wildcard = await subscribed(await hub({ clientId: "1" }), "hv/v1/hub-a/+", 1);
    await broker.publish(receipts, "r", { qos: 1, retain: false });
    expect(readPublish(await exact.next())).toMatchObject({ topic: receipts, payload: "r", qos: 0, retain: false });
    const second = readPublish(await wildcard.next());
    expect(second).toMatchObject({ qos: 1, dup: false });
    wildcard.send(puback(second.id ?? 0), publish(readings, "echo", { qos: 2, id: 9 }));
    const echo = [await wildcard.next(), await wildcard.next()].find((packet) => packet.startsWith("3")) ?? "";
    expect(readPublish(echo)).toMatchObject({ payload: "echo", qos: 1 });
  });

  test("[MQTT-3.3.5-1] overlapping filters get a copy each, with each filter's QoS", async () => {
    const { hub, broker } = await startHarness();
    const client = await subscribed(await subscribed(await hub(), "hv/v1/hub-a/#", 0), receipts, 1);
    await broker.publish(receipts, "r", { qos: 1, retain: false });
    const copies = [readPublish(await client.next()), readPublish(await client.next())];
    expect(copies.map(({ qos }) => qos).toSorted((a, b) => a - b)).toEqual([0, 1]);
  });

  test("[MQTT-4.6.0-6] messages arrive in the order of publishing, also when QoS 0 and 1 are mixed", async () => {
    const { hub, broker } = await startHarness();
    const client = await subscribed(await hub(), receipts, 1);
    for (let n = 0; n < 20; n++) void broker.publish(receipts, `${n}`, { qos: n % 3 === 0 ? 0 : 1, retain: false });
    const got = new Set<string>();
    while (got.size < 20) got.add(readPublish(await client.next()).payload);
    const ofQos1 = [...got].filter((payload) => Number(payload) % 3 !== 0).map(Number);
    expect(ofQos1).toEqual(ofQos1.toSorted((a, b) => a - b));
    await expectSilence(client);
  });

  test("[MQTT-3.10.4-2] after UNSUBACK nothing new arrives", async () => {
    const { hub, broker } = await startHarness();
    const client = await subscribed(await hub(), receipts, 1);
    expect(await client.send(unsubscribe(2, receipts)).next()).toBe(answers.unsuback(2));
    await broker.publish(receipts, "r", { qos: 1, retain: false });
    await expectSilence(client);
  });

  test("[MQTT-3.8.4-3] the same filter again replaces the subscription", async () => {
    const { hub, broker } = await startHarness();
    const client = await subscribed(await subscribed(await hub(), receipts, 0), receipts, 1);
    await broker.publish(receipts, "r", { qos: 1, retain: false });
    expect(readPublish(await client.next()).qos).toBe(1);
    await expectSilence(client);
  });
});

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
});
