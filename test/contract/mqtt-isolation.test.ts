/** What keeps hubs apart from each other: whom a hub may speak as, and what it may hear. */
import { describe, expect, test } from "vitest";
import { answers, pingreq, publish, subscribe } from "./mqtt-bytes.ts";
import { startHarness } from "./mqtt-harness.ts";

const readings = "hv/v1/hub-a/readings";

describe("isolation", () => {
  test.for([
    ["another hub's readings", "hv/v1/hub-b/readings"],
    ["a hub whose name begins alike", "hv/v1/hub-ab/readings"],
    ["the bare tree", "hv/v1/hub-a"],
    ["outside the contract", "anything"],
    ["the broker's own topics", "$SYS/broker/uptime"],
    ["integrators' alerts", "hv/v1/teams/t/alerts"],
    ["its own receipts, which only the platform writes", "hv/v1/hub-a/receipts"],
    ["its own prompts, which only the platform writes", "hv/v1/hub-a/prompts"],
  ])("publishing to %s closes the connection and stores nothing", async ([, topic = ""]) => {
    const { hub, counts, taken } = await startHarness();
    for (const qos of [0, 1, 2]) {
      const client = await hub();
      expect(await client.send(publish(topic, "x", { qos }), publish(readings, "behind")).rest()).toEqual([]);
    }
    expect(counts).toEqual(Array(3).fill("MQTT_TOPIC_FORBIDDEN hub-a"));
    expect(taken).toEqual([]);
  });

  test("an unknown topic in the hub's own tree is handed on and acknowledged, so that nothing disappears", async () => {
    const { hub, taken } = await startHarness();
    const client = await hub();
    expect(await client.send(publish("hv/v1/hub-a/reading", "x")).next()).toBe(answers.puback(1));
    expect(taken).toMatchObject([{ channel: "unknown", topic: "hv/v1/hub-a/reading", text: "x" }]);
  });

  test.for(["#", "+/v1/hub-a/#", "hv/v1/+/readings", "hv/v1/hub-b/receipts", "hv/v1/#", "$SYS/#", "hv/v1/hub-a"])(
    "[MQTT-3.9.3-2] subscribing to %s is answered 0x80, then the connection is closed",
    async (filter) => {
      const { hub, counts } = await startHarness();
      const client = await hub();
      client.send(subscribe(3, ["hv/v1/hub-a/receipts", 1], [filter, 1]));
      expect(await client.rest()).toEqual([answers.suback(3, 1, 0x80)]);
      expect(counts).toEqual(["MQTT_TOPIC_FORBIDDEN hub-a"]);
    },
  );

  test("a denied filter is not remembered with a persistent session", async () => {
    const { hub, broker } = await startHarness();
    const client = await hub({ clean: false });
    await client.send(subscribe(3, ["hv/v1/hub-a/receipts", 1], ["hv/v1/hub-b/receipts", 1])).rest();
    await broker.publish("hv/v1/hub-b/receipts", "secret", { qos: 1, retain: true });
    const again = await hub({ clean: false });
    expect(await again.send(pingreq).next()).toBe(answers.pingresp);
  });

  test("one hub can neither hear another nor end its session by taking its client id", async () => {
    const { hub, broker } = await startHarness();
    const a = await hub({ clientId: "same" });
    const b = await hub({ clientId: "same", username: "hub-b" });
    expect(await b.send(subscribe(1, ["hv/v1/hub-b/#", 1])).next()).toBe(answers.suback(1, 1));
    await broker.publish("hv/v1/hub-a/receipts", "x", { qos: 1, retain: false });
    expect(await b.send(pingreq).next()).toBe(answers.pingresp);
    expect(await a.send(pingreq).next()).toBe(answers.pingresp);
    expect(broker.connectedHubs()).toBe(2);
  });

  test("a session holds at most 64 filters; more are answered 0x80", async () => {
    const { hub } = await startHarness();
    const client = await hub();
    const filters = Array.from({ length: 65 }, (_, index) => [`hv/v1/hub-a/${index}`, 0] as const);
    const codes = [...Array.from({ length: 64 }, () => 0), 0x80];
    expect(await client.send(subscribe(1, ...filters)).next()).toBe(answers.suback(1, ...codes));
  });
});
