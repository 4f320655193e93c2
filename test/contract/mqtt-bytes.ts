/** MQTT 3.1.1 packets made by hand, byte for byte as the specification's figures have them, valid or not. */

export const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);

/** A UTF-8 encoded string (§1.5.3), or the same from raw bytes. */
export function str(text: string | Uint8Array): Buffer {
  const bytes = Buffer.from(text as string);
  return Buffer.concat([u16(bytes.length), bytes]);
}

/** Remaining length (§2.2.3). */
export function varint(length: number): Buffer {
  const bytes: number[] = [];
  do {
    bytes.push((length & 0x7f) | (length > 0x7f ? 0x80 : 0));
    length >>= 7;
  } while (length > 0);
  return Buffer.from(bytes);
}

/** A packet with this first byte and this body. */
export function packet(first: number, ...body: (Uint8Array | readonly number[])[]): Buffer {
  const bytes = Buffer.concat(body.map((part) => Buffer.from(part)));
  return Buffer.concat([Buffer.from([first]), varint(bytes.length), bytes]);
}

export type ConnectFields = {
  protocol?: string | Uint8Array;
  level?: number;
  /** Overrides the flags that follow from the other fields. */
  flags?: number;
  clean?: boolean;
  keepalive?: number;
  clientId?: string | Uint8Array;
  will?: { topic: string | Uint8Array; payload?: string | Uint8Array; qos?: number; retain?: boolean };
  username?: string | Uint8Array | null;
  password?: string | null;
};

/** CONNECT (§3.1); without fields a valid one of hub `hub-a`. */
export function connect(fields: ConnectFields = {}): Buffer {
  const { protocol = "MQTT", level = 4, clean = true, keepalive = 60, clientId = "c", will } = fields;
  const username = fields.username === undefined ? "hub-a" : fields.username;
  const password = fields.password === undefined ? "right" : fields.password;
  const flags =
    (clean ? 0x02 : 0) |
    (will ? 0x04 | ((will.qos ?? 0) << 3) | (will.retain ? 0x20 : 0) : 0) |
    (password === null ? 0 : 0x40) |
    (username === null ? 0 : 0x80);
  return packet(
    0x10,
    str(protocol),
    [level, fields.flags ?? flags],
    u16(keepalive),
    str(clientId),
    will ? Buffer.concat([str(will.topic), str(will.payload ?? "")]) : [],
    username === null ? [] : str(username),
    password === null ? [] : str(password),
  );
}

export type PublishFields = { qos?: number; id?: number; dup?: boolean; retain?: boolean };

/** PUBLISH (§3.3). */
export function publish(topic: string | Uint8Array, payload: string | Uint8Array, fields: PublishFields = {}): Buffer {
  const { qos = 1, id = 1, dup = false, retain = false } = fields;
  const first = 0x30 | (dup ? 8 : 0) | (qos << 1) | (retain ? 1 : 0);
  return packet(first, str(topic), qos > 0 ? u16(id) : [], Buffer.from(payload as string));
}

/** SUBSCRIBE (§3.8). */
export const subscribe = (id: number, ...filters: readonly (readonly [string | Uint8Array, number])[]): Buffer =>
  packet(0x82, u16(id), ...filters.map(([filter, qos]) => Buffer.concat([str(filter), Buffer.from([qos])])));

/** UNSUBSCRIBE (§3.10). */
export const unsubscribe = (id: number, ...filters: readonly (string | Uint8Array)[]): Buffer =>
  packet(0xa2, u16(id), ...filters.map((filter) => str(filter)));

export const puback = (id: number): Buffer => packet(0x40, u16(id));
export const pubrec = (id: number): Buffer => packet(0x50, u16(id));
export const pubrel = (id: number): Buffer => packet(0x62, u16(id));
export const pubcomp = (id: number): Buffer => packet(0x70, u16(id));
export const pingreq = packet(0xc0);
export const disconnect = packet(0xe0);

/** What a server answers, as hexadecimal, to compare with what was received. */
export const answers = {
  connack: (code: number, sessionPresent = false): string => `2002${sessionPresent ? "01" : "00"}0${code}`,
  puback: (id: number): string => puback(id).toString("hex"),
  pubrec: (id: number): string => pubrec(id).toString("hex"),
  pubcomp: (id: number): string => pubcomp(id).toString("hex"),
  suback: (id: number, ...codes: readonly number[]): string => packet(0x90, u16(id), codes).toString("hex"),
  unsuback: (id: number): string => packet(0xb0, u16(id)).toString("hex"),
  pingresp: "d000",
};

export type Received = { topic: string; payload: string; qos: number; dup: boolean; retain: boolean; id?: number };

/** Reads a PUBLISH that the server sent. */
export function readPublish(hex: string): Received {
  const bytes = Buffer.from(hex, "hex");
  const first = bytes[0] ?? 0;
  if (first >> 4 !== 3) throw new Error(`not a PUBLISH: ${hex}`);
  let at = 1;
  while ((bytes[at++] ?? 0) & 0x80);
  const topicEnd = at + 2 + bytes.readUInt16BE(at);
  const qos = (first >> 1) & 3;
  return {
    topic: bytes.toString("utf8", at + 2, topicEnd),
    payload: bytes.toString("utf8", topicEnd + (qos > 0 ? 2 : 0)),
    qos,
    dup: (first & 8) !== 0,
    retain: (first & 1) !== 0,
    ...(qos > 0 ? { id: bytes.readUInt16BE(topicEnd) } : {}),
  };
}
