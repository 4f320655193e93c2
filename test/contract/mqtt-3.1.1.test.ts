/** One packet at a time: what is refused, and how, and what is answered. Flows are in `mqtt-flows.test.ts`. */
import { describe, expect, test } from "vitest";
import { answers, connect, disconnect, pingreq, publish } from "./mqtt-bytes.ts";
import { answered, readings, refused, silentlyClosed, violations } from "./mqtt-cases.ts";
import { startHarness } from "./mqtt-harness.ts";

describe("CONNECT", () => {
  test.for(silentlyClosed)("%s %s closes the connection without CONNACK", async ([, , bytes, code]) => {
    const { raw, counts } = await startHarness();
    const client = (await raw()).send(bytes);
    expect(await client.rest()).toEqual([]);
    expect(counts).toEqual([code]);
  });

  test.for(refused)("%s %s is refused with a return code", async ([, , bytes, code, connack]) => {
    const { raw, counts, events } = await startHarness();
    const client = (await raw()).send(bytes);
    expect(await client.rest()).toEqual([answers.connack(connack)]);
    expect(counts).toEqual([code]);
    expect(events).toEqual([]);
  });

  test("[MQTT-3.2.0-1] CONNACK is the first packet, with session present 0 for a clean session [MQTT-3.2.2-1]", async () => {
    const { raw, broker, events } = await startHarness();
    const client = (await raw()).send(connect());
    expect(await client.next()).toBe("20020000");
    await client.send(pingreq).next();
    expect(broker.isConnected("hub-a")).toBe(true);
    expect(broker.connectedHubs()).toBe(1);
    expect(events).toEqual(["connected hub-a"]);
  });

  test("MQTT 3.1 with its own name and level is taken", async () => {
    const { hub, counts } = await startHarness();
    const client = await hub({ protocol: "MQIsdp", level: 3, clientId: "longer than twenty-three characters" });
    expect(await client.send(pingreq).next()).toBe(answers.pingresp);
    expect(counts).toEqual([]);
  });

  test("[MQTT-3.1.3-6] a clean session may leave the client id empty, and two such clients are two", async () => {
    const { hub } = await startHarness();
    const first = await hub({ clientId: "" });
    const second = await hub({ clientId: "" });
    expect(await first.send(pingreq).next()).toBe(answers.pingresp);
    expect(await second.send(pingreq).next()).toBe(answers.pingresp);
  });

  test("[MQTT-3.1.4-2] a second connection of the same hub and client id ends the first", async () => {
    const { hub } = await startHarness();
    const first = await hub({ clientId: "same" });
    const second = await hub({ clientId: "same" });
    await first.closed;
    expect(await second.send(pingreq).next()).toBe(answers.pingresp);
  });

  test("§3.1.4 packets may follow CONNECT at once, without waiting for CONNACK", async () => {
    const { raw, taken } = await startHarness();
    const many = Array.from({ length: 100 }, (_, index) => publish(readings, `m${index}`, { id: index + 1 }));
    const client = (await raw()).send(connect(), ...many, pingreq);
    expect(await client.next()).toBe(answers.connack(0));
    const got = new Set<string>();
    while (got.size < 101) got.add(await client.next());
    expect(got).toContain(answers.pingresp);
    expect(taken.map(({ text }) => text)).toEqual(many.map((_, index) => `m${index}`));
  });
});

describe("after CONNECT", () => {
  test.for(violations)("%s %s closes the connection", async ([, , bytes, code]) => {
    const { hub, counts, taken } = await startHarness();
    const client = await hub();
    client.send(bytes, publish(readings, "behind"));
    expect(await client.rest()).toEqual([]);
    expect(counts).toEqual([`${code} hub-a`]);
    expect(taken).toEqual([]);
  });

  test.for(answered)("%s %s is answered", async ([, , bytes, answer]) => {
    const { hub, counts } = await startHarness();
    const client = await hub();
    expect(await client.send(bytes).next()).toBe(answer);
    expect(counts).toEqual([]);
  });

  test("[MQTT-3.14.4-2] DISCONNECT closes, and what follows it is not looked at", async () => {
    const { hub, counts, taken } = await startHarness();
    const client = await hub();
    client.send(publish(readings, "before", { qos: 0 }), disconnect, publish(readings, "after"), Buffer.from([0xff]));
    await client.closed;
    expect(taken.map(({ text }) => text)).toEqual(["before"]);
    expect(counts).toEqual([]);
  });
});
