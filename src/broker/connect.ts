import type { ErrorCode } from "../errors.ts";
import { hubTree, integrationOf } from "./topics.ts";
import { Fields, type Incomplete, incomplete, packetType, readFixedHeader } from "./wire.ts";

/** CONNACK return codes (MQTT 3.1.1 §3.2.2.3). */
export const connackCode = {
  version: 1,
  identifier: 2,
  unavailable: 3,
  credentials: 4,
  notAuthorized: 5,
} as const;
export type ConnackCode = (typeof connackCode)[keyof typeof connackCode];

/** Why a CONNECT is not taken. Without a CONNACK code the connection is closed without a word. */
export type Refusal = { readonly code: ErrorCode; readonly connack?: ConnackCode };

export type ConnectRequest = {
  /** Bytes of the packet with its header. */
  readonly size: number;
  readonly clientId: string;
  readonly clean: boolean;
  /** In seconds; 0 = none. */
  readonly keepalive: number;
  readonly username?: string;
  readonly password?: Buffer;
  readonly willTopic?: string;
};

const malformed: Refusal = { code: "MQTT_MALFORMED" };
const badString: Refusal = { code: "MQTT_STRING_INVALID" };

/** Accepted pairs: "MQIsdp" is MQTT 3.1, "MQTT" level 4 is 3.1.1. */
const protocols: Readonly<Record<string, number>> = { MQIsdp: 3, MQTT: 4 };

const flag = { reserved: 0x01, clean: 0x02, will: 0x04, willQos: 0x18, willRetain: 0x20, password: 0x40, user: 0x80 };

/**
 * Judges the first bytes of a connection: a whole and valid CONNECT of at most `limit` bytes, or why not. Nothing but
 * CONNECT may come first [MQTT-3.1.0-1], and it is judged as soon as its length is known, so that an unauthenticated
 * peer can't make the platform hold more than `limit` bytes.
 */
export function readConnect(bytes: Buffer, limit: number): ConnectRequest | Incomplete | Refusal {
  if (bytes.length > 0 && bytes[0] !== packetType.connect << 4) return malformed;
  const header = readFixedHeader(bytes, 0);
  if (header === incomplete) return incomplete;
  if (typeof header === "string") return { code: header };
  const size = header.size + header.length;
  if (size > limit) return { code: "MQTT_CONNECT_TOO_LARGE" };
  if (bytes.length < size) return incomplete;
  return readBody(new Fields(bytes, header.size, size), size);
}

function readBody(fields: Fields, size: number): ConnectRequest | Refusal {
  const protocol = fields.string();
  const level = fields.byte();
  if (protocol === undefined || level === undefined) return malformed;
  const expected = protocol === null ? undefined : protocols[protocol];
  // [MQTT-3.1.2-1]: another protocol altogether; it would not understand a CONNACK.
  if (expected === undefined) return malformed;
  // [MQTT-3.1.2-2]
  if (level !== expected) return { code: "MQTT_VERSION", connack: connackCode.version };

  const flags = fields.byte();
  const keepalive = fields.uint16();
  if (flags === undefined || keepalive === undefined || !flagsAgree(flags)) return malformed;

  const clientId = fields.string();
  const willTopic = flags & flag.will ? fields.string() : "";
  const willPayload = flags & flag.will ? fields.binary() : true;
  const username = flags & flag.user ? fields.string() : "";
  const password = flags & flag.password ? fields.binary() : true;
  if (clientId === null || willTopic === null || username === null) return badString;
  if (clientId === undefined || willTopic === undefined || username === undefined) return malformed;
  if (willPayload === undefined || password === undefined || fields.left > 0) return malformed;

  const clean = (flags & flag.clean) !== 0;
  // [MQTT-3.1.3-7], [MQTT-3.1.3-8]; MQTT 3.1 knows no empty client id.
  if (clientId === "" && (!clean || level === 3)) {
    return { code: "MQTT_CLIENT_ID_EMPTY", connack: connackCode.identifier };
  }
  return {
    size,
    clientId,
    clean,
    keepalive,
    ...(flags & flag.user ? { username } : {}),
    ...(password === true ? {} : { password }),
    ...(flags & flag.will ? { willTopic } : {}),
  };
}

/** Whether the connect flags are a combination that may be sent. */
function flagsAgree(flags: number): boolean {
  // [MQTT-3.1.2-3]
  if (flags & flag.reserved) return false;
  // [MQTT-3.1.2-11], [MQTT-3.1.2-13], [MQTT-3.1.2-15]
  if (!(flags & flag.will) && flags & (flag.willQos | flag.willRetain)) return false;
  // [MQTT-3.1.2-14]
  if ((flags & flag.willQos) === flag.willQos) return false;
  // [MQTT-3.1.2-22]
  return (flags & flag.user) !== 0 || (flags & flag.password) === 0;
}

/** A will speaks for a hub when it is gone, so it may say one thing only: the hub's own state. */
export const isOwnWill = (hub: string, topic: string): boolean =>
  integrationOf(hub) === undefined && topic === `${hubTree(hub)}state`;
