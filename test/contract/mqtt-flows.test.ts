/** Delivery in both directions with each quality of service (MQTT 3.1.1 §4.3, §4.6). */
import { describe, expect, test } from "vitest";
import { answers, puback, publish, pubrel, readPublish, unsubscribe } from "./mqtt-bytes.ts";
import { expectSilence, hold, startHarness, subscribed } from "./mqtt-harness.ts";

const readings = "hv/v1/hub-a/readings";
const receipts = "hv/v1/hub-a/receipts";

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
