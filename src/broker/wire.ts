import { isUtf8 } from "node:buffer";
import type { ErrorCode } from "../errors.ts";

/** Control packet types (MQTT 3.1.1 §2.2.1). */
export const packetType = {
  connect: 1,
  connack: 2,
  publish: 3,
  puback: 4,
  pubrec: 5,
  pubrel: 6,
  pubcomp: 7,
  subscribe: 8,
  suback: 9,
  unsubscribe: 10,
  unsuback: 11,
  pingreq: 12,
  pingresp: 13,
  disconnect: 14,
} as const;

/** More bytes are needed before anything can be said. */
export const incomplete = "incomplete";
export type Incomplete = typeof incomplete;

export type FixedHeader = {
  readonly type: number;
  readonly flags: number;
  /** Bytes of the fixed header itself, 2 to 5. */
  readonly size: number;
  /** Bytes that follow it. */
  readonly length: number;
};

/** The fixed header at an offset (§2.2). A remaining length takes at most four bytes (§2.2.3). */
export function readFixedHeader(bytes: Buffer, at: number): FixedHeader | Incomplete | ErrorCode {
  const first = bytes[at];
  if (first === undefined) return incomplete;
  let length = 0;
  for (let index = 0; index < 4; index++) {
    const byte = bytes[at + 1 + index];
    if (byte === undefined) return incomplete;
    length += (byte & 0x7f) * 128 ** index;
    if (byte < 0x80) return { type: first >> 4, flags: first & 0x0f, size: index + 2, length };
  }
  return "MQTT_MALFORMED";
}

/**
 * Whether bytes are a UTF-8 encoded string as MQTT wants it: well formed and without surrogates [MQTT-1.5.3-1], without
 * U+0000 [MQTT-1.5.3-2]. A byte order mark is a character like any other [MQTT-1.5.3-3].
 */
export function isMqttString(bytes: Buffer, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const byte = bytes[index] ?? 0;
    if (byte === 0) return false;
    if (byte >= 0x80) {
      const rest = bytes.subarray(index, to);
      return isUtf8(rest) && !rest.includes(0);
    }
  }
  return true;
}

/** Reads the fields of one whole packet in order. Every method gives undefined when the packet is too short. */
export class Fields {
  readonly #bytes: Buffer;
  readonly #end: number;
  #at: number;

  constructor(bytes: Buffer, from: number, to: number) {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = to;
  }

  get left(): number {
    return this.#end - this.#at;
  }

  byte(): number | undefined {
    return this.left < 1 ? undefined : this.#bytes[this.#at++];
  }

  uint16(): number | undefined {
    if (this.left < 2) return undefined;
    this.#at += 2;
    return this.#bytes.readUInt16BE(this.#at - 2);
  }

  /** A length of two bytes and that many bytes: a view, not a copy. */
  binary(): Buffer | undefined {
    const length = this.uint16();
    if (length === undefined || length > this.left) return undefined;
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** A string; `null` when its bytes are not a valid MQTT string. */
  string(): string | null | undefined {
    const bytes = this.binary();
    if (bytes === undefined) return undefined;
    return isMqttString(bytes, 0, bytes.length) ? bytes.toString("utf8") : null;
  }
}
