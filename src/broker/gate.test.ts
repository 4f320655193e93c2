import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as mqtt from "../../test/contract/mqtt-bytes.ts";
import { violations } from "../../test/contract/mqtt-cases.ts";
import { type ConnectRequest, type Refusal, readConnect } from "./connect.ts";
import { Gate } from "./gate.ts";
import { incomplete } from "./wire.ts";

const limits = { connectBytes: 4096, payloadBytes: 2000 };

type Outcome = { passed: string; admitted: number[]; violation: string | undefined };

/** Sends chunks through a gate; `patience[n]` is how often the n-th packet is held before it is let through. */
function send(chunks: readonly Buffer[], patience: readonly number[] = []): Outcome {
  const gate = new Gate(limits);
  const passed: Buffer[] = [];
  const admitted: number[] = [];
  let waited = 0;
  const admit = (type: number): boolean => {
    if (waited++ < (patience[admitted.length] ?? 0)) return false;
    waited = 0;
    admitted.push(type);
    return true;
  };
  const pass = (bytes: Buffer | null) => {
    const through = gate.pass(bytes, admit);
    if (through) passed.push(through);
  };
  // As a connection does: what is held first, and only then what has come to the socket since.
  let socket: Buffer[] = [];
  const read = () => {
    if (gate.held) pass(null);
    if (gate.held) return;
    pass(Buffer.concat(socket));
    const last = gate.lastHeld();
    socket = last ? [last] : [];
  };
  for (const chunk of chunks) {
    socket.push(chunk);
    read();
  }
  while (gate.held || socket.length > 0) read();
  return { passed: Buffer.concat(passed).toString("hex"), admitted, violation: gate.violation };
}

/** The same bytes cut at these places. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].toSorted((a, b) => a - b);
  return [0, ...ends].map((from, index) => bytes.subarray(from, [...ends, bytes.length][index]));
}

const topic = fc.constantFrom("hv/v1/h/readings", "a", "hv/v1/h/våg", `t/${"x".repeat(300)}`);
const id = fc.integer({ min: 1, max: 65_535 });
const filter = fc.constantFrom("hv/v1/h/#", "+/a", "#", "x/+/y", "ö");
const validPacket = fc.oneof(
  fc
    .record({ topic, payload: fc.uint8Array({ maxLength: 2000 }), qos: fc.nat(2), id, retain: fc.boolean() })
    .map(({ topic, payload, ...fields }) => mqtt.publish(topic, payload, fields)),
  fc
    .tuple(id, fc.array(fc.tuple(filter, fc.nat(2)), { minLength: 1, maxLength: 3 }))
    .map(([n, all]) => mqtt.subscribe(n, ...all)),
  fc.tuple(id, filter).map(([n, one]) => mqtt.unsubscribe(n, one)),
  id.map(mqtt.puback),
  id.map(mqtt.pubrec),
  id.map(mqtt.pubrel),
  id.map(mqtt.pubcomp),
  fc.constant(mqtt.pingreq),
);
const places = fc.array(fc.nat(), { maxLength: 40 });
const patience = fc.array(fc.nat(3), { maxLength: 12 });

describe("the gate", () => {
  test("lets every valid packet through, unchanged, however it is cut and however long it is held", () => {
    fc.assert(
      fc.property(fc.array(validPacket, { maxLength: 12 }), places, patience, (packets, places, patience) => {
        const bytes = Buffer.concat(packets);
        const outcome = send(cut(bytes, places), patience);
        expect(outcome).toEqual({
          passed: bytes.toString("hex"),
          admitted: packets.map((packet) => (packet[0] ?? 0) >> 4),
          violation: undefined,
        });
      }),
    );
  });

  test("stops exactly before the first bad packet, with its code, however it is cut", () => {
    const bad = fc.constantFrom(...violations);
    fc.assert(
      fc.property(fc.array(validPacket, { maxLength: 5 }), bad, places, patience, (packets, bad, places, patience) => {
        const [, , bytes, code] = bad;
        const before = Buffer.concat(packets);
        const outcome = send(cut(Buffer.concat([before, bytes, mqtt.pingreq]), places), patience);
        expect(outcome).toMatchObject({ passed: before.toString("hex"), violation: code });
      }),
    );
  });

  test("says the same of any bytes whatever, in one piece or in many", () => {
    const noise = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: validPacket },
        { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 12 }).map((bytes) => Buffer.from(bytes)) },
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(noise, places, patience, (parts, places, patience) => {
        const bytes = Buffer.concat(parts);
        expect(send(cut(bytes, places), patience)).toEqual(send([bytes]));
      }),
      { numRuns: 500 },
    );
  });

  test("never collects a payload: all that has come of it passes at once", () => {
    const gate = new Gate(limits);
    const bytes = mqtt.publish("a", "x".repeat(1000));
    expect(gate.pass(bytes.subarray(0, 500), () => true)).toHaveLength(500);
    expect(gate.pass(bytes.subarray(500), () => true)).toHaveLength(bytes.length - 500);
  });
});

describe("CONNECT", () => {
  /** What is said at the first moment anything is. */
  const firstVerdict = (bytes: Buffer): ConnectRequest | Refusal | "incomplete" => {
    for (let end = 0; end <= bytes.length; end++) {
      const verdict = readConnect(bytes.subarray(0, end), limits.connectBytes);
      if (verdict !== incomplete) return verdict;
    }
    return incomplete;
  };

  test("is judged alike byte by byte and in one piece, valid or not", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 20 }),
      fc.constant("a\u0000"),
      fc.constant(Buffer.from([0xc3])),
    );
    const packet = fc
      .record({
        clientId: text,
        username: text,
        level: fc.constantFrom(3, 4, 5),
        flags: fc.option(fc.nat(255), { nil: undefined }),
        clean: fc.boolean(),
      })
      .map(({ flags, ...fields }) => mqtt.connect({ ...fields, ...(flags === undefined ? {} : { flags }) }));
    const bytes = fc.oneof(
      packet,
      fc.uint8Array({ minLength: 2, maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(bytes, (bytes) => {
        const whole = readConnect(bytes, limits.connectBytes);
        expect(firstVerdict(bytes)).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  test("gives the fields of a valid packet", () => {
    const will = { topic: "hv/v1/hub-a/state", payload: "gone", qos: 1 };
    const bytes = mqtt.connect({ clientId: "våg", keepalive: 300, clean: false, will });
    expect(readConnect(Buffer.concat([bytes, mqtt.pingreq]), limits.connectBytes)).toEqual({
      size: bytes.length,
      clientId: "våg",
      clean: false,
      keepalive: 300,
      username: "hub-a",
      password: Buffer.from("right"),
      willTopic: "hv/v1/hub-a/state",
    });
  });
});
