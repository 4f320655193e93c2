import type { ErrorCode } from "../errors.ts";
import { isFilter, isTooDeep } from "./topics.ts";
import {
  Fields,
  type FixedHeader,
  type Incomplete,
  incomplete,
  isMqttString,
  packetType,
  readFixedHeader,
} from "./wire.ts";

/** How far a packet has been checked: all of it, except for the payload of a PUBLISH. */
export type Head = { readonly type: number; readonly checked: number; readonly payload: number };

export type FrameLimits = { readonly connectBytes: number; readonly payloadBytes: number };

/** The longest variable header of a PUBLISH: a topic of 65 535 bytes, its length, a packet identifier. */
const longestPublishHeader = 65_535 + 4;

/**
 * Checks the packet that begins at an offset, on a connection whose CONNECT was accepted. aedes 1.2 lets through much
 * of what MQTT 3.1.1 forbids (invalid UTF-8, identifier 0, `a+`), so nothing reaches it that has not passed here. The
 * answer depends on the bytes alone, never on how they were cut into segments.
 */
export function checkHead(bytes: Buffer, at: number, limits: FrameLimits): Head | Incomplete | ErrorCode {
  const header = readFixedHeader(bytes, at);
  const first = bytes[at];
  // The flags are judged at the first byte, before a length is known.
  if (first !== undefined && !flagsAllowed(first >> 4, first & 0x0f)) return "MQTT_MALFORMED";
  if (typeof header === "string") return header;
  switch (header.type) {
    case packetType.publish:
      return checkPublish(bytes, at, header, limits);
    case packetType.subscribe:
    case packetType.unsubscribe:
      if (header.size + header.length > limits.connectBytes) return "MQTT_PACKET_TOO_LARGE";
      return checkWhole(bytes, at, header, checkFilters);
    case packetType.pingreq:
    case packetType.disconnect:
      return header.length === 0 ? whole(header) : "MQTT_MALFORMED";
    default:
      return header.length === 2 ? checkWhole(bytes, at, header, checkAcknowledgement) : "MQTT_MALFORMED";
  }
}

const whole = (header: FixedHeader): Head => ({ type: header.type, checked: header.size + header.length, payload: 0 });

/** Which packets a client may send after CONNECT, with which flags [MQTT-2.2.2-1], [MQTT-2.2.2-2]. */
function flagsAllowed(type: number, flags: number): boolean {
  switch (type) {
    case packetType.publish:
      // [MQTT-3.3.1-4] no QoS 3, [MQTT-3.3.1-2] no DUP on QoS 0.
      return (flags & 0x06) !== 0x06 && (flags & 0x0e) !== 0x08;
    case packetType.pubrel:
    case packetType.subscribe:
    case packetType.unsubscribe:
      return flags === 0x02;
    case packetType.puback:
    case packetType.pubrec:
    case packetType.pubcomp:
    case packetType.pingreq:
    case packetType.disconnect:
      return flags === 0;
    default:
      // A second CONNECT [MQTT-3.1.0-2], what only a server sends, and the reserved types 0 and 15.
      return false;
  }
}

function checkPublish(
  bytes: Buffer,
  at: number,
  header: FixedHeader,
  limits: FrameLimits,
): Head | Incomplete | ErrorCode {
  if (header.length > limits.payloadBytes + longestPublishHeader) return "MQTT_PACKET_TOO_LARGE";
  if (header.length < 2) return "MQTT_MALFORMED";
  const start = at + header.size;
  if (bytes.length < start + 2) return incomplete;
  const topicEnd = start + 2 + bytes.readUInt16BE(start);
  const headEnd = topicEnd + (header.flags & 0x06 ? 2 : 0);
  const payload = start + header.length - headEnd;
  if (payload < 0) return "MQTT_MALFORMED";
  if (payload > limits.payloadBytes) return "MQTT_PACKET_TOO_LARGE";
  if (bytes.length < headEnd) return incomplete;
  const fault = checkTopic(bytes, start + 2, topicEnd);
  if (fault) return fault;
  // [MQTT-2.3.1-1]
  if (headEnd > topicEnd && bytes.readUInt16BE(topicEnd) === 0) return "MQTT_PACKET_ID_ZERO";
  return { type: header.type, checked: headEnd - at, payload };
}

/** A topic name: not empty [MQTT-4.7.3-1], no wildcards [MQTT-3.3.2-2]. */
function checkTopic(bytes: Buffer, from: number, to: number): ErrorCode | undefined {
  if (!isMqttString(bytes, from, to)) return "MQTT_STRING_INVALID";
  let levels = 1;
  for (let index = from; index < to; index++) {
    const byte = bytes[index];
    if (byte === 0x23 || byte === 0x2b) return "MQTT_TOPIC_INVALID";
    if (byte === 0x2f) levels += 1;
  }
  return to === from || levels > 100 ? "MQTT_TOPIC_INVALID" : undefined;
}

function checkWhole(
  bytes: Buffer,
  at: number,
  header: FixedHeader,
  check: (fields: Fields, type: number) => ErrorCode | undefined,
): Head | Incomplete | ErrorCode {
  const end = at + header.size + header.length;
  if (bytes.length < end) return incomplete;
  return check(new Fields(bytes, at + header.size, end), header.type) ?? whole(header);
}

const checkAcknowledgement = (fields: Fields): ErrorCode | undefined =>
  fields.uint16() === 0 ? "MQTT_PACKET_ID_ZERO" : undefined;

/** SUBSCRIBE and UNSUBSCRIBE: an identifier, and at least one filter [MQTT-3.8.3-3], [MQTT-3.10.3-2]. */
function checkFilters(fields: Fields, type: number): ErrorCode | undefined {
  const id = fields.uint16();
  if (id === undefined) return "MQTT_MALFORMED";
  if (id === 0) return "MQTT_PACKET_ID_ZERO";
  if (fields.left === 0) return "MQTT_MALFORMED";
  while (fields.left > 0) {
    const filter = fields.string();
    if (filter === undefined) return "MQTT_MALFORMED";
    if (filter === null) return "MQTT_STRING_INVALID";
    if (!isFilter(filter) || isTooDeep(filter)) return "MQTT_FILTER_INVALID";
    // The requested QoS is 0, 1 or 2 and its upper six bits are zero [MQTT-3.8.3-4].
    if (type === packetType.subscribe && (fields.byte() ?? 3) > 2) return "MQTT_MALFORMED";
  }
  return undefined;
}
