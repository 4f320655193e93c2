/**
 * What MQTT 3.1.1 (OASIS Standard, 29 October 2014) says a server must refuse and must answer, one case per statement,
 * as bytes made by hand. `mqtt-3.1.1.test.ts` sends them.
 */
import {
  answers,
  connect,
  packet,
  pingreq,
  puback,
  publish,
  pubrel,
  str,
  subscribe,
  u16,
  unsubscribe,
} from "./mqtt-bytes.ts";

export const readings = "hv/v1/hub-a/readings";
const state = "hv/v1/hub-a/state";
const surrogate = Buffer.from([0xed, 0xa0, 0x80]);
const overlong = Buffer.from([0xc0, 0xaf]);
const join = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

type Case = readonly [clause: string, what: string, bytes: Buffer, code: string];

/** The first bytes of a connection that must be closed without a CONNACK. */
export const silentlyClosed: readonly Case[] = [
  ["[MQTT-3.1.0-1]", "PUBLISH before CONNECT", publish(readings, "x"), "MQTT_MALFORMED"],
  ["[MQTT-3.1.0-1]", "PINGREQ before CONNECT", pingreq, "MQTT_MALFORMED"],
  [
    "[MQTT-2.2.2-2]",
    "CONNECT with reserved header flags",
    Buffer.concat([Buffer.from([0x11]), connect().subarray(1)]),
    "MQTT_MALFORMED",
  ],
  ["§2.2.3", "a remaining length of five bytes", Buffer.from([0x10, 0xff, 0xff, 0xff, 0xff, 0x7f]), "MQTT_MALFORMED"],
  ["[MQTT-3.1.2-1]", "another protocol's name", connect({ protocol: "HTTP" }), "MQTT_MALFORMED"],
  ["[MQTT-3.1.2-1]", "the name in small letters", connect({ protocol: "mqtt" }), "MQTT_MALFORMED"],
  ["[MQTT-3.1.2-3]", "the reserved connect flag", connect({ flags: 0xc3 }), "MQTT_MALFORMED"],
  ["[MQTT-3.1.2-13]", "will QoS without a will", connect({ flags: 0xca }), "MQTT_MALFORMED"],
  ["[MQTT-3.1.2-14]", "will QoS 3", connect({ will: { topic: state, qos: 3 } }), "MQTT_MALFORMED"],
  ["[MQTT-3.1.2-15]", "will retain without a will", connect({ flags: 0xe2 }), "MQTT_MALFORMED"],
  ["[MQTT-3.1.2-22]", "a password without a user name", connect({ username: null }), "MQTT_MALFORMED"],
  ["[MQTT-3.1.3-1]", "a will flag without the will's fields", connect({ flags: 0xc6 }), "MQTT_MALFORMED"],
  ["[MQTT-3.1.3-3]", "no client identifier field", packet(0x10, str("MQTT"), [4, 2, 0, 60]), "MQTT_MALFORMED"],
  ["§3.1.3", "bytes behind the last field", connect({ flags: 0x82 }), "MQTT_MALFORMED"],
  [
    "§1.5.3",
    "a string longer than its packet",
    packet(0x10, str("MQTT"), [4, 2, 0, 60], u16(9), [0x61]),
    "MQTT_MALFORMED",
  ],
  ["[MQTT-1.5.3-1]", "a surrogate in the client id", connect({ clientId: surrogate }), "MQTT_STRING_INVALID"],
  ["[MQTT-1.5.3-1]", "an overlong form in the user name", connect({ username: overlong }), "MQTT_STRING_INVALID"],
  [
    "[MQTT-1.5.3-1]",
    "half a character in the will topic",
    connect({ will: { topic: join(state, Buffer.from([0xc3])) } }),
    "MQTT_STRING_INVALID",
  ],
  ["[MQTT-1.5.3-2]", "U+0000 in the client id", connect({ clientId: "a\u0000b" }), "MQTT_STRING_INVALID"],
  ["[MQTT-1.5.3-2]", "U+0000 in the user name", connect({ username: "hub-a\u0000" }), "MQTT_STRING_INVALID"],
  ["[MQTT-1.5.3-2]", "U+0000 in the will topic", connect({ will: { topic: `${state}\u0000` } }), "MQTT_STRING_INVALID"],
];

/** A CONNECT that is refused with a return code (§3.2.2.3) before the connection closes [MQTT-3.2.2-5]. */
export const refused: readonly (readonly [...Case, connack: number])[] = [
  ["[MQTT-3.1.2-2]", "protocol level 5", packet(0x10, str("MQTT"), [5, 2, 0, 60, 0], str("c")), "MQTT_VERSION", 1],
  ["[MQTT-3.1.2-2]", "protocol level 6", connect({ level: 6 }), "MQTT_VERSION", 1],
  ["[MQTT-3.1.2-2]", "level 3 under the name of 3.1.1", connect({ level: 3 }), "MQTT_VERSION", 1],
  [
    "[MQTT-3.1.3-8]",
    "an empty client id with clean session 0",
    connect({ clientId: "", clean: false }),
    "MQTT_CLIENT_ID_EMPTY",
    2,
  ],
  ["§3.2.2.3", "a wrong secret", connect({ password: "wrong" }), "MQTT_CREDENTIALS hub-a", 4],
  ["§3.2.2.3", "an unknown hub", connect({ username: "hub-x" }), "MQTT_CREDENTIALS hub-x", 4],
  ["§3.2.2.3", "a user name without password", connect({ password: null }), "MQTT_CREDENTIALS hub-a", 4],
  ["§3.2.2.3", "a revoked secret", connect({ password: "revoked" }), "MQTT_REVOKED hub-a", 5],
  ["§3.2.2.3", "no credentials", connect({ username: null, password: null }), "MQTT_CREDENTIALS", 5],
  ["§3.2.2.3", "a user name that is no hub id", connect({ username: "hub/a" }), "MQTT_CREDENTIALS", 5],
  ["§3.2.2.3", "the name that integrators' topics use", connect({ username: "teams" }), "MQTT_CREDENTIALS", 5],
  ["[MQTT-4.7.3-1]", "an empty will topic", connect({ will: { topic: "" } }), "MQTT_WILL_INVALID hub-a", 5],
  ["[MQTT-3.3.2-2]", "a wildcard as will topic", connect({ will: { topic: "hv/#" } }), "MQTT_WILL_INVALID hub-a", 5],
  [
    "hub contract",
    "another hub's state as will",
    connect({ will: { topic: "hv/v1/hub-b/state" } }),
    "MQTT_WILL_INVALID hub-a",
    5,
  ],
  ["hub contract", "a reading as will", connect({ will: { topic: readings } }), "MQTT_WILL_INVALID hub-a", 5],
];

/** What an accepted client must not send: the connection is closed (§4.8) and nothing reaches `ingest`. */
export const violations: readonly Case[] = [
  ["[MQTT-3.1.0-2]", "a second CONNECT", connect(), "MQTT_MALFORMED"],
  [
    "[MQTT-2.2.2-2]",
    "SUBSCRIBE with flags 0000",
    Buffer.concat([Buffer.from([0x80]), subscribe(1, ["hv/v1/hub-a/#", 1]).subarray(1)]),
    "MQTT_MALFORMED",
  ],
  [
    "[MQTT-2.2.2-2]",
    "UNSUBSCRIBE with flags 0000",
    Buffer.concat([Buffer.from([0xa0]), unsubscribe(1, "hv/v1/hub-a/#").subarray(1)]),
    "MQTT_MALFORMED",
  ],
  ["[MQTT-3.6.1-1]", "PUBREL with flags 0000", packet(0x60, u16(1)), "MQTT_MALFORMED"],
  ["[MQTT-2.2.2-2]", "PUBACK with flags 0001", packet(0x41, u16(1)), "MQTT_MALFORMED"],
  ["[MQTT-2.2.2-2]", "PINGREQ with flags 0001", packet(0xc1), "MQTT_MALFORMED"],
  ["[MQTT-3.14.1-1]", "DISCONNECT with flags 0001", packet(0xe1), "MQTT_MALFORMED"],
  ["§2.2.1", "the reserved packet type 0", packet(0x00), "MQTT_MALFORMED"],
  ["§2.2.1", "the reserved packet type 15", packet(0xf0), "MQTT_MALFORMED"],
  ["§2.2.1", "CONNACK, which only a server sends", packet(0x20, u16(0)), "MQTT_MALFORMED"],
  ["§2.2.1", "SUBACK, which only a server sends", packet(0x90, u16(1), [0]), "MQTT_MALFORMED"],
  ["§2.2.1", "PINGRESP, which only a server sends", packet(0xd0), "MQTT_MALFORMED"],
  ["§2.2.3", "a remaining length of five bytes", Buffer.from([0x30, 0x80, 0x80, 0x80, 0x80, 0x01]), "MQTT_MALFORMED"],
  ["§3.12", "PINGREQ with a body", packet(0xc0, [0]), "MQTT_MALFORMED"],
  ["§3.4", "PUBACK without an identifier", packet(0x40), "MQTT_MALFORMED"],
  ["§3.4", "PUBACK of three bytes", packet(0x40, [0, 1, 0]), "MQTT_MALFORMED"],
  ["[MQTT-3.3.1-4]", "PUBLISH with QoS 3", publish(readings, "x", { qos: 3 }), "MQTT_MALFORMED"],
  ["[MQTT-3.3.1-2]", "PUBLISH with DUP and QoS 0", publish(readings, "x", { qos: 0, dup: true }), "MQTT_MALFORMED"],
  ["§3.3.2", "PUBLISH shorter than its topic", packet(0x30, u16(20), [0x61]), "MQTT_MALFORMED"],
  ["§3.3.2", "PUBLISH without room for its identifier", packet(0x32, str("a")), "MQTT_MALFORMED"],
  ["[MQTT-2.3.1-1]", "PUBLISH QoS 1 with identifier 0", publish(readings, "x", { id: 0 }), "MQTT_PACKET_ID_ZERO"],
  [
    "[MQTT-2.3.1-1]",
    "PUBLISH QoS 2 with identifier 0",
    publish(readings, "x", { qos: 2, id: 0 }),
    "MQTT_PACKET_ID_ZERO",
  ],
  ["[MQTT-2.3.1-1]", "SUBSCRIBE with identifier 0", subscribe(0, ["hv/v1/hub-a/#", 1]), "MQTT_PACKET_ID_ZERO"],
  ["[MQTT-2.3.1-1]", "UNSUBSCRIBE with identifier 0", unsubscribe(0, "hv/v1/hub-a/#"), "MQTT_PACKET_ID_ZERO"],
  ["[MQTT-2.3.1-1]", "PUBACK of identifier 0", puback(0), "MQTT_PACKET_ID_ZERO"],
  ["[MQTT-2.3.1-1]", "PUBREL of identifier 0", pubrel(0), "MQTT_PACKET_ID_ZERO"],
  ["[MQTT-3.3.2-2]", "a topic name with #", publish("hv/v1/hub-a/#", "x"), "MQTT_TOPIC_INVALID"],
  ["[MQTT-3.3.2-2]", "a topic name with +", publish("hv/v1/+/readings", "x"), "MQTT_TOPIC_INVALID"],
  ["[MQTT-4.7.3-1]", "an empty topic name", publish("", "x"), "MQTT_TOPIC_INVALID"],
  [
    "§4.7.3",
    "a topic of more levels than are taken",
    publish(`hv/v1/hub-a${"/a".repeat(98)}`, "x"),
    "MQTT_TOPIC_INVALID",
  ],
  ["[MQTT-1.5.3-1]", "a surrogate in a topic name", publish(join(readings, surrogate), "x"), "MQTT_STRING_INVALID"],
  ["[MQTT-1.5.3-1]", "an overlong form in a topic name", publish(join(readings, overlong), "x"), "MQTT_STRING_INVALID"],
  ["[MQTT-4.7.3-2]", "U+0000 in a topic name", publish(`${readings}\u0000`, "x"), "MQTT_STRING_INVALID"],
  [
    "[MQTT-4.7.3-2]",
    "U+0000 behind a character of two bytes",
    publish("hv/v1/hub-a/ö\u0000", "x"),
    "MQTT_STRING_INVALID",
  ],
  [
    "[MQTT-1.5.3-1]",
    "a surrogate in a filter",
    subscribe(1, [join("hv/v1/hub-a/", surrogate), 1]),
    "MQTT_STRING_INVALID",
  ],
  ["[MQTT-1.5.3-2]", "U+0000 in a filter", subscribe(1, ["hv/v1/hub-a/\u0000", 1]), "MQTT_STRING_INVALID"],
  ["[MQTT-1.5.3-2]", "U+0000 in an UNSUBSCRIBE filter", unsubscribe(1, "hv/v1/hub-a/\u0000"), "MQTT_STRING_INVALID"],
  ["[MQTT-3.8.3-3]", "SUBSCRIBE without a filter", packet(0x82, u16(1)), "MQTT_MALFORMED"],
  ["[MQTT-3.10.3-2]", "UNSUBSCRIBE without a filter", packet(0xa2, u16(1)), "MQTT_MALFORMED"],
  ["§3.8.3", "a filter without its QoS", packet(0x82, u16(1), str("hv/v1/hub-a/#")), "MQTT_MALFORMED"],
  ["[MQTT-3.8.3-4]", "a requested QoS of 3", subscribe(1, ["hv/v1/hub-a/#", 3]), "MQTT_MALFORMED"],
  ["[MQTT-3.8.3-4]", "reserved bits beside the requested QoS", subscribe(1, ["hv/v1/hub-a/#", 0x81]), "MQTT_MALFORMED"],
  ["[MQTT-4.7.3-1]", "an empty filter", subscribe(1, ["", 1]), "MQTT_FILTER_INVALID"],
  ["[MQTT-4.7.1-2]", "the filter hv/v1/hub-a/#/b", subscribe(1, ["hv/v1/hub-a/#/b", 1]), "MQTT_FILTER_INVALID"],
  ["[MQTT-4.7.1-2]", "the filter hv/v1/hub-a/b#", subscribe(1, ["hv/v1/hub-a/b#", 1]), "MQTT_FILTER_INVALID"],
  ["[MQTT-4.7.1-3]", "the filter hv/v1/hub-a/b+", subscribe(1, ["hv/v1/hub-a/b+", 1]), "MQTT_FILTER_INVALID"],
  ["[MQTT-4.7.1-3]", "the filter a+", subscribe(1, ["a+", 1]), "MQTT_FILTER_INVALID"],
  ["[MQTT-4.7.1-3]", "the filter +b", subscribe(1, ["+b", 1]), "MQTT_FILTER_INVALID"],
  [
    "[MQTT-4.7.1-2]",
    "a bad filter behind a good one",
    subscribe(1, ["hv/v1/hub-a/#", 1], ["#/a", 1]),
    "MQTT_FILTER_INVALID",
  ],
  ["[MQTT-4.7.1-2]", "the filter #/a in UNSUBSCRIBE", unsubscribe(1, "#/a"), "MQTT_FILTER_INVALID"],
];

/** One packet after CONNACK and its answer. */
export const answered: readonly (readonly [clause: string, what: string, bytes: Buffer, answer: string])[] = [
  ["[MQTT-3.12.4-1]", "PINGREQ", pingreq, answers.pingresp],
  ["[MQTT-3.3.4-1]", "PUBLISH QoS 1", publish(readings, "x", { id: 10 }), answers.puback(10)],
  ["[MQTT-3.3.4-1]", "PUBLISH QoS 2", publish(readings, "x", { qos: 2, id: 11 }), answers.pubrec(11)],
  ["[MQTT-2.3.1-6]", "the largest identifier", publish(readings, "x", { id: 65_535 }), answers.puback(65_535)],
  ["[MQTT-3.3.2-1]", "a topic of letters beyond ASCII", publish("hv/v1/hub-a/våg", "x"), answers.puback(1)],
  ["[MQTT-1.5.3-3]", "a byte order mark inside a topic", publish("hv/v1/hub-a/\ufeffa", "x"), answers.puback(1)],
  ["§3.3.3", "an empty payload", publish(readings, ""), answers.puback(1)],
  ["[MQTT-3.6.4-1]", "PUBREL of an unknown identifier", pubrel(77), answers.pubcomp(77)],
  ["[MQTT-3.8.4-1]", "SUBSCRIBE", subscribe(5, ["hv/v1/hub-a/receipts", 1]), answers.suback(5, 1)],
  [
    "[MQTT-3.8.4-5]",
    "SUBSCRIBE with three filters",
    subscribe(5, ["hv/v1/hub-a/receipts", 1], ["hv/v1/hub-a/+", 0], ["hv/v1/hub-a/#", 2]),
    answers.suback(5, 1, 0, 2),
  ],
  ["[MQTT-3.10.4-4]", "UNSUBSCRIBE", unsubscribe(6, "hv/v1/hub-a/receipts"), answers.unsuback(6)],
  [
    "[MQTT-3.10.4-5]",
    "UNSUBSCRIBE of what was never subscribed",
    unsubscribe(7, "hv/v1/hub-a/prompts", "hv/v1/hub-b/#"),
    answers.unsuback(7),
  ],
];
